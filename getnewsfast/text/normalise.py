"""The two forms of a text: what a reader sees, and what a program compares."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from getnewsfast.text.characters import ARABIC, invisible_table
from getnewsfast.text.mending import Change, Explained, display, display_pieces, explain
from getnewsfast.text.particles import join_particles

__all__ = ["Change", "Explained", "display", "display_pieces", "explain", "key", "key_words"]

_FOLDED: Final = {
    "ي": "ی",
    "ى": "ی",
    "ئ": "ی",
    "ے": "ی",
    "ۓ": "ی",
    "ۍ": "ی",
    "ې": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ة": "ه",
    "ۀ": "ه",
    "ۂ": "ه",
    "ۃ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    # «آ» stays: «آستان» is not «استان», «آش» not the ending «اش».
    "أ": "ا",
    "إ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ء": "",
    "\u0674": "",
    "ـ": "",
    "ё": "е",
    "ı": "i",
    "٬": ",",
}


def _fold_table() -> dict[int, str]:
    table = invisible_table()
    table |= dict.fromkeys((0x200C, 0x200D, 0xAC, 0xFE0E, 0xFE0F), "")
    table |= dict.fromkeys(range(0xE0020, 0xE0080), "")
    for first, last in (
        (0x300, 0x36F),
        (0x610, 0x61A),
        (0x64B, 0x65F),
        (0x6D6, 0x6ED),
        (0x897, 0x8FF),
    ):
        table |= {
            code: ""
            for code in range(first, last + 1)
            if unicodedata.category(chr(code)) in ("Mn", "Cf")
        }
    table[0x670] = ""
    for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"):
        table |= {ord(digit): str(number) for number, digit in enumerate(digits)}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    return table | str.maketrans(_FOLDED)


_FOLD: Final = _fold_table()
# Marks encoded alone, which NFKC would put on a space in the middle of a word.
_LONE_MARK: Final = re.compile("[\ufc5e-\ufc63\ufe70-\ufe7f]")
_THOUSANDS: Final = re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
# Arabic letters apart from all others: «۲۰ساله» is «۲۰ ساله».
_WORD: Final = re.compile(rf"[{ARABIC}]+|[^\W_{ARABIC}]+")


def key(text: str) -> str:
    """What is compared: search, duplicates, rules and tags; never shown to anyone.

    «مي‌روم», «میروم» and «می روم» have one key. Deleting half-spaces, kashida or marks never
    changes it; a space for a half-space does not where the part never stands alone
    (``particles``). Folded: ي ى ئ→ی, ك→ک, ة ۀ هٔ→ه, أ إ ٱ→ا (آ stays), ؤ→و, ء dropped, digits to
    Latin without thousands separators, Latin accents, case. Anything else than letters and
    digits is one space. Where all spaces should be alike, compare ``key(text).replace(' ', '')``.
    """
    return " ".join(key_words(text))


def key_words(text: str) -> tuple[str, ...]:
    """The words of the key, in order: «کتاب‌های ۱۲» is ``('کتابهای', '12')``."""
    text = _LONE_MARK.sub("", text)
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_FOLD)
    folded = unicodedata.normalize("NFKC", folded)
    if "," in folded:
        folded = _THOUSANDS.sub("", folded)
    if "گفتگو" in folded:
        folded = folded.replace("گفتگو", "گفتوگو")
    return tuple(join_particles(_WORD.findall(folded)))
