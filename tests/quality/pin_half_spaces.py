"""Measure the half-space engine on the development sentences, and pin what it reaches.

``python -m tests.quality.pin_half_spaces`` prints the figures; ``--update`` raises the pinned
floors to them, and refuses to lower any.

F1 of half-spaces over every gap between two letters, in sentences whose half-spaces were deleted
(J), typed as spaces (S), or each at random one or the other or left alone (M); ``kept`` is the
share of words of correct text that stay as they are. ``gated_…`` are the same with documents of
neighbouring sentences, of which the engine mends only what they suffer from.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
from functools import partial
from pathlib import Path
from typing import Final

from bench.half_space_score import Tally
from getnewsfast.text.halfspace import mend_half_spaces
from tests.quality.floors import SHARED, Figures, pin

CORPUS: Final = SHARED / "data" / "persian"
FLOORS: Final = Path(__file__).with_name("half_space_floors.json")
INTACT: Final = "dev.txt.gz"
SETS: Final = {
    "joined_f1": "dev.J.txt.gz",
    "spaced_f1": "dev.S.txt.gz",
    "mixed_f1": "dev.M.txt.gz",
    "kept": INTACT,
}
# An article of usual length, in sentences.
DOCUMENT_LINES: Final = 20
# One half-space of the nineteen hundred, or the rounding of a figure; a broken word in correct
# text is a tenth of that, and is asked of ``kept`` alone.
EPSILON: Final = 0.0005

Corpus = dict[str, list[str]]


def read_corpus() -> Corpus:
    """The lines of each file; every file has the same sentences."""
    return {
        name: gzip.decompress((CORPUS / name).read_bytes()).decode().rstrip("\n").split("\n")
        for name in SETS.values()
    }


def digest(corpus: Corpus) -> str:
    """One short name for these sentences and their damages."""
    total = hashlib.sha256()
    for name in sorted(corpus):
        total.update("\n".join([name, *corpus[name]]).encode())
    return total.hexdigest()[:16]


def gather(lines: list[str]) -> list[str]:
    """Neighbouring sentences as documents."""
    return [
        "\n".join(lines[at : at + DOCUMENT_LINES]) for at in range(0, len(lines), DOCUMENT_LINES)
    ]


def measure(corpus: Corpus) -> Figures:
    """``{'joined_f1': …, 'gated_joined_f1': …}``, each rounded to four places, ``kept`` to six."""
    figures: Figures = {}
    for figure, name in SETS.items():
        figures[figure] = _measure_set(figure, corpus[INTACT], corpus[name], gate=False)
        figures[f"gated_{figure}"] = _measure_set(
            figure, gather(corpus[INTACT]), gather(corpus[name]), gate=True
        )
    return figures


def _measure_set(figure: str, truths: list[str], texts: list[str], *, gate: bool) -> float:
    tally = Tally()
    mend = partial(mend_half_spaces, gate=gate)
    for truth, text in zip(truths, texts, strict=True):
        tally.add(truth, mend(text))
    return round(1 - tally.wrong_words, 6) if figure == "kept" else round(tally.f1, 4)


def leave_room(name: str, epsilon: float) -> float:
    """How far a figure may lie below its floor."""
    return epsilon / 10 if name.endswith("kept") else epsilon


def measure_corpus() -> tuple[str, Figures]:
    """The digest of the sentences and their figures."""
    corpus = read_corpus()
    return digest(corpus), measure(corpus)


if __name__ == "__main__":
    sys.exit(pin(__doc__, FLOORS, EPSILON, measure_corpus))
