"""The right letters: what other keyboards, encodings and programs put in their place is mended."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from getnewsfast.text.characters import (
    ARABIC,
    HALF_SPACE,
    HALF_SPACED_LANGUAGES,
    INVISIBLE,
    MARKS,
    PRESENTATION,
    invisible_table,
    language_of,
    presentation_table,
)

_PERSIAN: Final = {
    "ي": "ی",
    "ى": "ی",
    "ے": "ی",
    "ۍ": "ی",
    "ۓ": "ئ",
    "ٸ": "ئ",
    "ك": "ک",
    "ڪ": "ک",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    # «خانۀ»: ISIRI 6219 and Unicode's own decomposition write the hamza as a mark.
    "ۀ": "ه\u0654",
    "ۂ": "ه\u0654",
    "ٵ": "أ",
    "ٶ": "ؤ",
    "۔": ".",
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True)),
}


def _tables() -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    invisibles = invisible_table()
    arabic = presentation_table() | invisibles
    letters = str.maketrans(_PERSIAN)
    persian = {code: shown.translate(letters) for code, shown in arabic.items()} | letters
    return invisibles, arabic, persian


_INVISIBLES, _ARABIC, _PERSIAN_TABLE = _tables()

_JOINERS: Final = "\u200d\ufe0e\ufe0f\U000e0020-\U000e007f"
# In real news each of these stands where the half-space should be; between two letters only.
_STANDS_IN: Final = re.compile(
    f"(?<=[{ARABIC}{PRESENTATION}])[{INVISIBLE}{_JOINERS}\u200c\u00ac]+(?=[{ARABIC}{PRESENTATION}])"
)
_STAND_INS: Final = frozenset("\u200c\u200d\u200e\u200f\u00ad\u00ac")
# What is left of «¬» at a word's border.
_STRAY_NOT_SIGN: Final = re.compile(f"(?<=[{ARABIC}])\u00ac+|\u00ac+(?=[{ARABIC}])")
_BESIDE_HALF_SPACE: Final = f"\\w{MARKS}"
_IDLE_HALF_SPACE: Final = re.compile(
    f"(?<![{_BESIDE_HALF_SPACE}])\u200c+|\u200c+(?![{_BESIDE_HALF_SPACE}\u200c])"
    f"|(?<![{ARABIC}\u200c])\u200c+(?![{ARABIC}\u200c])|(?<=\u200c)\u200c+"
)
_HAS_JOINERS: Final = re.compile(f"[{_JOINERS}]")
_SYMBOL: Final = "[\u00a9\u00ae\u203c-\u205e\u2070-\u3299\U0001f000-\U0001faff]"
# Whole emoji are kept («👩‍⚕️», flags, keycaps); elsewhere what glues them is dropped.
_EMOJI_OR_JOINER: Final = re.compile(
    "(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f|[#*0-9]\ufe0f?\u20e3"
    f"|{_SYMBOL}[\ufe0e\ufe0f]?(?:\u200d{_SYMBOL}[\ufe0e\ufe0f]?)*)|[{_JOINERS}]"
)
_HAMZA_FOR_YEH: Final = re.compile(f"ه\u200c?[ء\u0654]+(?![{ARABIC}])")
# A kashida only stretches a word; the one after a lone «هـ» shapes it and stays.
_KASHIDA: Final = re.compile(f"(?<=[{ARABIC}])\u0640+(?=[{ARABIC}])|(?<=\u0640)\u0640+")


def mend_letters(text: str, *, language: str = "fa") -> str:
    """The same text in the letters of its language, without invisible characters.

    Persian: «كتاب‌هاي» becomes «کتاب‌های», presentation forms become letters, «خانۀ» and «خانهء»
    become «خانهٔ», Arabic digits Persian ones; what stands for the half-space between letters
    becomes one. Arabic keeps its «ي» and «ك». Other scripts only lose their invisibles.
    """
    language = language_of(language)
    if language in HALF_SPACED_LANGUAGES:
        text = _STANDS_IN.sub(_half_space_or_nothing, text)
    if _HAS_JOINERS.search(text):
        text = _EMOJI_OR_JOINER.sub(r"\1", text)
    if language == "fa":
        text = _mend_persian(text.translate(_PERSIAN_TABLE))
    else:
        text = text.translate(
            _ARABIC if language in HALF_SPACED_LANGUAGES | {"ar"} else _INVISIBLES
        )
    if HALF_SPACE in text:
        text = _IDLE_HALF_SPACE.sub("", text)
    if language == "fa" and "\u00ac" in text:
        text = _STRAY_NOT_SIGN.sub("", text)
    return unicodedata.normalize("NFC", text)


def _half_space_or_nothing(match: re.Match[str]) -> str:
    return "" if _STAND_INS.isdisjoint(match.group()) else HALF_SPACE


def _mend_persian(text: str) -> str:
    if "\u0640" in text:
        text = _KASHIDA.sub("", text)
    if "\u0654" in text or "ء" in text:
        text = text.replace("ی\u0654", "ئ")
        text = _HAMZA_FOR_YEH.sub("ه\u0654", text)
    return text
