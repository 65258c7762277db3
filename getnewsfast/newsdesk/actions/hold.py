"""Hold an article: it waits in the queue for a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actions.lock import lock
from getnewsfast.newsdesk.actions.record_verdict import Ruling, record_verdict
from getnewsfast.newsdesk.actions.unschedule import unschedule
from getnewsfast.newsdesk.actor import Actor
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _


@transaction.atomic
def hold(
    article: Article,
    *,
    by: Actor,
    now: datetime,
    reason: str = "",
    places: Mapping[str, str] | None = None,
) -> Article:
    article = lock(article)
    if article.live:
        raise GiveUp(_("This article is on the site. Unpublish it first."))
    if article.verdict == Article.Verdict.HOLD and (by.user is None or _is_held_by_person(article)):
        return article
    unschedule(article)
    record_verdict(article, Ruling(Article.Verdict.HOLD, by, now, reason, places or {}))
    return article


def _is_held_by_person(article: Article) -> bool:
    latest = article.verdicts.first()
    return latest is not None and latest.user_id is not None
