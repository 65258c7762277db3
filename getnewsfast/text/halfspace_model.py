"""The learnt half-space model: what it knows of words and pairs, its weights, and its scores."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from getnewsfast.text.halfspace_features import (
    MAY_BE_HELD,
    MAY_HOLD,
    NOTHING,
    UNKNOWN,
    Facts,
    Meeting,
    after_features,
    before_features,
    is_plausible,
    meeting_features,
    name_sides,
    split_features,
)

_HALF_SPACE: Final = "\u200c"
_NEVER: Final = (), -math.inf
# Bounds of the caches: words and pairs of words.
_MOST_WORDS: Final = 100_000
_MOST_PAIRS: Final = 300_000
# The neighbours of a space seldom add more than this to its log-odds.
_NEIGHBOURS_ADD: Final = 4.0
_CLIP: Final = 40.0


class Met(NamedTuple):
    """Two words that may be one: their log-odds, and what their neighbours are asked by."""

    odds: float
    sides: tuple[str, str, str, str]


MakeFeatures = Callable[[tuple[str, str], tuple[str, str, str, str]], list[str]]


class Model:
    """Scores of gaps. Words are folded (``halfspace.fold_word``) and end in letters."""

    def __init__(self, learnt: dict[str, Any]) -> None:
        self._facts: dict[str, Facts] = {}
        for code, words in learnt["words"].items():
            kind, web, used, whole, left, right, after, before, marks = code.split(",")
            counts = (int(web), int(used), int(whole), int(left), int(right))
            facts = Facts(kind, *counts, after, before, marks)
            self._facts.update(dict.fromkeys(words.split(), facts))
        self._known: dict[str, tuple[str, float]] = {
            form.replace("|", ""): (form, odds / 10)
            for odds, forms in ((int(k), v) for k, v in learnt["forms"].items())
            for form in forms.split()
        }
        self._pairs: dict[str, str] = {
            pair: code for code, pairs in learnt["pairs"].items() for pair in pairs.split()
        }
        self._compounds = frozenset(learnt["compounds"].split())
        self._frequent = frozenset(learnt["frequent"].split())
        self._split_weights = _read_weights(learnt["split"])
        self._meet_weights = _read_weights(learnt["meet"])
        self._splits: dict[str, tuple[tuple[int, ...], float]] = {}
        self._meetings: dict[tuple[str, str], Met | None] = {}
        self._neighbours: dict[str, tuple[str, str]] = {}
        self._leanings: dict[tuple[Any, ...], float] = {}

    def split(self, word: str) -> tuple[tuple[int, ...], float]:
        """Where half-spaces belong in a word (letters before each), and the log-odds that any."""
        known = self._splits.get(word)
        if known is None:
            if len(self._splits) >= _MOST_WORDS:
                self._splits.clear()
            known = self._splits[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[tuple[int, ...], float]:
        if word in self._known:
            form, odds = self._known[word]
            return _places(form), odds
        scores = self._score_places(word)
        if not scores:
            return _NEVER
        odds = math.log(sum(math.exp(min(score, _CLIP)) for score, _ in scores))
        best = max(scores)[1]
        left, left_odds = self.split(word[:best])
        right, right_odds = self.split(word[best:])
        inner = left if left_odds > 0 else ()
        outer = tuple(best + place for place in right) if right_odds > 0 else ()
        return (*inner, best, *outer), odds

    def _score_places(self, word: str) -> list[tuple[float, int]]:
        facts, weights = self._facts, self._split_weights
        whole = facts.get(word, UNKNOWN)
        scores = []
        for place in range(1, len(word)):
            left, right = word[:place], word[place:]
            sides = facts.get(left, UNKNOWN), facts.get(right, UNKNOWN), whole
            if not is_plausible(sides[0], sides[1]):
                continue
            pair = self._pair(left, right)
            features = split_features(
                word, place, sides, pair[0] + pair[2], self._rival(left, right)
            )
            scores.append((sum([weights.get(feature, 0.0) for feature in features]), place))
        return scores

    def _rival(self, left: str, right: str) -> tuple[int, int]:
        if right.startswith("ها"):
            rival = self._facts.get(left + "ه", UNKNOWN)
        else:
            rival = self._facts.get(left[:-1], UNKNOWN)
        return rival.web, rival.used

    def _pair(self, left: str, right: str) -> str:
        pair = f"{left}|{right}"
        return self._pairs.get(pair, "00") + ("1" if pair in self._compounds else "0")

    def meet(self, first: str, second: str) -> Met | None:
        """What two words say of the space between them; None where it is surely right."""
        key = (first, second)
        if key in self._meetings:
            return self._meetings[key]
        if len(self._meetings) >= _MOST_PAIRS:
            self._meetings.clear()
        met = self._meetings[key] = self._meet(first, second)
        return met

    def _meet(self, one: str, other: str) -> Met | None:
        first, second = one.rpartition(_HALF_SPACE)[2], other.partition(_HALF_SPACE)[0]
        a, b = self._facts.get(first, UNKNOWN), self._facts.get(second, UNKNOWN)
        pair = self._pair(first, second)
        is_asked = MAY_HOLD in a.marks or MAY_BE_HELD in b.marks or pair[0] != "0" or pair[2] == "1"
        if not is_asked or not (_is_letter(first[-1:]) and _is_letter(second[:1])):
            return None
        whole = f"{int(_HALF_SPACE in one)}{int(_HALF_SPACE in other)}"
        joined = self._facts.get(first + second, UNKNOWN)
        meeting = Meeting(first, second, a, b, joined, pair[:2], pair[2], whole)
        weights = self._meet_weights
        odds = sum([weights.get(feature, 0.0) for feature in meeting_features(meeting)])
        return Met(odds, name_sides(meeting)) if odds > -_NEIGHBOURS_ADD else None

    def lean(self, met: Met, *, before: str, after: str) -> float:
        """The log-odds of a half-space between two words, with what stands around them."""
        one = self._neighbour(before.rpartition(_HALF_SPACE)[2])
        other = self._neighbour(after.partition(_HALF_SPACE)[0])
        return (
            met.odds
            + self._lean(before_features, one, met.sides)
            + self._lean(after_features, other, met.sides)
        )

    def _lean(
        self, make: MakeFeatures, neighbour: tuple[str, str], sides: tuple[str, str, str, str]
    ) -> float:
        key = (make, neighbour, sides)
        found = self._leanings.get(key)
        if found is None:
            if len(self._leanings) >= _MOST_PAIRS:
                self._leanings.clear()
            weights = self._meet_weights
            found = sum([weights.get(feature, 0.0) for feature in make(neighbour, sides)])
            self._leanings[key] = found
        return found

    def _neighbour(self, word: str) -> tuple[str, str]:
        found = self._neighbours.get(word)
        if found is None:
            if len(self._neighbours) >= _MOST_WORDS:
                self._neighbours.clear()
            is_word = "\u0621" <= word[:1] <= "\u06d3"
            name = word if is_word else word[:1]
            kind = self._facts.get(word, UNKNOWN).kind if is_word else ""
            found = self._neighbours[word] = (name if name in self._frequent else NOTHING), kind
        return found


def _read_weights(stored: dict[str, str]) -> dict[str, float]:
    return {
        feature: int(weight) / 100
        for weight, features in stored.items()
        for feature in features.split(" ")
    }


def _is_letter(character: str) -> bool:
    return "\u0621" <= character <= "\u064a" or "\u0671" <= character <= "\u06d3"


def _places(form: str) -> tuple[int, ...]:
    places = []
    letters = 0
    for part in form.split("|")[:-1]:
        letters += len(part)
        places.append(letters)
    return tuple(places)


@cache
def load_model() -> Model:
    """The model that ships beside this file; made by ``tools/train_halfspace.py``."""
    packed = files("getnewsfast.text").joinpath("models/halfspace.json.z").read_bytes()
    return Model(json.loads(zlib.decompress(packed)))
