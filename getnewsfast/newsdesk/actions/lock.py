"""Take an article for a change: fresh from the database, and nobody else's until the commit."""

from __future__ import annotations

from getnewsfast.articles.models import Article


def lock(article: Article) -> Article:
    """The row as it is now, locked; must stand inside a transaction."""
    return (
        Article.objects.select_for_update(of=("self",)).select_related("source").get(pk=article.pk)
    )
