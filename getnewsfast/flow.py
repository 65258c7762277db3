"""Every task and «what follows what», top to bottom: the page to read first.

    watch ──► entries ──► take_in: fetch page ► extract ► group ► label ► review
                                                                            │
                     illustrate ◄── published ◄── by rule, button or time ◄─┘

Stages announce (plain Django signals); this file alone decides what follows. A job is written in
the transaction of the fact it follows, so neither exists without the other.
"""

from __future__ import annotations

import asyncio
from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app
from wagtail.signals import published, unpublished

from getnewsfast.articles.events import article_published
from getnewsfast.articles.models import Article
from getnewsfast.collect import steps as collect
from getnewsfast.collect.events import entries_found
from getnewsfast.collect.models import Entry
from getnewsfast.extract import images
from getnewsfast.extract import steps as extract
from getnewsfast.group import steps as group
from getnewsfast.label import steps as label
from getnewsfast.newsdesk import steps as newsdesk
from getnewsfast.system.jobs import MOST_TRIES, Patience, in_thread, put_in_outbox, rescue_jobs
from getnewsfast.system.report import reported

LINE = "line"  # entries on their way to the site: what readers wait for
UPKEEP = "upkeep"  # everything that may wait a moment


# ── 1 Watching: runs by itself, in processes of its own ──────────────────────────────────────────
async def watch(stop: asyncio.Event) -> None:
    await collect.watch(stop)


@receiver(entries_found)
def on_entries_found(entries: list[Entry], **_: Any) -> None:
    put_in_outbox(take_in, [{"entry_id": entry.pk} for entry in entries])


# ── 2 The line: one job per entry, each step idempotent and in its own transaction ───────────────
@app.task(queue=LINE, retry=Patience(), pass_context=True)
async def take_in(context: JobContext, *, entry_id: int) -> None:
    last_try = context.job.attempts + 1 >= MOST_TRIES
    with reported("fetch_page", entry_id):
        await extract.fetch_page(entry_id, last_try=last_try)
    await in_thread(carry_on)(entry_id)


def carry_on(entry_id: int) -> None:
    with reported("make_article", entry_id):
        article_id = extract.make_article(entry_id)
    if article_id is None:
        return
    with reported("group_article", article_id):
        group.group_article(article_id)
    with reported("label_article", article_id):
        label.label_article(article_id)
    with reported("review", article_id):
        newsdesk.review(article_id)


# ── 3 What follows a publication, whoever pressed ────────────────────────────────────────────────
@receiver(published, sender=Article)
def on_published_from_the_desk(instance: Article, **_: Any) -> None:
    newsdesk.settle_published(instance)


@receiver(unpublished, sender=Article)
def on_unpublished_from_the_desk(instance: Article, **_: Any) -> None:
    newsdesk.settle_unpublished(instance)


@receiver(article_published)
def on_published(article: Article, **_: Any) -> None:
    if images.wants_image(article):
        put_in_outbox(illustrate, [{"article_id": article.pk}])


@app.task(queue=UPKEEP, retry=Patience())
async def illustrate(*, article_id: int) -> None:
    with reported("illustrate", article_id):
        await images.illustrate(article_id)


# ── 4 By the clock ───────────────────────────────────────────────────────────────────────────────
# The sixth field is seconds.
@app.periodic(cron="* * * * * */5")
@app.task(queue=UPKEEP, queueing_lock="publish_scheduled")
def publish_scheduled(timestamp: int) -> None:
    newsdesk.publish_scheduled(timezone.now())


@app.periodic(cron="* * * * * */10")
@app.task(queue=UPKEEP, queueing_lock="rescue_dead_workers_jobs")
async def rescue_dead_workers_jobs(timestamp: int) -> None:
    await rescue_jobs()


@app.periodic(cron="17 * * * *")
@app.task(queue=UPKEEP, queueing_lock="tidy_up")
def tidy_up(timestamp: int) -> None:
    now = timezone.now()
    extract.forget_snapshots(now)
    collect.forget_fetches(now)
