"""Days and moments as readers are shown them, and as machines write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from email.utils import format_datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from getnewsfast.text.calendars import iranian_day, lunar_day
from getnewsfast.text.digits import to_arabic_indic, to_persian

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR

# As date.weekday() counts: Monday first.
WEEKDAYS: Final = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")


class DateStyle(StrEnum):
    """How a day is written; 24 November 2026 in each."""

    IRANIAN = "iranian"  # ۳ آذر ۱۴۰۵
    IRANIAN_NUMBERS = "iranian-numbers"  # ۱۴۰۵/۰۹/۰۳
    DARI = "dari"  # ۳ قوس ۱۴۰۵
    GREGORIAN = "gregorian"  # ۲۴ نوامبر ۲۰۲۶
    LUNAR = "lunar"  # ۱۳ جمادی‌الثانی ۱۴۴۸, by the tables
    ARABIC = "arabic"  # ٢٤ نوفمبر ٢٠٢٦
    LEVANTINE = "levantine"  # ٢٤ تشرين الثاني ٢٠٢٦
    TAJIK = "tajik"  # 24 ноябри соли 2026
    RUSSIAN = "russian"  # 24 ноября 2026
    ENGLISH = "english"  # 24 November 2026
    ISO = "iso"  # 2026-11-24 (ISO 8601)
    RFC = "rfc"  # Tue, 24 Nov 2026 (RFC 2822)


Months = tuple[str, ...]
_IRANIAN: Final[Months] = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_DARI: Final[Months] = (
    "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله",
    "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت",
)  # fmt: skip
_LUNAR: Final[Months] = (
    "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
    "رجب", "شعبان", "رمضان", "شوال", "ذی‌القعده", "ذی‌الحجه",
)  # fmt: skip
_PERSIAN: Final[Months] = (
    "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن",
    "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
)  # fmt: skip
_ARABIC: Final[Months] = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_LEVANTINE: Final[Months] = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
_TAJIK: Final[Months] = (
    "январи", "феврали", "марти", "апрели", "майи", "июни",
    "июли", "августи", "сентябри", "октябри", "ноябри", "декабри",
)  # fmt: skip
_RUSSIAN: Final[Months] = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_ENGLISH: Final[Months] = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _gregorian(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _as_they_are(text: str) -> str:
    return text


# The calendar of each style with names, its months, its digits, and what links the year.
_NAMED: Final[
    dict[
        DateStyle,
        tuple[Callable[[date], tuple[int, int, int]], Months, Callable[[str], str], str],
    ]
] = {
    DateStyle.IRANIAN: (iranian_day, _IRANIAN, to_persian, " "),
    DateStyle.DARI: (iranian_day, _DARI, to_persian, " "),
    DateStyle.GREGORIAN: (_gregorian, _PERSIAN, to_persian, " "),
    DateStyle.LUNAR: (lunar_day, _LUNAR, to_persian, " "),
    DateStyle.ARABIC: (_gregorian, _ARABIC, to_arabic_indic, " "),
    DateStyle.LEVANTINE: (_gregorian, _LEVANTINE, to_arabic_indic, " "),
    DateStyle.TAJIK: (_gregorian, _TAJIK, _as_they_are, " соли "),
    DateStyle.RUSSIAN: (_gregorian, _RUSSIAN, _as_they_are, " "),
    DateStyle.ENGLISH: (_gregorian, _ENGLISH, _as_they_are, " "),
}
_PERSIAN_COMMA: Final = frozenset(
    {
        DateStyle.IRANIAN,
        DateStyle.DARI,
        DateStyle.GREGORIAN,
        DateStyle.LUNAR,
        DateStyle.ARABIC,
        DateStyle.LEVANTINE,
    }
)


def write_day(day: date, style: DateStyle) -> str:
    """A day in one of the styles: ``write_day(day, DateStyle.GREGORIAN)`` is «۲۴ نوامبر ۲۰۲۶».

    A datetime is written as the day it is where it stands.
    """
    if style is DateStyle.ISO:
        return f"{day.year:04}-{day.month:02}-{day.day:02}"
    if style is DateStyle.RFC:
        name = _ENGLISH[day.month - 1][:3]
        weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]
        return f"{weekday}, {day.day:02} {name} {day.year:04}"
    if style is DateStyle.IRANIAN_NUMBERS:
        year, month, number = iranian_day(day)
        return to_persian(f"{year}/{month:02}/{number:02}")
    in_calendar, months, digits, link = _NAMED[style]
    year, month, number = in_calendar(day)
    return f"{digits(str(number))} {months[month - 1]}{link}{digits(str(year))}"


def write_moment(when: datetime, style: DateStyle, *, zone: ZoneInfo) -> str:
    """A moment to the minute, as it is in ``zone``: «۲۴ نوامبر ۲۰۲۶، ۱۱:۳۰».

    ISO 8601 and RFC 2822 are written to the second, with the offset.
    """
    local = when.astimezone(zone)
    if style is DateStyle.ISO:
        return local.isoformat(timespec="seconds")
    if style is DateStyle.RFC:
        return format_datetime(local.replace(microsecond=0))
    shown, clock = write_day(local, style), f"{local:%H:%M}"
    if style is DateStyle.IRANIAN_NUMBERS:
        return f"{shown} {to_persian(clock)}"
    comma = "،" if style in _PERSIAN_COMMA else ","
    return f"{shown}{comma} {_NAMED[style][2](clock)}"


def iranian_date(when: datetime, *, zone: ZoneInfo) -> str:
    """«سه‌شنبه ۳ آذر ۱۴۰۵», the day it is in ``zone``."""
    local = when.astimezone(zone)
    return f"{WEEKDAYS[local.weekday()]} {write_day(local, DateStyle.IRANIAN)}"


def iranian_datetime(when: datetime, *, zone: ZoneInfo) -> str:
    """«۳ آذر ۱۴۰۵، ۱۱:۳۰», the time it is in ``zone``."""
    return write_moment(when, DateStyle.IRANIAN, zone=zone)


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
