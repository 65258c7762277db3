"""Moments from the dates agencies write: two calendars, three sets of digits, five languages."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from getnewsfast.text.characters import invisible_table
from getnewsfast.text.date_words import LINKS, MONTHS, Calendar
from getnewsfast.text.dates_shown import iranian_date, iranian_datetime, time_ago
from getnewsfast.text.day_times import find_time
from getnewsfast.text.digits import to_latin
from getnewsfast.text.jalali import (
    FIRST_YEAR,
    LAST_YEAR,
    gregorian_day,
    iranian_day,
    iranian_month_bounds,
)

__all__ = [
    "iranian_date",
    "iranian_datetime",
    "iranian_day",
    "iranian_month_bounds",
    "read_date",
    "time_ago",
]

LONGEST_CHARS: Final = 200
EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
# A clock that is wrong by more is no clock; and no agency dates its news later.
FUTURE: Final = timedelta(days=2)

_FOLD: Final[dict[int, str | int | None]] = {
    **invisible_table(),
    0x200C: "",
    0x200D: "",
    0x640: "",
    **dict.fromkeys(range(0x64B, 0x660), ""),
    **str.maketrans("يىئكأإآٱؤة−–—،", "یییکاااا" + "وه---,"),
}
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)")
_YEAR_LAST: Final = re.compile(r"(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_LEVANTINE: Final = re.compile(r"\b(تشرین|کانون) (الاول|الثانی)\b")


def read_date(text: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment a text names, in UTC; None for what cannot be the time of a text. Never raises.

    RFC 822, ISO 8601 and words, Gregorian («Tue, 24 Nov 2026 11:30:00 +0330», «24 ноябри 2026»)
    and Iranian («سه‌شنبه ۳ آذر ۱۴۰۵ - ۱۱:۳۰», «۱۴۰۵/۰۹/۰۳»). Without a zone it is in ``zone``,
    without a time midnight there. A year from 1300 to 1499 is always Iranian. Numbers alone are
    read year first or year last; where day and month could be either, the day stands first.

    None before 1990, more than two days after ``now`` (aware), without a year, for Unix seconds
    and for more than 200 characters. A wrong weekday is overlooked.
    """
    if not text or len(text) > LONGEST_CHARS:
        return None
    folded = _fold(text)
    day_time = find_time(folded)
    if day_time is None:
        return None
    day = _find_day(day_time.rest)
    if day is None:
        return None
    try:
        local = datetime.combine(day, day_time.at, day_time.zone or zone)
        moment = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if EARLIEST <= moment <= now + FUTURE else None


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_FOLD)
    plain = _LEVANTINE.sub(r"\1\2", to_latin(plain))
    return " ".join(plain.split())


def _find_day(text: str) -> date | None:
    match = _YEAR_FIRST.search(text)
    if match:
        return _day(int(match[1]), int(match[3]), int(match[4]))
    match = _YEAR_LAST.search(text)
    if match:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first <= 12 < second:
            first, second = second, first
        return _day(year, second, first)
    return _day_in_words([word for word in _TOKEN.findall(text) if word not in LINKS])


def _day_in_words(tokens: list[str]) -> date | None:
    """The first month with a day and a year beside it: «3 آذر 1405», «november 24 2026»."""
    for place, token in enumerate(tokens):
        if token not in MONTHS:
            continue
        calendar, month = MONTHS[token]
        before = tokens[place - 1] if place else ""
        after = [word for word in tokens[place + 1 : place + 5] if word.isdecimal()]
        day, year = _day_and_year(before, after, is_english=token.isascii())
        found = _day(_full_year(year, calendar), month, day, calendar=calendar)
        if found is not None:
            return found
    return None


def _day_and_year(before: str, after: list[str], *, is_english: bool) -> tuple[int, str]:
    if before.isdecimal() and after:
        if len(before) == 4:
            return _number(after[0]), before
        return _number(before), after[0]
    # Only English puts the month first; in «خبرگزاری مهر ۳ آذر ۱۴۰۵» «مهر» is no month.
    if is_english and len(after) > 1:
        return _number(after[0]), after[1]
    return 0, ""


def _number(digits: str) -> int:
    return int(digits) if 0 < len(digits) <= 4 else 0


def _full_year(digits: str, calendar: Calendar) -> int:
    """A year of two digits is the one within fifty years (RFC 2822 for Gregorian ones)."""
    year = _number(digits)
    if len(digits) != 2:
        return year
    if calendar is Calendar.IRANIAN:
        return year + (1400 if year < 50 else 1300)
    return year + (2000 if year < 50 else 1900)


def _day(year: int, month: int, day: int, *, calendar: Calendar | None = None) -> date | None:
    """A day that exists, in the calendar its year belongs to."""
    is_iranian = FIRST_YEAR <= year <= LAST_YEAR
    if calendar is not None and is_iranian != (calendar is Calendar.IRANIAN):
        return None
    try:
        return gregorian_day(year, month, day) if is_iranian else date(year, month, day)
    except ValueError:
        return None
