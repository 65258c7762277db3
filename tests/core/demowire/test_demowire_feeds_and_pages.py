"""What the five agencies serve: valid feeds, whole pages."""

import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape

import pytest
from lxml import etree, html

from getnewsfast.terminal.demowire.addresses import article_path, slug_of_headline
from getnewsfast.terminal.demowire.agencies import AGENCIES
from getnewsfast.terminal.demowire.dates_shown import (
    show_civil,
    show_jalali,
    show_jalali_numbers,
    show_jalali_with_weekday,
)
from getnewsfast.terminal.demowire.feeds import ATOM, NEWS, SITEMAP, Edition, write_feed
from getnewsfast.terminal.demowire.manuscripts import load_manuscripts
from getnewsfast.terminal.demowire.newsroom import Newsroom
from getnewsfast.terminal.demowire.pages import Site

BASE = "http://127.0.0.1:8010"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _full_newsroom():
    newsroom, count = Newsroom(load_manuscripts()), 0
    while newsroom.has_more:
        newsroom.take_turn(NOON + timedelta(minutes=count))
        count += 1
    return newsroom


NEWSROOM = _full_newsroom()
STANDING = [d for d in NEWSROOM.published if not d.withdrawn_at]
AGENCY = {agency.slug: agency.at(BASE) for agency in AGENCIES}


def _edition(slug):
    return Edition(AGENCY[slug], BASE, NEWSROOM.of_agency(slug), NEWSROOM.last_change_at(slug))


def _page(dispatch):
    slug = dispatch.manuscript.agency
    return Site(AGENCY[slug], BASE, NEWSROOM, 7).write_article(dispatch)


def _words(text):
    return " ".join(text.split())


def test_the_rss_feed_is_rss_with_categories_and_stable_guids():
    channel = etree.fromstring(write_feed(_edition("sepidar"))).find("channel")
    items = channel.findall("item")
    assert len(items) == len(NEWSROOM.of_agency("sepidar"))
    for item, dispatch in zip(items, NEWSROOM.of_agency("sepidar"), strict=True):
        assert item.findtext("title") == dispatch.headline
        assert item.findtext("category") == dispatch.manuscript.section
        assert item.findtext("guid") == f"sepidar-{dispatch.manuscript.code}"
        assert parsedate_to_datetime(item.findtext("pubDate")) == dispatch.published_at


def test_the_atom_feed_shows_an_update_by_its_date():
    feed = etree.fromstring(write_feed(_edition("tuka")))
    dates = {
        entry.findtext(f"{{{ATOM}}}title"): (
            entry.findtext(f"{{{ATOM}}}published"),
            entry.findtext(f"{{{ATOM}}}updated"),
        )
        for entry in feed.findall(f"{{{ATOM}}}entry")
    }
    for dispatch in NEWSROOM.of_agency("tuka"):
        published, updated = dates[dispatch.headline]
        assert (published != updated) is (dispatch.updated_at is not None)


def test_the_json_feed_is_version_1_1():
    feed = json.loads(write_feed(_edition("sanjeh")))
    assert feed["version"].endswith("/1.1")
    assert [item["title"] for item in feed["items"]] == [
        d.headline for d in NEWSROOM.of_agency("sanjeh")
    ]
    assert all(item["url"].startswith(BASE) and item["summary"] for item in feed["items"])


def test_the_news_sitemap_names_publication_date_and_title():
    urls = etree.fromstring(write_feed(_edition("dimeh"))).findall(f"{{{SITEMAP}}}url")
    assert len(urls) == len(NEWSROOM.of_agency("dimeh"))
    for url in urls:
        news = url.find(f"{{{NEWS}}}news")
        assert news.findtext(f"{{{NEWS}}}publication/{{{NEWS}}}language") == "fa"
        assert datetime.fromisoformat(news.findtext(f"{{{NEWS}}}publication_date"))
        assert news.findtext(f"{{{NEWS}}}title")


