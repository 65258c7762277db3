"""``getnewsfast watch`` and ``worker``: one process each, for the hub and for other machines."""

from __future__ import annotations

from pathlib import Path

import click
import uvloop

from getnewsfast.terminal.hub import check_database
from getnewsfast.terminal.options import enter, in_plain_words, place_options


@click.command()
@place_options("data")
@in_plain_words
def watch(data: Path, port: int) -> None:
    """Look at the feeds when they are due. Any number of watchers share them.

    \b
    Example, on a second machine:
      DATABASE_URL=postgresql://hub@db/getnewsfast getnewsfast watch
    """
    enter_with_database(data, port)
    from getnewsfast import flow
    from getnewsfast.system.jobs import stop_on_signals

    async def run() -> None:
        await flow.watch(stop_on_signals())

    uvloop.run(run())


@click.command()
@place_options("data")
@click.option("--name", default="worker", show_default=True, help="As the logs call it.")
@in_plain_words
def worker(data: Path, port: int, name: str) -> None:
    """Take articles along the line. Any number of workers share the jobs.

    \b
    Example, on a second machine:
      DATABASE_URL=postgresql://hub@db/getnewsfast getnewsfast worker
    """
    enter_with_database(data, port)
    from django.conf import settings

    from getnewsfast.system.jobs import work

    uvloop.run(work(jobs_at_once=settings.WORKER_JOBS, name=name))


def enter_with_database(data: Path, port: int) -> None:
    enter(data, port)
    from django.conf import settings

    check_database(settings.DATABASE_URL)
