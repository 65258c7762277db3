"""Days found in a folded text: in numbers («1405/09/03») or words («3 اذر 1405»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from getnewsfast.text.calendars import (
    FIRST_YEAR,
    LAST_YEAR,
    Calendar,
    day_in,
    iranian_day,
    lunar_day,
)
from getnewsfast.text.date_doubts import Doubt, Why
from getnewsfast.text.date_words import LINKS, MONTHS, ORDINALS, WEEKDAYS

_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)")
_YEAR_LAST: Final = re.compile(r"(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)")
_SHORT: Final = re.compile(r"(?<![\d-])(\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_LUNAR_AFTER: Final = re.compile(
    r"[ ,()-]{0,3}(?:(?:ه|هجری) ?\.? ?(?:ق\b|قمری)|قمری|هجریه?\b|ه\b|ah\b)"
)
_LUNAR_BEFORE: Final = re.compile(r"(?:قمری|hijri)[ :,(-]{0,3}$")
_SOLAR_AFTER: Final = re.compile(r"[ ,()-]{0,3}(?:ه|هجری) ?\.? ?(?:ش\b|شمسی|خورشیدی)")
_ORDINAL: Final = re.compile(rf"\b(?:(بیست|سی) ?و ?)?({'|'.join(ORDINALS)})\b")
# A named Iranian month lets older years in, as the months of today counted back: by law they have
# their lengths since 1304.
_OLDEST_IRANIAN: Final = 1200
_LUNAR_YEARS: Final = range(1, 1531)  # 1530 ends in 2106
_SOON: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Found:
    """``day`` is None where the text names one that cannot be, and ``why`` says so."""

    day: date | None
    calendar: Calendar | None = None
    doubts: tuple[Doubt, ...] = ()
    why: Why | None = None


def find_day(text: str, *, today: date, is_eastern: bool) -> Found | None:
    """The day a text names; numbers before words, and what is certain before what is guessed.

    ``today`` tells the year where none is said, ``is_eastern`` whether the digits were Persian
    or Arabic. None where the text names no day.
    """
    tried = [*_in_numbers(text), *_in_words(text, today)]
    if not tried:
        tried = [*_in_short_numbers(text, is_eastern=is_eastern)]
    found = [one for one in tried if one.day]
    if not found:
        return tried[0] if tried else None
    certain = [one for one in found if not {Doubt.LUNAR, Doubt.NO_YEAR} & {*one.doubts}]
    first = (certain or found)[0]
    if len({one.day for one in certain}) > 1:
        first = replace(first, doubts=(*first.doubts, Doubt.SEVERAL))
    return _compare_weekday(first, text)


def _in_numbers(text: str) -> Iterator[Found]:
    for match in _YEAR_FIRST.finditer(text):
        yield _numbered(match, int(match[1]), int(match[3]), int(match[4]))
    for match in _YEAR_LAST.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first <= 12 < second:
            first, second = second, first
        found = _numbered(match, year, second, first)
        # Day and month are written so everywhere but in America, where nobody writes dots.
        could_be_either = first <= 12 and first != second and match[2] != "."
        if could_be_either and found.calendar is Calendar.GREGORIAN:
            found = replace(found, doubts=(*found.doubts, Doubt.DAY_OR_MONTH))
        yield found


def _numbered(match: re.Match[str], year: int, month: int, day: int) -> Found:
    text = match.string
    is_lunar = _LUNAR_AFTER.match(text, match.end()) and not _SOLAR_AFTER.match(text, match.end())
    if is_lunar or _LUNAR_BEFORE.search(text, max(0, match.start() - 12), match.start()):
        return _make_day(Calendar.LUNAR, year, month, day)
    is_iranian = FIRST_YEAR <= year <= LAST_YEAR
    return _make_day(Calendar.IRANIAN if is_iranian else Calendar.GREGORIAN, year, month, day)


def _in_short_numbers(text: str, *, is_eastern: bool) -> Iterator[Found]:
    """«۰۴/۱۱/۰۷»: only Iranians put a year of two digits first, but «04/11/07» is anyone's."""
    match = _SHORT.search(text)
    if match is None:
        return
    if not is_eastern and int(match[1]) <= 31:
        yield Found(None, doubts=(Doubt.CENTURY, Doubt.DAY_OR_MONTH), why=Why.SHORT_NUMBERS)
        return
    year = _full_year(match[1], Calendar.IRANIAN)
    found = _make_day(Calendar.IRANIAN, year, int(match[3]), int(match[4]))
    yield replace(found, doubts=(Doubt.CENTURY, Doubt.DAY_OR_MONTH, *found.doubts))


