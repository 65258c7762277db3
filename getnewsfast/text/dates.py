"""Moments from the dates people and machines write: three calendars, all digits, ten languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from getnewsfast.text.calendars import Calendar, iranian_day, iranian_month_bounds
from getnewsfast.text.date_doubts import Doubt, Why
from getnewsfast.text.date_words import fold
from getnewsfast.text.dates_shown import iranian_date, iranian_datetime, time_ago
from getnewsfast.text.day_times import DayTime, find_time
from getnewsfast.text.days_found import Found, find_day
from getnewsfast.text.relative_dates import find_counted

__all__ = [
    "Calendar",
    "Doubt",
    "Reading",
    "Why",
    "iranian_date",
    "iranian_datetime",
    "iranian_day",
    "iranian_month_bounds",
    "read_date",
    "read_moment",
    "time_ago",
]

LONGEST_CHARS: Final = 200
EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
# A clock that is wrong by more is no clock; and no agency dates its news later.
FUTURE: Final = timedelta(days=2)

_EASTERN: Final = re.compile("[۰-۹٠-٩]")
# What a machine must not take for the time of a text; an editor may.
_UNFIT: Final = frozenset(
    {
        Doubt.FUTURE,
        Doubt.PAST,
        Doubt.LUNAR,
        Doubt.NO_YEAR,
        Doubt.RELATIVE,
        Doubt.NEXT_MIDNIGHT,
        Doubt.IMPOSSIBLE,
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of a moment, and what is doubtful about it.

    ``moment`` is in UTC, midnight where no time is said; None where there is none, and ``why``
    then is an English sentence. ``calendar`` is that of the day named; None where it was counted
    from now or nothing was found.
    """

    moment: datetime | None
    calendar: Calendar | None = None
    has_time: bool = False
    zone_said: bool = False
    doubts: tuple[Doubt, ...] = ()
    why: str = ""


def read_date(text: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The time of a text in UTC; None for what cannot be one. Never raises.

    RFC 822, ISO 8601 and words, Gregorian («Tue, 24 Nov 2026 11:30:00 +0330», «24 ноябри 2026»)
    and Iranian («سه‌شنبه ۳ آذر ۱۴۰۵ - ۱۱:۳۰», «۱۴۰۵/۰۹/۰۳»). Without a zone it is in ``zone``,
    without a time midnight there. A year from 1300 to 1499 is always Iranian. Numbers alone are
    read year first or year last; where day and month could be either, the day stands first.

    None before 1990, more than two days after ``now`` (aware), without a year, for lunar days,
    for what is counted from now, for Unix seconds and for more than 200 characters. A wrong
    weekday is overlooked. ``read_moment`` reads these too, and names each doubt.
    """
    reading = read_moment(text, now=now, zone=zone)
    doubts = {*reading.doubts}
    if doubts & _UNFIT or {Doubt.CENTURY, Doubt.DAY_OR_MONTH} <= doubts:
        return None
    return reading.moment


def read_moment(text: str, *, now: datetime, zone: ZoneInfo) -> Reading:
    """The moment a text names, with every doubt about it. Never raises; time linear in the text.

    Beside what ``read_date`` reads: lunar days («۱۲ رجب ۱۴۴۷», by the tables), days without a
    year, moments counted from ``now`` (aware; «۳ ساعت پیش», «دیروز ساعت ۱۰»), the far past and
    future. ``Doubt`` tells what each was taken for.
    """
    if len(text) > LONGEST_CHARS:
        return _nothing(Why.TOO_LONG)
    folded = fold(text)
    if not folded:
        return _nothing(Why.EMPTY)
    day_time = find_time(folded)
    if day_time is None:
        return _nothing(Why.NO_SUCH_TIME, doubts=(Doubt.IMPOSSIBLE,))
    local_now = now.astimezone(zone)
    is_eastern = _EASTERN.search(text) is not None
    found = find_day(day_time.rest, today=local_now.date(), is_eastern=is_eastern)
    if found is None:
        counted = find_counted(day_time.rest, now=local_now)
        if counted is None:
            return _nothing(Why.NO_DAY)
        if counted.moment is not None:
            return Reading(counted.moment.astimezone(UTC), None, True, False, counted.doubts)
        found = Found(counted.day, None, counted.doubts)
    return _combine(found, day_time, now=now, zone=zone)


def _nothing(why: Why, *, doubts: tuple[Doubt, ...] = ()) -> Reading:
    return Reading(None, doubts=doubts, why=why.value)


def _combine(found: Found, day_time: DayTime, *, now: datetime, zone: ZoneInfo) -> Reading:
    if found.day is None:
        why = (found.why or Why.NO_DAY).value
        return Reading(None, found.calendar, doubts=found.doubts, why=why)
    has_time = day_time.at is not None
    chosen: tzinfo = day_time.said.zone or zone
    try:
        local = datetime.combine(found.day, day_time.at or time(), chosen)
        if day_time.is_next_midnight:
            local += timedelta(days=1)
        moment = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return Reading(None, found.calendar, doubts=(Doubt.IMPOSSIBLE,), why=Why.OUT_OF_RANGE.value)
    doubts = (*found.doubts, *_doubts_of_time(local, day_time, home=zone))
    if moment > now + FUTURE:
        doubts = (*doubts, Doubt.FUTURE)
    elif moment < EARLIEST:
        doubts = (*doubts, Doubt.PAST)
    return Reading(moment, found.calendar, has_time, day_time.said.zone is not None, doubts)


def _doubts_of_time(local: datetime, day_time: DayTime, *, home: ZoneInfo) -> tuple[Doubt, ...]:
    said = day_time.said
    moment = local.astimezone(UTC)
    has_time = day_time.at is not None
    found = {
        Doubt.NO_ZONE: has_time and said.zone is None,
        Doubt.ZONE: said.is_shared or said.is_odd_at(moment, home),
        Doubt.CLOCK_CHANGE: has_time and _is_at_clock_change(local),
        Doubt.NEXT_MIDNIGHT: day_time.is_next_midnight,
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def _is_at_clock_change(local: datetime) -> bool:
    """Whether the local time came twice or never: both folds then differ (PEP 495)."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
