"""Take a decision back: what was just approved or rejected waits in the queue again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actions.hold import hold
from getnewsfast.newsdesk.actions.lock import lock
from getnewsfast.newsdesk.actions.unpublish import unpublish
from getnewsfast.newsdesk.actor import Actor
from getnewsfast.system.failures import gettext_noop as _


@transaction.atomic
def take_back(article: Article, *, by: Actor, now: datetime) -> Article:
    article = lock(article)
    if article.live:
        article = unpublish(article, by=by)
        # The publication never was: the next one is the first, with its own time.
        Article.objects.filter(pk=article.pk).update(first_published_at=None)
    return hold(article, by=by, now=now, reason=_("An editor took the decision back."))
