"""The page of one article: only what its source's terms let the public see."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from getnewsfast.articles.models import Article, Tag
from getnewsfast.group.models import Story, StoryMember
from getnewsfast.publish.models import SiteSettings
from getnewsfast.publish.paper import INDEXED, NOT_INDEXED, Head, absolute, render_page
from getnewsfast.publish.pictures import Cut, find_picture
from getnewsfast.publish.reads import find_versions, read_more
from getnewsfast.publish.structured import describe_article, script_text


def render_article(article: Article, *, is_preview: bool = False) -> HttpResponse:
    tags = list(article.tags.all())
    story = _find_story(article)
    paper = SiteSettings.load()
    return render_page(
        "publish/article.html",
        _make_head(article, is_preview=is_preview),
        paper=paper,
        article=article,
        tags=tags,
        picture=find_picture(article, Cut.FIGURE),
        shared_picture=_find_shared_picture(article),
        structured="" if is_preview else _write_structured(article, paper, tags),
        story=story,
        versions=find_versions(article, story.pk if story else None),
        more=read_more(article, story),
        is_preview=is_preview,
    )


def _write_structured(article: Article, paper: SiteSettings, tags: list[Tag]) -> SafeString:
    picture = find_picture(article, Cut.SHARED)
    described = describe_article(article, paper_name=paper.name, tags=tags, picture=picture)
    return script_text(described)


def _make_head(article: Article, *, is_preview: bool) -> Head:
    """The page is canonical by itself: search engines are to leave a copy out (``noindex``), and
    a canonical address elsewhere beside ``noindex`` would take the original out with it.
    """
    may_index = article.source.indexable and not is_preview
    return Head(
        title=article.headline,
        path="" if is_preview else article.get_absolute_url(),
        description=article.public_lead,
        robots=INDEXED if may_index else NOT_INDEXED,
        feed_path=reverse("feed_section", args=[article.section.slug]) if article.section else "",
    )


def _find_story(article: Article) -> Story | None:
    membership: StoryMember | None = getattr(article, "membership", None)
    return membership.story if membership is not None else None


def _find_shared_picture(article: Article) -> dict[str, Any]:
    """The picture that messengers show with a link; they ask for whole addresses."""
    picture = find_picture(article, Cut.SHARED)
    if picture is None:
        return {}
    return {"url": absolute(picture.url), "width": picture.width, "height": picture.height}
