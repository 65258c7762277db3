"""Bring a hub up: its folder, its database, its files, its processes; and take it down again."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import django
import psycopg
from django.conf import settings
from django.core.management import call_command

from getnewsfast import __version__
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.postgres import EmbeddedPostgres
from getnewsfast.system.processes import Program, Supervisor, stop_on_signals
from getnewsfast.system.secrets import ensure_secret_key

READY_SECONDS = 60.0
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Which hub: its data folder and its port. The environment names them for every child."""

    data: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def enter(self) -> None:
        """Make the folder and the secret, and start Django for this place."""
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            ensure_secret_key(self.data)
        except OSError as error:
            raise GiveUp(
                _("The data folder {folder} cannot be written: {error}. Choose another by --data."),
                folder=self.data,
                error=error.strerror,
            ) from error
        os.environ["GETNEWSFAST_DATA"] = str(self.data)
        os.environ["GETNEWSFAST_PORT"] = str(self.port)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "getnewsfast.settings")
        django.setup()


@contextmanager
def database(place: Place) -> Iterator[EmbeddedPostgres | None]:
    """A database that answers: that of ``DATABASE_URL``, else the embedded one, run meanwhile."""
    if url := os.environ.get("DATABASE_URL"):
        check_database(url)
        yield None
        return
    server = EmbeddedPostgres(place.data)
    server.start()
    try:
        yield server
    finally:
        from django.db import connections

        connections.close_all()
        server.stop()


def check_database(url: str) -> None:
    """Raise GiveUp with what to do where no server answers."""
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.OperationalError as error:
        raise GiveUp(
            _("The database does not answer: {error}. Check DATABASE_URL."),
            error=str(error).strip().splitlines()[0],
        ) from error


def prepare(say: Say) -> None:
    """Migrations and static files, each only where something is missing."""
    say(_("Preparing the database …"))
    call_command("migrate", interactive=False, verbosity=0)
    stamp = settings.STATIC_ROOT / ".version"
    mark = f"{__version__} {_newest_change()}"
    if stamp.exists() and stamp.read_text() == mark:
        return
    say(_("Preparing style sheets, scripts and fonts …"))
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(mark)


def _newest_change() -> int:
    """When the package's own static files last changed: a developer's edit is collected again."""
    files = settings.PACKAGE.glob("*/static/**/*")
    return int(max((file.stat().st_mtime for file in files), default=0))


def check_port(place: Place) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.HOST, place.port))
        except OSError as error:
            raise GiveUp(
                _("Port {port} is taken. Stop the other program or choose a port by --port."),
                port=place.port,
            ) from error


def list_programs(place: Place, extra: Sequence[Program] = ()) -> list[Program]:
    """The hub's processes: web, watch, workers, and what a demo adds."""
    ours = [sys.executable, "-m", "getnewsfast"]
    web = [
        *[sys.executable, "-m", "granian", "--interface", "asginl", "--loop", "uvloop"],
        *["--host", settings.HOST, "--port", str(place.port), "--workers", "1"],
        *["--no-ws", "--log-level", "warning", "--respawn-failed-workers"],
        "getnewsfast.asgi:application",
    ]
    workers = [
        Program(
            f"worker-{number}",
            [*ours, "worker", "--name", f"worker-{number}"],
            orphan_signal=signal.SIGKILL,
        )
        for number in range(1, settings.WORKERS + 1)
    ]
    watch = Program("watch", [*ours, "watch"], orphan_signal=signal.SIGKILL)
    return [Program("web", web), watch, *workers, *extra]


def run(
    programs: Sequence[Program],
    server: EmbeddedPostgres | None,
    *,
    on_ready: Callable[[threading.Event], None],
) -> None:
    """Run until Ctrl-C; ``on_ready`` is called once when everything is started."""
    supervisor = Supervisor(programs)
    stop_on_signals(supervisor.stop)
    try:
        supervisor.start()
        threading.Thread(target=on_ready, args=[supervisor.stop], daemon=True).start()
        supervisor.watch_over(revive=server.revive if server else lambda: None)
    finally:
        supervisor.end()


def wait_until_ready(place: Place, stop: threading.Event) -> bool:
    """Whether the site answered its health address within a minute."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and not stop.is_set():
        if read_health(place):
            return True
        stop.wait(0.3)
    return False


def read_health(place: Place) -> dict[str, object]:
    """What ``/health/`` says; empty where nothing answers."""
    try:
        with urllib.request.urlopen(f"{place.url}/health/", timeout=5) as answer:  # noqa: S310
            return dict(json.load(answer))
    except urllib.error.HTTPError as error:
        with error:
            return dict(json.load(error)) if error.code == 503 else {}
    except (OSError, ValueError):
        return {}
