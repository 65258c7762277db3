"""Whatever an agency writes into a field, it stays text."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from pages import open_page

from getnewsfast.articles.models import Article, Tag
from getnewsfast.group.models import Story, StoryMember
from tests.build import make_article, make_section, make_source, publish

ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 }}"
SCHEMES = [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
]
TEXTS = ["kicker", "headline", "lead", "byline", "image_caption", "image_credit", "body"]


def make_hostile(**fields: str) -> Article:
    tag = Tag.objects.create(name="<script>alert(1)</script>", slug="hostile")
    article = make_article(section=make_section(), **fields)
    article.tags.set([tag])
    article.save()
    article = publish(article)
    duplicate = make_article(source=make_source(), duplicate_of=article, **fields)
    from django.utils import timezone

    story = Story.objects.create(headline=article.headline, created_at=timezone.now())
    for member in (article, duplicate):
        StoryMember.objects.create(story=story, article=member)
    return article


def every_page(article: Article) -> list[str]:
    assert article.section is not None
    return [
        "/",
        article.get_absolute_url(),
        article.membership.story.get_absolute_url(),  # type: ignore[attr-defined]
        article.section.get_absolute_url(),
        f"/source/{article.source.slug}/",
        "/tag/hostile/",
        "/about/",
        "/search/?q=آلرت<script>alert(1)</script>",
        "/search/?q=alert",
    ]


def assert_harmless(page: html.HtmlElement) -> None:
    for script in page.iter("script"):
        assert script.get("type") == "application/ld+json"
        assert "<" not in script.text
    for element in page.iter():
        assert not [name for name in element.attrib if name.lower().startswith("on")]
        assert "style" not in element.attrib
        for name in ("href", "src", "action"):
            address = element.get(name, "").strip().lower()
            assert not address.startswith(("javascript:", "data:", "vbscript:")), address
    assert not [image for image in page.iter("img") if image.get("src") == "x"]


@pytest.mark.parametrize("field", TEXTS)
def test_markup_in_a_field_stays_text(reader: Client, field: str) -> None:
    article = make_hostile(**{field: ATTACK})
    for address in every_page(article):
        assert_harmless(open_page(reader, address))


@pytest.mark.parametrize("address", SCHEMES)
def test_an_original_that_is_no_web_address_is_not_linked(reader: Client, address: str) -> None:
    article = make_hostile(original_url=address)
    for page in every_page(article):
        assert_harmless(open_page(reader, page))


@pytest.mark.parametrize("address", SCHEMES)
def test_a_homepage_that_is_no_web_address_is_not_linked(reader: Client, address: str) -> None:
    source = make_source(homepage=address, name=ATTACK, credit_line=ATTACK)
    article = publish(make_article(source=source, section=make_section()))
    for page in ["/", article.get_absolute_url(), f"/source/{source.slug}/", "/about/"]:
        assert_harmless(open_page(reader, page))


def test_a_link_with_a_script_in_the_body_loses_its_address(reader: Client) -> None:
    body = '<p onclick="alert(1)"><a href="javascript:alert(1)">اینجا</a> را ببینید.</p>'
    article = publish(make_article(body=body + '<iframe src="https://evil.example"></iframe>'))
    page = open_page(reader, article.get_absolute_url())
    assert_harmless(page)
    assert not list(page.iter("iframe"))
    assert "اینجا را ببینید" in page.text_content()


def test_pages_load_nothing_from_another_host(reader: Client) -> None:
    article = make_hostile(body='<p>متن</p><img src="https://tracker.example/p.gif">')
    for address in every_page(article):
        page = open_page(reader, address)
        loaded = page.xpath("//img/@src | //script/@src | //link[@rel='stylesheet']/@href")
        loaded += page.xpath("//link[@rel='preload']/@href | //link[@rel='icon']/@href")
        assert loaded
        assert all(each.startswith("/") and not each.startswith("//") for each in loaded)
