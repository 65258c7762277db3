"""A page without a feed is read by selectors, or by what repeats on it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from getnewsfast.collect.core.listing import read_listing
from getnewsfast.collect.core.values import FeedKind, ListingSelectors, ReadFeed
from getnewsfast.system.failures import GiveUp

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
EIGHT = datetime(2026, 11, 24, 8, tzinfo=UTC)
URL = "https://agency.example/latest"
ITEM = (
    '<li class="item"><a href="/news/{n}00{n}"><img src="{n}.jpg"></a>'
    '<h3><a href="/news/{n}00{n}">بازار نفت امروز {n} بار لرزید</a></h3>'
    '<time datetime="2026-11-24T11:30:00+03:30">امروز</time><a href="/more">بیشتر</a></li>'
)
PAGE = (
    '<html lang="fa"><head><title>تازه‌ها</title></head><body>'
    '<nav><a href="/news/9009">صفحهٔ نخست همهٔ خبرهای امروز</a></nav><ul>'
    + "".join(ITEM.format(n=n) for n in (1, 2, 3))
    + '</ul><p><a href="https://other.example/news/1234">خبری در جای دیگری از وب</a></p>'
    "<footer><a href='/about-us-and-our-team'>دربارهٔ ما و همکاران ما</a></footer></body></html>"
)


def read(page: str = PAGE, **selectors: str) -> ReadFeed:
    chosen = ListingSelectors(**selectors)
    return read_listing(
        page.encode(), url=URL, selectors=chosen, now=NOW, zone=ZoneInfo("Asia/Tehran")
    )


@pytest.mark.parametrize(
    "selectors",
    [
        {},
        {"item": "li.item", "link": "h3 a", "date": "time"},
        {"item": "li.item", "headline": "h3", "date": "time[datetime]"},
        {"item": "//li[@class='item']", "link": ".//h3/a", "date": ".//time"},
    ],
)
def test_entries_come_out_in_the_order_of_the_page(selectors: dict[str, str]) -> None:
    feed = read(**selectors)
    assert (feed.kind, feed.title, feed.language) == (FeedKind.LISTING, "تازه‌ها", "fa")
    assert [(entry.link, entry.headline, entry.published_at) for entry in feed.entries] == [
        (f"https://agency.example/news/{n}00{n}", f"بازار نفت امروز {n} بار لرزید", EIGHT)
        for n in (1, 2, 3)
    ]


def test_the_base_of_the_page_is_honoured() -> None:
    page = PAGE.replace("<title>", '<base href="https://agency.example/fa/"><title>').replace(
        'href="/news', 'href="news'
    )
    assert read(page, item="li.item").entries[0].link == "https://agency.example/fa/news/1001"


@pytest.mark.parametrize(
    "page", ["", "no page", "<html></html>", "<a href='/1234'>یک دو سه چهار</a>"]
)
def test_a_page_without_a_list_is_given_up(page: str) -> None:
    with pytest.raises(GiveUp):
        read(page)


@pytest.mark.parametrize("selector", ["li[", "//li[", "::", "li:has-no-such()"])
def test_a_selector_that_cannot_be_read_is_named(selector: str) -> None:
    with pytest.raises(GiveUp) as failure:
        read(item=selector)
    assert selector in str(failure.value)


@given(st.text(alphabet="<>a li/='\"href:خ۱-&;", max_size=200), st.text(max_size=12))
@settings(max_examples=100, deadline=2_000)
def test_any_page_and_selector_give_a_list_or_a_sentence(page: str, selector: str) -> None:
    try:
        feed = read(page, item=selector)
    except GiveUp as failure:
        assert str(failure)
    else:
        assert feed.entries
