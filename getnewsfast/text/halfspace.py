"""Half-spaces put back: where software deleted them («میشود») or people typed a space («می شود»).

A gap inside a token is decided by what is known of the token, else by a conditional logit over
the places where it may be split; a space between two words by a logistic model over both words
and their neighbours. Both are learnt by ``tools/train_halfspace.py``. A document is mended only
of the kinds of fault it suffers from.
"""

from __future__ import annotations

import math
import re
from enum import StrEnum
from typing import Final

from getnewsfast.text.halfspace_model import Model, load_model

HALF_SPACE: Final = "\u200c"
_WORD: Final = re.compile("[\u0621-\u063a\u0641-\u0652\u0654\u0670-\u06d3\u200c]+")
_LETTER: Final = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_MEETING: Final = re.compile(f"(?<=[{_LETTER}\u064b-\u0652\u0654\u0670]) (?=[{_LETTER}])")
_PIECE: Final = re.compile(f"{_WORD.pattern}|[^\\s\u0621-\u06d3\u200c]+")
_MARKS: Final = dict.fromkeys((*range(0x64B, 0x653), 0x654, 0x670, 0x640), "")
_FOLDED: Final = _MARKS | str.maketrans("يىئكأإٱؤةۀ", "ییی" + "کاااوهه")
# Ends its word; and a half-space after it would let ``letters`` mend it once more.
_HAMZA: Final = re.compile("\u0654|ه\u200c?ء")
# What is longer is no Persian word; and the model remembers each word it was asked about.
_LONGEST: Final = 40


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
    model = load_model()
    right = document.count(HALF_SPACE)
    faults = dict.fromkeys(Kind, 0)
    for line in document.split("\n"):
        for kind, scores in _score_line(line, model).items():
            faults[kind] += sum(score > _SURE for _, score, _ in scores)
    total = right + sum(faults.values())
    return frozenset(kind for kind, count in faults.items() if count and count >= _SUFFERS * total)


def mend_half_spaces(text: str, *, gate: bool = True, kinds: frozenset[Kind] | None = None) -> str:
    """The text with its half-spaces: «میشود» and «می شود» become «می‌شود».

    ``gate``: the text is one document, and only the kinds of fault it suffers from are mended;
    ``kinds`` says them instead (``find_kinds`` of the whole document a piece belongs to).
    Nothing but half-spaces is added, nothing but single spaces is taken. Mending twice changes
    nothing more. Letters are expected in their Persian form (``letters.mend_letters``).
    """
    for _ in range(_MOST_ROUNDS):
        wanted = kinds if kinds is not None else find_kinds(text) if gate else BOTH
        if not wanted:
            return text
        mended = "\n".join(_mend_line(line, wanted) for line in text.split("\n"))
        if mended == text:
            return text
        text = mended
    return text


_Scores = dict[Kind, list[tuple[int, float, str]]]


def _mend_line(line: str, kinds: frozenset[Kind]) -> str:
    """Deleted half-spaces first: the words on both sides of a space are whole then."""
    model = load_model()
    if Kind.DELETED in kinds:
        line = _apply(line, Kind.DELETED, _score_line(line, model, only=Kind.DELETED))
    if Kind.SPACED in kinds:
        line = _apply(line, Kind.SPACED, _score_line(line, model, only=Kind.SPACED))
    return line


def _apply(line: str, kind: Kind, scored: _Scores) -> str:
    scores = scored[kind]
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


def _score_line(line: str, model: Model, *, only: Kind | None = None) -> _Scores:
    """Each possible fault of a line: where, its log-odds, and what would stand there."""
    scored: _Scores = {kind: [] for kind in Kind}
    if only is not Kind.SPACED:
        for match in _WORD.finditer(line):
            scored[Kind.DELETED] += _score_token(match.group(), match.start(), model)
    if only is not Kind.DELETED and _MEETING.search(line):
        scored[Kind.SPACED] = _score_spaces(line, model)
    return scored


def _score_token(token: str, start: int, model: Model) -> list[tuple[int, float, str]]:
    found = []
    for part in token.split(HALF_SPACE):
        if 2 < len(part) <= _LONGEST and not _HAMZA.search(part):
            places, odds = model.split(fold_word(part))
            if places:
                found.append((start, odds, _insert(part, places)))
        start += len(part) + 1
    return found


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


def _score_spaces(line: str, model: Model) -> list[tuple[int, float, str]]:
    pieces = [
        (match.start(), match.end(), fold_word(match.group()).strip(HALF_SPACE))
        for match in _PIECE.finditer(line)
    ]
    found = []
    for place in range(1, len(pieces)):
        _, end, first = pieces[place - 1]
        start, _, second = pieces[place]
        if start != end + 1 or max(len(first), len(second)) > _LONGEST:
            continue
        if not _MEETING.match(line, end):
            continue
        before = pieces[place - 2][2] if place > 1 else "^"
        after = pieces[place + 1][2] if place + 1 < len(pieces) else "$"
        odds = model.meet(first, second, before=before, after=after)
        if odds > -math.inf:
            found.append((end, odds, HALF_SPACE))
    return found
