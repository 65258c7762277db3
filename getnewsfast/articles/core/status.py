"""One word for where an article stands. The only place that knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    WAITING = "waiting"
    HELD = "held"
    REJECTED = "rejected"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the status follows from."""

    is_live: bool
    was_published: bool
    is_scheduled: bool
    is_duplicate: bool
    verdict: str


def find_status(facts: Facts) -> Status:
    """The word the desk shows; a live article is published whatever its verdict says."""
    if facts.is_live:
        return Status.PUBLISHED
    if facts.is_duplicate:
        return Status.DUPLICATE
    if facts.is_scheduled:
        return Status.SCHEDULED
    if facts.verdict == "reject":
        return Status.REJECTED
    if facts.was_published:
        return Status.UNPUBLISHED
    if facts.verdict == "hold":
        return Status.HELD
    return Status.WAITING
