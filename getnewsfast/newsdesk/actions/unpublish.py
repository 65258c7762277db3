"""Unpublish an article: quietly off the site, with no claim of error."""

from __future__ import annotations

from django.db import transaction
from wagtail.actions.unpublish import UnpublishAction

from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actions.lock import lock
from getnewsfast.newsdesk.actor import Actor


@transaction.atomic
def unpublish(article: Article, *, by: Actor, is_over: bool = False) -> Article:
    """Take it off; ``is_over`` where its time is. Wagtail's signal announces it."""
    article = lock(article)
    if not article.live:
        return article
    action = "wagtail.unpublish.scheduled" if is_over else True
    UnpublishAction(article, set_expired=is_over, user=by.user, log_action=action).execute(
        skip_permission_checks=True
    )
    return lock(article)
