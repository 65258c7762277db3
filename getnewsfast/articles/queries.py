"""The site's sentences about articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models

from getnewsfast.text.normalise import key

if TYPE_CHECKING:
    from getnewsfast.articles.models import Article, Section  # noqa: F401  # named in quotes

# The comparison key is already folded, so PostgreSQL must not stem or stop any word of it.
SEARCH_CONFIG = "simple"
SEARCH_VECTOR = SearchVector("search_key", config=SEARCH_CONFIG)


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
        return self.select_related("source", "section", "image").defer(
            "body", "public_body", "search_key"
        )

    def matching(self, words: str) -> Self:
        """Articles whose comparison key holds every word."""
        folded = key(words)
        if not folded:
            return self.none()
        query = SearchQuery(folded, config=SEARCH_CONFIG, search_type="plain")
        return self.alias(found_in=SEARCH_VECTOR).filter(found_in=query)


ArticleManager = models.Manager.from_queryset(ArticleQuerySet)
