"""Measure the half-space engine on the development sentences, and pin what it reaches.

``python -m tests.quality.pin_half_spaces`` prints the figures; ``--update`` raises the pinned
floors to them and refuses to lower any; ``--lower`` says that a lower floor is meant.

F1 of half-spaces over every gap between two letters, in sentences whose half-spaces were deleted
(J), typed as spaces (S), or each at random one or the other or left alone (M); ``kept`` is the
share of words of correct text that stay as they are. ``gated_…`` are the same with documents of
neighbouring sentences, of which the engine mends only what they suffer from.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final, TypedDict

from bench.half_space_score import Tally
from getnewsfast.text.halfspace import mend_half_spaces

CORPUS: Final = Path(__file__).resolve().parents[3] / "shared" / "data" / "persian"
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

Figures = dict[str, float]
Corpus = dict[str, list[str]]


class Floors(TypedDict):
    """What is pinned: of which sentences, how exactly, and how high."""

    corpus: str
    epsilon: float
    floors: Figures


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


def read_floors() -> Floors:
    """The pinned figures."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


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
    corpus = read_corpus()
    figures = measure(corpus)
    pinned = read_floors()["floors"] if FLOORS.exists() else {}
    for name, figure in figures.items():
        print(f"{name:16s} {figure:.6f}   floor {pinned.get(name, 0.0):.6f}")
    if not (options.update or options.lower):
        return 0
    try:
        floors = raise_floors(pinned, figures, may_lower=options.lower)
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    pinning: Floors = {"corpus": digest(corpus), "epsilon": EPSILON, "floors": floors}
    FLOORS.write_text(json.dumps(pinning, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
