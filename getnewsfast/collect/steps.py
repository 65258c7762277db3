"""Watching: claim the feeds that are due, look at them, store what is new."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import random
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, transaction
from django.utils import timezone

from getnewsfast.collect.core.feeds import read_feed
from getnewsfast.collect.core.listing import read_listing
from getnewsfast.collect.core.schedule import plan_next_look
from getnewsfast.collect.core.values import (
    History,
    Limits,
    ListingSelectors,
    Outcome,
    OutcomeKind,
    ReadFeed,
)
from getnewsfast.collect.models import Feed, Fetch
from getnewsfast.collect.store import Stored, store_entries
from getnewsfast.system.failures import Failure, GiveUp, TryAgain
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.http import Answer, retry_after_seconds
from getnewsfast.system.outbound import close_outbound, outbound

logger = logging.getLogger("getnewsfast.watch")

# How often the watcher asks for due feeds: the delay this adds is half of it on average.
CLAIM_SECONDS = 0.25
DATABASE_PAUSE_SECONDS = 2.0
MOST_GAPS = 20
ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)


@dataclass(slots=True)
class Look:
    """What one look at a feed has found out so far."""

    began_at: datetime
    answer: Answer | None = None
    read: ReadFeed | None = None
    failure: Failure | None = None
    body_hash: str = ""
    is_gone: bool = False
    retry_after_seconds: float | None = None

    @property
    def is_same(self) -> bool:
        return self.failure is None and self.read is None


@dataclass(slots=True)
class Watcher:
    """One long-running watcher; any number of them share the feeds by leases."""

    stop: asyncio.Event
    holder: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}")
    looks: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self) -> None:
        try:
            while not self.stop.is_set():
                await self._claim_and_look()
                await self._pause(CLAIM_SECONDS)
        finally:
            if self.looks:
                await asyncio.wait(self.looks, timeout=10)
            await close_outbound()

    async def _claim_and_look(self) -> None:
        room = settings.WATCH_AT_ONCE - len(self.looks)
        if room <= 0:
            return
        try:
            feeds = await sync_to_async(claim_due)(timezone.now(), holder=self.holder, most=room)
        except (OperationalError, InterfaceError) as error:
            logger.warning("database unreachable: %s", error)
            await sync_to_async(close_old_connections)()
            await self._pause(DATABASE_PAUSE_SECONDS)
            return
        for feed in feeds:
            task = asyncio.create_task(self._look(feed))
            self.looks.add(task)
            task.add_done_callback(self.looks.discard)

    async def _look(self, feed: Feed) -> None:
        try:
            await look_at(feed)
        except (OperationalError, InterfaceError) as error:
            # The lease runs out and the feed is claimed again: nothing was stored, nothing is lost.
            logger.warning("look lost feed=%s: %s", feed.pk, error)

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.stop.wait(), seconds)
        except TimeoutError:
            pass


async def watch(stop: asyncio.Event) -> None:
    """Look at every feed when it is due, until ``stop`` is set."""
    await Watcher(stop).run()


@transaction.atomic
def claim_due(now: datetime, *, holder: str, most: int) -> list[Feed]:
    """Feeds that are due, leased to this holder; two watchers never get the same one."""
    due = (
        Feed.objects.due(now)
        .select_related("source")
        .select_for_update(skip_locked=True, of=("self",))
    )
    feeds = list(due[:most])
    if feeds:
        Feed.objects.filter(pk__in=[feed.pk for feed in feeds]).update(
            lease_until=now + timedelta(seconds=settings.LEASE_SECONDS), lease_holder=holder
        )
    return feeds


async def look_at(feed: Feed) -> None:
    """Ask for the feed, read it, and store in one transaction what it brought."""
    look = Look(began_at=timezone.now())
    try:
        look.answer = await _ask(feed)
        _heed(look, look.answer, timezone.now())
        if look.answer.status == 200:
            look.body_hash = hashlib.sha256(look.answer.body).hexdigest()
            if look.body_hash != feed.body_hash:
                look.read = await asyncio.to_thread(_read, feed, look.answer, look.began_at)
    except (GiveUp, TryAgain) as failure:
        look.failure = failure
    await sync_to_async(finish_look)(feed.pk, look)


async def _ask(feed: Feed) -> Answer:
    headers = {"Accept": ACCEPT}
    if feed.etag:
        headers["If-None-Match"] = feed.etag
    if feed.last_modified:
        headers["If-Modified-Since"] = feed.last_modified
    client = await outbound()
    return await client.get(feed.url, headers=headers, local=feed.source.is_local)


def _heed(look: Look, answer: Answer, now: datetime) -> None:
    """What the status says; an answer that is no feed is a failure in words."""
    look.retry_after_seconds = retry_after_seconds(answer, now)
    if answer.status in (200, 304):
        return
    look.is_gone = answer.status == 410
    if look.is_gone:
        raise GiveUp(_("The source says this feed is gone for good (410)."))
    if answer.status in (401, 403):
        raise GiveUp(_("The source refuses us this feed ({status})."), status=answer.status)
    if answer.status == 404:
        raise GiveUp(_("There is no feed at this address (404)."))
    raise TryAgain(_("The source answered {status}."), status=answer.status)


def _read(feed: Feed, answer: Answer, now: datetime) -> ReadFeed:
    zone = ZoneInfo(feed.source.zone)
    if feed.kind == Feed.Kind.LISTING:
        selectors = ListingSelectors(**_text_values(feed.selectors))
        return read_listing(answer.body, url=answer.url, selectors=selectors, now=now, zone=zone)
    return read_feed(
        answer.body,
        url=answer.url,
        content_type=answer.headers.get("content-type", ""),
        now=now,
        zone=zone,
    )


def _text_values(selectors: Mapping[str, object]) -> dict[str, str]:
    names = ("item", "link", "headline", "date")
    return {name: str(selectors[name]) for name in names if selectors.get(name)}


@transaction.atomic
def finish_look(feed_id: int, look: Look) -> Stored:
    """Entries, the look's record, the validators and the next look commit together."""
    now = timezone.now()
    # Feeds of one source may bring the same entries: one look of a source is stored at a time.
    locked = Feed.objects.select_for_update(of=("self", "source"), no_key=True)
    feed = locked.select_related("source").get(pk=feed_id)
    stored = Stored(0, 0)
    if look.read is not None:
        stored = store_entries(feed, look.read.entries, now=now)
    _note_validators(feed, look)
    _note_history(feed, stored, now)
    feed.error_count = feed.error_count + 1 if look.failure else 0
    feed.set_reason(look.failure)
    feed.looked_at, feed.lease_until, feed.lease_holder = now, None, ""
    feed.next_look_at = _plan(feed, look, stored, now)
    feed.save()
    _record(feed, look, stored, now)
    return stored


