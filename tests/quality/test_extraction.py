"""The extractor against pages with truth: the pinned floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.floors import Pinned, find_sunk
from tests.quality.pin_extraction import FLOORS, measure_corpus

PINNED = Pinned.read(FLOORS)


def test_no_figure_sinks_below_its_floor(shared: Path) -> None:
    corpus, figures = measure_corpus()
    assert corpus == PINNED.corpus, "the corpus has changed: pin the floors again"
    assert find_sunk(PINNED, figures) == {}


@pytest.mark.parametrize(
    ("name", "goal"),
    [("fa_f1", 0.98), ("fasyn_f1", 0.97), ("fundfix_f1", 0.93), ("gate", 0.97)],
)
def test_no_floor_is_below_its_goal(name: str, goal: float) -> None:
    assert PINNED.floors[name] >= goal
