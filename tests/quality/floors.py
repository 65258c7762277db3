"""Pinned figures: how they are read, compared, and raised; nothing here lowers one.

Each ``pin_…`` module measures something and hands its figures to ``pin``; each test of quality
asks ``find_sunk`` that none fell.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SHARED: Final = Path(__file__).resolve().parents[3] / "shared"

Figures = dict[str, float]
Measure = Callable[[], tuple[str, Figures]]


@dataclass(frozen=True, slots=True)
class Pinned:
    """What is pinned: of which corpus (its digest), how exactly, and how high."""

    corpus: str
    epsilon: float
    floors: Figures

    @classmethod
    def read(cls, file: Path) -> Pinned:
        return cls(**json.loads(file.read_text(encoding="utf-8")))

    def write(self, file: Path) -> None:
        stored = {"corpus": self.corpus, "epsilon": self.epsilon, "floors": self.floors}
        file.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


def same_room(_name: str, epsilon: float) -> float:
    """Every figure may lie as far below its floor as the others."""
    return epsilon


def find_sunk(
    pinned: Pinned, figures: Mapping[str, float], room: Callable[[str, float], float] = same_room
) -> dict[str, float]:
    """The figures below their floors; ``room`` says how far below is still level."""
    return {
        name: figures.get(name, 0.0)
        for name, floor in pinned.floors.items()
        if figures.get(name, 0.0) < floor - room(name, pinned.epsilon)
    }


def raise_floors(pinned: Mapping[str, float], figures: Figures) -> Figures:
    """The new floors; ``ValueError`` names those that would sink."""
    sunk = sorted(name for name, floor in pinned.items() if figures.get(name, 0.0) < floor)
    if sunk:
        raise ValueError(f"these figures are below their floors: {', '.join(sunk)}")
    return dict(figures)


def pin(doc: str | None, file: Path, epsilon: float, measure: Measure) -> int:
    """A pinning module's program: prints figures against floors, and with ``--update`` pins them.

    ``measure`` gives the digest of the corpus and the figures. Returns the exit code.
    """
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="raise the floors to these figures")
    options = parser.parse_args()
    corpus, figures = measure()
    floors = Pinned.read(file).floors if file.exists() else {}
    for name, figure in figures.items():
        print(f"{name:16s} {figure:.6f}   floor {floors.get(name, 0.0):.6f}")
    if not options.update:
        return 0
    try:
        raised = raise_floors(floors, figures)
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    Pinned(corpus, epsilon, raised).write(file)
    return 0
