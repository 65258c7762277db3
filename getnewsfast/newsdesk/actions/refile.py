"""Refile a live article: its source has changed the text, and the site shows the new one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from getnewsfast.articles.events import article_published
from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actions.lock import lock
from getnewsfast.newsdesk.actions.settle import settle


@transaction.atomic
def refile(article: Article, *, now: datetime) -> Article:
    """Settle it again and announce it, if what the public sees is another than before."""
    article = lock(article)
    if not article.live or not settle(article, now):
        return article
    article.last_published_at = now
    Article.objects.filter(pk=article.pk).update(last_published_at=now)
    article_published.send(sender=Article, article=article)
    return article
