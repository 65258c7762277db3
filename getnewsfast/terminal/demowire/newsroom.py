"""What the wire has published so far, and what it will do next. No clock, no network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from getnewsfast.terminal.demowire.manuscripts import Block, Manuscript


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A published article: its manuscript and what has happened to it since."""

    manuscript: Manuscript
    published_at: datetime
    turn: int
    updated_at: datetime | None = None
    withdrawn_at: datetime | None = None

    @property
    def key(self) -> str:
        """The key of its manuscript."""
        return self.manuscript.key

    @property
    def headline(self) -> str:
        """The headline of the moment."""
        update = self.manuscript.update
        return update.headline if update and self.updated_at else self.manuscript.headline

    @property
    def lead(self) -> str:
        """The lead of the moment."""
        update = self.manuscript.update
        return update.lead if update and self.updated_at else self.manuscript.lead

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The body of the moment: an update without a body of its own keeps the first one."""
        update = self.manuscript.update
        if update and self.updated_at and update.blocks:
            return update.blocks
        return self.manuscript.blocks

    @property
    def changed_at(self) -> datetime:
        """When its page last changed."""
        return self.withdrawn_at or self.updated_at or self.published_at


@dataclass(slots=True)
class Memory:
    """When what happened, by key: what a restarted wire must not change."""

    published: dict[str, datetime] = field(default_factory=dict)
    updated: dict[str, datetime] = field(default_factory=dict)
    withdrawn: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Memory:
        """Read a file written by :meth:`write`; a file that is not there is an empty memory."""
        if not path.exists():
            return cls()
        stored = json.loads(path.read_text("utf-8"))
        tables = (stored["published"], stored["updated"], stored["withdrawn"])
        return cls(*({key: datetime.fromisoformat(at) for key, at in t.items()} for t in tables))

    def write(self, path: Path) -> None:
        """Write whole or not at all: a wire killed half-way must find its old memory."""
        stored = {
            name: {key: at.isoformat() for key, at in getattr(self, name).items()}
            for name in ("published", "updated", "withdrawn")
        }
        fresh = path.with_name(path.name + ".new")
        fresh.write_text(json.dumps(stored, ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(path)


class Newsroom:
    """Publishes manuscripts in their order, one a turn; updates and withdraws when due."""

    def __init__(self, manuscripts: Sequence[Manuscript], memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self._waiting = [m for m in manuscripts if m.key not in self.memory.published]
        self._dispatches: dict[str, Dispatch] = {}
        self._turn = 0
        for manuscript in manuscripts:
            if manuscript.key in self.memory.published:
                self._recall(manuscript)

    def _recall(self, manuscript: Manuscript) -> None:
        key, memory = manuscript.key, self.memory
        self._turn += 1
        self._dispatches[key] = Dispatch(
            manuscript,
            memory.published[key],
            self._turn,
            memory.updated.get(key),
            memory.withdrawn.get(key),
        )

    @property
    def published(self) -> list[Dispatch]:
        """Every article ever published, oldest first, withdrawn ones too."""
        return sorted(self._dispatches.values(), key=lambda d: (d.published_at, d.turn))

    @property
    def updates(self) -> list[Dispatch]:
        """The articles that were updated after publication."""
        return [dispatch for dispatch in self.published if dispatch.updated_at]

    @property
    def withdrawn(self) -> list[Dispatch]:
        """The articles that their agency took back."""
        return [dispatch for dispatch in self.published if dispatch.withdrawn_at]

    def find(self, key: str) -> Dispatch | None:
        """The published article of this key."""
        return self._dispatches.get(key)

    def of_agency(self, slug: str) -> list[Dispatch]:
        """An agency's articles that stand, newest first."""
        return [
            dispatch
            for dispatch in reversed(self.published)
            if dispatch.manuscript.agency == slug and not dispatch.withdrawn_at
        ]

    def last_change_at(self, slug: str) -> datetime | None:
        """When anything of an agency last changed."""
        moments = [d.changed_at for d in self._dispatches.values() if d.manuscript.agency == slug]
        return max(moments, default=None)

    @property
    def has_more(self) -> bool:
        """Whether a further turn would do anything, now or later."""
        return bool(self._waiting) or any(map(_changes_later, self._dispatches.values()))

    def take_turn(self, at: datetime) -> Dispatch | None:
        """Publish the next article, then do the updates and withdrawals that are due."""
        self._turn += 1
        dispatch = self._publish(at) if self._waiting else None
        for older in list(self._dispatches.values()):
            self._change(older, at)
        return dispatch

    def _publish(self, at: datetime) -> Dispatch:
        manuscript = self._waiting.pop(0)
        dispatch = Dispatch(manuscript, at, self._turn)
        self._dispatches[manuscript.key] = dispatch
        self.memory.published[manuscript.key] = at
        return dispatch

    def _change(self, dispatch: Dispatch, at: datetime) -> None:
        manuscript, age = dispatch.manuscript, self._turn - dispatch.turn
        key, update, withdraw_after = manuscript.key, manuscript.update, manuscript.withdraw_after
        if update and not dispatch.updated_at and age >= update.after:
            self._dispatches[key] = replace(dispatch, updated_at=at)
            self.memory.updated[key] = at
        if withdraw_after is not None and not dispatch.withdrawn_at and age >= withdraw_after:
            self._dispatches[key] = replace(dispatch, withdrawn_at=at)
            self.memory.withdrawn[key] = at


def _changes_later(dispatch: Dispatch) -> bool:
    manuscript = dispatch.manuscript
    will_update = manuscript.update is not None and not dispatch.updated_at
    return will_update or (manuscript.withdraw_after is not None and not dispatch.withdrawn_at)
