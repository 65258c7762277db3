"""A text within a limit: cut at a sentence or a word, never inside what a reader sees as one sign.

Networks count differently: Telegram in UTF-16 units, others in what they call characters or bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

from getnewsfast.text.sentences import sentence_spans


class Unit(StrEnum):
    """What a limit is counted in."""

    UTF16 = "utf16"
    GRAPHEMES = "graphemes"
    BYTES = "bytes"


# A sentence's end is better than a word's where it keeps so much of what there is room for.
_SENTENCE_KEEPS: Final = 0.6
# So far behind the limit a mark is looked at, to know whether it ends a sentence.
_LOOK_BEHIND: Final = 32
_DANGLING: Final = " \t\n\r\u00a0\u200c،؛:,;-–—/\\«([{\"'“‘‹<…"
_SPACE: Final = re.compile(r"\s")


def cut(text: str, limit: int, *, unit: Unit = Unit.UTF16, ending: str = "…") -> str:
    """The text, or its beginning with ``ending``, in at most ``limit`` units.

    Where the last whole sentence fills 60 % of the room the text ends with it, without ``ending``:
    «او آمد. هوا سرد بود» in 12 is «او آمد.». Else it is cut after a whole word, a half-spaced word
    being one; inside a word only where there is no other. No half-space, comma, open bracket or
    open quote is left at the end. ``''`` where not even one grapheme fits.
    """
    whole = _find_end(text, limit, unit)
    if whole == len(text):
        return text
    sentence = _find_sentence(text, whole)
    if sentence >= _SENTENCE_KEEPS * whole:
        return text[:sentence]
    room = limit - measure(ending, unit)
    kept = _cut_word(text, _find_end(text, room, unit))
    return kept + ending if kept else _cut_word(text, whole)


def _find_end(text: str, limit: int, unit: Unit) -> int:
    """How many code points fit in the limit, in whole graphemes."""
    end = used = 0
    for grapheme in _iterate(text):
        used += measure_grapheme(grapheme, unit)
        if used > limit:
            return end
        end += len(grapheme)
    return end


def _find_sentence(text: str, end: int) -> int:
    seen = text[: end + _LOOK_BEHIND]
    ends = [stop for _, stop in sentence_spans(seen) if stop <= end and stop < len(seen)]
    return ends[-1] if ends else 0


def _cut_word(text: str, end: int) -> str:
    if end < len(text) and not text[end].isspace():
        spaces = [match.start() for match in _SPACE.finditer(text, 0, end)]
        shorter = text[: spaces[-1]].rstrip(_DANGLING) if spaces else ""
        if shorter:
            return shorter
    return text[:end].rstrip(_DANGLING)


def measure(text: str, unit: Unit) -> int:
    """How long a text is: «سلام» is 4 UTF-16 units, 4 graphemes, 8 bytes; «👍🏽» 4, 1 and 8."""
    if unit is Unit.GRAPHEMES:
        return sum(1 for _ in _iterate(text))
    return measure_grapheme(text, unit)


def measure_grapheme(grapheme: str, unit: Unit) -> int:
    """The same for one grapheme, which need not be looked for again."""
    if unit is Unit.GRAPHEMES:
        return 1
    if unit is Unit.BYTES:
        return len(grapheme.encode("utf-8", "surrogatepass"))
    return len(grapheme) + sum(1 for letter in grapheme if letter > "\uffff")


def graphemes(text: str) -> tuple[str, ...]:
    """What a reader sees as single signs: extended grapheme clusters (Unicode UAX 29).

    «می‌روم» is 5: the half-space is with its «ی». Emoji with their joiners and colours, flags,
    letters with marks and Hangul syllables are one each; of the standard's rules only that for
    Indic conjuncts (GB9c) is left out.
    """
    return tuple(_iterate(text))


_PICTURES: Final = (
    (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139), (0x2194, 0x21AA),
    (0x231A, 0x231B), (0x2328, 0x2328), (0x2388, 0x2388), (0x23CF, 0x23CF), (0x23E9, 0x23FA),
    (0x24C2, 0x24C2), (0x25AA, 0x25AB), (0x25B6, 0x25B6), (0x25C0, 0x25C0), (0x25FB, 0x25FE),
    (0x2600, 0x27BF), (0x2934, 0x2935), (0x2B05, 0x2B07), (0x2B1B, 0x2B1C), (0x2B50, 0x2B55),
    (0x3030, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1F1E5), (0x1F200, 0x1F3FA),
    (0x1F400, 0x1FAFF), (0x1FC00, 0x1FFFD),
)  # fmt: skip
# Signs of numbers and verses that belong to the digits after them.
_BEFORE_DIGITS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")


@lru_cache(maxsize=4096)
def _kind_of(letter: str) -> str:
    """The Grapheme_Cluster_Break class: control, extend, joiner, before, flag, picture, L V T …"""
    code = ord(letter)
    if code in (0x200C, 0xFF9E, 0xFF9F) or 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F:
        return "extend"
    if code == 0x200D:
        return "joiner"
    if letter in _BEFORE_DIGITS:
        return "before"
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Mc"):
        return "extend"
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return "control"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "flag"
    if letter in "\u00a9\u00ae" or any(first <= code <= last for first, last in _PICTURES):
        return "picture"
    return _hangul_kind(code)


def _hangul_kind(code: int) -> str:
    if 0xAC00 <= code <= 0xD7A3:
        return "LVT" if (code - 0xAC00) % 28 else "LV"
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return "L"
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return "V"
    return "T" if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB else "other"


_JOINED: Final = frozenset(
    [("L", kind) for kind in ("L", "V", "LV", "LVT")]
    + [(kind, "V") for kind in ("LV", "V")]
    + [(kind, "T") for kind in ("LV", "V", "LVT", "T")]
)


def _iterate(text: str) -> Iterator[str]:
    start, before, picture, flags = 0, "", "", 0
    for place, letter in enumerate(text):
        kind = _kind_of(letter)
        if place and not (
            _holds(before, kind)
            or (kind == "picture" and picture == "joined")
            or (kind == "flag" and flags % 2)
            or (letter == "\n" and text[place - 1] == "\r")
        ):
            yield text[start:place]
            start, picture = place, ""
        flags = flags + 1 if kind == "flag" else 0
        picture = _follow_picture(picture, kind)
        before = kind
    if text:
        yield text[start:]


def _holds(before: str, kind: str) -> bool:
    """Whether nothing breaks between two classes, whatever stands around them."""
    if before == "control" or kind == "control":
        return False
    return kind in ("extend", "joiner") or before == "before" or (before, kind) in _JOINED


def _follow_picture(picture: str, kind: str) -> str:
    """How far a joined emoji has come: the picture itself, then the joiner that wants another."""
    if kind == "picture":
        return "picture"
    if not picture or kind not in ("extend", "joiner"):
        return ""
    return "joined" if kind == "joiner" else "picture"
