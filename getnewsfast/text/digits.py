"""Three sets of digits, and which of them a reader is shown."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final

from getnewsfast.text.characters import language_of
from getnewsfast.text.edits import Exchange, Group, Swap, run_groups
from getnewsfast.text.rules import Rule


class Shown(StrEnum):
    """Which digits a reader of a Persian text is shown."""

    PERSIAN = "persian"
    LATIN = "latin"
    AS_THEY_CAME = "as_they_came"


LATIN: Final = "0123456789"
PERSIAN: Final = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_INDIC: Final = "٠١٢٣٤٥٦٧٨٩"

_TO_LATIN: Final = str.maketrans(PERSIAN + ARABIC_INDIC, LATIN * 2)
_TO_PERSIAN: Final = str.maketrans(LATIN + ARABIC_INDIC, PERSIAN * 2)
_TO_ARABIC_INDIC: Final = str.maketrans(LATIN + PERSIAN, ARABIC_INDIC * 2)

_LATIN_OR_DIGIT: Final = "[0-9A-Za-z\u00c0-\u02af\u0400-\u052f_]+"
# An address as a whole; else a run read from left to right: «H2O», «COVID-19», «iPhone 15 Pro».
_LEFT_TO_RIGHT: Final = re.compile(
    r"(?:[A-Za-z]{2,10}://|www\.)[^\s«»،؛؟]+"
    f"|{_LATIN_OR_DIGIT}(?:(?: |[-._/:+#&=@%,~?]+){_LATIN_OR_DIGIT})*"
)


def to_latin(text: str) -> str:
    """«۱۴۰۵» and «١٤٠٥» are ``'1405'``."""
    return text.translate(_TO_LATIN)


def to_persian(text: str) -> str:
    """``'1405'`` and «١٤٠٥» are «۱۴۰۵»: every digit, also those of an address."""
    return text.translate(_TO_PERSIAN)


def to_arabic_indic(text: str) -> str:
    """``'1405'`` and «۱۴۰۵» are «١٤٠٥»."""
    return text.translate(_TO_ARABIC_INDIC)


def localise(text: str, language: str, shown: Shown = Shown.PERSIAN) -> str:
    """Digits as a reader of the language sees them; only Persian changes any.

    «در سال 1405» becomes «در سال ۱۴۰۵». Addresses, «H2O», «COVID-19» and «iPhone 15» stay.
    """
    if language_of(language) != "fa":
        return text
    return run_groups(shown_digits(shown)[:1], text)


@cache
def shown_digits(shown: Shown) -> tuple[Group, ...]:
    """The steps to the digits that are shown in a Persian text, then to their separators."""
    if shown == Shown.LATIN:
        return (_AS_LATIN, _LATIN_SEPARATORS)
    return (_AS_PERSIAN, _SEPARATORS) if shown == Shown.PERSIAN else (Group(()), _SEPARATORS)


def _show_run(match: re.Match[str]) -> str:
    run = match.group()
    return run if any(map(str.isalpha, run)) else to_persian(run)


def _part_number(match: re.Match[str]) -> str:
    """«۱,۲۵۰» and «۱۲.۵», unless the dot may be that of a time, a version or a heading."""
    number = match[0]
    if _THOUSANDS.fullmatch(number):
        return number.replace(",", "٬").replace(".", "٫")
    if not _FRACTION.fullmatch(number):
        return number
    before = match.string[max(0, match.start() - _LONGEST_WORD) : match.start()].rstrip(" ")
    is_heading = not before or before.endswith("\n")
    if is_heading and not _UNIT.match(match.string, match.end()):
        return number
    return number if _NO_FRACTION.search(before) else number.replace(".", "٫")


# «ساعت ۲۱.۳۰», «نسخهٔ ۲.۱», «بند ۳.۲»: after these a dot is none of a fraction.
_NO_FRACTION: Final = re.compile(
    "(?:^|[ \n\u200c])(?:ساعت|نسخه|نسخهٔ|نسخه\u200cی|ویرایش|ورژن|اندروید|ویندوز|بند|ماده|مادهٔ|اصل"
    "|فصل|بخش|جدول|شکل|نمودار|تاریخ|مورخ|روز|پلاک)$"
)
_LONGEST_WORD: Final = 12
_UNIT: Final = re.compile(
    " ?(?:درصد|٪|%|هزار|میلیون|میلیارد|تریلیون|متر|کیلو|تن |تومان|ریال|دلار|یورو|ریشتر)"
)
# Beside these a figure is part of a date, a time, an address, a version or a score.
_WORD: Final = "0-9۰-۹A-Za-z_\ue000"
_JOINS: Final = ".,/:٫٬–-"
_NUMBER: Final = re.compile(
    rf"[۰-۹](?<![{_WORD}٫٬][۰-۹])(?<![{_WORD}][{_JOINS}][۰-۹])"
    rf"(?>[۰-۹]*(?:[.,][۰-۹]+)+)(?![{_WORD}]|[{_JOINS}][{_WORD}])"
)
_THOUSANDS: Final = re.compile(r"[۱-۹][۰-۹]{0,2}(?:,[۰-۹]{3})+(?:\.[۰-۹]+)?")
_FRACTION: Final = re.compile(r"[۰-۹]+\.[۰-۹]+")

_ARABIC_TO_PERSIAN: Final = dict(zip(ARABIC_INDIC, PERSIAN, strict=True))
_AS_PERSIAN: Final = Group(
    (
        Swap(Rule.DIGITS, _LEFT_TO_RIGHT, _show_run),
        Exchange.of(Rule.DIGITS, _ARABIC_TO_PERSIAN),
    ),
    re.compile("[0-9٠-٩]"),
)
_AS_LATIN: Final = Group(
    (Swap(Rule.DIGITS, re.compile("[۰-۹٠-٩]+"), lambda match: to_latin(match[0])),)
)
_SEPARATORS: Final = Group((Swap(Rule.SEPARATORS, _NUMBER, _part_number),))
_LATIN_SEPARATORS: Final = Group(
    (
        Swap(Rule.SEPARATORS, re.compile("(?<=[0-9])٫(?=[0-9])"), ".", ("٫",)),
        Swap(Rule.SEPARATORS, re.compile("(?<=[0-9])٬(?=[0-9])"), ",", ("٬",)),
    )
)
