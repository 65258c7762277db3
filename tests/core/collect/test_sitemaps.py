"""Sitemaps are read as feeds."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from getnewsfast.collect.core.feeds import read_feed
from getnewsfast.collect.core.values import FeedKind, FoundEntry, ReadFeed

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
URL = "https://agency.example/sitemap.xml"
NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def read(inside: str, *, root: str = "urlset") -> ReadFeed:
    document = f'<?xml version="1.0"?><{root} {NAMES}>{inside}</{root}>'
    return read_feed(document.encode(), url=URL, now=NOW, zone=ZoneInfo("Asia/Tehran"))


def test_a_news_sitemap_gives_headlines_times_and_pictures() -> None:
    feed = read(
        "<url><loc>https://agency.example/1</loc><lastmod>2026-11-24T09:00:00Z</lastmod>"
        "<news:news><news:publication><news:name>آژانس</news:name>"
        "<news:language>fa</news:language></news:publication>"
        "<news:publication_date>2026-11-24T11:30:00+03:30</news:publication_date>"
        "<news:title>عنوان &amp;amp; خبر</news:title><news:keywords>ایران، نفت, گاز</news:keywords>"
        "</news:news><image:image><image:loc>/1.jpg</image:loc></image:image></url>"
    )
    assert (feed.kind, feed.title, feed.language) == (FeedKind.NEWS_SITEMAP, "آژانس", "fa")
    assert feed.entries == (
        FoundEntry(
            link="https://agency.example/1",
            headline="عنوان & خبر",
            published_at=datetime(2026, 11, 24, 8, tzinfo=UTC),
            updated_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
            tags=("ایران", "نفت", "گاز"),
            image_url="https://agency.example/1.jpg",
            language="fa",
        ),
    )


def test_of_many_addresses_the_latest_are_kept() -> None:
    feed = read(
        "".join(
            f"<url><loc>https://agency.example/{n}</loc>"
            f"<lastmod>2026-11-{1 + n // 100:02}T00:{n % 60:02}:00Z</lastmod></url>"
            for n in range(2_400)
        )
    )
    assert feed.kind is FeedKind.SITEMAP
    assert len(feed.entries) == 2_000
    days = [entry.updated_at.day for entry in feed.entries if entry.updated_at]
    assert len(days) == 2_000
    assert (max(days), min(days)) == (24, 5)


def test_addresses_that_are_not_of_the_web_are_left_out() -> None:
    assert read("<url><loc>javascript:alert(1)</loc></url><url/>").entries == ()


def test_an_index_gives_its_children_once_each_and_never_itself() -> None:
    feed = read(
        f"<sitemap><loc>{URL}</loc></sitemap>"
        "<sitemap><loc>https://agency.example/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
        "<sitemap><loc>https://agency.example/new.xml</loc><lastmod>2026-11-24</lastmod></sitemap>"
        "<sitemap><loc>https://agency.example/new.xml</loc></sitemap>"
        "<sitemap><loc>file:///etc/passwd</loc></sitemap>",
        root="sitemapindex",
    )
    assert feed.kind is FeedKind.SITEMAP_INDEX
    assert feed.sitemaps == ("https://agency.example/new.xml", "https://agency.example/old.xml")
    assert feed.entries == ()
