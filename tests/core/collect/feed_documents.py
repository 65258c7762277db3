"""Documents for the tests of the feed reader, and how the tests read them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from getnewsfast.collect.core.feeds import read_feed
from getnewsfast.collect.core.values import FoundEntry, ReadFeed

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
EIGHT = datetime(2026, 11, 24, 8, tzinfo=UTC)
TEHRAN = ZoneInfo("Asia/Tehran")
URL = "https://feeds.agency.example/rss"


def read(document: str | bytes, **more: str) -> ReadFeed:
    body = document.encode() if isinstance(document, str) else document
    return read_feed(body, url=URL, now=NOW, zone=TEHRAN, **more)


def rss(items: str, *, head: str = "", names: str = "") -> str:
    link = "<link>https://agency.example/</link>"
    return f'<rss version="2.0" {names}><channel>{head}{link}{items}</channel></rss>'


def item(inside: str, *, names: str = "") -> FoundEntry:
    entries = read(rss(f"<item>{inside}</item>", names=names)).entries
    assert len(entries) == 1
    return entries[0]


FULL_RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>خبرگزاری آزمون</title><link>https://agency.example/</link><language>fa-ir</language>
<atom:link rel="self" href="https://agency.example/rss"/>
<atom:link rel="hub" href="https://hub.example/"/><ttl>5</ttl>
<item><title>قیمت نفت بالا رفت</title><link>https://agency.example/news/1</link>
<guid isPermaLink="false">n-1</guid><pubDate>Tue, 24 Nov 2026 11:30:00 +0330</pubDate>
<description>خلاصهٔ خبر می‌آید.</description>
<content:encoded><![CDATA[<p>متن <b>کامل</b> خبر</p>]]></content:encoded>
<dc:creator>سارا نمونه</dc:creator><category>اقتصاد</category><category>نفت</category>
<media:keywords>اوپک، بازار</media:keywords>
<media:thumbnail url="/pictures/1.jpg"/></item></channel></rss>"""
