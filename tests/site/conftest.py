"""What a reader has: a browser without cookies, and a paper with a few pictures."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image as Picture
from wagtail.images.models import Image

from getnewsfast.publish.models import SiteSettings


@pytest.fixture
def reader(db: None) -> Client:
    """A stranger whose browser asks for English: the paper answers in its own language."""
    SiteSettings.load()
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def make_image(db: None, settings: Any, tmp_path: Path) -> Callable[[], Image]:
    settings.MEDIA_ROOT = tmp_path

    def make() -> Image:
        file = BytesIO()
        Picture.new("RGB", (1400, 900), "#467").save(file, "JPEG")
        file.seek(0)
        return Image.objects.create(title="تالاب", file=ImageFile(file, name="lagoon.jpg"))

    return make
