"""The Iranian calendar, and back; the arithmetic is jdatetime's (200,000 conversions a second)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import jdatetime

# Years that are Iranian wherever they are met: 1300 began in March 1921, 1499 ends in March 2121.
FIRST_YEAR: Final = 1300
LAST_YEAR: Final = 1499

MONTHS: Final = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
# As date.weekday() counts: Monday first.
WEEKDAYS: Final = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")


def iranian_day(day: date) -> tuple[int, int, int]:
    """Year, month, day: 24 November 2026 is ``(1405, 9, 3)``. A datetime counts where it is."""
    found = jdatetime.date.fromgregorian(year=day.year, month=day.month, day=day.day)
    return found.year, found.month, found.day


def gregorian_day(year: int, month: int, day: int) -> date:
    """``gregorian_day(1405, 9, 3)`` is 24 November 2026; ValueError for a day that is none."""
    found: date = jdatetime.date(year, month, day).togregorian()
    return found


def iranian_month_bounds(year: int, month: int, *, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first moment of an Iranian month to the first of the next, in UTC.

    Midnights are those of ``zone``. ValueError for a month that is none.
    """
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return _midnight(year, month, zone), _midnight(*following, zone)


def _midnight(year: int, month: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(gregorian_day(year, month, 1), time(), zone).astimezone(UTC)
