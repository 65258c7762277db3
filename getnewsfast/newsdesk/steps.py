"""Judge what comes in, and keep the site true to the verdicts, the terms and the clock."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.models import Revision

from getnewsfast.articles.events import article_published, article_unpublished
from getnewsfast.articles.models import Article
from getnewsfast.extract.core.sanitise import plain_text
from getnewsfast.newsdesk.actions.approve import approve
from getnewsfast.newsdesk.actions.hold import hold
from getnewsfast.newsdesk.actions.lock import lock
from getnewsfast.newsdesk.actions.record_verdict import Ruling, record_verdict
from getnewsfast.newsdesk.actions.refile import refile
from getnewsfast.newsdesk.actions.settle import check_publishable, settle
from getnewsfast.newsdesk.actions.unpublish import unpublish
from getnewsfast.newsdesk.actions.unschedule import unschedule
from getnewsfast.newsdesk.actor import HUB, Actor, whoever_is_at_the_desk
from getnewsfast.newsdesk.core.rules import (
    ArticleFacts,
    Condition,
    Judgement,
    RuleValue,
    VerdictWord,
    judge,
    read_words,
)
from getnewsfast.newsdesk.models import Rule
from getnewsfast.system.failures import GiveUp

logger = logging.getLogger("getnewsfast.newsdesk")


# ── What comes in ────────────────────────────────────────────────────────────────────────────────
@transaction.atomic
def review(article_id: int) -> None:
    """Give a new article its verdict; show a live one's new text. A duplicate gets no verdict."""
    article = lock(Article(pk=article_id))
    if article.verdict:
        _show_new_text(article)
    elif article.duplicate_of_id is None:
        _carry_out(
            article,
            judge(_read_facts(article), _read_rules(), trust=_read_trust(article)),
        )


def _carry_out(article: Article, judgement: Judgement) -> None:
    now, by = timezone.now(), Actor(rule_id=judgement.rule_id)
    message, places = judgement.message, judgement.places
    if judgement.verdict is VerdictWord.APPROVE:
        try:
            approve(article, by=by, now=now, reason=message, places=places)
            return
        except GiveUp as failure:  # the terms stand above the rules
            message, places = failure.message, failure.places
    hold(article, by=by, now=now, reason=message, places=places)


def _show_new_text(article: Article) -> None:
    try:
        refile(article, now=timezone.now())
    except GiveUp as failure:
        # The new text may not be shown (empty, say): the one on the site stays.
        logger.info("not refiled id=%d: %s", article.pk, failure.message)


def _read_facts(article: Article) -> ArticleFacts:
    return ArticleFacts(
        source_id=article.source_id,
        source_name=article.source.name,
        section_id=article.section_id,
        language=article.language,
        headline=article.headline,
        lead=article.lead,
        has_text=bool(article.lead.strip() or plain_text(article.body).strip()),
    )


def _read_rules() -> list[RuleValue]:
    return [
        RuleValue(
            rule_id=row.pk,
            name=row.name,
            condition=Condition(
                source_id=row.source_id,
                section_id=row.section_id,
                language=row.language,
                words=read_words(row.words),
            ),
            verdict=VerdictWord(row.verdict),
        )
        for row in Rule.objects.filter(enabled=True)
    ]


def _read_trust(article: Article) -> VerdictWord:
    return VerdictWord(article.source.trust)


# ── What happened at the desk ────────────────────────────────────────────────────────────────────
@transaction.atomic
def settle_published(article: Article) -> None:
    """Follow Wagtail's «published»: enforce the terms, keep the verdict, announce.

    Wagtail sends it for a planned publication too, before the time has come: then the article is
    only checked. GiveUp rolls the publication back, since both stand in one transaction.
    """
    now = article.last_published_at if article.live else timezone.now()
    now = now or timezone.now()
    check_publishable(article, now)
    if article.verdict != Article.Verdict.APPROVE:
        ruling = Ruling(Article.Verdict.APPROVE, whoever_is_at_the_desk(), timezone.now())
        record_verdict(article, ruling)
    if not article.live:
        return
    settle(article, now)
    if article.source_changed:
        article.source_changed = False
        Article.objects.filter(pk=article.pk).update(source_changed=False)
    article_published.send(sender=Article, article=article)


@transaction.atomic
def settle_unpublished(article: Article) -> None:
    """Follow Wagtail's «unpublished»: no plan is left, and the site is told."""
    unschedule(article)
    article_unpublished.send(sender=Article, article=article)


# ── What the clock brings ────────────────────────────────────────────────────────────────────────
def publish_scheduled(now: datetime) -> int:
    """Publish what is due and take off what is over; how many. One article, one transaction.

    Wagtail's own command does all in none, and stops at the first failure.
    """
    due = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(Article),
        approved_go_live_at__lte=now,
    )
    over = Article.objects.filter(live=True, expire_at__lte=now)
    done: list[int] = []
    with ExitStack() as turns:  # every turn is taken; what went wrong in one is raised at the end
        for pk in over.order_by("-expire_at").values_list("pk", flat=True):
            turns.callback(_take_off, pk, now, done)
        for pk in due.order_by("-approved_go_live_at").values_list("pk", flat=True):
            turns.callback(_publish_due, pk, now, done)
    return len(done)


def _publish_due(revision_id: int, now: datetime, done: list[int]) -> None:
    try:
        with transaction.atomic():
            if _publish_revision(revision_id, now):
                done.append(revision_id)
    except GiveUp as failure:
        _put_back(revision_id, failure, now)
    except DatabaseError as error:
        logger.warning("not published yet revision=%d: %s", revision_id, error)


def _publish_revision(revision_id: int, now: datetime) -> bool:
    due = Revision.objects.select_for_update(skip_locked=True, of=("self",))
    revision = due.filter(pk=revision_id, approved_go_live_at__lte=now).first()
    if revision is None:  # another worker has it
        return False
    lock(Article(pk=int(revision.object_id)))
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


@transaction.atomic
def _put_back(revision_id: int, failure: GiveUp, now: datetime) -> None:
    """What could not be published waits in the queue again, and says why."""
    revision = Revision.objects.get(pk=revision_id)
    article = lock(Article(pk=int(revision.object_id)))
    unschedule(article)
    if article.live:
        logger.warning("revision not published id=%d: %s", article.pk, failure.message)
        return
    ruling = Ruling(Article.Verdict.HOLD, HUB, now, failure.message, failure.places)
    record_verdict(article, ruling)


def _take_off(article_id: int, now: datetime, done: list[int]) -> None:
    try:
        with transaction.atomic():
            article = lock(Article(pk=article_id))
            if article.live and article.expire_at and article.expire_at <= now:
                unpublish(article, by=HUB, is_over=True)
                done.append(article_id)
    except DatabaseError as error:
        logger.warning("not taken off yet id=%d: %s", article_id, error)
