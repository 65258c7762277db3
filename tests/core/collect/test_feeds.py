"""What a hub needs comes out of every kind of feed; what is no feed ends in one sentence."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from feed_documents import EIGHT, FULL_RSS, item, read, rss

from getnewsfast.collect.core.values import FeedKind, FoundEntry
from getnewsfast.system.failures import GiveUp


def test_a_full_rss_item_gives_every_field() -> None:
    feed = read(FULL_RSS)
    assert feed.kind is FeedKind.RSS
    assert (feed.title, feed.language, feed.ttl_seconds) == ("خبرگزاری آزمون", "fa-ir", 300)
    assert (feed.site_url, feed.self_url, feed.hub_url) == (
        "https://agency.example/",
        "https://agency.example/rss",
        "https://hub.example/",
    )
    assert feed.entries == (
        FoundEntry(
            guid="n-1",
            link="https://agency.example/news/1",
            headline="قیمت نفت بالا رفت",
            summary="خلاصهٔ خبر می‌آید.",
            content_html="<p>متن <b>کامل</b> خبر</p>",
            published_at=EIGHT,
            authors=("سارا نمونه",),
            sections=("اقتصاد", "نفت"),
            tags=("اوپک", "بازار"),
            image_url="https://agency.example/pictures/1.jpg",
            language="fa-ir",
        ),
    )


FULL_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"
 xml:base="https://agency.example/blog/"><title type="html">&lt;b&gt;وبلاگ&lt;/b&gt;</title>
<link href="/"/><link rel="self" href="feed.atom"/><author><name>تحریریه</name></author>
<entry><id>tag:agency.example,2026:1</id><title>الف &lt;b> ب</title>
<link rel="enclosure" type="image/png" href="a.png"/><link rel="alternate" href="1.html"/>
<published>2026-11-24T08:00:00Z</published><updated>2026-11-24T12:00:00+03:30</updated>
<category term="eco" label="اقتصاد"/><summary>کوتاه</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>متن</p></div></content>
</entry></feed>"""


def test_a_full_atom_entry_gives_every_field() -> None:
    feed = read(FULL_ATOM)
    assert (feed.kind, feed.title) == (FeedKind.ATOM, "وبلاگ")
    assert feed.self_url == "https://agency.example/blog/feed.atom"
    assert feed.entries == (
        FoundEntry(
            guid="tag:agency.example,2026:1",
            link="https://agency.example/blog/1.html",
            headline="الف <b> ب",
            summary="کوتاه",
            content_html="<p>متن</p>",
            published_at=EIGHT,
            updated_at=datetime(2026, 11, 24, 8, 30, tzinfo=UTC),
            authors=("تحریریه",),
            sections=("اقتصاد",),
            image_url="https://agency.example/blog/a.png",
            language="fa",
        ),
    )


def test_atom_0_3_with_modes_is_read() -> None:
    feed = read(
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry>'
        '<title mode="escaped" type="text/html">&lt;i&gt;خبر&lt;/i&gt;</title>'
        '<link rel="alternate" type="text/html" href="https://a.example/1"/>'
        "<issued>2026-11-24T08:00:00Z</issued><modified>2026-11-24T09:00:00Z</modified>"
        '<content type="text/html" mode="base64">PHA+2YXYqtmGPC9wPg==</content></entry></feed>'
    )
    entry = feed.entries[0]
    assert (entry.headline, entry.content_html) == ("خبر", "<p>متن</p>")
    assert entry.published_at == EIGHT


def test_rss_1_0_items_beside_the_channel_are_read() -> None:
    feed = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><title>T</title><link>https://a.example/</link></channel>"
        '<item rdf:about="https://a.example/1"><title>یک</title><link>https://a.example/1</link>'
        "<dc:date>2026-11-24T08:00:00Z</dc:date><dc:subject>سیاست</dc:subject></item></rdf:RDF>"
    )
    assert feed.kind is FeedKind.RSS
    entry = feed.entries[0]
    assert (entry.guid, entry.published_at, entry.sections) == (
        "https://a.example/1",
        EIGHT,
        ("سیاست",),
    )


