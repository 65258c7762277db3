"""Measure the folding of word forms on the held-out words, and pin what it reaches.

``python -m tests.quality.pin_word_forms`` prints the figures; ``--update`` raises the pinned
floors to them, and refuses to lower any.

F1 of pairs of one word among pairs of forms (``bench.word_form_pairs`` says which): a pair counts
as found where both have one stem. The floors are of the held-out half of the words.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Final

from bench.text_forms import score
from bench.word_form_pairs import Pairs, read_pairs
from getnewsfast.text.forms import stem
from tests.quality.floors import SHARED, Figures, pin

CORPUS: Final = SHARED / "data" / "persian"
FLOORS: Final = Path(__file__).with_name("word_form_floors.json")
EPSILON: Final = 0.0005  # three pairs of the three thousand


def digest(pairs: Pairs) -> str:
    """One short name for these pairs."""
    total = hashlib.sha256()
    for pair in (*pairs.nouns, *pairs.verbs):
        total.update(f"{pair.one} {pair.other} {pair.is_same}\n".encode())
    return total.hexdigest()[:16]


def measure(pairs: Pairs) -> Figures:
    """``{'noun_f1': …, 'noun_precision': …, 'verb_f1': …, 'verb_precision': …}``."""
    nouns, verbs = score(pairs.nouns, stem), score(pairs.verbs, stem)
    return {
        "noun_f1": nouns["f1"],
        "noun_precision": nouns["precision"],
        "verb_f1": verbs["f1"],
        "verb_precision": verbs["precision"],
    }


def measure_corpus() -> tuple[str, Figures]:
    """The digest of the pairs and their figures."""
    pairs = read_pairs(CORPUS)
    return digest(pairs), measure(pairs)


if __name__ == "__main__":
    sys.exit(pin(__doc__, FLOORS, EPSILON, measure_corpus))
