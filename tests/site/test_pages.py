"""Home, lists, search, stories, about, and the pages for when something is not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pages import links_of, meta_of, open_page, text_of
from wagtail.images.models import Image

from getnewsfast.articles.models import Article, Section, Tag
from getnewsfast.group.models import Story, StoryMember
from getnewsfast.newsdesk.actions.publish import publish as publish_at
from getnewsfast.newsdesk.actor import HUB
from getnewsfast.publish.models import SiteSettings
from getnewsfast.publish.reads import PAGE_LENGTH
from getnewsfast.publish.views import show_fault
from tests.build import make_article, make_section, make_source, publish

PAGES = [
    "/",
    "/search/",
    "/search/?q=انار",
    "/about/",
    "/feeds/all.rss",
    "/sitemap.xml",
    "/robots.txt",
]


def publish_many(count: int, **fields: object) -> list[Article]:
    """Oldest first, a minute apart."""
    start = timezone.now() - timedelta(minutes=count)
    return [
        publish_at(make_article(**fields), by=HUB, now=start + timedelta(minutes=number))
        for number in range(count)
    ]


def make_story(*articles: Article) -> Story:
    story = Story.objects.create(headline="تیتر نخستین", slug="تیتر", created_at=timezone.now())
    for article in articles:
        StoryMember.objects.create(story=story, article=article)
    return story


def test_a_paper_without_news_says_so_kindly(reader: Client) -> None:
    page = open_page(reader, "/")
    assert page.xpath("//div[@class='empty']")
    assert text_of(page.xpath("//h1")[0]) == SiteSettings.load().name


def test_the_newest_article_is_on_the_home_page(reader: Client) -> None:
    section = make_section(name="ورزش", slug="ورزش")
    articles = publish_many(8, section=section)
    page = open_page(reader, "/")
    assert {article.get_absolute_url() for article in articles} <= links_of(page)
    assert section.get_absolute_url() in links_of(page)
    assert articles[-1].source.credit in text_of(page)


def test_of_equal_news_the_one_with_a_picture_leads(
    reader: Client, make_image: Callable[[], Image]
) -> None:
    pictured = publish(make_article(image=make_image(), headline="خبر با عکس"))
    publish_many(3)
    page = open_page(reader, "/")
    (lead,) = page.find_class("lead-story")
    assert pictured.get_absolute_url() in links_of(lead)
    (image,) = lead.iter("img")
    assert image.get("width") == "1040"
    assert image.get("loading") is None


def test_of_equal_news_the_one_in_the_papers_language_leads(reader: Client) -> None:
    ours = publish(make_article())
    publish(make_article(language="en", headline="Pomegranates reach the market"))
    (lead,) = open_page(reader, "/").find_class("lead-story")
    assert ours.get_absolute_url() in links_of(lead)


def test_what_more_agencies_report_leads(reader: Client) -> None:
    wide = publish(make_article(headline="خبر پرگزارش"))
    story = make_story(wide, make_article(duplicate_of=wide))
    publish_many(3)
    (lead,) = open_page(reader, "/").find_class("lead-story")
    assert {wide.get_absolute_url(), story.get_absolute_url()} <= links_of(lead)


def test_nothing_unpublished_is_in_any_list(reader: Client) -> None:
    section, tag = make_section(), Tag.objects.create(name="پنهان")
    article = make_article(section=section, headline="خبری که هنوز منتشر نشده")
    article.tags.set([tag])
    article.save()
    addresses = [*PAGES, section.get_absolute_url(), tag.get_absolute_url()]
    for address in [*addresses, f"/source/{article.source.slug}/", "/search/?q=منتشر"]:
        assert article.headline not in reader.get(address).content.decode()


def test_a_list_goes_on_without_gap_or_repetition(reader: Client) -> None:
    section = make_section()
    articles = publish_many(PAGE_LENGTH + 5, section=section)
    seen: list[str] = []
    address = section.get_absolute_url()
    while address:
        page = open_page(reader, address)
        seen += page.xpath("//div[@class='cards']//h3/a/@href")
        following = page.xpath("//a[@rel='next']/@href")
        address = section.get_absolute_url() + following[0] if following else ""
        publish(make_article(section=section))  # arrives between two pages
    expected = [article.get_absolute_url() for article in reversed(articles)]
    assert seen == expected


def test_articles_of_one_moment_are_not_lost_between_pages(reader: Client) -> None:
    now = timezone.now()
    for _number in range(PAGE_LENGTH + 3):
        publish_at(make_article(), by=HUB, now=now)
    seen = set()
    address = "/?before=" + str(publish_at(make_article(), by=HUB, now=now).pk)
    while address:
        page = open_page(reader, address)
        seen |= set(page.xpath("//div[@class='cards']//h3/a/@href"))
        following = page.xpath("//a[@rel='next']/@href")
        address = "/" + following[0] if following else ""
    assert len(seen) == PAGE_LENGTH + 3


def test_a_list_goes_on_after_its_last_article_was_withdrawn(reader: Client) -> None:
    articles = publish_many(3)
    Article.objects.filter(pk=articles[1].pk).update(live=False)
    page = open_page(reader, f"/?before={articles[1].pk}")
    assert page.xpath("//div[@class='cards']//h3/a/@href") == [articles[0].get_absolute_url()]


@pytest.mark.parametrize("before", ["", "x", "-1", "1.5", "9" * 30, "999999999999", "۱۲٣"])
def test_a_senseless_place_in_a_list_is_not_there(reader: Client, before: str) -> None:
    assert reader.get("/", {"before": before}).status_code == 404


def test_a_section_with_a_persian_address_opens(reader: Client) -> None:
    section = make_section(name="فرهنگ و هنر", slug="فرهنگ-و-هنر")
    page = open_page(reader, section.get_absolute_url())
    assert text_of(page.xpath("//h1")[0]) == "فرهنگ و هنر"
    assert page.xpath("//nav//a[@aria-current='page']")[0].text_content() == "فرهنگ و هنر"


def test_a_tag_lists_its_articles(reader: Client) -> None:
    tag = Tag.objects.create(name="شب چله")
    article = make_article()
    article.tags.set([tag])
    article.save()
    article = publish(article)
    assert article.get_absolute_url() in links_of(open_page(reader, tag.get_absolute_url()))


@pytest.mark.parametrize(
    "path", ["section/نیست", "tag/نیست", "source/نیست", "story/9/نیست", "چیزی"]
)
def test_what_is_not_there_is_answered_with_a_page(reader: Client, path: str) -> None:
    response = reader.get(f"/{path}/")
    assert response.status_code == 404
    text = response.content.decode()
    assert 'role="search"' in text
    assert "noindex" in text


@pytest.mark.parametrize("words", ["كتاب‌هاي", "کتاب هاي", "کتابهای"])
def test_search_finds_other_spellings(reader: Client, words: str) -> None:
    article = publish(make_article(headline="کتاب‌های زمستان"))
    page = open_page(reader, f"/search/?q={words}")
    assert article.get_absolute_url() in links_of(page)


def test_search_that_finds_nothing_says_so(reader: Client) -> None:
    page = open_page(reader, "/search/?q=ژرفاپیمایی")
    assert "ژرفاپیمایی" in text_of(page.xpath("//div[@class='empty']")[0])
    assert meta_of(page, "robots") == "noindex,follow"


def test_a_very_long_search_is_cut_and_says_so(reader: Client) -> None:
    page = open_page(reader, "/search/?q=" + "انار " * 2000)
    assert len(page.xpath("//input[@id='q']/@value")[0]) <= 200
    assert "۲۰۰" in text_of(page.xpath("//p[@role='status']")[0])


@pytest.mark.parametrize("words", ["\0", "a\0b", "'", "!&|():*<->", "%", "\\", "\u200c", "  "])
def test_no_search_breaks_the_page(reader: Client, words: str) -> None:
    assert reader.get("/search/", {"q": words}).status_code == 200


def test_search_goes_on_by_more_news(reader: Client) -> None:
    publish_many(PAGE_LENGTH + 2)
    page = open_page(reader, "/search/?q=انار")
    (following,) = page.xpath("//a[@rel='next']/@href")
    assert len(open_page(reader, "/search/" + following).find_class("card")) == 2


def test_a_story_says_who_was_first(reader: Client) -> None:
    now = timezone.now()
    late = publish(make_article(source_published_at=now - timedelta(minutes=5)))
    first = publish(make_article(source_published_at=now - timedelta(minutes=9)))
    duplicate = make_article(duplicate_of=late, source_published_at=now)
    page = open_page(reader, make_story(late, first, duplicate).get_absolute_url())
    versions = page.xpath("//ol[@class='versions']/li")
    originals = [item.xpath(".//p[@class='original']/a/@href")[0] for item in versions]
    assert originals == [first.original_url, late.original_url, duplicate.original_url]
    assert [bool(item.find_class("first")) for item in versions] == [True, False, False]
    assert "۴" in text_of(versions[1].find_class("late")[0])
    assert duplicate.get_absolute_url() not in links_of(page)


def test_a_story_does_not_repeat_a_headline_that_was_taken_off(reader: Client) -> None:
    story = make_story(publish(make_article(headline="تیتر مانده")))
    page = open_page(reader, story.get_absolute_url())
    assert text_of(page.xpath("//h1")[0]) == "تیتر مانده"
    assert "تیتر نخستین" not in text_of(page)


def test_a_story_with_nothing_published_is_not_there(reader: Client) -> None:
    assert reader.get(make_story(make_article()).get_absolute_url()).status_code == 404


def test_an_old_slug_of_a_story_leads_to_the_right_one(reader: Client) -> None:
    story = make_story(publish(make_article()))
    response = reader.get(f"/story/{story.pk}/کهنه/")
    assert (response.status_code, response["Location"]) == (301, story.get_absolute_url())


def test_about_names_every_source_with_its_terms(reader: Client) -> None:
    source = make_source(credit_line="به نقل از توکا", text_terms="excerpt")
    settings = SiteSettings.load()
    settings.about = "درباره\n\n<b>ما</b>"
    settings.save()
    page = open_page(reader, "/about/")
    assert "به نقل از توکا" in text_of(page)
    assert {source.homepage, f"/source/{source.slug}/"} <= links_of(page)
    assert not list(page.iter("b"))


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_the_same_for_everybody_and_may_be_kept(reader: Client, address: str) -> None:
    publish(make_article())
    response = reader.get(address)
    assert response["Cache-Control"] == "public, max-age=5"
    assert response["Content-Language"] == "fa"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_an_unchanged_page_is_not_sent_again(reader: Client) -> None:
    article = publish(make_article())
    address = article.get_absolute_url()
    etag = reader.get(address)["ETag"]
    again = reader.get(address, headers={"if-none-match": etag})
    assert again.status_code == 304


def test_pages_are_only_read(reader: Client) -> None:
    assert reader.post("/").status_code == 405
    assert reader.head("/").status_code == 200


def test_home_costs_at_most_twelve_queries(reader: Client, make_image: Callable[[], Image]) -> None:
    sections: list[Section] = [make_section() for _number in range(8)]
    image = make_image()
    for section in sections:
        publish_many(6, section=section, image=image)
    make_story(*Article.objects.published()[:3])
    reader.get("/")  # makes the renditions
    with CaptureQueriesContext(connection) as queries:
        page = open_page(reader, "/")
    assert len(page.find_class("block")) == len(sections)
    assert len(queries) <= 12, [query["sql"][:100] for query in queries]


def test_a_list_costs_as_much_for_one_card_as_for_many(
    reader: Client, make_image: Callable[[], Image]
) -> None:
    counts = []
    section = make_section()
    for _round in range(2):
        publish_many(4, section=section, image=make_image())
        reader.get(section.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            open_page(reader, section.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6


def test_the_page_of_a_fault_needs_neither_database_nor_files(rf: RequestFactory) -> None:
    # No database fixture: any query would fail this test.
    response = show_fault(rf.get("/"))
    text = response.content.decode()
    assert response.status_code == 500
    assert 'dir="rtl"' in text
    assert "/static/publish/paper.css" in text
    assert response["Cache-Control"] == "no-store"


def test_english_is_the_papers_language_where_the_owner_says_so(
    reader: Client, settings: object
) -> None:
    settings.LANGUAGE_CODE = "en"  # type: ignore[attr-defined]
    publish(make_article())
    page = open_page(reader, "/")
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    (headline,) = page.xpath("//h2[@class='headline']//bdi")
    assert (headline.get("lang"), headline.get("dir")) == ("fa", "rtl")
    assert "Latest news" in text_of(page)


def test_a_page_does_not_vary_by_what_the_browser_says(reader: Client) -> None:
    assert reader.get("/").headers.get("Vary", "") in ("", "Accept-Encoding")


def test_a_long_page_comes_compressed(reader: Client) -> None:
    for _ in range(6):
        publish(make_article())
    answer = reader.get("/", headers={"accept-encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
