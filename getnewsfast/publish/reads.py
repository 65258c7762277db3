"""What the pages read. Each function says how many queries it makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404

from getnewsfast.articles.models import Article, Section
from getnewsfast.articles.queries import NOT_LISTED, ArticleQuerySet
from getnewsfast.collect.models import Source
from getnewsfast.group.models import Story, StoryMember

PAGE_LENGTH: Final = 24
LATEST_COUNT: Final = 12
TOP_COUNT: Final = 4
BLOCK_COUNT: Final = 5
MORE_COUNT: Final = 5
MOST_VERSIONS: Final = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a long list; ``next_id`` is what follows «before», None at the list's end."""

    articles: list[Article]
    next_id: int | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A section on the home page: one article large, the others as lines."""

    section: Section
    first: Article
    others: list[Article]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many texts there are of the story that an article belongs to."""

    story: Story
    version_count: int


@dataclass(frozen=True, slots=True)
class Front:
    """The home page, top to bottom."""

    lead: Article | None
    coverage: Coverage | None
    top: list[Article]
    latest: list[Article]
    blocks: list[Block]
    next_id: int | None


@dataclass(frozen=True, slots=True)
class Version:
    """One agency's text of a happening. ``path`` is empty where we do not publish the text."""

    source: Source
    headline: str
    language: str
    direction: str
    lead: str
    at: datetime | None
    original_url: str
    path: str


def with_pictures(articles: ArticleQuerySet) -> ArticleQuerySet:
    """For lists of cards: two queries however long the list."""
    return articles.for_cards().prefetch_related("image__renditions")


def read_page(articles: ArticleQuerySet, before: str | None) -> Page:
    """Three queries at most. Keyset, not offset: the hundredth page costs what the first does,
    and nothing is shown twice where new articles arrive between two pages.
    """
    if before is not None:
        articles = _older_than(articles, _read_last(before))
    return _make_page(_read_newest(articles, PAGE_LENGTH + 1), before)


def read_found(words: str, before: str | None) -> Page:
    """What a search finds: articles with the very words, the newest first; below them those with
    other forms of the words. Six queries at most.
    """
    articles = Article.objects.published()
    exact, alike = articles.matching(words), articles.matching_forms(words)
    if before is not None:
        last = _read_last(before)
        if Article.objects.matching(words).filter(pk=last.pk).exists():
            exact = _older_than(exact, last)
        else:
            exact, alike = exact.none(), _older_than(alike, last)
    found = _read_newest(exact, PAGE_LENGTH + 1)
    if len(found) <= PAGE_LENGTH:
        found += _read_newest(alike, PAGE_LENGTH + 1 - len(found))
    return _make_page(found, before)


def _read_newest(articles: ArticleQuerySet, count: int) -> list[Article]:
    return list(with_pictures(articles.newest())[:count])


def _make_page(found: list[Article], before: str | None) -> Page:
    shown = found[:PAGE_LENGTH]
    has_more = len(found) > PAGE_LENGTH
    return Page(shown, shown[-1].pk if has_more else None, before is None)


def _read_last(before: str) -> Article:
    """The article that the page before this one ended with."""
    if not before.isdecimal() or len(before) > 18:
        raise Http404
    # Not only among the published: the last article of a page may be withdrawn meanwhile.
    last: Article = get_object_or_404(Article.objects.only("first_published_at"), pk=int(before))
    if last.first_published_at is None:
        raise Http404
    return last


def _older_than(articles: ArticleQuerySet, last: Article) -> ArticleQuerySet:
    # The first condition, implied by the others, lets PostgreSQL start in the middle of the index.
    return articles.filter(first_published_at__lte=last.first_published_at).exclude(
        first_published_at=last.first_published_at, pk__gte=last.pk
    )


