"""Drop the plan to publish an article later."""

from __future__ import annotations

from getnewsfast.articles.models import Article


def unschedule(article: Article) -> None:
    """Nothing of a locked article goes live by the clock any more."""
    if article.latest_revision_id:
        article.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    if article.go_live_at is not None:
        article.go_live_at = None
        Article.objects.filter(pk=article.pk).update(go_live_at=None)
