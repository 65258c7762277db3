"""The lead image: fetched once, checked, kept as our own copy."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.test import override_settings
from local_site import LocalSite, Reply, open_local_site, run_step
from PIL import Image as Picture
from wagtail.images import get_image_model

from getnewsfast.articles.models import Article
from getnewsfast.extract import images
from getnewsfast.system.failures import GiveUp
from tests.build import make_article, make_source, publish
from tests.flow.processes import count_jobs


@pytest.fixture
def site(tmp_path: Any) -> Iterator[LocalSite]:
    with open_local_site() as opened, override_settings(MEDIA_ROOT=tmp_path):
        yield opened


def paint(width: int, height: int, *, kind: str = "JPEG", mode: str = "RGB") -> bytes:
    packed = BytesIO()
    Picture.new(mode, (width, height), 120).save(packed, kind)
    return packed.getvalue()


def make_illustrated(site: LocalSite, body: bytes, **terms: Any) -> Article:
    site.replies["/picture.jpg"] = Reply(body, headers={"Content-Type": "image/jpeg"})
    source = make_source(**{"is_local": True, "images_allowed": True, **terms})
    return make_article(source=source, image_url=f"{site.url}/picture.jpg")


def test_a_picture_is_kept_once_as_a_jpeg_of_our_own(
    site: LocalSite, transactional_db: None, tmp_path: Any
) -> None:
    article = make_illustrated(site, paint(3200, 1000, kind="PNG", mode="RGBA"))
    for _ in range(2):
        run_step(images.illustrate, article.pk)
    article.refresh_from_db()
    image = get_image_model().objects.get()
    assert article.image == image and site.count("/picture.jpg") == 1
    assert (image.width, image.height, image.title) == (1600, 500, article.headline)
    with image.file.open("rb") as file, Picture.open(file) as picture:
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("refused", ["an error", "a web page"])
def test_what_is_no_picture_is_refused_in_words_and_the_article_stays(
    site: LocalSite, transactional_db: None, refused: str
) -> None:
    article = make_illustrated(site, b"<!doctype html><p>404</p>")
    if refused == "an error":
        site.replies["/picture.jpg"] = Reply(status=404)
    for _ in range(2):
        with pytest.raises(GiveUp, match=r"\.$"):
            run_step(images.illustrate, article.pk)
    assert get_image_model().objects.count() == 0
    assert Article.objects.get(pk=article.pk).image_id is None


def test_nothing_is_fetched_where_the_terms_forbid_images(
    site: LocalSite, transactional_db: None
) -> None:
    article = make_illustrated(site, paint(400, 300), images_allowed=False)
    publish(article)
    run_step(images.illustrate, article.pk)
    assert site.asked == [] and count_jobs("illustrate") == 0


def test_publication_asks_for_the_image_in_the_same_transaction(
    site: LocalSite, transactional_db: None
) -> None:
    article = make_illustrated(site, paint(400, 300))
    publish(article)
    assert count_jobs("illustrate") == 1


# ── The picture itself; no site, no database ─────────────────────────────────────────────────────


def write_png_head(width: int, height: int) -> bytes:
    """A PNG of one byte that says it is as large as this."""
    import struct
    import zlib

    def chunk(name: bytes, content: bytes) -> bytes:
        mark = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", mark)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(write_png_head(8000, 8000), id="64 megapixels"),
        pytest.param(write_png_head(60_000, 60_000), id="3,600 megapixels"),
        pytest.param(paint(100, 600), id="too narrow"),
        pytest.param(paint(1, 1, kind="GIF", mode="P"), id="tracking pixel"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="SVG"),
        pytest.param(paint(400, 300, kind="TIFF"), id="TIFF"),
    ],
)
def test_a_dangerous_or_useless_picture_is_refused_in_words(body: bytes) -> None:
    with pytest.raises(GiveUp) as refused:
        images.repack(body)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.97])
def test_a_picture_that_breaks_off_is_refused_and_never_crashes(kind: str, share: float) -> None:
    noise = Picture.effect_noise((300, 200), 80)
    packed = BytesIO()
    (noise if kind != "GIF" else noise.convert("P")).save(packed, kind)
    body = packed.getvalue()
    with pytest.raises(GiveUp):
        images.repack(body[: int(len(body) * share)])


def test_a_picture_is_turned_upright_and_loses_what_it_carried() -> None:
    picture = Picture.new("RGB", (400, 200), "green")
    exif = picture.getexif()
    exif[0x0112], exif[0x010E] = 6, "secret place"
    packed = BytesIO()
    picture.save(packed, "JPEG", exif=exif)
    ours = images.repack(packed.getvalue() + b"<script>alert(1)</script>")
    with Picture.open(BytesIO(ours)) as kept:
        assert kept.size == (200, 400)
        assert not kept.getexif()
    assert b"secret" not in ours and b"script" not in ours
