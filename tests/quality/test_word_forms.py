"""Word forms against pairs with truth: the pinned floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.text_forms import score
from bench.word_form_pairs import Pair, read_pairs
from tests.quality.pin_word_forms import digest, measure, raise_floors, read_floors

PINNED = read_floors()


def test_no_word_form_figure_sinks_below_its_floor(shared: Path) -> None:
    pairs = read_pairs(shared / "data" / "persian")
    assert digest(pairs) == PINNED["corpus"], "the pairs have changed: pin the floors again"
    figures = measure(pairs)
    sunk = {
        name: figures[name]
        for name, floor in PINNED["floors"].items()
        if figures[name] < floor - PINNED["epsilon"]
    }
    assert sunk == {}


@pytest.mark.parametrize(("name", "goal"), [("noun_f1", 0.90), ("verb_f1", 0.80)])
def test_no_word_form_floor_is_below_its_goal(name: str, goal: float) -> None:
    assert PINNED["floors"][name] >= goal


def test_a_word_form_floor_is_lowered_only_on_purpose() -> None:
    assert raise_floors({"noun_f1": 0.9}, {"noun_f1": 0.95}, may_lower=False) == {"noun_f1": 0.95}
    with pytest.raises(ValueError, match="noun_f1"):
        raise_floors({"noun_f1": 0.9}, {"noun_f1": 0.8}, may_lower=False)
    assert raise_floors({"noun_f1": 0.9}, {"noun_f1": 0.8}, may_lower=True) == {"noun_f1": 0.8}


@pytest.mark.parametrize(
    ("stem", "figures"),
    [
        (lambda word: word, {"precision": 0.0, "recall": 0.0, "f1": 0.0}),
        (lambda _word: "", {"precision": 0.6667, "recall": 1.0, "f1": 0.8}),
        (lambda word: word[:4], {"precision": 1.0, "recall": 1.0, "f1": 1.0}),
    ],
)
def test_pairs_brought_together_are_counted(stem, figures) -> None:  # type: ignore[no-untyped-def]
    pairs = [
        Pair("کتابها", "کتاب", is_same=True),
        Pair("کتابش", "کتابم", is_same=True),
        Pair("باران", "بار", is_same=False),
    ]
    assert score(pairs, stem) == figures
