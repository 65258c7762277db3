"""Feeds that are broken or hostile: read as far as they go, or refused in one sentence."""

from __future__ import annotations

import time

import pytest
from feed_documents import FULL_RSS, item, read, rss
from hypothesis import given, settings
from hypothesis import strategies as st

from getnewsfast.system.failures import GiveUp


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
