"""The hub's own processes, run as operators run them, on the tests' database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from django.db import connection

WAIT_SECONDS = 90.0


@dataclass
class Processes:
    """Started by name (``watch``, ``worker``), killed or stopped by the test, never left behind."""

    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.running:
            process.terminate()
        for process in self.running:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def start(self, name: str) -> subprocess.Popen[bytes]:
        values: dict[str, Any] = connection.settings_dict
        url = f"postgresql:///{values['NAME']}?host={values['HOST']}&user={values['USER']}"
        process = subprocess.Popen(
            [sys.executable, "-m", "getnewsfast", name],
            env={**os.environ, "DATABASE_URL": url},
        )
        self.running.append(process)
        return process

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """As a power cut would: no handler runs."""
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.running.remove(process)

    def wait_until(self, is_true: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
        deadline = time.monotonic() + seconds
        while not is_true():
            assert time.monotonic() < deadline, "it took too long"
            time.sleep(0.1)


def count_jobs(task: str) -> int:
    """Jobs of a task that are still to be done or under way."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_jobs"
            " where task_name like %s and status in ('todo', 'doing')",
            [f"%{task}"],
        )
        return int(cursor.fetchone()[0])


def nothing_to_do() -> bool:
    return count_jobs("take_in") == 0