def _in_words(text: str, today: date) -> Iterator[Found]:
    """Each month with a day and a year beside it: «3 اذر 1405», «november 24 2026»."""
    counted = _ORDINAL.sub(_count_ordinal, text)
    tokens = [word for word in _TOKEN.findall(counted) if word not in LINKS]
    for place, token in enumerate(tokens):
        if token not in MONTHS:
            continue
        calendar, month = MONTHS[token]
        before = tokens[place - 1] if place else ""
        after = [word for word in tokens[place + 1 : place + 5] if word.isdecimal()]
        day, year = _day_and_year(before, after, is_english=token.isascii())
        if year:
            yield _named(calendar, year, month, day)
        elif day:
            yield _without_year(calendar, month, day, today=today)


def _count_ordinal(match: re.Match[str]) -> str:
    """«بیست و چهارم» is 24."""
    return str({"بیست": 20, "سی": 30}.get(match[1], 0) + ORDINALS[match[2]])


def _day_and_year(before: str, after: list[str], *, is_english: bool) -> tuple[int, str]:
    """The day, and the year's digits: none where only a day stands beside the month."""
    if before.isdecimal() and after:
        if len(before) == 4:
            return _number(after[0]), before
        return _number(before), after[0]
    # Only English puts the month first; in «خبرگزاری مهر ۳ آذر ۱۴۰۵» «مهر» is no month.
    if is_english and after and len(after[0]) < 3:
        return _number(after[0]), "".join(after[1:2])
    return (_number(before), "") if before.isdecimal() and len(before) < 3 else (0, "")


def _number(digits: str) -> int:
    return int(digits) if 0 < len(digits) <= 4 else 0


def _named(calendar: Calendar, digits: str, month: int, day: int) -> Found:
    year = _full_year(digits, calendar)
    is_iranian = FIRST_YEAR <= year <= LAST_YEAR
    fits = {
        Calendar.IRANIAN: _OLDEST_IRANIAN <= year <= LAST_YEAR,
        Calendar.GREGORIAN: not is_iranian,
        Calendar.LUNAR: year in _LUNAR_YEARS,
    }[calendar]
    if not fits:
        return Found(None, calendar, (Doubt.IMPOSSIBLE,), Why.OTHER_CALENDAR)
    found = _make_day(calendar, year, month, day)
    if len(digits) == 2:
        found = replace(found, doubts=(Doubt.CENTURY, *found.doubts))
    return found


def _without_year(calendar: Calendar, month: int, day: int, *, today: date) -> Found:
    """The last such day before ``today`` or two days after it: what news means by it."""
    for back in range(5):  # a 30 Esfand or a 29 February may be years ago
        year = _year_of(calendar, today + _SOON) - back
        found = _make_day(calendar, year, month, day)
        if found.day and found.day <= today + _SOON:
            return replace(found, doubts=(Doubt.NO_YEAR, *found.doubts))
    return Found(None, calendar, (Doubt.NO_YEAR, Doubt.IMPOSSIBLE), Why.NO_SUCH_DAY)


def _year_of(calendar: Calendar, day: date) -> int:
    """The year a day falls in."""
    years = {Calendar.IRANIAN: iranian_day, Calendar.LUNAR: lunar_day}
    return years[calendar](day)[0] if calendar in years else day.year


def _full_year(digits: str, calendar: Calendar) -> int:
    """A year of two digits is the one within fifty years (RFC 2822 for Gregorian ones)."""
    year = _number(digits)
    if len(digits) != 2:
        return year
    if calendar is Calendar.GREGORIAN:
        return year + (2000 if year < 50 else 1900)
    return year + (1400 if year < 50 else 1300)


def _make_day(calendar: Calendar, year: int, month: int, day: int) -> Found:
    try:
        found = day_in(calendar, year, month, day)
    except (ValueError, OverflowError):
        why = Why.NO_SUCH_DAY if 1 <= month <= 12 else Why.NO_SUCH_MONTH
        return Found(None, calendar, (Doubt.IMPOSSIBLE,), why)
    return Found(found, calendar, (Doubt.LUNAR,) if calendar is Calendar.LUNAR else ())


def _compare_weekday(found: Found, text: str) -> Found:
    """Doubts a day whose weekday is named otherwise; a lunar day moves to it, one day at most."""
    named = {WEEKDAYS[word] for word in _TOKEN.findall(text) if word in WEEKDAYS}
    if found.day is None or not named or found.day.weekday() in named:
        return found
    if found.calendar is Calendar.LUNAR:
        for near in (found.day + timedelta(days=1), found.day - timedelta(days=1)):
            if near.weekday() in named:
                return replace(found, day=near)
    return replace(found, doubts=(*found.doubts, Doubt.WEEKDAY))
