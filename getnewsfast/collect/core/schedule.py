"""When to look at a feed again."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Final

from getnewsfast.collect.core.values import History, Limits, Outcome, OutcomeKind, Plan
from getnewsfast.system.failures import gettext_noop as _

DAY_SECONDS: Final = 86_400.0
HOUR_SECONDS: Final = 3_600.0
# The feed whose entries come this far apart is looked at once for each entry: quicker feeds
# less than once for each, slower ones more often.
EVEN_GAP_SECONDS: Final = 60.0
# What is believed of a feed never seen before: an entry an hour, with the weight of one gap.
PRIOR_GAP_SECONDS: Final = HOUR_SECONDS
JITTER_SHARE: Final = 0.1
MAX_DOUBLINGS: Final = 20


def plan_next_look(
    *, now: datetime, history: History, outcome: Outcome, limits: Limits, jitter: float
) -> Plan:
    """The time of the next look, between the two limits, and why then.

    The interval grows with the square root of the time between entries (∝ 1/√rate): of all
    schedules with the same number of looks this one makes entries wait least. Failures double it
    up to four ceilings or an hour, whichever is less, and never stop it. ``Retry-After`` (up to a
    day) and the feed's own ``ttl`` (up to the ceiling) can only make it longer. ``jitter`` in
    [0, 1) moves it by ±10 %.
    """
    floor, ceiling = (limits.floor_seconds, max(limits.floor_seconds, limits.ceiling_seconds))
    gap = _mean_gap(history, now)
    adaptive = min(max(math.sqrt(gap * EVEN_GAP_SECONDS), floor), ceiling)
    interval, reason = _base_interval(adaptive, outcome, floor=floor, ceiling=ceiling)
    interval = max(interval * (1 - JITTER_SHARE + 2 * JITTER_SHARE * jitter), floor)
    wait = min(_positive(outcome.retry_after_seconds), DAY_SECONDS)
    if wait > interval:
        interval, reason = wait, _("The server asked us to wait.")
    return Plan(now + timedelta(seconds=interval), interval, reason)


def _base_interval(
    adaptive: float, outcome: Outcome, *, floor: float, ceiling: float
) -> tuple[float, str]:
    if outcome.kind is OutcomeKind.GONE:
        return DAY_SECONDS, _("The feed is gone; we look once a day whether it has come back.")
    if outcome.kind is OutcomeKind.ERROR:
        doubled = floor * 2.0 ** min(max(outcome.error_count, 1), MAX_DOUBLINGS)
        interval = max(adaptive, min(doubled, 4 * ceiling, HOUR_SECONDS))
        return interval, _("The last look failed; we wait longer each time.")
    ttl = min(_positive(outcome.ttl_seconds), ceiling)
    if ttl > adaptive:
        return ttl, _("The feed says how long its content stays fresh.")
    return adaptive, _reason(adaptive, floor=floor, ceiling=ceiling)


def _reason(adaptive: float, *, floor: float, ceiling: float) -> str:
    if adaptive <= floor:
        return _("New entries come often: we look as often as we may.")
    if adaptive >= ceiling:
        return _("New entries are rare: we look as seldom as we may.")
    return _("We look as often as new entries come.")


def _mean_gap(history: History, now: datetime) -> float:
    """Seconds an entry: the time watched over the entries seen in it.

    The time since the last entry counts as watched, so a feed that falls silent slows down.
    """
    gaps = [gap for gap in history.recent_gaps_seconds if gap >= 0 and math.isfinite(gap)]
    last = history.last_new_at
    silent = max((now - last).total_seconds(), 0.0) if last else 0.0
    return (PRIOR_GAP_SECONDS + sum(gaps) + silent) / (len(gaps) + 1)


def _positive(seconds: float | None) -> float:
    return seconds if seconds is not None and math.isfinite(seconds) and seconds > 0 else 0.0
