"""Measure the folding of word forms on the held-out words, and pin what it reaches.

``python -m tests.quality.pin_word_forms`` prints the figures; ``--update`` raises the pinned
floors to them and refuses to lower any; ``--lower`` says that a lower floor is meant.

F1 of pairs of one word among pairs of forms (``bench.word_form_pairs`` says which): a pair counts
as found where both have one stem. The floors are of the held-out half of the words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypedDict

from bench.text_forms import score
from bench.word_form_pairs import Pairs, read_pairs
from getnewsfast.text.forms import stem

CORPUS: Final = Path(__file__).resolve().parents[3] / "shared" / "data" / "persian"
FLOORS: Final = Path(__file__).with_name("word_form_floors.json")
EPSILON: Final = 0.0005  # three pairs of the three thousand

Figures = dict[str, float]


class Floors(TypedDict):
    """What is pinned: of which pairs, how exactly, and how high."""

    corpus: str
    epsilon: float
    floors: Figures


def digest(pairs: Pairs) -> str:
    """One short name for these pairs."""
    total = hashlib.sha256()
    for pair in (*pairs.nouns, *pairs.verbs):
        total.update(f"{pair.one} {pair.other} {pair.is_same}\n".encode())
    return total.hexdigest()[:16]


def read_floors() -> Floors:
    """The pinned figures."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def measure(pairs: Pairs) -> Figures:
    """``{'noun_f1': …, 'noun_precision': …, 'verb_f1': …, 'verb_precision': …}``."""
    nouns, verbs = score(pairs.nouns, stem), score(pairs.verbs, stem)
    return {
        "noun_f1": nouns["f1"],
        "noun_precision": nouns["precision"],
        "verb_f1": verbs["f1"],
        "verb_precision": verbs["precision"],
    }


def raise_floors(pinned: Mapping[str, float], figures: Figures, *, may_lower: bool) -> Figures:
    """The new floors; ``ValueError`` names those that would sink without leave."""
    sunk = sorted(name for name, floor in pinned.items() if figures.get(name, 0.0) < floor)
    if sunk and not may_lower:
        raise ValueError(f"these figures are below their floors: {', '.join(sunk)}")
    return dict(figures)


def main() -> int:
    """Print the figures against their floors; pin them if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="pin these figures as the floors")
    parser.add_argument("--lower", action="store_true", help="pin them even where they are lower")
    options = parser.parse_args()
    pairs = read_pairs(CORPUS)
    figures = measure(pairs)
    pinned = read_floors()["floors"] if FLOORS.exists() else {}
    for name, figure in figures.items():
        print(f"{name:16s} {figure:.4f}   floor {pinned.get(name, 0.0):.4f}")
    if not (options.update or options.lower):
        return 0
    try:
        floors = raise_floors(pinned, figures, may_lower=options.lower)
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    data: Floors = {"corpus": digest(pairs), "epsilon": EPSILON, "floors": floors}
    FLOORS.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
