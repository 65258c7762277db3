"""Moments as Persian readers are shown them."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from getnewsfast.text.digits import to_persian
from getnewsfast.text.jalali import MONTHS, WEEKDAYS, iranian_day

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR


def iranian_date(when: datetime, *, zone: ZoneInfo) -> str:
    """«سه‌شنبه ۳ آذر ۱۴۰۵», the day it is in ``zone``."""
    local = when.astimezone(zone)
    return f"{WEEKDAYS[local.weekday()]} {_day_month_year(local)}"


def iranian_datetime(when: datetime, *, zone: ZoneInfo) -> str:
    """«۳ آذر ۱۴۰۵، ۱۱:۳۰», the time it is in ``zone``."""
    local = when.astimezone(zone)
    return f"{_day_month_year(local)}، {to_persian(f'{local:%H:%M}')}"


def time_ago(when: datetime, *, now: datetime) -> str:
    """«لحظاتی پیش», «۵ دقیقه پیش», «دیروز», «۳ روز پیش»; what is ahead is «۵ دقیقه دیگر».

    Days change at the midnight of ``now``'s own zone, so give it in the reader's.
    """
    seconds = (now - when).total_seconds()
    direction = "پیش" if seconds >= 0 else "دیگر"
    seconds = abs(seconds)
    if seconds < _MINUTE:
        return f"لحظاتی {direction}"
    if seconds < _HOUR:
        return _count(seconds / _MINUTE, "دقیقه", direction)
    if seconds < _DAY:
        return _count(seconds / _HOUR, "ساعت", direction)
    days = abs((now.date() - when.astimezone(now.tzinfo).date()).days)
    if days <= 1:
        return "دیروز" if direction == "پیش" else "فردا"
    return _count_days(days, direction)


def _count_days(days: int, direction: str) -> str:
    if days < 7:
        return _count(days, "روز", direction)
    if days < 30:
        return _count(days / 7, "هفته", direction)
    if days < 365:
        return _count(days / 30.44, "ماه", direction)
    return _count(days / 365.25, "سال", direction)


def _count(amount: float, unit: str, direction: str) -> str:
    return f"{to_persian(str(max(1, int(amount))))} {unit} {direction}"


def _day_month_year(local: datetime) -> str:
    year, month, day = iranian_day(local)
    return f"{to_persian(str(day))} {MONTHS[month - 1]} {to_persian(str(year))}"
