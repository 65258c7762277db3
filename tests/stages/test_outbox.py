"""A job exists exactly when the fact it follows does, inside a worker too."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from getnewsfast import flow
from getnewsfast.collect.core.values import FoundEntry
from getnewsfast.collect.models import Entry, Feed
from getnewsfast.collect.store import store_entries
from getnewsfast.system.failures import GiveUp, TryAgain
from getnewsfast.system.jobs import MOST_TRIES, Patience, in_thread, put_in_outbox
from tests.build import make_feed
from tests.flow.processes import count_jobs

QUEUE = "tests"
FOUND = [FoundEntry(guid="a", link="https://agency.example/a", headline="خبر")]


def store(feed: Feed) -> None:
    store_entries(feed, FOUND, now=timezone.now())


@pytest.fixture
def task() -> Any:
    """A job of the tests' own that stores an entry; ``fails`` breaks its transaction after it."""

    @transaction.atomic
    def work(feed_id: int, fails: bool) -> None:
        store(Feed.objects.get(pk=feed_id))
        if fails:
            raise ZeroDivisionError

    async def announce(*, feed_id: int, fails: bool) -> None:
        await in_thread(work)(feed_id, fails)

    name = "tests.announce"
    yield app.task(queue=QUEUE, name=name)(announce)
    del app.tasks[name]


def run_worker() -> None:
    """A worker as the hub runs it, until its queue is empty."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    async def run() -> None:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
        with app.replace_connector(connector):
            async with app.open_async():
                await app.run_worker_async(
                    queues=[QUEUE], wait=False, install_signal_handlers=False, listen_notify=False
                )
        await loop.run_in_executor(None, connections.close_all)

    asyncio.run(run())


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_is_rolled_back_leaves_no_job() -> None:
    feed = make_feed()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            store(feed)
            assert count_jobs("take_in") == 1
            raise ZeroDivisionError
        assert (Entry.objects.count(), count_jobs("take_in")) == (0, 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("fails", "count"), [(True, 0), (False, 1)])
def test_inside_a_worker_too_the_fact_and_its_job_come_together(
    task: Any, fails: bool, count: int
) -> None:
    feed = make_feed()
    for _ in range(2):
        put_in_outbox(task, [{"feed_id": feed.pk, "fails": fails}])
        run_worker()
    assert count_jobs("announce") == 0, "the job itself was done"
    assert (Entry.objects.count(), count_jobs("take_in")) == (count, count)


@pytest.mark.django_db
def test_nothing_to_announce_writes_nothing() -> None:
    put_in_outbox(flow.take_in, [])
    assert count_jobs("take_in") == 0


def decide(error: BaseException, attempts: int) -> Any:
    job = async_to_sync(make_job)(attempts)
    return Patience().get_retry_decision(exception=error, job=job)


async def make_job(attempts: int) -> Any:
    from procrastinate.jobs import Job

    return Job(id=1, queue=QUEUE, lock=None, queueing_lock=None, task_name="x", attempts=attempts)


def test_what_may_work_later_is_tried_again_when_it_asks_to_be() -> None:
    wait = decide(TryAgain("later", after_seconds=90), 0).retry_at - timezone.now()
    assert 85 < wait.total_seconds() <= 90


@pytest.mark.parametrize("attempts", range(MOST_TRIES - 1))
def test_an_accident_is_tried_again_after_longer_and_longer(attempts: int) -> None:
    wait = decide(ZeroDivisionError(), attempts).retry_at - timezone.now()
    assert 2**attempts < wait.total_seconds() <= 2 ** (attempts + 1)


def test_what_can_never_work_is_not_tried_again_and_everything_ends_after_a_few_tries() -> None:
    assert decide(GiveUp("never"), 0) is None
    assert decide(TryAgain("later"), MOST_TRIES - 1) is None
    assert decide(ZeroDivisionError(), MOST_TRIES - 1) is None
