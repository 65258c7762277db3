"""The time of day and its zone, found in a folded date text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta, timezone
from typing import Final

from getnewsfast.text.date_words import ZONES


@dataclass(frozen=True, slots=True)
class DayTime:
    """``zone`` is None where the text names none; ``rest`` is the text without the time."""

    at: time
    zone: timezone | None
    rest: str


_TIME: Final = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{1,2})"
    r"(?::(?P<second>\d{1,2})(?:[.,]\d{1,12})?)?(?![\d:])"
    r"(?: ?(?P<half>[ap]\.? ?m\b\.?|[قب]\.? ?ظ\b\.?|بعد ?از ?ظهر|قبل ?از ?ظهر|صبح|عصر|ظهر|[صم]\b))?"
    # An offset touches its digits; «11:30 - 1405» is a dash. A bare hour only right after the time.
    r"(?: ?(?P<name>z|gmt|utc|ut)\b)?"
    r"(?P<offset> ?[+-]\d{1,2}:\d{2}(?![\d/:])| ?[+-]\d{4}(?![\d/-])| ?\+\d{1,2}(?![\d/:-])"
    r"|-\d{2}(?![\d/:. -]))?"
)
# 20261124T113000Z, the basic form of ISO 8601.
_BASIC: Final = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?(?!\d)")
_ZONE_NAME: Final = re.compile(r"\b[a-z]{1,4}\b|گرینویچ")
_AFTERNOON: Final = re.compile(r"[pبعم]")
_WIDEST_OFFSET: Final = timedelta(hours=14)


def find_time(text: str) -> DayTime | None:
    """The first time in the text; midnight where there is none; None where it is impossible.

    Hour 24 is none; second 60 (a leap second) is 59. «۰۲:۳۰ ب.ظ» is 14:30.
    """
    text = _BASIC.sub(_spread, text)
    match = _TIME.search(text)
    if match is None:
        return DayTime(time(), _named_zone(text), text)
    hour = _in_24_hours(int(match["hour"]), match["half"] or "")
    minute, second = int(match["minute"]), min(int(match["second"] or 0), 60)
    if hour > 23 or minute > 59:
        return None
    if int(match["second"] or 0) > 60:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    zone = _offset(match["offset"] or "")
    if zone is None:
        zone = _named_zone(match["name"] or "") or _named_zone(rest)
    return DayTime(time(hour, minute, min(second, 59)), zone, rest)


def _spread(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second = match.groups("00")
    return f"{year}-{month}-{day}t{hour}:{minute}:{second}"


def _in_24_hours(hour: int, half: str) -> int:
    if not half or hour > 12:
        return hour
    if half == "ظهر":
        return hour if hour > 9 else hour + 12
    is_afternoon = bool(_AFTERNOON.match(half))
    return hour % 12 + (12 if is_afternoon else 0)


def _offset(text: str) -> timezone | None:
    digits = text.strip()
    if not digits:
        return None
    sign = -1 if digits[0] == "-" else 1
    hours, minutes = digits[1:], "0"
    if ":" in hours:
        hours, minutes = hours.split(":")
    elif len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    distance = timedelta(hours=int(hours), minutes=int(minutes))
    if distance > _WIDEST_OFFSET or int(minutes) > 59:
        return None
    return timezone(sign * distance)


def _named_zone(text: str) -> timezone | None:
    for name in _ZONE_NAME.findall(text):
        if name in ZONES:
            return timezone(timedelta(minutes=ZONES[name]))
    return None
