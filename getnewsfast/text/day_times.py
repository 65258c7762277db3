"""The time of day and its zone, found in a folded date text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from getnewsfast.text.time_zones import SaidZone, find_zone, read_offset


@dataclass(frozen=True, slots=True)
class DayTime:
    """``at`` is None where the text names no time; ``rest`` is the text without time and zone."""

    at: time | None
    said: SaidZone
    rest: str
    is_next_midnight: bool = False  # 24:00, the end of the day


# A half of the day by its folded words; noon and night are neither, see _in_24_hours.
_HALVES: Final = {
    "morning": r"a\.? ?m\b\.?|ق\.? ?ظ\b\.?|قبل ?از ?ظهر|صبح|بامداد|صباحا?\b|ص\b",
    "afternoon": r"p\.? ?m\b\.?|ب\.? ?ظ\b\.?|بعد ?از ?ظهر|عصر\b|غروب|مساء?\b|م\b",
    "noon": r"ظهرا?\b",
    "night": r"شب\b|لیلا?\b",
}
_HALF: Final = "|".join(f"(?P<{name}>{words})" for name, words in _HALVES.items())
_TIME: Final = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{1,2})"
    r"(?::(?P<second>\d{1,2})(?:[.,]\d{1,12})?)?(?![\d:])"
    rf"(?: ?(?:{_HALF}))?"
    # An offset touches its digits; «11:30 - 1405» is a dash. A bare hour only right after the time.
    r"(?: ?\(?(?P<name>z|gmt|utc|ut)\b)?"
    r"(?P<offset> ?\(?[+-]\d{1,2}:\d{2}(?::\d{2})?(?![\d/:])| ?\(?[+-]\d{3,4}(?![\d/-])"
    r"| ?\+\d{1,2}(?![\d/:-])|-\d{2}(?![\d/:. -]))?"
)
# «۹ صبح», «ساعت ۱۱», «ساعت ۱۱ و ۳۰ دقیقه», «ساعت 11.30», "at 10 pm", «соати 11».
_SPOKEN_HALF: Final = (
    r"صبح|بامداد|صباحا|شب\b|لیلا\b|عصر\b|مساء\b|غروب|ظهر|بعد ?از ?ظهر|[قب]\.? ?ظ\b"
)
_HOUR: Final = re.compile(
    r"(?:(?:\b(?:ساعت|الساعه|соати|соат) ?"
    rf"|(?<![\d:./-])(?=\d{{1,2}} ?(?:{_SPOKEN_HALF})))"
    r"(?P<hour>\d{1,2})(?![\d:/-])"
    r"(?: و (?P<minute>\d{1,2}) دقیقه|\.(?P<dotted>\d{2})(?![\d.])|(?P<half_hour> و نیم))?"
    rf"(?: ?(?:{_HALF}))?"
    r"|\b(?P<english>\d{1,2}) ?(?P<ampm>[ap])\.? ?m\b)"
)
# 20261124T113000Z, the basic form of ISO 8601; alone, its parts need no «T».
_BASIC: Final = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?(?!\d)")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
# «2026-11-2411:30» has lost its «T»; «2026-11-24T1130» mixes both forms.
_GLUED: Final = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?=\d{2}:\d{2})")
_HALF_BASIC: Final = re.compile(r"(?<=\d-\d{2}t)(\d{2})(\d{2})(\d{2})?(?!\d)")


def find_time(text: str) -> DayTime | None:
    """The first time in the text; None where it is impossible.

    24:00 is the end of its day; second 60 (a leap second) is 59. «۰۲:۳۰ ب.ظ» is 14:30.
    """
    text = _spread_out(text)
    match = _TIME.search(text)
    if match is None:
        return _find_hour(text)
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    zone = read_offset(match["offset"] or "")
    if zone is not None:
        said = SaidZone(zone)
    elif match["name"]:
        said = find_zone(match["name"])[0]
    else:
        said, rest = find_zone(rest)
    hour = _in_24_hours(int(match["hour"]), match)
    return _day_time(hour, int(match["minute"]), int(match["second"] or 0), said=said, rest=rest)


def _find_hour(text: str) -> DayTime | None:
    said, rest = find_zone(text)
    match = _HOUR.search(rest)
    if match is None:
        return DayTime(None, said, rest)
    if match["english"]:
        hour = int(match["english"]) % 12 + (12 if match["ampm"] == "p" else 0)
    else:
        hour = _in_24_hours(int(match["hour"]), match)
    minute = 30 if match["half_hour"] else int(match["minute"] or match["dotted"] or 0)
    rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    return _day_time(hour, minute, 0, said=said, rest=rest)


def _day_time(hour: int, minute: int, second: int, *, said: SaidZone, rest: str) -> DayTime | None:
    if (hour, minute, second) == (24, 0, 0):
        return DayTime(time(), said, rest, is_next_midnight=True)
    if hour > 23 or minute > 59 or second > 60:
        return None
    return DayTime(time(hour, minute, min(second, 59)), said, rest)


def _spread_out(text: str) -> str:
    if whole := _COMPACT.fullmatch(text):
        return _spread(whole) if whole[4] else f"{whole[1]}-{whole[2]}-{whole[3]}"
    text = _GLUED.sub(r"\1 ", _BASIC.sub(_spread, text))
    return _HALF_BASIC.sub(lambda match: ":".join(match.groups("00")), text)


def _spread(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second = match.groups("00")
    return f"{year}-{month}-{day}t{hour}:{minute}:{second}"


def _in_24_hours(hour: int, match: re.Match[str]) -> int:
    if hour > 12:
        return hour
    if match["morning"]:
        return hour % 12
    if match["afternoon"]:
        return hour % 12 + 12
    if match["noon"]:
        return hour if hour > 9 else hour + 12
    # «۲ شب» is after midnight, «۹ شب» before it.
    if match["night"]:
        return hour % 12 + (12 if 5 < hour < 12 else 0)
    return hour