def test_a_json_feed_is_read_with_ids_as_written() -> None:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "<b>خبر</b>",
        "feed_url": "https://a.example/feed.json",
        "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
        "authors": [{"name": "تحریریه"}],
        "items": [
            {
                "id": 12345678901234567890,
                "url": "/1",
                "title": "یک &amp; دو",
                "content_text": "سطر یک\n\nسطر <دو>",
                "image": "javascript:alert(1)",
                "banner_image": "/b.png",
                "date_published": "2026-11-24T11:30:00+03:30",
                "tags": ["ورزش", "ورزش", None],
            },
            "not an item",
        ],
    }
    feed = read(json.dumps(document))
    assert (feed.kind, feed.title, feed.hub_url) == (
        FeedKind.JSON_FEED,
        "خبر",
        "https://hub.example/",
    )
    assert feed.entries == (
        FoundEntry(
            guid="12345678901234567890",
            link="https://feeds.agency.example/1",
            headline="یک & دو",
            summary="سطر یک سطر <دو>",
            content_html="<p>سطر یک</p><p>سطر &lt;دو&gt;</p>",
            published_at=EIGHT,
            authors=("تحریریه",),
            sections=("ورزش",),
            image_url="https://feeds.agency.example/b.png",
        ),
    )


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The answer is empty."),
        (b" \n\xef\xbb\xbf\x00 ", "The answer is empty."),
        (
            b"<!DOCTYPE html><html><body><a href='/a'>a</a></body></html>",
            "The address answers with a web page, not with a feed.",
        ),
        (
            b"<html><head><title>Just a moment</title></head></html>",
            "The address answers with a web page, not with a feed.",
        ),
        (b"https://127.0.0.1/feed.xml", "The answer is neither a feed nor a sitemap."),
        (b"/etc/passwd", "The answer is neither a feed nor a sitemap."),
        (b"<opml version='2.0'/>", "The answer is neither a feed nor a sitemap."),
        (b"<rss =", "The feed is broken: nothing in it can be read."),
        (b'{"error": "slow down"}', "The answer is JSON, but not a JSON Feed."),
        (b'{"items": [', "The JSON is broken and cannot be read."),
        (b'{"items": ' + b"[" * 200_000, "The JSON is nested too deeply."),
    ],
)
def test_what_is_no_feed_ends_in_one_sentence(body: bytes, sentence: str) -> None:
    with pytest.raises(GiveUp) as failure:
        read(body)
    assert str(failure.value) == sentence


def test_a_feed_without_entries_is_no_failure() -> None:
    assert read(rss("")).entries == ()


@pytest.mark.parametrize(
    "content_type", ["text/html; charset=utf-8", "application/octet-stream", "text/plain", ""]
)
def test_a_feed_is_judged_by_its_content_not_its_type(content_type: str) -> None:
    assert len(read(FULL_RSS, content_type=content_type).entries) == 1


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ("گاز & نفت", "گاز & نفت"),
        ("caf&eacute; «گفت»&zwnj;ها", "café «گفت»\u200cها"),
        ("<![CDATA[<b>تیتر</b> &amp; متن]]>", "تیتر & متن"),
        ("&lt;b&gt;تیتر&lt;/b&gt; &amp;amp; متن", "تیتر & متن"),
        ("<b>تیتر</b> باز", "تیتر باز"),
        ("نرخ a &lt; b و c &gt; d", "نرخ a < b و c > d"),
        ("نرخ a < b", "نرخ a < b"),
        ("List&lt;int&gt; چیست", "List<int> چیست"),
        ("\u202eخبر\u202c \u2066x\u2069", "خبر x"),
        ("\ufeffمی\u200cشود\u200b", "می\u200cشود"),
        ("a\x08b\x00c&#0;d&#x1F;e&#xD800;f&#xFFFE;", "abcdef"),
        ("it&#146;s", "it’s"),
        ("&unknown; است", "&unknown; است"),
        ("&#99999999999999; است", "است"),
        ("  یک\n\t دو ", "یک دو"),
        ("&lt;script&gt;x&lt;/script&gt;خبر", "خبر"),
    ],
)
def test_headlines_are_plain_text(written: str, headline: str) -> None:
    assert item(f"<title>{written}</title>").headline == headline


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("/news/1", "https://agency.example/news/1"),
        ("//agency.example/1", "https://agency.example/1"),
        ("https://agency.example/?a=1&b=2&copy=3", "https://agency.example/?a=1&b=2&copy=3"),
        ("<![CDATA[https://agency.example/?a=1&b=2]]>", "https://agency.example/?a=1&b=2"),
        ("  https://agency.example/a b\n", "https://agency.example/a%20b"),
        ("https://user:secret@agency.example/1", "https://agency.example/1"),
        ("https://agency.example/خبر/۱", "https://agency.example/خبر/۱"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("java&#10;script:alert(1)", ""),
        ("&#1;javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://[::1", ""),
    ],
)
def test_links_are_absolute_and_of_the_web_or_nothing(written: str, link: str) -> None:
    assert item(f"<title>t</title><link>{written}</link>").link == link


