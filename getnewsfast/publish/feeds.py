"""Our own feeds: RSS 2.0, with each article's credit, and no more text than its page shows."""

from __future__ import annotations

import re
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from getnewsfast.articles.models import Article, Section, Tag
from getnewsfast.articles.queries import ArticleQuerySet
from getnewsfast.collect.models import Source
from getnewsfast.publish.links import web_address
from getnewsfast.publish.models import SiteSettings
from getnewsfast.publish.paper import absolute, paper_page

FEED_LENGTH: Final = 50
TTL_MINUTES: Final = 1
# XML 1.0 has no way to write these, and one of them would make the whole feed unreadable.
UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class PaperFeed(Rss201rev2Feed):
    """RSS 2.0 with the whole public text, and the source of each article as its credit."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:creator", item["credit"])
        handler.addQuickElement("source", item["credit"], {"url": item["source_url"]})
        handler.addQuickElement("content:encoded", item["text"])


@paper_page
def feed_all(request: HttpRequest) -> HttpResponse:
    return _write_feed(request, "", reverse("home"), Article.objects.published())


@paper_page
def feed_section(request: HttpRequest, slug: str) -> HttpResponse:
    section = get_object_or_404(Section, slug=slug)
    articles = Article.objects.published().in_section(section)
    return _write_feed(request, str(section), section.get_absolute_url(), articles)


@paper_page
def feed_source(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source, slug=slug)
    articles = Article.objects.published().filter(source=source)
    return _write_feed(request, str(source), reverse("source", args=[slug]), articles)


@paper_page
def feed_tag(request: HttpRequest, slug: str) -> HttpResponse:
    tag = get_object_or_404(Tag, slug=slug)
    articles = Article.objects.published().filter(tags=tag)
    return _write_feed(request, tag.name, tag.get_absolute_url(), articles)


def _write_feed(
    request: HttpRequest, subject: str, path: str, articles: ArticleQuerySet
) -> HttpResponse:
    """Three queries."""
    paper = SiteSettings.load()
    feed = PaperFeed(
        title=_clean(f"{paper.name}: {subject}" if subject else paper.name),
        link=absolute(path),
        description=_clean(paper.motto or paper.name),
        language=settings.LANGUAGE_CODE,
        feed_url=absolute(request.get_full_path_info()),
        ttl=TTL_MINUTES,
    )
    newest = articles.select_related("source", "section").prefetch_related("tags").newest()
    for article in newest.defer("body", "search_key", "search_stems")[:FEED_LENGTH]:
        _add_article(feed, article)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _add_article(feed: PaperFeed, article: Article) -> None:
    section_names = [str(article.section)] if article.section else []
    feed.add_item(
        title=_clean(article.headline),
        link=absolute(article.get_absolute_url()),
        description=_clean(article.public_lead),
        unique_id=absolute(reverse("article_by_id", args=[article.pk])),
        unique_id_is_permalink=False,
        pubdate=article.first_published_at,
        categories=[_clean(name) for name in [*section_names, *_tag_names(article)]],
        credit=_clean(article.source.credit),
        # Not the address we watch: it may hold a key that its owner gave to us alone.
        source_url=web_address(article.source.homepage),
        text=_clean(_write_text(article)),
    )


def _tag_names(article: Article) -> list[str]:
    return [tag.name for tag in article.tags.all()]


def _write_text(article: Article) -> SafeString:
    """What the article's page shows, with credit and link: feed readers drop all else."""
    original = web_address(article.original_url) or web_address(article.source.homepage)
    return format_html(
        '<div lang="{}" dir="{}"><p>{}</p>{}</div><p>{} <a href="{}">{}</a></p>',
        article.language,
        article.direction,
        article.public_lead,
        mark_safe(article.public_body),  # noqa: S308 - sanitised when it was published
        _("Source:"),
        original,
        article.source.credit,
    )


def _clean(text: str) -> str:
    return UNWRITABLE.sub("", text)
