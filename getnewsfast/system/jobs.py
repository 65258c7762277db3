"""The outbox and the workers: jobs in PostgreSQL that commit with the fact they announce."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job, JobDeferrer
from procrastinate.manager import JobManager
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from procrastinate.tasks import Task

from getnewsfast.system.failures import GiveUp, TryAgain
from getnewsfast.system.outbound import close_outbound

logger = logging.getLogger("getnewsfast.jobs")

HEARTBEAT_SECONDS = 3.0
# Five beats missed: the worker is dead, or its machine is; its jobs are taken over.
DEAD_WORKER_SECONDS = 15.0
MOST_TRIES = 5
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Patience(BaseRetryStrategy):
    """Try again when a step asks for it, and after an accident; give up after a few tries."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, GiveUp) or job.attempts + 1 >= MOST_TRIES:
            return None
        doubling = 2.0**job.attempts
        wait = exception.after_seconds if isinstance(exception, TryAgain) else 2.0 * doubling
        return RetryDecision(retry_in={"seconds": round(max(1.0, wait))})


def put_in_outbox(
    task: Task[Any, Any, Any], jobs: Iterable[dict[str, Any]], **options: Any
) -> None:
    """Write jobs on Django's own connection, so that they commit or vanish with the caller's rows.

    Inside a worker the application holds another connector; a plain ``task.defer`` would write
    outside the transaction there.
    """
    rows = list(jobs)
    if not rows:
        return
    job = task.configure(**options).job
    manager = JobManager(DjangoConnector(alias="default"))
    JobDeferrer(job_manager=manager, job=job).batch_defer(*rows)


def in_thread(
    function: Callable[Arguments, Result],
) -> Callable[Arguments, Coroutine[Any, Any, Result]]:
    """A function with database work, for a task that runs in the event loop."""

    def run(*args: Arguments.args, **options: Arguments.kwargs) -> Result:
        close_old_connections()  # a connection that broke is never handed to the next job
        return function(*args, **options)

    return sync_to_async(run, thread_sensitive=False)


async def rescue_jobs() -> int:
    """Put the jobs of dead workers back in the queue; the count."""
    manager = app.job_manager
    stalled = await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_WORKER_SECONDS)
    for job in stalled:
        logger.warning("rescued job=%s task=%s", job.id, job.task_name)
        await manager.retry_job(job)
    return len(list(stalled))


async def work(*, jobs_at_once: int, name: str) -> None:
    """Do jobs until SIGTERM or SIGINT; running jobs are finished first."""
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector):
        async with app.open_async():
            try:
                await app.run_worker_async(
                    name=name,
                    concurrency=jobs_at_once,
                    fetch_job_polling_interval=1.0,
                    shutdown_graceful_timeout=10.0,
                    delete_jobs="successful",
                    update_heartbeat_interval=HEARTBEAT_SECONDS,
                    stalled_worker_timeout=DEAD_WORKER_SECONDS,
                )
            finally:
                await close_outbound()


def stop_on_signals() -> asyncio.Event:
    """An event of the running loop that SIGTERM or SIGINT sets."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop
