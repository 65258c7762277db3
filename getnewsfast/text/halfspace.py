"""Half-spaces put back: where software deleted them («میشود») or people typed a space («می شود»).

A gap inside a token is decided by what is known of the token, else by a conditional logit over
the places where it may be split; a space between two words by a logistic model over both words
and their neighbours. Both are learnt by ``tools/train_halfspace.py``. A document is mended only
of the kinds of fault it suffers from.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from getnewsfast.text.halfspace_model import load_model

HALF_SPACE: Final = "\u200c"
_WORD: Final = re.compile("[\u0621-\u063a\u0641-\u0652\u0654\u0670-\u06d3\u200c]+")
_PIECE: Final = re.compile(f"{_WORD.pattern}|[^\\s\u0621-\u06d3\u200c]+")
_MARKS: Final = dict.fromkeys((*range(0x64B, 0x653), 0x654, 0x670, 0x640), "")
_FOLDED: Final = _MARKS | str.maketrans("يىئكأإٱؤةۀ", "ییی" + "کاااوهه")
# Ends its word: a half-space between it and more letters would let ``letters`` mend it once more.
_HAMZA: Final = re.compile("(?:\u0654|ه\u200c?ء).")
# What is longer is no Persian word; and the model remembers each word it was asked about.
_LONGEST: Final = 40
_LONGEST_TOKEN: Final = 80  # of several such parts
_MOST_TOKENS: Final = 65_536


class Kind(StrEnum):
    DELETED = "deleted"
    SPACED = "spaced"


BOTH: Final = frozenset(Kind)
# Log-odds: from here on a fault is sure enough to be counted.
_SURE: Final = 2.5
# A kind is mended in a document where its sure faults are this share of them and what is right.
_SUFFERS: Final = 0.08
# What a line must show more where it holds no sure fault of the kind, and less where it does.
_CAUTION: Final = {Kind.DELETED: (-0.2, 0.5), Kind.SPACED: (-0.4, 1.3)}
_MOST_ROUNDS: Final = 6


def fold_word(text: str) -> str:
    """The letters the model knows words by: «رأيِ» is «رای»; half-spaces stay."""
    return text.translate(_FOLDED)


def find_kinds(document: str) -> frozenset[Kind]:
    """The kinds of fault a document suffers from, by its sure ones against its half-spaces."""
    right = document.count(HALF_SPACE)
    faults = dict.fromkeys(Kind, 0)
    for line in document.split("\n"):
        faults[Kind.DELETED] += sum(score > _SURE for _, score, _ in _score_tokens(line))
        faults[Kind.SPACED] += sum(score > _SURE for _, score, _ in _score_spaces(line))
    total = right + sum(faults.values())
    return frozenset(kind for kind, count in faults.items() if count and count >= _SUFFERS * total)


def mend_half_spaces(text: str, *, gate: bool = True, kinds: frozenset[Kind] | None = None) -> str:
    """The text with its half-spaces: «میشود» and «می شود» become «می‌شود».

    ``gate``: the text is one document, and only the kinds of fault it suffers from are mended;
    ``kinds`` says them instead (``find_kinds`` of the whole document a piece belongs to).
    Nothing but half-spaces is added, nothing but single spaces is taken. Mending twice changes
    nothing more. Letters are expected in their Persian form (``letters.mend_letters``).
    """
    wanted = kinds if kinds is not None else find_kinds(text) if gate else BOTH
    while wanted:
        text = "\n".join(_mend_line(line, wanted) for line in text.split("\n"))
        # A word put right may show a fault of the other kind beside it.
        seen = find_kinds(text) if gate and kinds is None else wanted
        if seen <= wanted:
            break
        wanted |= seen
    return text


_Scores = list[tuple[int, float, str]]


def _mend_line(line: str, kinds: frozenset[Kind]) -> str:
    """Deleted half-spaces first: the words on both sides of a space are whole then."""
    for _ in range(_MOST_ROUNDS):
        mended = line
        if Kind.DELETED in kinds:
            mended = _apply(mended, Kind.DELETED, _score_tokens(mended))
        if Kind.SPACED in kinds:
            mended = _apply(mended, Kind.SPACED, _score_spaces(mended))
        if mended == line:
            break
        line = mended
    return line


def _apply(line: str, kind: Kind, scores: _Scores) -> str:
    if not scores:
        return line
    easy, strict = _CAUTION[kind]
    border = easy if any(score > _SURE for _, score, _ in scores) else strict
    pieces = []
    end = 0
    for place, score, mended in scores:
        if score > border:
            skipped = 1 if kind is Kind.SPACED else len(mended.replace(HALF_SPACE, ""))
            pieces += [line[end:place], mended]
            end = place + skipped
    return "".join([*pieces, line[end:]])


def _score_tokens(line: str) -> _Scores:
    """Each token that may lack half-spaces: where, its log-odds, and what would stand there."""
    return [
        (match.start() + offset, odds, mended)
        for match in _WORD.finditer(line)
        for offset, odds, mended in _score_token(match[0])
    ]


@lru_cache(_MOST_TOKENS)
def _score_token(token: str) -> tuple[tuple[int, float, str], ...]:
    if len(token) > _LONGEST_TOKEN:
        return ()
    found = []
    start = 0
    for part in token.split(HALF_SPACE):
        if 2 < len(part) <= _LONGEST and not _HAMZA.search(part):
            places, odds = load_model().split(fold_word(part))
            if places:
                found.append((start, odds, _insert(part, places)))
        start += len(part) + 1
    return tuple(found)


def _insert(word: str, places: tuple[int, ...]) -> str:
    """Half-spaces before the letters at ``places``, which do not count marks."""
    pieces = []
    letters = 0
    for character in word:
        if ord(character) not in _MARKS:
            if letters in places:
                pieces.append(HALF_SPACE)
            letters += 1
        pieces.append(character)
    return "".join(pieces)


def _score_spaces(line: str) -> _Scores:
    """Each space where a half-space may belong: where, and its log-odds."""
    meet, lean = load_model().meet, load_model().lean
    words = [(match.start(), match.end(), _fold(match[0])) for match in _PIECE.finditer(line)]
    found = []
    first, end = "", -1
    for place, (start, next_end, second) in enumerate(words):
        if start == end + 1 and line[end] == " " and line[end - 1] != HALF_SPACE != line[start]:
            met = meet(first, second)
            if met is not None:
                before = words[place - 2][2] if place > 1 else "^"
                after = words[place + 1][2] if place + 1 < len(words) else "$"
                found.append((end, lean(met, before=before, after=after), HALF_SPACE))
        first, end = second, next_end
    return found


@lru_cache(_MOST_TOKENS)
def _fold(token: str) -> str:
    """A token as the model knows it; nothing for what is too long to be one."""
    return fold_word(token).strip(HALF_SPACE) if len(token) <= _LONGEST_TOKEN else ""
