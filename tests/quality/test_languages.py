"""Languages against sentences with truth: the pinned floors only rise."""

from __future__ import annotations

from pathlib import Path

from getnewsfast.text.language_model import MODEL_FILE
from tests.quality.floors import Pinned, find_sunk
from tests.quality.pin_languages import FLOORS, measure_corpus

MOST_KILOBYTES = 300


def test_no_language_figure_sinks_below_its_floor(shared: Path) -> None:
    pinned = Pinned.read(FLOORS)
    corpus, figures = measure_corpus()
    assert corpus == pinned.corpus, "the sentences have changed: pin the floors again"
    assert find_sunk(pinned, figures) == {}


def test_the_language_model_stays_small() -> None:
    assert MODEL_FILE.stat().st_size <= MOST_KILOBYTES * 1024
