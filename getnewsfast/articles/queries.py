"""The site's sentences about articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models

from getnewsfast.text.forms import stem_words
from getnewsfast.text.normalise import key

if TYPE_CHECKING:
    from getnewsfast.articles.models import Article, Section  # noqa: F401  # named in quotes

# The comparison key is already folded, so PostgreSQL must not stem or stop any word of it.
SEARCH_CONFIG = "simple"
SEARCH_VECTOR = SearchVector("search_key", config=SEARCH_CONFIG)
STEMS_VECTOR = SearchVector("search_stems", config=SEARCH_CONFIG)
# What no list needs of an article, and what may be long.
NOT_LISTED = ("body", "public_body", "search_key", "search_stems")


def list_stems(search_key: str) -> str:
    """The stems of a comparison key's words, each once: what other forms are searched in."""
    return " ".join(dict.fromkeys(stem_words(search_key)))


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        return self.filter(live=True)

    def newest(self) -> Self:
        return self.order_by("-first_published_at", "-pk")

    def in_section(self, section: Section) -> Self:
        return self.filter(section=section)

    def waiting(self) -> Self:
        """What the desk has to decide: neither live, nor rejected, nor a duplicate."""
        return self.filter(live=False, duplicate_of=None, first_published_at=None).exclude(
            verdict="reject"
        )

    def for_cards(self) -> Self:
        """What a list of headlines shows, in one query, without the bodies."""
        return self.select_related("source", "section", "image").defer(*NOT_LISTED)

    def matching(self, words: str) -> Self:
        """Articles whose comparison key holds every word."""
        folded = key(words)
        if not folded:
            return self.none()
        return self.alias(found_in=SEARCH_VECTOR).filter(found_in=_ask(folded))

    def matching_forms(self, words: str) -> Self:
        """Articles that hold every word in whatever form, but not each as it is typed: «رفت» finds
        «می‌روند». What ``matching`` finds is left out, so that it can stand above.
        """
        folded = key(words)
        if not folded:
            return self.none()
        held = self.alias(found_in=SEARCH_VECTOR, stems_in=STEMS_VECTOR)
        return held.filter(stems_in=_ask(list_stems(folded))).exclude(found_in=_ask(folded))


def _ask(folded: str) -> SearchQuery:
    return SearchQuery(folded, config=SEARCH_CONFIG, search_type="plain")


ArticleManager = models.Manager.from_queryset(ArticleQuerySet)
