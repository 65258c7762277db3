"""The half-space engine against sentences with truth: the pinned floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.half_space_score import read_gaps, score_lines
from tests.quality.floors import Pinned, find_sunk
from tests.quality.pin_half_spaces import FLOORS, leave_room, measure_corpus


def test_no_half_space_figure_sinks_below_its_floor(shared: Path) -> None:
    pinned = Pinned.read(FLOORS)
    corpus, figures = measure_corpus()
    assert corpus == pinned.corpus, "the sentences have changed: pin the floors again"
    assert find_sunk(pinned, figures, leave_room) == {}


@pytest.mark.parametrize(
    ("text", "letters", "gaps"),
    [
        ("می\u200cرود", "میرود", "JZJJ"),
        ("می رود", "میرود", "JSJJ"),
        ("می \u200cرود", "میرود", "JSJJ"),
        ("كتاب‌هاي ۱۲", "کتابهای12", "JJJZJJSJ"),
        ("مـــیِ", "می", "J"),
        ("«", "", ""),
        ("", "", ""),
    ],
)
def test_a_text_is_letters_with_a_gap_between_every_two(text: str, letters: str, gaps: str) -> None:
    assert read_gaps(text) == (list(letters), gaps)


@pytest.mark.parametrize(
    ("truth", "mended", "counts"),
    [
        ("می‌روند خانه", "می‌روند خانه", (1, 0, 0, 2, 2)),
        ("می‌روند خانه", "میروند خانه", (0, 0, 1, 2, 1)),
        ("منطقه‌ای دور", "منطق‌های دور", (0, 1, 1, 2, 1)),
        ("دور خانه", "دور‌خانه", (0, 1, 0, 2, 0)),
        # A letter that was added costs only the words it touches.
        ("خانهٔ ما دور است", "خانه‌ی ما دور است", (0, 0, 0, 4, 2)),
    ],
)
def test_half_spaces_and_words_are_counted(
    truth: str, mended: str, counts: tuple[int, ...]
) -> None:
    tally = score_lines([truth], [mended])
    found = (tally.right, tally.wrong, tally.missed, tally.words, tally.words_right)
    assert found == counts
