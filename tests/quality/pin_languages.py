"""Measure the telling of languages on the development sentences, and pin what it reaches.

``python -m tests.quality.pin_languages`` prints the figures; ``--update`` raises the pinned
floors to them, and refuses to lower any.
The model has learnt nothing from these sentences.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Final

from bench.text_languages import (
    read_headlines,
    read_sentences,
    score,
    score_headlines,
    score_mixed,
)
from tests.quality.floors import SHARED, Figures, pin

FLOORS: Final = Path(__file__).with_name("language_floors.json")
EPSILON: Final = 0.0005  # less than one text: the same model gives the same figures


def digest(shared: Path) -> str:
    """One short name for these sentences and headlines."""
    total = hashlib.sha256()
    for name, texts in read_sentences(shared).items():
        total.update("\n".join([name, *texts]).encode())
    total.update("\n".join(read_headlines(shared)).encode())
    return total.hexdigest()[:16]


def measure(shared: Path) -> Figures:
    """``{'azb_Arab five': …, 'azb_Arab ten': …, …, 'headlines': …, 'mixed': …, 'unmixed': …}``."""
    sentences = read_sentences(shared)
    mixed = score_mixed(sentences)
    figures = {
        f"{name} {length}": share
        for name, shares in score(sentences).items()
        for length, share in shares.items()
    }
    figures["headlines"] = score_headlines(read_headlines(shared))
    return figures | {"mixed": mixed["found"], "unmixed": round(1 - mixed["invented"], 4)}


def measure_corpus() -> tuple[str, Figures]:
    """The digest of the sentences and their figures."""
    return digest(SHARED), measure(SHARED)


if __name__ == "__main__":
    sys.exit(pin(__doc__, FLOORS, EPSILON, measure_corpus))
