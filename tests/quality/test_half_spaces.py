"""The half-space engine against sentences with truth: the pinned floors only rise."""

from __future__ import annotations

import os

import pytest

from bench.half_space_score import read_gaps, score_lines
from tests.quality.pin_half_spaces import (
    CORPUS,
    SETS,
    Figures,
    digest,
    leave_room,
    measure,
    raise_floors,
    read_corpus,
    read_floors,
)

PINNED = read_floors()


@pytest.fixture(scope="module")
def figures() -> Figures:
    missing = [name for name in SETS.values() if not (CORPUS / name).exists()]
    if missing:
        reason = f"the development sentences are not in {CORPUS}: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    corpus = read_corpus()
    assert digest(corpus) == PINNED["corpus"], "the sentences have changed: pin the floors again"
    return measure(corpus)


@pytest.mark.parametrize("name", sorted(PINNED["floors"]))
def test_no_half_space_figure_sinks_below_its_floor(figures: Figures, name: str) -> None:
    assert figures[name] >= PINNED["floors"][name] - leave_room(name, PINNED["epsilon"])


def test_a_half_space_floor_is_lowered_only_on_purpose() -> None:
    pinned = {"joined_f1": 0.93, "kept": 0.9996}
    raised = raise_floors(pinned, {"joined_f1": 0.95, "kept": 0.9996}, may_lower=False)
    assert raised["joined_f1"] == 0.95
    with pytest.raises(ValueError, match="kept"):
        raise_floors(pinned, {"joined_f1": 0.95, "kept": 0.99}, may_lower=False)
    assert raise_floors(pinned, {"joined_f1": 0.9, "kept": 0.9}, may_lower=True)["kept"] == 0.9


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
