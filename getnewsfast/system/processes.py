"""Keep the hub's processes running: start, watch over, start again, stop all."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from getnewsfast.system.failures import GiveUp

logger = logging.getLogger("getnewsfast.processes")

STOP_SECONDS = 15.0
LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 60.0
PR_SET_PDEATHSIG = 1  # prctl(2): a signal for the child when its parent dies


def die_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    """Run in the child before it becomes its program: end when the hub is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


@dataclass(frozen=True, slots=True)
class Program:
    """One process to keep running."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    is_quiet: bool = False  # what it prints is not for the operator; its errors are
    # What it gets when the hub is killed. A worker asked politely would wait half a minute for the
    # database that ended with the hub; killing it loses nothing. Who has children must end them.
    orphan_signal: signal.Signals = signal.SIGTERM


@dataclass(slots=True)
class Running:
    program: Program
    process: subprocess.Popen[bytes]
    started_at: float
    fall_count: int = 0
    start_again_at: float | None = None


@dataclass(slots=True)
class Supervisor:
    """Runs programs as children, each with a group of its own, until ``stop`` is set.

    A child that ends is started again, after a pause that doubles while it keeps falling.
    """

    programs: Sequence[Program]
    stop: threading.Event = field(default_factory=threading.Event)
    children: list[Running] = field(default_factory=list)

    def start(self) -> None:
        for program in self.programs:
            self.children.append(Running(program, _spawn(program), time.monotonic()))

    def watch_over(self, *, revive: Callable[[], None] = lambda: None) -> None:
        """Return when ``stop`` is set. ``revive`` looks after what the children stand on."""
        while not self.stop.wait(0.3):
            try:
                revive()
            except GiveUp as failure:
                logger.warning("%s", failure)
                continue
            for child in self.children:
                self._look_after(child, time.monotonic())

    def end(self) -> None:
        """Ask every child to finish, then make it; no process is left behind."""
        for child in self.children:
            _signal(child.process, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for child in self.children:
            try:
                child.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                logger.warning("%s did not stop in time", child.program.name)
            _kill_group(child.process)
            child.process.wait()

    def _look_after(self, child: Running, now: float) -> None:
        if child.start_again_at is not None:
            if now >= child.start_again_at:
                child.process, child.started_at = _spawn(child.program), now
                child.start_again_at = None
            return
        code = child.process.poll()
        if code is None:
            return
        _kill_group(child.process)
        steady = now - child.started_at > STEADY_SECONDS
        child.fall_count = 1 if steady else child.fall_count + 1
        pause = min(0.5 * 2 ** (child.fall_count - 1), LONGEST_PAUSE_SECONDS)
        child.start_again_at = now + pause
        logger.warning("%s ended (%s); starting again in %.1f s", child.program.name, code, pause)


def stop_on_signals(stop: threading.Event) -> None:
    """SIGINT and SIGTERM set the event; a second Ctrl-C changes nothing."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())


def _spawn(program: Program) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        list(program.command),
        env={**os.environ, **program.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if program.is_quiet else None,
        start_new_session=True,  # Ctrl-C reaches the hub alone, which then ends its children
        preexec_fn=lambda: die_with_parent(program.orphan_signal),  # noqa: PLW1509  # the supervisor has one thread when it forks
    )


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    if process.poll() is None:
        process.send_signal(number)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Whatever the child had started itself; a group that is empty is none."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
