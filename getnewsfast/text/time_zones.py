"""Time zones as dates name them: offsets, abbreviations, and cities «به وقت تهران»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

# Minutes east of UTC (RFC 822 and the names our sources use).
_ABBREVIATIONS: Final = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "мск": 180, "trt": 180, "irst": 210, "irdt": 270, "azt": 240, "aft": 270,
    "tjt": 300, "pkt": 300, "uzt": 300, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
# Each is the name of several zones, hours apart: India, Israel, Ireland; Bangladesh, Britain …
_SHARED_ABBREVIATIONS: Final = frozenset({"ist", "bst", "ast", "amt", "gst", "sst", "wst"})
_CITIES: Final = {
    "Asia/Tehran": "تهران ایران tehran iran техрон",
    "Asia/Kabul": "کابل افغانستان kabul кобул",
    "Asia/Dushanbe": "دوشنبه تاجیکستان dushanbe душанбе точикистон",
    "Asia/Baghdad": "بغداد عراق baghdad",
    "Asia/Riyadh": "مکه ریاض السعودیه riyadh",
    "Asia/Beirut": "بیروت beirut",
    "Asia/Damascus": "دمشق damascus",
    "Asia/Dubai": "دبی dubai",
    "Asia/Baku": "باکو baku",
    "Asia/Karachi": "کراچی پاکستان karachi",
    "Africa/Cairo": "قاهره القاهره cairo",
    "Europe/Istanbul": "استانبول ترکیه istanbul",
    "Europe/Moscow": "مسکو موسکو moscow москве",
    "UTC": "گرینویچ غرینتش جرینتش гринвичу greenwich",
}
_ZONE_OF: Final = {
    city: name for name, cities in _CITIES.items() for city in cities.split()
}  # fmt: skip
_CITY: Final = re.compile(
    r"(?:(?:به ?وقت|ب?توقیت|بو ?وقت)(?: محلی)? (?P<said>\w+)"
    r"|\b(?:asia|europe|africa)/(?P<path>\w+)"
    r"|\b(?P<named>iran|tehran|kabul|dushanbe|moscow|greenwich|гринвичу|москве)"
    r"(?: (?:standard|daylight|mean|local))?(?: time)\b"
    r"|\bпо (?P<russian>\w+)|\bба вакти (?P<tajik>\w+)|\b(?P<alone>گرینویچ|غرینتش))"
)
_WORD: Final = re.compile(r"\b(?:[a-z]{1,4}|мск)\b")
_WIDEST_OFFSET: Final = timedelta(hours=14)
_TEHRAN: Final = ZoneInfo("Asia/Tehran")
_SUMMER: Final = timedelta(hours=4, minutes=30)
_WINTER: Final = timedelta(hours=3, minutes=30)


@dataclass(frozen=True, slots=True)
class SaidZone:
    """``zone`` is None where none is named, or one that several zones share the name of."""

    zone: tzinfo | None
    name: str = ""

    @property
    def is_shared(self) -> bool:
        return self.zone is None and bool(self.name)

    def is_odd_at(self, moment: datetime, home: tzinfo) -> bool:
        """Whether Iran's clocks stood otherwise: its last summer time ended in September 2022.

        The offset +04:30 is Kabul's own, so from it nothing follows but for a source in Iran.
        """
        if self.zone is None or isinstance(self.zone, ZoneInfo):
            return False
        offset = self.zone.utcoffset(None)
        is_iranian = self.name in ("irst", "irdt") or (
            offset == _SUMMER and not self.name and str(home) == _TEHRAN.key
        )
        return is_iranian and moment.astimezone(_TEHRAN).utcoffset() != offset


def find_zone(text: str) -> tuple[SaidZone, str]:
    """The first zone a folded text names, and the text without it.

    «به وقت تهران», "Asia/Kabul", "Iran Standard Time", "IRST"; «IST» is three zones.
    """
    for match in _CITY.finditer(text):
        city = next(word for word in match.groups() if word)
        if city in _ZONE_OF:
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return SaidZone(ZoneInfo(_ZONE_OF[city]), city), rest
    return _find_abbreviation(text), text


def _find_abbreviation(text: str) -> SaidZone:
    shared = ""
    for name in _WORD.findall(text):
        if name in _ABBREVIATIONS:
            return SaidZone(timezone(timedelta(minutes=_ABBREVIATIONS[name])), name)
        if name in _SHARED_ABBREVIATIONS:
            shared = shared or name
    return SaidZone(None, shared)


def read_offset(text: str) -> timezone | None:
    """``'+03:30'``, ``'+0330'``, ``'+3:30'`` and ``'-5'``; None for what is no offset."""
    digits = text.strip(" (")
    if not digits:
        return None
    sign = -1 if digits[0] == "-" else 1
    hours, minutes = digits[1:], "0"
    if ":" in hours:
        hours, minutes = hours.split(":")[:2]
    elif len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    distance = timedelta(hours=int(hours), minutes=int(minutes))
    if distance > _WIDEST_OFFSET or int(minutes) > 59:
        return None
    return timezone(sign * distance) if distance else UTC
