"""Quotations in Arabic inside a Persian text: which words are Arabic and keep their letters.

«رَحِمَ اللهُ», a verse between ﴿ and ﴾, «إنا لله وإنا إليه راجعون» stay as they are written, while the
Persian around them gets its own letters. A single Arabic word («حوزة», «القاعدة») is no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from getnewsfast.text.characters import ARABIC, HALF_SPACE

_SIGNS: Final = re.compile("[ةأإ\ufd3e\ufd3f\u064b-\u0652]")
_BASE: Final = "\u0621-\u063a\u0641-\u064a\u0671"
_VOWELS: Final = "\u064b-\u0656\u0670\u06d6-\u06ed"
_ANY: Final = f"{_BASE}{_VOWELS}"
_BEFORE: Final = f"(?<![{ARABIC}\u200c])"
_AFTER: Final = f"(?![{ARABIC}\u200c])"
# Punctuation rules change what stands between two words; what they change it into counts as well.
_BETWEEN: Final = r'[ .,،;؛:!؟?…«»"“”„()\[\]<>–\-]++'

_VERSE: Final = re.compile(
    "\ufd3e[^\ufd3e\ufd3f\n]{1,4000}\ufd3f|\ufd3f[^\ufd3e\ufd3f\n]{1,4000}\ufd3e"
)

# Two signs or more, one on each third letter at least: nobody writes Persian prose so.
_VOCALISED: Final = f"(?:[{_BASE}یکگپچژ]{{1,3}}[{_VOWELS}]{{1,3}}){{2,12}}[{_BASE}یک]{{0,3}}"
_PLAIN: Final = f"[{_ANY}یک]{{1,12}}"

# Hard evidence is never Persian; «ال…» and «عليه» may be, in a text typed with Arabic letters.
_HARD: Final = (
    f"[وفبكل]?[{_ANY}]{{2,15}}ة|[وفب]?[أإ][{_ANY}]{{1,15}}"
    "|[وف]?(?:في|إلى|الذي|التي|الذين|هذا|هذه|ذلك|تلك)"
)
_SOFT: Final = (
    f"[وفبك]?ال[{_ANY}]{{2,15}}|لل[{_ANY}]{{2,15}}"
    "|[وف]?(?:لله|على|عن|عليه|عليها|عليهم|عليكم|عليك|صلى|كان|حتى|الى|يا|قال|لا)"
)
_PERSIAN: Final = (
    "که|كه|در|به|از|را|با|این|اين|آن|است|شد|شده|بود|می|مي|های|هاي|ها|تا|برای|براي"
    "|او|خود|هم|بر|یک|يك"
)
_WEAK: Final = f"(?!(?:{_PERSIAN}){_AFTER})[{_ANY}]{{1,15}}"


def _run_of(word: str, *, fewest: int, weak: str, rest: str = "") -> re.Pattern[str]:
    """So many words of a kind, between each two at most one of another."""
    one = f"(?:{word}){_AFTER}"
    return re.compile(
        f"{_BEFORE}{one}(?:{_BETWEEN}(?:{weak}{_AFTER}{_BETWEEN})?{one}){{{fewest - 1},}}{rest}"
    )


# A quotation that is Arabic up to its last words is Arabic to its end.
_REST: Final = rf'(?:(?:[ .،,…]++{_WEAK}{_AFTER}){{1,6}}(?=[ .!؟?…]*[»"”“]))?'

_VOCALISED_RUN: Final = _run_of(_VOCALISED, fewest=2, weak=_PLAIN)
_PLAIN_RUN: Final = _run_of(f"{_HARD}|{_SOFT}", fewest=3, weak=_WEAK, rest=_REST)
_HARD_WORD: Final = re.compile(f"{_BEFORE}(?:{_HARD}){_AFTER}")
WORD: Final = re.compile(f"[{ARABIC}{HALF_SPACE}]+")


def find_arabic(text: str) -> list[tuple[int, int]]:
    """Where the quotations stand, in order and apart; in time linear in the text."""
    if not _SIGNS.search(text):
        return []
    spans = sorted(_find_spans(text))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _find_spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_VERSE, _VOCALISED_RUN):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _PLAIN_RUN.finditer(text):
        if _HARD_WORD.search(text, *match.span()):
            yield match.span()
