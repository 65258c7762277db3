"""Who reports: news agencies and papers, by every name their credits are written with.

``agencies.tsv`` beside this file holds a line for each: key, name, language of the service, kind,
other names, how its texts open and close, what was at hand for that, and the day it was checked.
At hand (``seen``) was ``page``: a page or text with its credit; ``feed`` or ``site``: its feed's
address or its pages' structure, which prove the name but not the credit; ``memory``: neither. A
name ending in ``*`` is an ordinary word too («ایران», «شرق») and counts only after «روزنامه»,
«خبرگزاری» or their like; ``<2015`` ends a name's use: it is read in older texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final


class Opening(StrEnum):
    """How a text may open: the names used in the ``openings`` column."""

    REPORT = "report"  # «به گزارش ایسنا،»
    REPORTER = "reporter"  # «به گزارش خبرنگار مهر،»
    GROUP = "group"  # «خبرگزاری مهر، گروه استان‌ها:»
    DASH = "dash"  # «تهران- ایرنا-»
    SLASH = "slash"  # «ایسنا/خوزستان»
    BRACKET = "bracket"  # «کابل (پژواک):»
    STROKE = "stroke"  # «Душанбе. /НИАТ «Ховар»/»


class Closing(StrEnum):
    """How a text may close: the names used in the ``closings`` column."""

    END = "end"  # «انتهای پیام»
    END_SLASH = "end-slash"  # «انتهای پیام/ ۴۱۲۳»
    END_INITIALS = "end-initials"  # «انتهای پیام/م»
    CODE = "code"  # «کد خبر ۱۲۳۴۵»
    NAMES = "names"  # «خبرنگار: … ** انتشاردهنده: …»
    DIGITS = "digits"  # the reporter's number alone


@dataclass(frozen=True, slots=True)
class Alias:
    """One name. ``needs_kind``: also an ordinary word; ``until``: the year it fell out of use."""

    name: str
    needs_kind: bool = False
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """One line of the table; the first alias is the name itself."""

    key: str
    name: str
    language: str
    kind: str
    aliases: tuple[Alias, ...]
    openings: frozenset[Opening]
    closings: frozenset[Closing]
    seen: str
    checked: date


_TABLE: Final = Path(__file__).with_name("agencies.tsv")
_UPPER: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҒӢҚӮҲҶЁ"
_LETTERS: Final = {
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
    "ة": "ه",
    "ە": "ه",
    "أ": "ا",
    "إ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ۀ": "ه",
    "ڕ": "ر",
}
_BLANKS: Final = (
    "\t\u00a0\u2009\u200a\u202f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_KIND: Final = (
    r"(?:(?:خبرگزاری|روزنامه|هفته ?نامه|نشریه|اژانس|آژانس|شبکه|تلویزیون|رادیو|(?:وب ?)?سایت|"
    r"پایگاه|پورتال|رسانه|وکاله|قناه|صحیفه|موقع)(?: (?:خبری|رسمی|اینترنتی|تحلیلی|تحلیلی خبری|"
    r"خبری تحلیلی|اطلاع ?رسانی|تلویزیونی|ورزشی|الانباء|انباء))*)"
)


def _fold_table() -> dict[int, str]:
    table = {ord(letter): letter.lower() for letter in _UPPER}
    table |= {ord(letter): folded for letter, folded in _LETTERS.items()}
    table |= dict.fromkeys(map(ord, _BLANKS), " ")
    for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"):
        table |= {ord(digit): str(number) for number, digit in enumerate(digits)}
    return table


_FOLD: Final = _fold_table()


def fold(text: str) -> str:
    """The text as names and marks are looked for in it, code point for code point.

    Half-spaces are spaces, digits Latin, «ي» and «ك» Persian, letters small.
    """
    return text.translate(_FOLD)


@cache
def agencies() -> tuple[Agency, ...]:
    """Every agency of the table, in its order."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(_read_row(dict(zip(rows[0], row, strict=True))) for row in rows[1:])


def _read_row(row: dict[str, str]) -> Agency:
    names = dict.fromkeys([row["name"], *row["aliases"].split("|")])
    return Agency(
        key=row["key"],
        name=row["name"].rstrip("*"),
        language=row["language"],
        kind=row["kind"],
        aliases=tuple(_read_alias(name) for name in names if name),
        openings=frozenset(map(Opening, row["openings"].split())),
        closings=frozenset(Closing(name) for name in row["closings"].split() if name != "none"),
        seen=row["seen"],
        checked=date.fromisoformat(row["checked"]),
    )


def _read_alias(written: str) -> Alias:
    name, _, until = written.partition("<")
    return Alias(name.rstrip("*"), name.endswith("*"), int(until) if until else None)


def _squeeze(name: str) -> str:
    """What two spellings of one name share: «خبر آنلاین» and «خبرآنلاین»."""
    return re.sub(r"[\W_]+", "", fold(name))


@cache
def _by_name() -> MappingProxyType[str, Agency]:
    found: dict[str, Agency] = {}
    for agency in agencies():
        for alias in agency.aliases:
            found.setdefault(_squeeze(alias.name), agency)
    return MappingProxyType(found)


_KIND_BEFORE: Final = re.compile(rf"^\W*{_KIND}\s+")


def find_agency(name: str) -> Agency | None:
    """The agency of a name, with or without «خبرگزاری» before it; None if it is not in the table.

    «خبرگزاری ايسنا», «ایسنا» and ``ISNA`` are one.
    """
    names = _by_name()
    bare = _KIND_BEFORE.sub("", fold(name))
    return names.get(_squeeze(name)) or names.get(_squeeze(bare))


@cache
def name_pattern() -> str:
    """A pattern, for folded text, of every name with what may stand before it; no groups."""
    plain: set[str] = set()
    bound: set[str] = set()
    for agency in agencies():
        for alias in agency.aliases:
            (bound if alias.needs_kind else plain).add(_spell(alias.name))
    free, held = ("|".join(sorted(names, key=len, reverse=True)) for names in (plain, bound))
    marks = r"[\"'“”«»*]"
    return (
        rf"(?:{marks}?(?:(?:{_KIND} )?{marks}?(?:{free})|{_KIND} {marks}?(?:{held})){marks}?(?!\w))"
    )


def _spell(name: str) -> str:
    parts = [re.escape(part) for part in re.split(r"[ -]+", fold(name)) if part]
    return "[ -]?".join(parts)
