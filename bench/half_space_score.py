"""Score mended half-spaces (U+200C) against the truth, letter by letter.

``python -m bench.half_space_score TRUTH MENDED`` prints the figures of two files of lines.

Both texts become letters with a gap between every two: joined, half a space, or apart (a space,
punctuation, anything else). Forms of a letter that a normaliser may unify (ي and ی), digits of
any alphabet, kashida and diacritics are folded first, so that other tidying costs nothing; what
a mender adds, drops or alters is aligned around, and the gaps beside it count as wrong.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Final

JOINED: Final = "J"
HALF: Final = "Z"
APART: Final = "S"
LOST: Final = "?"  # a gap whose letters are no longer neighbours
_UNSEEN: Final = frozenset("\u0640\u00ad\u200b\u200d\u200e\u200f\u2060\ufeff")
_FOLDED: Final = str.maketrans("يىئكةۀەہۂھأإٱؤ", "ییی" + "ک" + "هههههه" + "ااا" + "و")


@cache
def _read(character: str) -> str:
    """A gap's sign, a folded letter, or nothing where it is neither."""
    if character == "\u200c":
        return HALF
    if character in _UNSEEN or unicodedata.category(character) == "Mn":
        return ""
    folded = character.translate(_FOLDED)
    if not folded.isalnum():
        return APART
    digit = unicodedata.digit(folded, None)
    return folded.lower() if digit is None else str(digit)


def read_gaps(text: str) -> tuple[list[str], str]:
    """The letters, and the signs of the gaps between them.

    >>> read_gaps("می\u200cرود خانه")
    (['م', 'ی', 'ر', 'و', 'د', 'خ', 'ا', 'ن', 'ه'], 'JZJJSJJJ')
    """
    letters: list[str] = []
    gaps: list[str] = []
    gap = JOINED
    for sign in map(_read, text):
        if sign == APART or (sign == HALF and gap != APART):
            gap = sign
        elif sign and sign != HALF:
            gaps.append(gap)
            letters.append(sign)
            gap = JOINED
    return letters, "".join(gaps[1:])


def align_gaps(letters: list[str], other: str) -> tuple[str, int]:
    """The other text's gaps where these letters have theirs, and how many letters it altered."""
    found, gaps = read_gaps(other)
    if found == letters:
        return gaps, 0
    blocks = SequenceMatcher(None, letters, found, autojunk=False).get_matching_blocks()
    places: dict[int, int] = {a + step: b + step for a, b, size in blocks for step in range(size)}
    aligned = [LOST] * max(len(letters) - 1, 0)
    for here in range(len(aligned)):
        place = places.get(here)
        if place is not None and places.get(here + 1) == place + 1:
            aligned[here] = gaps[place]
    return "".join(aligned), max(len(letters), len(found)) - len(places)


def list_words(letters: list[str], gaps: str) -> list[tuple[int, int]]:
    """For every word of the truth the slice of its gaps, with those before and behind it."""
    if not letters:
        return []
    ends = [place for place, gap in enumerate(gaps) if gap == APART]
    starts = [0, *ends]
    return list(zip(starts, [*(end + 1 for end in ends), len(gaps)], strict=True))


@dataclass(slots=True)
class Tally:
    """Counts over lines, and what follows from them."""

    right: int = 0  # half-spaces where the truth has one
    wrong: int = 0  # half-spaces where it has none
    missed: int = 0
    words: int = 0
    words_right: int = 0
    letters: int = 0
    letters_altered: int = 0

    def add(self, truth: str, mended: str) -> None:
        """Count one line."""
        letters, gaps = read_gaps(truth)
        other, altered = align_gaps(letters, mended)
        pairs = [pair for pair in zip(gaps, other, strict=True) if HALF in pair]
        right = pairs.count((HALF, HALF))
        self.right += right
        self.missed += gaps.count(HALF) - right
        self.wrong += other.count(HALF) - right
        words = list_words(letters, gaps)
        self.words += len(words)
        self.words_right += sum(gaps[start:end] == other[start:end] for start, end in words)
        self.letters += len(letters)
        self.letters_altered += altered

    @property
    def f1(self) -> float:
        """Of half-spaces, seen or unseen (behind a letter that does not join)."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0

    @property
    def wrong_words(self) -> float:
        """The share of words that are not as in the truth: of correct text, the words broken."""
        return 1 - self.words_right / self.words if self.words else 0.0

    @property
    def altered(self) -> float:
        """The share of letters that came out as others, or not at all, or besides."""
        return self.letters_altered / self.letters if self.letters else 0.0


def score_lines(truth: Iterable[str], mended: Iterable[str]) -> Tally:
    """Count two texts of equally many lines."""
    tally = Tally()
    for line, other in zip(truth, mended, strict=True):
        tally.add(line, other)
    return tally


def main(arguments: list[str]) -> None:
    truth, mended = (Path(name).read_text(encoding="utf-8").split("\n") for name in arguments)
    tally = score_lines(truth, mended)
    print(
        json.dumps(
            {
                "f1": round(tally.f1, 4),
                "right": tally.right,
                "wrong": tally.wrong,
                "missed": tally.missed,
                "wrong_words": round(tally.wrong_words, 6),
                "words": tally.words,
                "altered": round(tally.altered, 6),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