def _note_validators(feed: Feed, look: Look) -> None:
    if look.failure or look.answer is None or look.answer.status != 200:
        return
    feed.body_hash = look.body_hash
    feed.etag = look.answer.headers.get("etag", "")[:500]
    feed.last_modified = look.answer.headers.get("last-modified", "")[:100]
    if look.read is not None and not feed.kind:
        kind = look.read.kind.value.removeprefix("news-").removesuffix("-index")
        feed.kind = kind if kind in Feed.Kind.values else ""


def _note_history(feed: Feed, stored: Stored, now: datetime) -> None:
    if not stored.new_count:
        return
    if feed.last_new_at is not None:
        gap = (now - feed.last_new_at).total_seconds() / stored.new_count
        gaps = [*feed.recent_gaps_seconds, *[round(gap, 1)] * stored.new_count]
        feed.recent_gaps_seconds = gaps[-MOST_GAPS:]
    feed.last_new_at = now


def _plan(feed: Feed, look: Look, stored: Stored, now: datetime) -> datetime:
    kind = OutcomeKind.NEW if stored.new_count else OutcomeKind.SAME
    if look.failure:
        kind = OutcomeKind.GONE if look.is_gone else OutcomeKind.ERROR
    return plan_next_look(
        now=now,
        history=History(feed.last_new_at, tuple(feed.recent_gaps_seconds)),
        outcome=Outcome(
            kind=kind,
            retry_after_seconds=look.retry_after_seconds,
            ttl_seconds=look.read.ttl_seconds if look.read else None,
            error_count=feed.error_count,
        ),
        limits=Limits(feed.floor_seconds, feed.ceiling_seconds),
        jitter=random.random(),
    ).next_look_at


def _record(feed: Feed, look: Look, stored: Stored, now: datetime) -> None:
    outcome = Fetch.Outcome.NEW if stored.new_count else Fetch.Outcome.SAME
    fetch = Fetch(
        feed=feed,
        at=now,
        outcome=Fetch.Outcome.ERROR if look.failure else outcome,
        status=look.answer.status if look.answer else None,
        seconds=(now - look.began_at).total_seconds(),
        byte_count=look.answer.wire_bytes if look.answer else 0,
        entry_count=len(look.read.entries) if look.read else 0,
        new_count=stored.new_count,
    )
    fetch.set_reason(look.failure)
    fetch.save()
    logger.info(
        "look feed=%s outcome=%s status=%s new=%d changed=%d seconds=%.3f",
        feed.pk,
        fetch.outcome,
        fetch.status,
        stored.new_count,
        stored.changed_count,
        fetch.seconds,
    )


def forget_fetches(now: datetime) -> int:
    """Drop old records of looks; the count. Entries are never dropped."""
    limit = now - timedelta(days=settings.FETCH_DAYS)
    return Fetch.objects.filter(at__lt=limit).delete()[0]
