"""Approve an article: it may be published, and is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actions.lock import lock
from getnewsfast.newsdesk.actions.publish import publish
from getnewsfast.newsdesk.actions.record_verdict import Ruling, record_verdict
from getnewsfast.newsdesk.actor import Actor


@transaction.atomic
def approve(
    article: Article,
    *,
    by: Actor,
    now: datetime,
    reason: str = "",
    places: Mapping[str, str] | None = None,
) -> Article:
    article = lock(article)
    if article.verdict != Article.Verdict.APPROVE:
        record_verdict(article, Ruling(Article.Verdict.APPROVE, by, now, reason, places or {}))
    return publish(article, by=by, now=now)
