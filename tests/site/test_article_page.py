"""The page of an article: what it shows, what it must not, and what it says to machines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pages import links_of, meta_of, open_page, structured_of, text_of
from wagtail.images.models import Image

from getnewsfast.articles.models import Article, Tag
from getnewsfast.collect.models import Source
from getnewsfast.group.models import Story, StoryMember
from getnewsfast.publish.models import SiteSettings
from getnewsfast.publish.views import preview_article
from tests.build import make_article, make_section, make_source, publish

TERMS = Source.TextTerms
SECRET = "بخش پنهان گزارش"
LONG = "<p>" + "واژه‌ای دیگر از متن. " * 60 + SECRET + "</p>"


@pytest.mark.parametrize("terms", [TERMS.FULL, TERMS.EXCERPT, TERMS.HEADLINE])
@pytest.mark.parametrize("credit_line", ["", "به گزارش توکا"])
def test_every_article_names_its_source_and_links_its_original(
    reader: Client, terms: str, credit_line: str
) -> None:
    source = make_source(text_terms=terms, credit_line=credit_line)
    article = publish(make_article(source=source))
    page = open_page(reader, article.get_absolute_url())
    assert f"منبع: {source.credit}" in text_of(page) or f"Source: {source.credit}" in text_of(page)
    assert article.original_url in links_of(page)
    links = page.xpath("//a[@href=$url]", url=article.original_url)
    assert all("noopener" in link.get("rel") and not link.get("target") for link in links)


@pytest.mark.parametrize("terms", [TERMS.EXCERPT, TERMS.HEADLINE])
def test_what_the_terms_hold_back_is_nowhere_on_the_site(reader: Client, terms: str) -> None:
    section = make_section()
    source = make_source(text_terms=terms, excerpt_words=20)
    article = publish(make_article(source=source, section=section, body=LONG))
    addresses = ["/", article.get_absolute_url(), section.get_absolute_url(), "/feeds/all.rss"]
    addresses += [
        f"/source/{source.slug}/",
        "/search/?q=انار",
        f"/feeds/section/{section.slug}.rss",
    ]
    for address in addresses:
        response = reader.get(address)
        assert response.status_code == 200
        assert article.headline in response.content.decode(), address
        assert SECRET not in response.content.decode(), address


def test_only_the_public_columns_are_shown(reader: Client) -> None:
    article = publish(make_article())
    Article.objects.filter(pk=article.pk).update(lead="لید تازه", body="<p>متن تازه</p>")
    text = text_of(open_page(reader, article.get_absolute_url()))
    assert article.public_lead in text
    assert "نخستین بار انار" in text
    assert "لید تازه" not in text
    assert "متن تازه" not in text


def test_a_cut_article_leads_on_to_its_original(reader: Client) -> None:
    source = make_source(text_terms=TERMS.EXCERPT, excerpt_words=20)
    article = publish(make_article(source=source, body=LONG))
    page = open_page(reader, article.get_absolute_url())
    (link,) = page.xpath("//p[@class='continue']/a")
    assert link.get("href") == article.original_url
    assert source.credit in text_of(link)


def test_a_full_article_does_not_ask_readers_to_go_on_elsewhere(reader: Client) -> None:
    article = publish(make_article())
    assert not open_page(reader, article.get_absolute_url()).xpath("//p[@class='continue']")


def test_who_reported_it_is_named_where_it_is_not_the_source(reader: Client) -> None:
    facts = {"agency": "reuters", "agency_name": "رویترز", "place": "کابل"}
    article = publish(make_article(attribution=facts))
    text = text_of(open_page(reader, article.get_absolute_url()))
    assert "رویترز" in text and "کابل" in text
    own = publish(make_article(source=make_source(name="رویترز"), attribution=facts))
    assert own.credited_to == ""


def test_an_old_slug_leads_to_the_right_one(reader: Client) -> None:
    article = publish(make_article())
    for path in (f"/article/{article.pk}/نشانی-کهنه/", f"/article/{article.pk}/"):
        response = reader.get(path)
        assert response.status_code == 301
        assert response["Location"] == article.get_absolute_url()


@pytest.mark.parametrize("headline", ["انار ۱۰۰٪ رسید", "C++ & «نقل»", "؟!", "a/b?c#d"])
def test_every_headline_gives_an_address_that_opens(reader: Client, headline: str) -> None:
    article = publish(make_article(headline=headline))
    assert text_of(open_page(reader, article.get_absolute_url()).xpath("//h1")[0]) == headline


def test_what_is_not_published_is_not_there(reader: Client) -> None:
    article = make_article()
    response = reader.get(article.get_absolute_url())
    assert response.status_code == 404
    assert article.headline not in response.content.decode()


def test_a_duplicate_leads_to_the_article_it_hangs_under(reader: Client) -> None:
    first = publish(make_article())
    duplicate = make_article(duplicate_of=first)
    response = reader.get(duplicate.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, first.get_absolute_url())


def test_a_duplicate_of_what_is_not_published_is_not_there(reader: Client) -> None:
    duplicate = make_article(duplicate_of=make_article())
    assert reader.get(duplicate.get_absolute_url()).status_code == 404


def test_versions_of_others_are_listed_with_their_originals(reader: Client) -> None:
    first = publish(make_article())
    duplicate = make_article(duplicate_of=first)
    story = Story.objects.create(headline=first.headline, created_at=timezone.now())
    member = publish(make_article(headline="همان خبر با نگاهی دیگر"))
    for article in (first, duplicate, member):
        StoryMember.objects.create(story=story, article=article)
    page = open_page(reader, first.get_absolute_url())
    links = links_of(page.xpath("//ol[@class='versions']")[0])
    assert {duplicate.original_url, member.original_url, member.get_absolute_url()} <= links
    assert duplicate.get_absolute_url() not in links
    assert story.get_absolute_url() in links_of(page)


def test_a_version_the_desk_rejected_or_took_off_is_not_listed(reader: Client) -> None:
    first = publish(make_article())
    rejected = make_article(duplicate_of=first, verdict="reject")
    taken_off = make_article(duplicate_of=first, first_published_at=timezone.now())
    links = links_of(open_page(reader, first.get_absolute_url()))
    assert rejected.original_url not in links
    assert taken_off.original_url not in links


def test_both_times_are_shown_and_how_far_apart_they_are(reader: Client) -> None:
    article = make_article(
        source_published_at=timezone.now() - timedelta(seconds=12, milliseconds=500)
    )
    article = publish(article)
    page = open_page(reader, article.get_absolute_url())
    times = {element.get("datetime") for element in page.iter("time")}
    assert article.first_published_at.isoformat(timespec="seconds") in times
    assert article.source_published_at.isoformat(timespec="seconds") in times
    assert "۱۲" in text_of(page.xpath("//dl//span[@class='late']")[0])


def test_the_page_speaks_the_papers_language_and_the_article_its_own(reader: Client) -> None:
    source = make_source(language="en", name="Meridian Wire")
    article = publish(make_article(source=source, language="en", headline="Lake towns agree"))
    page = open_page(reader, article.get_absolute_url())
    assert (page.get("lang"), page.get("dir")) == ("fa", "rtl")
    heading = page.xpath("//h1")[0]
    assert (heading.get("lang"), heading.get("dir")) == ("en", "ltr")
    body = page.xpath("//div[@class='body']")[0]
    assert (body.get("lang"), body.get("dir")) == ("en", "ltr")
    (card,) = open_page(reader, "/").xpath("//h2[@class='headline']//bdi")
    assert (card.get("lang"), card.get("dir")) == ("en", "ltr")


@pytest.mark.parametrize(
    ("indexable", "robots"),
    [(False, "noindex,follow"), (True, "index,follow,max-image-preview:large")],
)
def test_search_engines_are_let_in_where_the_source_does(
    reader: Client, indexable: bool, robots: str
) -> None:
    article = publish(make_article(source=make_source(indexable=indexable)))
    page = open_page(reader, article.get_absolute_url())
    assert meta_of(page, "robots") == robots
    (canonical,) = page.xpath("//link[@rel='canonical']/@href")
    assert canonical.endswith(article.get_absolute_url())
    assert canonical.startswith("http")


def test_machines_are_told_whose_article_it_is(reader: Client) -> None:
    section = make_section(name="ورزش")
    article = make_article(section=section)
    article.tags.set([Tag.objects.create(name="والیبال")])
    article.save()
    article = publish(article)
    described = structured_of(open_page(reader, article.get_absolute_url()))
    assert described["@type"] == "NewsArticle"
    assert described["headline"] == article.headline
    assert described["isBasedOn"] == article.original_url
    assert described["sourceOrganization"]["name"] == article.source.credit
    assert described["publisher"]["name"] == SiteSettings.load().name
    assert described["datePublished"] == article.first_published_at.isoformat(timespec="seconds")
    assert described["keywords"] == ["والیبال"]
    assert described["articleSection"] == "ورزش"


def test_structured_text_cannot_leave_its_script(reader: Client) -> None:
    headline = "پایان </script><script>alert(1)</script> <!-- \u2028 & «نقل»"
    article = publish(make_article(headline=headline))
    source = reader.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in source
    assert "\u2028" not in source.split("ld+json")[1].split("</script>")[0]
    described = structured_of(open_page(reader, article.get_absolute_url()))
    assert described["headline"] == headline


def test_the_picture_is_our_own_and_keeps_its_place(
    reader: Client, make_image: Callable[[], Image]
) -> None:
    article = make_article(
        image=make_image(),
        image_caption="تالاب در بامداد",
        image_url="https://foreign.example/a.jpg",
    )
    article = publish(article)
    page = open_page(reader, article.get_absolute_url())
    (figure,) = page.iter("figure")
    (picture,) = figure.iter("img")
    assert picture.get("src").startswith("/media/images/")
    assert picture.get("alt") == "تالاب در بامداد"
    assert int(picture.get("width")) == 1200
    assert int(picture.get("height")) > 700
    assert meta_of(page, "og:image").startswith("http")
    assert "foreign.example" not in reader.get(article.get_absolute_url()).content.decode()


@pytest.mark.parametrize("is_the_sources", [True, False])
def test_a_source_that_forbids_its_pictures_has_none_shown_but_an_editors_own_stays(
    reader: Client, make_image: Callable[[], Image], is_the_sources: bool
) -> None:
    image = make_image()
    source = make_source(images_allowed=False)
    fetched = image if is_the_sources else None
    article = publish(make_article(source=source, image=image, source_image=fetched))
    figures = list(open_page(reader, article.get_absolute_url()).iter("figure"))
    assert len(figures) == (0 if is_the_sources else 1)


def test_a_picture_whose_file_is_lost_does_not_break_the_page(
    reader: Client, make_image: Callable[[], Image]
) -> None:
    image = make_image()
    image.file.storage.delete(image.file.name)
    article = publish(make_article(image=image))
    assert not list(open_page(reader, article.get_absolute_url()).iter("figure"))
    assert article.headline in text_of(open_page(reader, "/"))


def test_an_article_costs_at_most_eight_queries(
    reader: Client, make_image: Callable[[], Image]
) -> None:
    section = make_section()
    article = publish(make_article(image=make_image(), section=section))
    article.tags.set([Tag.objects.create(name="انار")])
    article.save()
    story = Story.objects.create(headline=article.headline, created_at=timezone.now())
    StoryMember.objects.create(story=story, article=article)
    for _number in range(3):
        StoryMember.objects.create(story=story, article=publish(make_article(section=section)))
        publish(make_article(section=section))
    reader.get(article.get_absolute_url())  # makes the renditions
    with CaptureQueriesContext(
        connection,
    ) as queries:
        open_page(reader, article.get_absolute_url())
    assert len(queries) <= 8, [query["sql"][:100] for query in queries]


def test_the_desk_previews_what_the_terms_would_let_through(rf: RequestFactory, db: None) -> None:
    source = make_source(text_terms=TERMS.EXCERPT, excerpt_words=20)
    article = make_article(source=source)
    article.headline = "تیتری که هنوز ذخیره نشده"
    article.body = LONG + "<p><b>پررنگ</b></p>"
    response = preview_article(rf.get("/"), article)
    text = response.content.decode()
    assert "تیتری که هنوز ذخیره نشده" in text
    assert SECRET not in text
    assert 'class="preview"' in text
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in text
    article.refresh_from_db()
    assert article.headline != "تیتری که هنوز ذخیره نشده"


def test_a_preview_keeps_what_an_editor_made_bold(rf: RequestFactory, db: None) -> None:
    article = make_article(body="<p><b>پررنگ</b> و <script>alert(1)</script>ساده</p>")
    text = preview_article(rf.get("/"), article).content.decode()
    assert "<strong>پررنگ</strong>" in text
    assert "alert(1)" not in text


def test_the_desk_finds_the_preview_by_itself(rf: RequestFactory, db: None) -> None:
    article: Any = make_article()
    assert article.headline in article.serve_preview(rf.get("/"), "").content.decode()
