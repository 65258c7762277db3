"""Which characters are what: the classes and tables the other files are built on."""

from __future__ import annotations

import unicodedata
from typing import Final

HALF_SPACE: Final = "\u200c"  # ZERO WIDTH NON-JOINER

# Inside a regular expression's [ ]: Arabic letters with their marks, without digits and signs.
ARABIC: Final = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef"
    "\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e\u0897-\u08e1\u08e3-\u08ff"
)
# The same letters as single shapes and ligatures, from before Unicode text was shaped by fonts.
PRESENTATION: Final = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
# Marks that belong to the letter before them, of Latin, Cyrillic and Arabic script.
MARKS: Final = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"

# Written with Arabic letters, and with half-spaces inside words.
HALF_SPACED_LANGUAGES: Final = frozenset({"fa", "ckb", "ku", "az", "ps", "ur"})
ARABIC_SCRIPT_LANGUAGES: Final = HALF_SPACED_LANGUAGES | {"ar"}

_UNSEEN_RANGES: Final = (
    (0x00, 0x08),
    (0x0E, 0x1F),
    (0x7F, 0x84),
    (0x86, 0x9F),
    (0xAD, 0xAD),  # soft hyphen
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200B),  # zero-width space
    (0x2060, 0x2065),
    (0x206A, 0x206F),
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),  # half a character: cannot even be stored
    (0xFDD0, 0xFDEF),
    (0xFE00, 0xFE0D),
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE001F),
    (0xE0080, 0xE0FFF),
)
# They set the direction of what follows: marks, embeddings and overrides, isolates.
_BIDI_RANGES: Final = (
    (0x061C, 0x061C),
    (0x200E, 0x200F),
    (0x202A, 0x202E),
    (0x2066, 0x2069),
)
_INVISIBLE_RANGES: Final = _UNSEEN_RANGES + _BIDI_RANGES


def _char_class(ranges: tuple[tuple[int, int], ...]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


UNSEEN: Final = _char_class(_UNSEEN_RANGES)
BIDI: Final = _char_class(_BIDI_RANGES)
INVISIBLE: Final = UNSEEN + BIDI
# Stands over what no rule may touch, one for each of its characters, while the rules run:
# private-use characters, one kind for Latin things, one for words in Arabic, one for hashtags.
COVER_LATIN: Final = "\ue000"
COVER_ARABIC: Final = "\ue001"
COVER_TAG: Final = "\ue002"
LINE_BREAKS: Final = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")


def language_of(code: str) -> str:
    """``'fa-IR'`` and ``'fa_AF'`` are ``'fa'``; Dari is written as Persian is."""
    short = code.strip().lower().replace("_", "-").split("-")[0]
    return {"prs": "fa", "per": "fa", "fas": "fa", "azb": "az"}.get(short, short)


def invisible_table() -> dict[int, str]:
    """For ``str.translate``: drops what nobody sees, turns odd line breaks into ``\\n``.

    The half-space is not among them, nor what emoji are glued with.
    """
    table = {code: "" for first, last in _INVISIBLE_RANGES for code in range(first, last + 1)}
    return table | LINE_BREAKS


def presentation_table() -> dict[int, str]:
    """Each shape of the Arabic presentation blocks to its letters (Unicode NFKC).

    A lone mark is encoded there on a space or a kashida, which goes: the mark stays.
    """
    table = {}
    for first, last in ((0xFB50, 0xFBB1), (0xFBD3, 0xFDFF), (0xFE70, 0xFEFC)):
        for code in range(first, last + 1):
            letters = unicodedata.normalize("NFKC", chr(code))
            if letters == chr(code):
                continue
            is_mark = letters[0] in " \u0640" and len(letters) > 1
            table[code] = letters[1:] if is_mark else letters
    return table
