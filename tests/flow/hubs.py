"""Hubs as operators run them: a command, a folder, a port; nothing of this process is shared."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

WAIT_SECONDS = 60.0
# The programs a hub runs; each has the folder in its command line or in its environment.
PROGRAMS = (b"getnewsfast", b"granian", b"postgres")


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command said, in English, and its exit code."""

    code: int
    said: str


def clean_environment(**changed: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GETNEWSFAST")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "LC_ALL": "C.UTF-8", "GETNEWSFAST_LOG_LEVEL": "ERROR", **changed}


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "getnewsfast", *map(str, words)]


def run(*words: object, folder: Path, **changed: str) -> Ended:
    """Run a command to its end in a folder of its own."""
    done = subprocess.run(
        command(*words),
        cwd=folder,
        env=clean_environment(**changed),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=WAIT_SECONDS,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode())


def find_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Hub:
    """A hub that runs in the background: ``with Hub(data, "up") as hub``."""

    data: Path
    name: str
    options: tuple[object, ...] = ()
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.port = self.port or find_port()
        place = ("--data", self.data, "--port", self.port)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command(self.name, *place, *self.options),
                cwd=self.data.parent,
                env=clean_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(WAIT_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def log(self) -> Path:
        return self.data.with_suffix(".log")

    @property
    def said(self) -> str:
        return self.log.read_text() if self.log.exists() else ""

    def send(self, number: signal.Signals) -> int:
        """Send the signal and wait for the end; the exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(WAIT_SECONDS)

    def read(self, path: str) -> tuple[int, str]:
        """The status and the text of an address of the site; 0 where nothing answers."""
        url = path if path.startswith("http") else f"http://127.0.0.1:{self.port}{path}"
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def health(self) -> dict[str, object]:
        status, text = self.read("/health/")
        return dict(json.loads(text)) if status in (200, 503) else {}

    def wait_until_well(self) -> None:
        wait_until(lambda: self.health().get("status") == "ok", lambda: self.said)


def wait_until(
    is_true: Callable[[], bool],
    tell: Callable[[], object] = lambda: "",
    seconds: float = WAIT_SECONDS,
) -> None:
    deadline = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < deadline, f"it took too long: {tell()}"
        time.sleep(0.1)


def find_processes(data: Path) -> list[str]:
    """The command lines of the programs that still work for the hub of this folder."""
    mark = os.fsencode(data)
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        if int(process.name) == os.getpid():
            continue
        try:
            words = (process / "cmdline").read_bytes()
            place = (process / "environ").read_bytes()
        except OSError:  # it ended meanwhile, or is another user's
            continue
        names = (b"GETNEWSFAST_DATA=" + mark) in place.split(b"\0")
        if any(program in words for program in PROGRAMS) and (names or mark + b"/" in words):
            found.append(words.replace(b"\0", b" ").decode(errors="replace"))
    return found


def copy_hub(made: Path, data: Path) -> Path:
    """A hub of one's own from one that is made and stands still, with its owners as they are."""
    subprocess.run(["cp", "-a", made, data], check=True)
    return data


def forget_sources(data: Path) -> None:
    """Stop watching the real agencies: no test reaches for the internet."""
    import psycopg

    from getnewsfast.system.postgres import EmbeddedPostgres, embedded_url

    server = EmbeddedPostgres(data)
    server.start()
    try:
        with psycopg.connect(embedded_url(data)) as connection:
            connection.execute("update collect_source set enabled = false")
    finally:
        server.stop()


def find_password(said: str) -> str:
    found = re.search(r"password: ([a-z0-9-]{24})", said)
    return found[1] if found else ""
