"""Our own feeds, the sitemap and robots.txt, read as their readers do."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from lxml import etree, html

from getnewsfast.articles.models import Article, Tag
from getnewsfast.publish.models import SiteSettings
from tests.build import make_article, make_section, make_source, publish

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
}


def open_xml(reader: Client, address: str) -> etree._Element:
    response = reader.get(address)
    assert response.status_code == 200
    return etree.fromstring(response.content)


def only(element: etree._Element, path: str) -> etree._Element:
    (found,) = element.findall(path, NAMES)
    return found


def test_a_feed_item_carries_its_credit_and_its_text(reader: Client) -> None:
    article = publish(make_article(section=make_section(name="ورزش")))
    item = only(open_xml(reader, "/feeds/all.rss"), "channel/item")
    assert item.findtext("title") == article.headline
    assert item.findtext("link", "").endswith(article.get_absolute_url())
    assert item.findtext("description") == article.public_lead
    assert item.findtext("category") == "ورزش"
    assert item.findtext("dc:creator", namespaces=NAMES) == article.source.credit
    assert only(item, "source").text == article.source.credit
    assert only(item, "source").get("url") == article.source.homepage
    text = html.fragment_fromstring(
        item.findtext("content:encoded", namespaces=NAMES), create_parent="div"
    )
    assert article.original_url in text.xpath(".//a/@href")
    assert article.source.credit in text.text_content()
    assert "نخستین بار انار" in text.text_content()
    assert text[0].get("dir") == "rtl"


def test_an_items_name_stays_when_its_headline_changes(reader: Client) -> None:
    article = publish(make_article())
    before = only(open_xml(reader, "/feeds/all.rss"), "channel/item/guid")
    Article.objects.filter(pk=article.pk).update(headline="تیتر نو", slug="تیتر-نو")
    after = only(open_xml(reader, "/feeds/all.rss"), "channel/item/guid")
    assert before.text == after.text
    assert before.get("isPermaLink") == "false"


def test_a_feed_says_where_it_is(reader: Client) -> None:
    section = make_section(name="فرهنگ و هنر", slug="فرهنگ-و-هنر")
    publish(make_article(section=section))
    channel = only(open_xml(reader, "/feeds/section/فرهنگ-و-هنر.rss"), "channel")
    link = only(channel, "atom:link")
    assert link.get("rel") == "self"
    assert link.get("href", "").endswith(".rss")
    assert link.get("href", "").isascii()
    assert channel.findtext("language") == "fa"
    assert "فرهنگ و هنر" in channel.findtext("title", "")


def test_each_feed_holds_its_own_articles(reader: Client) -> None:
    tag, section, source = Tag.objects.create(name="انار"), make_section(), make_source()
    own = make_article(section=section, source=source)
    own.tags.set([tag])
    own.save()
    own = publish(own)
    publish(make_article())
    for kind, slug in [("section", section.slug), ("source", source.slug), ("tag", tag.slug)]:
        item = only(open_xml(reader, f"/feeds/{kind}/{slug}.rss"), "channel/item")
        assert item.findtext("title") == own.headline
    assert len(open_xml(reader, "/feeds/all.rss").findall("channel/item")) == 2


@pytest.mark.parametrize("kind", ["section", "source", "tag"])
def test_a_feed_of_nothing_is_not_there(reader: Client, kind: str) -> None:
    assert reader.get(f"/feeds/{kind}/نیست.rss").status_code == 404


def test_odd_characters_do_not_break_a_feed(reader: Client) -> None:
    publish(make_article(headline="زنگ\x07 و \x1b پایان ]]> & <b>", kicker="\ufffe"))
    item = only(open_xml(reader, "/feeds/all.rss"), "channel/item")
    assert item.findtext("title") == "زنگ و  پایان ]]> & <b>"


def test_markup_in_a_lead_stays_text_in_a_feed(reader: Client) -> None:
    publish(make_article(lead="<script>alert(1)</script> لید", body="<p>متن</p><script>x</script>"))
    item = only(open_xml(reader, "/feeds/all.rss"), "channel/item")
    text = item.findtext("content:encoded", namespaces=NAMES)
    assert not list(html.fragment_fromstring(text, create_parent="div").iter("script"))


def test_a_feed_without_articles_is_still_a_feed(reader: Client) -> None:
    channel = only(open_xml(reader, "/feeds/all.rss"), "channel")
    assert channel.findtext("title") == SiteSettings.load().name
    assert channel.findall("item") == []


def test_the_sitemap_lists_what_may_be_indexed(reader: Client) -> None:
    section = make_section()
    open_to_all = publish(make_article(source=make_source(indexable=True)))
    closed = publish(make_article())
    found = open_xml(reader, "/sitemap.xml").findall("map:url/map:loc", NAMES)
    addresses = " ".join(location.text or "" for location in found)
    assert open_to_all.get_absolute_url() in addresses
    assert section.get_absolute_url() in addresses
    assert closed.get_absolute_url() not in addresses
    lastmod = only(open_xml(reader, "/sitemap.xml"), "map:url/map:lastmod").text or ""
    assert abs((timezone.now() - datetime.fromisoformat(lastmod)).total_seconds()) < 60


def test_robots_are_told_where_to_look(reader: Client) -> None:
    text = reader.get("/robots.txt").content.decode()
    assert "Disallow: /desk/" in text
    assert "/sitemap.xml" in text
    assert reader.get("/robots.txt")["Content-Type"].startswith("text/plain")
