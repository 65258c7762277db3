"""Measure the line: freshness, throughput, idle memory. Prints one JSON object.

Runs real hubs in throw-away folders against two hundred sources on loopback.

Examples:
  python -m bench.line                    everything, about four minutes
  python -m bench.line --only freshness
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import psycopg

SOURCE_COUNT = 200
FRESH_COUNT = 120
BULK_COUNT = 1500
READY_SECONDS = 90.0
LONGEST_SECONDS = 180.0
PARTS = ("freshness", "throughput", "memory")


@dataclass(frozen=True)
class Hub:
    """A hub under measurement, and the agencies it watches."""

    data: Path
    port: int
    agencies: str
    database: psycopg.Connection[tuple[object, ...]]
    pid: int

    def ask(self, query: str, *values: object) -> list[tuple[object, ...]]:
        return self.database.execute(query, values).fetchall()

    def publish(self, source: int, count: int) -> list[int]:
        url = f"{self.agencies}/publish?source={source}&count={count}"
        request = urllib.request.Request(url, method="POST")
        with urllib.request.urlopen(request, timeout=10) as answer:
            return list(json.load(answer))


@contextmanager
def run_hub(*, workers: int, source_count: int) -> Iterator[Hub]:
    data = Path(tempfile.mkdtemp(prefix="getnewsfast-bench-"))
    port, agencies_port = free_port(), free_port()
    environment = {
        **os.environ,
        "GETNEWSFAST_WORKERS": str(workers),
        "GETNEWSFAST_LOG_LEVEL": "ERROR",
    }
    environment.pop("DATABASE_URL", None)
    place = ["--data", str(data), "--port", str(port)]
    command = [sys.executable, "-m", "getnewsfast"]
    agencies = subprocess.Popen([sys.executable, "-m", "bench.agencies", str(agencies_port)])
    hub = None
    try:
        subprocess.run(
            [*command, "init", "--no-starter", *place],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        hub = subprocess.Popen([*command, "up", *place], env=environment, stdout=subprocess.DEVNULL)
        with open_database(data) as database:
            make_sources(database, f"http://127.0.0.1:{agencies_port}", source_count)
            wait_until(lambda: answers(f"http://127.0.0.1:{port}/health/"), READY_SECONDS)
            wait_until(lambda: first_looks_done(database), READY_SECONDS)
            yield Hub(data, port, f"http://127.0.0.1:{agencies_port}", database, hub.pid)
    finally:
        for process in (hub, agencies):
            if process is not None:
                process.send_signal(signal.SIGINT)
                process.wait(40)
        shutil.rmtree(data, ignore_errors=True)


def open_database(data: Path) -> psycopg.Connection[tuple[object, ...]]:
    from getnewsfast.system.postgres import embedded_url

    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            return psycopg.connect(embedded_url(data), autocommit=True)
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def make_sources(
    database: psycopg.Connection[tuple[object, ...]], agencies: str, count: int
) -> None:
    """Two hundred sources, looked at every thirty seconds when nothing makes them due."""
    for number in range(count):
        row = database.execute(
            "insert into collect_source (name, name_en, slug, language, homepage, zone, enabled,"
            " trust, is_local, text_terms, excerpt_words, images_allowed, indexable, credit_line,"
            " contact, created_at) values (%s, '', %s, 'fa', %s, 'Asia/Tehran', true, 'approve',"
            " true, 'full', 60, true, false, '', '', now()) returning id",
            [f"منبع {number}", f"source-{number}", f"{agencies}/s/{number}/"],
        ).fetchone()
        assert row is not None
        database.execute(
            "insert into collect_feed (source_id, url, kind, section_name, selectors, enabled,"
            " floor_seconds, ceiling_seconds, etag, last_modified, body_hash, next_look_at,"
            " error_count, recent_gaps_seconds, lease_holder, reason, reason_places) values"
            " (%s, %s, '', '', '{}', true, 30, 30, '', '', '', now(), 0, '[]', '', '', '{}')",
            [row[0], f"{agencies}/s/{number}/feed"],
        )


def first_looks_done(database: psycopg.Connection[tuple[object, ...]]) -> bool:
    row = database.execute("select count(*) from collect_feed where looked_at is null").fetchone()
    return row is not None and row[0] == 0


def measure_freshness() -> dict[str, object]:
    """From an article's appearance in a feed that is due to its page being read, in seconds."""
    chance = random.Random(7)
    seconds = []
    with run_hub(workers=1, source_count=SOURCE_COUNT) as hub:
        for _ in range(FRESH_COUNT):
            source = chance.randrange(SOURCE_COUNT)
            seconds.append(time_one_article(hub, source))
            time.sleep(chance.uniform(0.05, 0.4))
    seconds.sort()
    return {
        "sources": SOURCE_COUNT,
        "articles": FRESH_COUNT,
        "p50_seconds": round(statistics.median(seconds), 3),
        "p95_seconds": round(seconds[int(len(seconds) * 0.95)], 3),
        "worst_seconds": round(seconds[-1], 3),
    }


