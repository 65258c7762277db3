"""What a hub needs comes out of every kind of feed; what is no feed ends in one sentence."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from getnewsfast.collect.core.feeds import read_feed
from getnewsfast.collect.core.values import FeedKind, FoundEntry, ReadFeed
from getnewsfast.system.failures import GiveUp

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


@pytest.mark.parametrize(
    "document",
    [
        "\n<br />\n<b>Warning</b>: something on line 3\n" + FULL_RSS,
        " \n\t" + FULL_RSS,
        FULL_RSS + "<!-- cached --><script>alert(1)</script>",
        FULL_RSS[:-20],
        FULL_RSS.replace("<description>", "<description><br>سطر & سطر<br>"),
        FULL_RSS.replace('xmlns:media="http://search.yahoo.com/mrss/"', ""),
    ],
)
def test_broken_feeds_are_read_as_far_as_they_go(document: str) -> None:
    entry = read(document).entries[0]
    assert entry.headline == "قیمت نفت بالا رفت"
    assert entry.image_url == "https://agency.example/pictures/1.jpg"


def test_html_left_open_does_not_swallow_the_next_items() -> None:
    one = "<item><title>یک</title><description><p>باز<b>باز</description></item>"
    two = "<item><title>دو</title></item>"
    assert [entry.headline for entry in read(rss(one + two)).entries] == ["یک", "دو"]


def test_upper_case_names_are_understood() -> None:
    feed = read("<RSS><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>")
    assert feed.entries[0].headline == "A"


def test_the_same_item_twice_is_one_entry() -> None:
    twice = "<item><title>یک</title><guid>1</guid></item>" * 2
    assert len(read(rss(twice)).entries) == 1


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd">',
        f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}<!ENTITY x "&l9;">]>',
        '<!DOCTYPE rss [<!ENTITY x "&y;"><!ENTITY y "&x;">]>',
    ],
)
def test_no_entity_is_ever_expanded(doctype: str) -> None:
    feed = read(doctype + rss("<item><title>&x;</title></item>"))
    assert [entry.headline for entry in feed.entries] == ["&x;"]


TWO_MEGABYTES = 2_000_000


@pytest.mark.parametrize(
    ("head", "unit", "tail"),
    [
        ("<rss><channel>", "<item/>", "</channel></rss>"),
        ("<rss><channel><item>", "<category>ab</category>", "</item></channel></rss>"),
        ("<rss><channel><item ", 'a="" ', "/></channel></rss>"),
        ("<rss><channel><item>", "<a>", ""),
        ("<rss><channel><item><title>", "&", ""),
        ("<rss><channel><item><description><![CDATA[", "<!--", "]]></description></item>"),
        ("<rss><channel><item><title><![CDATA[", '<a href="', "]]></title></item>"),
        ("<urlset>", "<url><loc>http://a.example/1</loc></url>", "</urlset>"),
        ('{"items":[', "{},", "{}]}"),
    ],
)
def test_two_hostile_megabytes_end_soon(head: str, unit: str, tail: str) -> None:
    body = (head + unit * (TWO_MEGABYTES // len(unit)) + tail).encode()
    started = time.process_time()
    try:
        assert len(read(body).entries) <= 2_000
    except GiveUp as failure:
        assert str(failure)
    assert time.process_time() - started < 2


def test_nothing_grows_beyond_its_cap() -> None:
    categories = "".join(f"<category>c{n}</category>" for n in range(500))
    entry = item(
        f"<title>{'ط' * 500_000}</title>{categories}<description>{'د' * 9_000}</description>"
    )
    assert (len(entry.headline), len(entry.sections), len(entry.summary)) == (1_000, 30, 2_000)
    marks = item(f"<title>خ{chr(0x300) * 3_000}بر</title>").headline
    assert len(marks) == 7
    many = read(rss("".join(f"<item><guid>{n}</guid></item>" for n in range(2_500))))
    assert len(many.entries) == 2_000


PIECES = st.sampled_from(
    ["<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>", "&", "<"]
    + [
        "<link>",
        "http://[",
        "</link>",
        "<content type='xhtml'>",
        "<div>",
        "&#x0;",
        "<!--",
        "\ud800",
    ]
    + ["<feed>", "<entry>", "<urlset>", "<url>", "<loc>", "<pubDate>", "1405/13/45", "\x00", "خبر"]
    + [
        '{"items":[',
        '{"id":1e999,',
        '"tags":[1],',
        '"url":"\\ud800"',
        "}",
        "]",
        "<a:b xml:base='['>",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=80, deadline=2_000)
def test_scraps_of_feeds_give_a_feed_or_a_sentence(document: str) -> None:
    try:
        feed = read(document.encode("utf-8", "surrogatepass"))
    except GiveUp as failure:
        assert str(failure)
    else:
        repr(feed).encode()
        assert all(e.link == "" or e.link.startswith("http") for e in feed.entries)


@given(st.binary(max_size=300), st.integers(0, 1_200))
@settings(max_examples=80, deadline=2_000)
def test_damaged_bytes_give_a_feed_or_a_sentence(noise: bytes, at: int) -> None:
    body = FULL_RSS.encode()
    try:
        feed = read(body[:at] + noise + body[at + len(noise) :])
    except GiveUp as failure:
        assert str(failure)
    else:
        "".join(entry.headline + entry.content_html for entry in feed.entries).encode()
