"""The pages of the paper."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import unquote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from getnewsfast.articles.models import Article, Section, Tag
from getnewsfast.articles.queries import ArticleQuerySet
from getnewsfast.collect.models import Source
from getnewsfast.group.models import Story
from getnewsfast.publish.article_page import render_article
from getnewsfast.publish.paper import (
    INDEXED,
    NOT_INDEXED,
    Head,
    mark_public,
    paper_page,
    read_menu,
    render_page,
)
from getnewsfast.publish.preview import fill_public
from getnewsfast.publish.reads import find_story_versions, read_found, read_front, read_page

QUERY_LENGTH: Final = 200  # longer than any headline; the rest would only cost


@paper_page
def show_home(request: HttpRequest) -> HttpResponse:
    before = request.GET.get("before")
    head = Head(title="", path=reverse("home"), feed_path=reverse("feed_all"))
    if before is not None:
        return _show_list(Article.objects.published(), before, head, heading=_("Latest news"))
    menu = read_menu()
    return render_page("publish/home.html", head, menu=menu, front=read_front(menu))


def _show_list(
    articles: ArticleQuerySet, before: str | None, head: Head, *, heading: str, **context: Any
) -> HttpResponse:
    page = read_page(articles, before)
    return render_page("publish/list.html", head, heading=heading, page=page, **context)


@paper_page
def show_section(request: HttpRequest, slug: str) -> HttpResponse:
    section = get_object_or_404(Section, slug=slug)
    head = Head(
        title=str(section),
        path=section.get_absolute_url(),
        feed_path=reverse("feed_section", args=[slug]),
    )
    articles = Article.objects.published().in_section(section)
    before = request.GET.get("before")
    return _show_list(articles, before, head, heading=str(section), section=section)


@paper_page
def show_source(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source, slug=slug)
    head = Head(
        title=str(source),
        path=reverse("source", args=[slug]),
        robots=INDEXED if source.indexable else NOT_INDEXED,
        feed_path=reverse("feed_source", args=[slug]),
    )
    articles = Article.objects.published().filter(source=source)
    before = request.GET.get("before")
    return _show_list(articles, before, head, heading=str(source), source=source)


@paper_page
def show_tag(request: HttpRequest, slug: str) -> HttpResponse:
    tag = get_object_or_404(Tag, slug=slug)
    head = Head(
        title=tag.name, path=tag.get_absolute_url(), feed_path=reverse("feed_tag", args=[slug])
    )
    articles = Article.objects.published().filter(tags=tag)
    return _show_list(articles, request.GET.get("before"), head, heading=tag.name, tag=tag)


@paper_page
def show_search(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "").replace("\0", " ").strip()
    query = asked[:QUERY_LENGTH]
    title = _("Search: {query}").format(query=query) if query else _("Search")
    return render_page(
        "publish/search.html",
        Head(title=title, path=reverse("search"), robots=NOT_INDEXED),
        query=query,
        is_cut=len(asked) > QUERY_LENGTH,
        most=QUERY_LENGTH,
        page=read_found(query, request.GET.get("before")),
    )


@paper_page
def show_article(request: HttpRequest, article_id: int, slug: str = "") -> HttpResponse:
    related = ("source", "section", "image", "duplicate_of", "membership__story")
    articles = Article.objects.select_related(*related).prefetch_related("image__renditions")
    article = get_object_or_404(articles, pk=article_id)
    if not article.live:
        first = article.duplicate_of
        if first is None or not first.live:
            raise Http404
        return redirect(first, permanent=True)
    if request.path != unquote(article.get_absolute_url()):
        return redirect(article, permanent=True)
    return render_article(article)


@paper_page
def show_story(request: HttpRequest, story_id: int, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, pk=story_id)
    versions = find_story_versions(story_id)
    published = [version for version in versions if version.path]
    if not published:
        raise Http404
    if request.path != unquote(story.get_absolute_url()):
        return redirect(story, permanent=True)
    # The story's own headline may be that of an article that has been taken off since.
    main = published[0]
    may_index = all(version.source.indexable for version in published)
    head = Head(
        title=main.headline,
        path=story.get_absolute_url(),
        robots=INDEXED if may_index else NOT_INDEXED,
    )
    return render_page("publish/story.html", head, versions=versions, main=main)


@paper_page
def show_about(request: HttpRequest) -> HttpResponse:
    head = Head(title=_("About"), path=reverse("about"))
    return render_page("publish/about.html", head, sources=Source.objects.filter(enabled=True))


@never_cache
def preview_article(request: HttpRequest, article: Article) -> HttpResponse:
    """The page an article will have, for the desk: from what is in the form, saved or not."""
    with translation.override(settings.LANGUAGE_CODE):
        return render_article(fill_public(article), is_preview=True)


def show_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with translation.override(settings.LANGUAGE_CODE):
        head = Head(title=_("Page not found"), path="", robots=NOT_INDEXED)
        response = render_page("publish/not_found.html", head)
    response.status_code = 404
    return mark_public(response)


def show_fault(request: HttpRequest) -> HttpResponse:
    """What is left to say where anything may be broken: no database, no manifest of files."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "language": settings.LANGUAGE_CODE,
            "style_url": f"{settings.STATIC_URL}publish/paper.css",
        }
        text = render_to_string("publish/fault.html", context)
    response = HttpResponseServerError(text)
    response.headers["Cache-Control"] = "no-store"
    return response