def test_a_permalink_guid_is_the_link_where_there_is_no_other() -> None:
    assert item("<guid>https://a.example/9</guid>").link == "https://a.example/9"
    assert item('<guid isPermaLink="false">https://a.example/9</guid>').link == ""


def test_the_original_address_wins_over_a_redirecting_one() -> None:
    entry = item(
        "<link>https://proxy.example/~r/1</link><f:origLink>https://a.example/1</f:origLink>",
        names='xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"',
    )
    assert entry.link == "https://a.example/1"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Tue, 24 Nov 2026 11:30:00 +0330", EIGHT),
        ("2026-11-24T11:30:00+03:30", EIGHT),
        ("", None),
        ("دیروز نه", None),
        ("آذر", None),
        ("Mon, 01 Jan 0001 00:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Tue, 24 Nov 2099 08:00:00 GMT", None),
        ("Mon, " + "1" * 5_000, None),
    ],
)
def test_times_that_cannot_be_true_are_no_times(written: str, moment: datetime | None) -> None:
    assert item(f"<title>t</title><pubDate>{written}</pubDate>").published_at == moment


@pytest.mark.parametrize("written", ["1405/09/03 11:30:00", "1405-09-03T11:30:00+03:30"])
def test_a_jalali_year_is_never_gregorian(written: str) -> None:
    assert item(f"<title>t</title><pubDate>{written}</pubDate>").published_at == EIGHT


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("<author>me@a.example (سارا نمونه)</author>", ("سارا نمونه",)),
        ("<author>سارا &lt;me@a.example&gt;</author>", ("سارا",)),
        ("<author>me@a.example</author>", ("me@a.example",)),
        ("<dc:creator>یک</dc:creator><dc:creator>یک</dc:creator>", ("یک",)),
        ("<author>&lt;script&gt;x&lt;/script&gt;</author>", ()),
    ],
)
def test_authors_are_names(written: str, authors: tuple[str, ...]) -> None:
    assert item(f"<title>t</title>{written}").authors == authors


@pytest.mark.parametrize(
    ("written", "image"),
    [
        (
            '<media:content url="https://a.example/s.jpg" width="90"/>'
            + '<media:content url="https://a.example/b.jpg" width="900"/>',
            "https://a.example/b.jpg",
        ),
        ('<enclosure url="/e.png" type="image/png"/>', "https://agency.example/e.png"),
        ('<enclosure url="/e.mp3" type="audio/mpeg"/>', ""),
        ('<media:thumbnail url="javascript:alert(1)"/>', ""),
        ("<image><url>/i.jpg</url></image>", "https://agency.example/i.jpg"),
    ],
)
def test_the_picture_is_found_where_feeds_put_it(written: str, image: str) -> None:
    assert item(f"<title>t</title>{written}").image_url == image


def test_a_description_with_markup_is_the_body_too() -> None:
    entry = item("<title>t</title><description>&lt;p&gt;متن&lt;/p&gt;</description>")
    assert (entry.summary, entry.content_html) == ("متن", "<p>متن</p>")