def read_front(sections: list[Section]) -> Front:
    """Seven queries."""
    newest = list(with_pictures(Article.objects.published().newest())[:PAGE_LENGTH])
    coverages = read_coverages(newest)
    lead = choose_lead(newest, coverages)
    top = [a for a in newest if a != lead and a.shows_image][:TOP_COUNT]
    latest = [article for article in newest if article != lead][:LATEST_COUNT]
    shown = {article.pk for article in [lead, *top] if article is not None}
    return Front(
        lead=lead,
        coverage=coverages.get(lead.pk) if lead is not None else None,
        top=top,
        latest=latest,
        blocks=_read_blocks(sections, shown),
        next_id=latest[-1].pk if len(newest) > len(latest) + 1 else None,
    )


def choose_lead(newest: list[Article], coverages: dict[int, Coverage]) -> Article | None:
    """What most agencies report leads; of equals one in the paper's own language, then one with a
    picture, then the newest.
    """

    def weigh(article: Article) -> tuple[int, bool, bool]:
        coverage = coverages.get(article.pk)
        is_ours = article.language == settings.LANGUAGE_CODE
        return coverage.version_count if coverage else 1, is_ours, article.shows_image

    return max(newest, key=weigh, default=None)


def read_coverages(articles: list[Article]) -> dict[int, Coverage]:
    """The stories of the articles that have company in one; one query."""
    members = StoryMember.objects.filter(article__in=articles).select_related("story")
    counted = members.annotate(version_count=Count("story__members"))
    return {
        member.article_id: Coverage(member.story, member.version_count)
        for member in counted.filter(version_count__gt=1)
    }


def _read_blocks(sections: list[Section], shown: set[int]) -> list[Block]:
    """Three queries. Each branch of the union reads a few rows of its section's index."""
    branches = [
        Article.objects.published().in_section(section).newest()
        .values_list("pk", flat=True)[: BLOCK_COUNT + len(shown)]
        for section in sections
    ]  # fmt: skip
    if not branches:
        return []
    ids = set(branches[0].union(*branches[1:], all=True)) - shown
    articles = list(with_pictures(Article.objects.filter(pk__in=ids).newest()))
    blocks = []
    for section in sections:
        own = [article for article in articles if article.section_id == section.pk][:BLOCK_COUNT]
        if own:
            first = next((article for article in own if article.shows_image), own[0])
            blocks.append(Block(section, first, [a for a in own if a != first]))
    return blocks


def read_more(article: Article, story: Story | None) -> list[Article]:
    """The newest others of an article's section, on other matters; one query."""
    others = Article.objects.published().newest().for_cards()
    if article.section is not None:
        others = others.in_section(article.section)
    if story is not None:
        others = others.exclude(membership__story=story)
    return list(others.exclude(pk=article.pk)[:MORE_COUNT])


def find_versions(article: Article, story_id: int | None) -> list[Version]:
    """Other agencies' texts of the same: duplicates and members of the story; one query."""
    if article.pk is None:
        return []
    same = Q(duplicate_of=article.pk)
    if story_id is not None:
        same |= Q(membership__story=story_id)
    if article.duplicate_of_id is not None:
        same |= Q(pk=article.duplicate_of_id) | Q(duplicate_of=article.duplicate_of_id)
    return _read_versions(same & ~Q(pk=article.pk))


def find_story_versions(story_id: int) -> list[Version]:
    """The texts of a story, the earliest first, also duplicates of its members; one query."""
    member = Q(membership__story=story_id)
    return _read_versions(member | Q(duplicate_of__membership__story=story_id))


def _read_versions(which: Q) -> list[Version]:
    # A duplicate is never on the site itself: its source is named as long as its text is there,
    # but not where the desk rejected it or took it off.
    kept = Q(duplicate_of__live=True, first_published_at=None) & ~Q(verdict="reject")
    rows = Article.objects.filter(which).filter(Q(live=True) | kept)
    rows = rows.select_related("source").defer(*NOT_LISTED)
    said_at = Coalesce("source_published_at", "found_at")
    return [_read_version(article) for article in rows.order_by(said_at, "pk")[:MOST_VERSIONS]]


def _read_version(article: Article) -> Version:
    return Version(
        source=article.source,
        headline=article.headline,
        language=article.language,
        direction=article.direction,
        lead=article.public_lead if article.live else "",
        at=article.source_published_at or article.found_at,
        original_url=article.original_url,
        path=article.get_absolute_url() if article.live else "",
    )
