"""Three sets of digits, and which of them a reader is shown."""

from __future__ import annotations

import re
from typing import Final

from getnewsfast.text.characters import language_of

LATIN: Final = "0123456789"
PERSIAN: Final = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_INDIC: Final = "٠١٢٣٤٥٦٧٨٩"

_TO_LATIN: Final = str.maketrans(PERSIAN + ARABIC_INDIC, LATIN * 2)
_TO_PERSIAN: Final = str.maketrans(LATIN + ARABIC_INDIC, PERSIAN * 2)
_TO_ARABIC_INDIC: Final = str.maketrans(LATIN + PERSIAN, ARABIC_INDIC * 2)
_ARABIC_INDIC_TO_PERSIAN: Final = str.maketrans(ARABIC_INDIC, PERSIAN)

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


def localise(text: str, language: str) -> str:
    """Digits as a reader of the language sees them; only Persian changes any.

    «در سال 1405» becomes «در سال ۱۴۰۵». Addresses, «H2O», «COVID-19» and «iPhone 15» stay.
    """
    if language_of(language) != "fa":
        return text
    return _LEFT_TO_RIGHT.sub(_show_run, text).translate(_ARABIC_INDIC_TO_PERSIAN)


def _show_run(match: re.Match[str]) -> str:
    run = match.group()
    return run if any(map(str.isalpha, run)) else to_persian(run)
