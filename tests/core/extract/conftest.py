"""One way to read a page in these tests, with a fixed clock and the zone of Tehran."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from getnewsfast.extract.core.article import extract_article
from getnewsfast.extract.core.extracted import Extracted

Read = Callable[..., Extracted]


@pytest.fixture
def read() -> Read:
    def read_page(html: str | bytes, *, url: str = "https://news.example/a/1") -> Extracted:
        body = html.encode() if isinstance(html, str) else html
        now = datetime(2026, 1, 15, 12, tzinfo=UTC)
        return extract_article(body, url=url, now=now, zone=ZoneInfo("Asia/Tehran"))

    return read_page
