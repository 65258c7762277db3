"""Word forms against pairs with truth: the pinned floors only rise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.text_forms import score
from bench.word_form_pairs import Pair
from tests.quality.floors import Figures, Pinned, find_sunk
from tests.quality.pin_word_forms import FLOORS, measure_corpus

PINNED = Pinned.read(FLOORS)


def test_no_word_form_figure_sinks_below_its_floor(shared: Path) -> None:
    corpus, figures = measure_corpus()
    assert corpus == PINNED.corpus, "the pairs have changed: pin the floors again"
    assert find_sunk(PINNED, figures) == {}


@pytest.mark.parametrize(("name", "goal"), [("noun_f1", 0.90), ("verb_f1", 0.80)])
def test_no_word_form_floor_is_below_its_goal(name: str, goal: float) -> None:
    assert PINNED.floors[name] >= goal


@pytest.mark.parametrize(
    ("stem", "figures"),
    [
        (lambda word: word, {"precision": 0.0, "recall": 0.0, "f1": 0.0}),
        (lambda _word: "", {"precision": 0.6667, "recall": 1.0, "f1": 0.8}),
        (lambda word: word[:4], {"precision": 1.0, "recall": 1.0, "f1": 1.0}),
    ],
)
def test_pairs_brought_together_are_counted(stem: Callable[[str], str], figures: Figures) -> None:
    pairs = [
        Pair("کتابها", "کتاب", is_same=True),
        Pair("کتابش", "کتابم", is_same=True),
        Pair("باران", "بار", is_same=False),
    ]
    assert score(pairs, stem) == figures
