"""Publish an article: live on the site, with what its source's terms allow."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from getnewsfast.articles.events import article_published
from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actions.lock import lock
from getnewsfast.newsdesk.actions.record_verdict import Ruling, record_verdict
from getnewsfast.newsdesk.actions.settle import settle
from getnewsfast.newsdesk.actor import Actor


@transaction.atomic
def publish(article: Article, *, by: Actor, now: datetime) -> Article:
    """Make it live now; where an editor's latest revision is scheduled, at that time.

    What an editor has worked on goes Wagtail's way, whose signal settles and announces it; the
    machine's own text, nine of ten, takes a few statements.
    """
    article = lock(article)
    if article.live and not article.has_unpublished_changes:
        return article
    if article.verdict != Article.Verdict.APPROVE:
        record_verdict(article, Ruling(Article.Verdict.APPROVE, by, now))
    if article.latest_revision is not None:
        article.latest_revision.publish(user=by.user, skip_permission_checks=True)
        return lock(article)
    _make_live(article, now)
    settle(article, now)
    log(instance=article, action="wagtail.publish", user=by.user)
    article_published.send(sender=Article, article=article)
    return article


def _make_live(article: Article, now: datetime) -> None:
    article.live = True
    article.expired = article.has_unpublished_changes = False
    article.go_live_at = None
    article.last_published_at = now
    article.first_published_at = article.first_published_at or now
    article.save(
        update_fields=[
            "live",
            "expired",
            "has_unpublished_changes",
            "go_live_at",
            "last_published_at",
            "first_published_at",
        ]
    )
