"""``getnewsfast doctor``: what is wrong with a set-up, in plain words."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import psycopg

from getnewsfast.system.failures import Failure
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.postgres import EmbeddedPostgres, embedded_url
from getnewsfast.terminal.hub import Place, read_health
from getnewsfast.terminal.options import enter, in_plain_words, place_options, say_line, speak

LEAST_DISK_BYTES = 1_000_000_000
OLDEST_POSTGRES = 15
MOST_CLOCK_SECONDS = 5.0
REACH_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: fine, or a sentence that says what to do."""

    is_fine: bool
    message: str
    places: dict[str, object]


def fine(message: str, **places: object) -> Finding:
    return Finding(True, message, places)


def fault(message: str, **places: object) -> Finding:
    return Finding(False, message, places)


@click.command()
@place_options("data")
@click.option("--offline", is_flag=True, help="Do not try to reach the sources.")
@in_plain_words
def doctor(data: Path, port: int, offline: bool) -> None:
    """Say in plain words what is wrong with this hub. Exit code 1 where there is a fault.

    \b
    Examples:
      getnewsfast doctor
      getnewsfast doctor --data /srv/news --port 8080 --offline
    """
    place = enter(data, port)
    fault_count = 0
    for finding in examine(place, offline=offline):
        mark, colour = ("✓", "green") if finding.is_fine else ("✗", "red")
        click.secho(f"{mark} {speak(finding.message, **finding.places)}", fg=colour)
        fault_count += not finding.is_fine
    if fault_count:
        say_line(_("{count} faults found."), count=fault_count)
        sys.exit(1)
    say_line(_("Everything is in order."))


def examine(place: Place, *, offline: bool) -> Iterator[Finding]:
    yield look_at_disk(place)
    yield look_at_fonts()
    health = read_health(place)
    yield look_at_port(place, health)
    server = None
    if not os.environ.get("DATABASE_URL") and not _answers(embedded_url(place.data)):
        server = EmbeddedPostgres(place.data)
        try:
            server.start()
        except Failure as failure:
            yield fault(failure.message, **failure.places)
            return
    try:
        yield from look_at_database()
        yield from look_at_processes(health)
        if not offline:
            yield from look_at_network()
    finally:
        if server is not None:
            from django.db import connections

            connections.close_all()
            server.stop()


def look_at_disk(place: Place) -> Finding:
    free = shutil.disk_usage(place.data).free
    megabytes = free // 1_000_000
    if free < LEAST_DISK_BYTES:
        return fault(
            _("Only {megabytes} MB are free in {folder}. Free at least 1,000 MB."),
            megabytes=megabytes,
            folder=place.data,
        )
    return fine(
        _("The data folder {folder} has {megabytes} MB free."),
        folder=place.data,
        megabytes=megabytes,
    )


def look_at_fonts() -> Finding:
    from django.contrib.staticfiles import finders

    if finders.find("publish/fonts/vazirmatn.woff2"):
        return fine(_("The fonts are there."))
    return fault(
        _("The fonts are missing: run «make setup» in the checkout, or install the wheel.")
    )


def look_at_port(place: Place, health: dict[str, object]) -> Finding:
    if health:
        return fine(_("The hub answers on port {port}."), port=place.port)
    with socket.socket() as probe:
        probe.settimeout(2)
        if probe.connect_ex(("127.0.0.1", place.port)) == 0:
            return fault(
                _("Another program holds port {port}. Stop it or choose another by --port."),
                port=place.port,
            )
    return fine(_("Port {port} is free; the hub is not running."), port=place.port)


def look_at_database() -> Iterator[Finding]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield fault(
            _("The database does not answer: {error}. Check DATABASE_URL."),
            error=str(error).strip(),
        )
        return
    version = connection.pg_version // 10_000  # type: ignore[attr-defined]
    if version < OLDEST_POSTGRES:
        yield fault(_("PostgreSQL {version} is too old: use 15 or newer."), version=version)
        return
    yield fine(_("PostgreSQL {version} answers."), version=version)
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        yield fault(
            _("{count} migrations are missing: run «getnewsfast init»."), count=len(waiting)
        )
        return
    yield _look_at_clock()


def _look_at_clock() -> Finding:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select extract(epoch from clock_timestamp())")
        row = cursor.fetchone()
    behind = abs(time.time() - float(row[0])) if row else 0.0
    if behind > MOST_CLOCK_SECONDS:
        return fault(
            _("The clocks here and at the database differ by {seconds} s. Set them by NTP."),
            seconds=round(behind),
        )
    return fine(_("The clock is right."))


def look_at_processes(health: dict[str, object]) -> Iterator[Finding]:
    if not health:
        return
    for name, word in (("watch", _("watch")), ("workers", _("worker"))):
        if health.get(name) == "ok":
            yield fine(_("The {process} process runs."), process=speak(word))
        else:
            yield fault(
                _("The {process} process has shown no life lately. Its log says why."),
                process=speak(word),
            )


def look_at_network() -> Iterator[Finding]:
    """Whether each source's first feed can be reached from here."""
    from getnewsfast.collect.models import Source

    sources = Source.objects.filter(enabled=True).prefetch_related("feeds")
    targets = [
        (str(source), source.feeds.all()[0].url, source.is_local)
        for source in sources
        if source.feeds.all()
    ]
    if not targets:
        yield fault(_("There is no source yet: add one at the desk, or by «getnewsfast init»."))
        return
    yield from asyncio.run(_reach(targets))


async def _reach(targets: list[tuple[str, str, bool]]) -> list[Finding]:
    from getnewsfast.system.outbound import close_outbound, outbound

    client = await outbound()
    turns = asyncio.Semaphore(REACH_AT_ONCE)

    async def reach(name: str, url: str, is_local: bool) -> Finding:
        async with turns:
            try:
                answer = await client.get(url, local=is_local)
            except Failure as failure:
                return fault(
                    _("{source} cannot be reached: {reason}"),
                    source=name,
                    reason=speak(failure.message, **failure.places),
                )
        if answer.status >= 400:
            return fault(
                _("{source} answers {status} at {url}."),
                source=name,
                status=answer.status,
                url=url,
            )
        return fine(_("{source} can be reached."), source=name)

    findings = await asyncio.gather(*(reach(*target) for target in targets))
    await close_outbound()
    return list(findings)


def _answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True