def time_one_article(hub: Hub, source: int) -> float:
    number = hub.publish(source, 1)[0]
    url = f"{hub.agencies}/s/{source}/feed"
    began = time.perf_counter()
    hub.ask("update collect_feed set next_look_at = now() where url = %s returning id", url)
    while True:
        rows = hub.ask(
            "select a.id from articles_article a join collect_entry e on e.id = a.entry_id"
            " where a.live and e.guid = %s",
            f"{source}-{number}",
        )
        if rows and page_holds(hub, int(str(rows[0][0])), f"گزارش شماره {number} "):
            return time.perf_counter() - began
        if time.perf_counter() - began > LONGEST_SECONDS:
            raise SystemExit(f"article {number} of source {source} never came")
        time.sleep(0.01)


def page_holds(hub: Hub, article_id: int, headline: str) -> bool:
    from getnewsfast.text.digits import to_persian

    url = f"http://127.0.0.1:{hub.port}/article/{article_id}/"
    with urllib.request.urlopen(url, timeout=10) as answer:
        page = answer.read().decode()
    return headline in page or to_persian(headline) in page


def measure_throughput() -> dict[str, object]:
    """Entries a second through the whole line, page fetch on loopback included."""
    rates = {workers: time_bulk(workers) for workers in (1, 2)}
    return {
        "entries": BULK_COUNT,
        "per_second_one_worker": round(rates[1], 1),
        "per_second_two_workers": round(rates[2], 1),
        "growth": round(rates[2] / rates[1], 2),
        "cores": os.cpu_count(),
    }


def time_bulk(workers: int) -> float:
    with run_hub(workers=workers, source_count=10) as hub:
        per_source = BULK_COUNT // 10
        for source in range(10):
            hub.publish(source, per_source)
        began = time.perf_counter()
        hub.ask("update collect_feed set next_look_at = now() returning id")
        published = "select count(*) from articles_article where live"
        wait_until(lambda: hub.ask(published)[0][0] == per_source * 10, LONGEST_SECONDS)
        return per_source * 10 / (time.perf_counter() - began)


def measure_memory() -> dict[str, object]:
    """Proportional memory of the idle hub: database, web, watch, worker, and their parent."""
    with run_hub(workers=1, source_count=20) as hub:
        time_one_article(hub, 0)
        time.sleep(15)
        shares = {pid: read_pss(pid) for pid in family(hub.pid)}
    return {"processes": len(shares), "idle_megabytes": round(sum(shares.values()) / 1e6)}


def family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(member for child in children for member in family(int(child)))]


def read_pss(pid: int) -> int:
    """Bytes of a process, its share of shared pages included (proc(5), smaps_rollup)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def wait_until(is_true: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > deadline:
            raise SystemExit("the hub took too long; see its output above")
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@click.command()
@click.option("--only", type=click.Choice(PARTS), help="One part alone.")
def main(only: str | None) -> None:
    """Measure the line and print the figures as JSON."""
    measures = {
        "freshness": measure_freshness,
        "throughput": measure_throughput,
        "memory": measure_memory,
    }
    figures = {name: measures[name]() for name in PARTS if only in (None, name)}
    click.echo(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
