"""Politeness: how many requests a host gets at once, and how far apart.

Kept for each host name, in this process: the watcher and each worker keep their own. The waiting
is ours, not the host's, so it is counted apart from the time the host takes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from getnewsfast.system.failures import TryAgain
from getnewsfast.system.failures import gettext_noop as _


@dataclass(slots=True)
class Lane:
    """One host's queue."""

    slots: asyncio.Semaphore
    user_count: int = 0
    next_at: float = field(default=float("-inf"))  # on the loop's clock


class Turns:
    """Hands out turns at hosts, first come first served."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._lanes: dict[str, Lane] = {}
        self._gaps: dict[str, float] = {}

    def space(self, host: str, seconds: float) -> None:
        """From now on start requests to ``host`` at least ``seconds`` apart; 0 lifts it."""
        if seconds > 0:
            self._gaps[host] = seconds
        else:
            self._gaps.pop(host, None)

    @asynccontextmanager
    async def take(self, host: str, *, wait_seconds: float) -> AsyncIterator[None]:
        """A turn at ``host``. Raises ``TryAgain`` where none comes up in ``wait_seconds``."""
        lane = self._lanes.setdefault(host, Lane(asyncio.Semaphore(self._at_once)))
        lane.user_count += 1
        deadline = asyncio.get_running_loop().time() + wait_seconds
        try:
            await self._take_slot(lane, host, deadline=deadline)
            try:
                await self._keep_gap(lane, host, deadline=deadline)
                yield
            finally:
                lane.slots.release()
        finally:
            lane.user_count -= 1
            self._forget_idle(host, lane)

    async def _take_slot(self, lane: Lane, host: str, *, deadline: float) -> None:
        try:
            async with asyncio.timeout_at(deadline):
                await lane.slots.acquire()
        except TimeoutError as error:
            raise _too_busy(host, 10.0) from error

    async def _keep_gap(self, lane: Lane, host: str, *, deadline: float) -> None:
        gap = self._gaps.get(host, 0.0)
        now = asyncio.get_running_loop().time()
        start = max(now, lane.next_at)
        if start > deadline:
            raise _too_busy(host, start - now)
        lane.next_at = start + gap
        await asyncio.sleep(start - now)

    def _forget_idle(self, host: str, lane: Lane) -> None:
        """A hub meets many hosts; only those in use or spaced are kept."""
        is_due = lane.next_at <= asyncio.get_running_loop().time()
        if not lane.user_count and is_due and self._lanes.get(host) is lane:
            del self._lanes[host]


def _too_busy(host: str, after_seconds: float) -> TryAgain:
    return TryAgain(
        _("We are already asking {host} as often as is polite."),
        host=host,
        after_seconds=after_seconds,
    )