def test_the_listing_answers_to_its_selectors():
    site = Site(AGENCY["lajvard"], BASE, NEWSROOM, 7)
    tree = html.document_fromstring(site.write_list("Latest", NEWSROOM.of_agency("lajvard")))
    selectors = AGENCY["lajvard"].selectors
    items = tree.cssselect(selectors.item)
    assert len(items) == len(NEWSROOM.of_agency("lajvard"))
    for item, dispatch in zip(items, NEWSROOM.of_agency("lajvard"), strict=True):
        assert item.cssselect(selectors.link)[0].get("href").startswith(BASE)
        assert item.cssselect(selectors.title)[0].text_content() == dispatch.headline
        moment = item.cssselect(selectors.date)[0].get(selectors.date_attribute)
        assert datetime.fromisoformat(moment) == dispatch.published_at


def test_the_listing_agency_has_no_feed():
    with pytest.raises(ValueError, match="page, not a feed"):
        write_feed(_edition("lajvard"))


@pytest.mark.parametrize("dispatch", STANDING, ids=lambda d: d.key)
def test_a_page_is_well_formed_and_holds_its_article(dispatch):
    page = _page(dispatch)
    tree = etree.fromstring(page.encode())
    text = _words(" ".join(tree.xpath("//body//text()")))
    for block in dispatch.blocks:
        for line in block.lines:
            assert _words(line) in text
    assert dispatch.headline in text
    assert _words(dispatch.lead) in text
    assert "$" not in text


@pytest.mark.parametrize("dispatch", STANDING, ids=lambda d: d.key)
def test_a_page_links_only_its_own_wire(dispatch):
    tree = html.document_fromstring(_page(dispatch))
    for element in tree.iter("a", "img", "link", "form"):
        address = element.get("href") or element.get("src") or element.get("action")
        assert address.startswith((BASE, "#")), address


@pytest.mark.parametrize(
    ("slug", "selector"),
    [
        ("sepidar", "article .item-text[itemprop=articleBody] p"),
        ("sepidar", "ol.breadcrumb li"),
        ("sepidar", "article h1.title"),
        ("tuka", "#echo_detail p"),
        ("tuka", ".article_tags li"),
        ("sanjeh", 'script[type="application/ld+json"]'),
        ("dimeh", "article div.body br"),
        ("dimeh", ".news_pdate_c"),
        ("lajvard", "article .entry-content p"),
    ],
)
def test_each_site_is_built_in_its_family_s_manner(slug, selector):
    tree = html.document_fromstring(_page(NEWSROOM.of_agency(slug)[0]))
    assert tree.cssselect(selector)


def test_the_bare_body_has_no_paragraphs_and_a_jalali_meta():
    dispatch = next(d for d in NEWSROOM.of_agency("dimeh") if not d.updated_at)
    tree = html.document_fromstring(_page(dispatch))
    assert not tree.cssselect("div.body p")
    (published,) = tree.xpath("//meta[@property='article:published_time']/@content")
    assert re.fullmatch("[۰-۹]{4}/[۰-۹]{2}/[۰-۹]{2} - [۰-۹]{2}:[۰-۹]{2}", published)
    (changed,) = tree.xpath("//meta[@property='article:modified_time']/@content")
    assert changed == "۰/۰۰/۰۰ - ۰۰:۰۰"


def test_json_ld_survives_its_script_element():
    dispatch = NEWSROOM.of_agency("sanjeh")[0]
    tree = html.document_fromstring(_page(dispatch))
    value = json.loads(tree.cssselect('script[type="application/ld+json"]')[0].text)
    assert value["@type"] == "NewsArticle"
    assert unescape(value["headline"]) == dispatch.headline


def test_the_address_of_an_article_outlives_its_headline():
    for dispatch in NEWSROOM.updates:
        first = slug_of_headline(dispatch.manuscript.headline)
        path = article_path(dispatch.manuscript)
        assert first in path or dispatch.manuscript.name in path


def test_dates_are_shown_in_each_agency_s_manner():
    moment = datetime(2026, 11, 24, 11, 45, tzinfo=UTC)
    assert show_jalali(moment) == "۳ آذر ۱۴۰۵ - ۱۵:۱۵"
    assert show_jalali_with_weekday(moment) == "سه‌شنبه ۳ آذر ۱۴۰۵ - ۱۵:۱۵"
    assert show_jalali_numbers(moment) == "۱۴۰۵/۰۹/۰۳ - ۱۵:۱۵"
    assert show_civil(moment, "en") == "24 November 2026"
    assert show_civil(moment, "ar") == "٢٤ نوفمبر ٢٠٢٦"
    assert show_civil(moment, "tg") == "24 ноябри 2026"
