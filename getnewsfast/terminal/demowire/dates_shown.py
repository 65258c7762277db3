"""Dates as each agency shows them: the Iranian calendar, or a civil one in three languages."""

from __future__ import annotations

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

import jdatetime

TEHRAN = ZoneInfo("Asia/Tehran")
_TO_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

JALALI_MONTHS = (
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
PERSIAN_WEEKDAYS = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
MONTHS = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "ar": (
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ),
    "tg": (
        "январи",
        "феврали",
        "марти",
        "апрели",
        "майи",
        "июни",
        "июли",
        "августи",
        "сентябри",
        "октябри",
        "ноябри",
        "декабри",
    ),
}


def in_persian_digits(value: object) -> str:
    """``in_persian_digits(84512)`` is «۸۴۵۱۲»."""
    return str(value).translate(_TO_PERSIAN)


def show_jalali(moment: datetime, zone: tzinfo = TEHRAN) -> str:
    """«۳ آذر ۱۴۰۵ - ۱۵:۱۵»."""
    local = moment.astimezone(zone)
    day = jdatetime.date.fromgregorian(date=local.date())
    text = f"{day.day} {JALALI_MONTHS[day.month - 1]} {day.year} - {local:%H:%M}"
    return in_persian_digits(text)


def show_jalali_with_weekday(moment: datetime, zone: tzinfo = TEHRAN) -> str:
    """«سه‌شنبه ۳ آذر ۱۴۰۵ - ۱۵:۱۵»."""
    return f"{PERSIAN_WEEKDAYS[moment.astimezone(zone).weekday()]} {show_jalali(moment, zone)}"


def show_jalali_numbers(moment: datetime, zone: tzinfo = TEHRAN) -> str:
    """«۱۴۰۵/۰۹/۰۳ - ۱۵:۱۵», as the IranSamaneh family writes even in its metas."""
    local = moment.astimezone(zone)
    day = jdatetime.date.fromgregorian(date=local.date())
    return in_persian_digits(f"{day.year}/{day.month:02}/{day.day:02} - {local:%H:%M}")


def show_civil(moment: datetime, language: str, *, zone: tzinfo = TEHRAN) -> str:
    """«24 November 2026», «٢٤ نوفمبر ٢٠٢٦», «24 ноябри 2026»."""
    local = moment.astimezone(zone)
    text = f"{local.day} {MONTHS[language][local.month - 1]} {local.year}"
    return text.translate(_TO_ARABIC) if language == "ar" else text
