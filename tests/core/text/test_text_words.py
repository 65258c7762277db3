"""A word with a half-space is one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.words import count_words, first_words, reading_minutes, words
from tests.core.text.text_samples import any_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("او می‌رود، کتاب‌هایش را!", ("او", "می‌رود", "کتاب‌هایش", "را")),
        ("۱۲٫۵ متر و 1,200.50 ریال", ("۱۲٫۵", "متر", "و", "1,200.50", "ریال")),
        ("ساعت ۱۱:۳۰ مورخ ۱۴۰۵/۰۹/۰۳", ("ساعت", "۱۱:۳۰", "مورخ", "۱۴۰۵/۰۹/۰۳")),
        ("مُعَلِّم و خانهٔ ما", ("مُعَلِّم", "و", "خانهٔ", "ما")),
        ("۲۰ساله، ۲۰‌ساله", ("۲۰ساله", "۲۰‌ساله")),
        ("don't COVID-19 H2O", ("don't", "COVID", "19", "H2O")),
        ("بیا.برو", ("بیا", "برو")),
        (" … «» ", ()),
    ],
)
def test_words_are_what_a_reader_counts(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found
    assert count_words(text) == len(found)


@pytest.mark.parametrize(
    ("count", "cut"),
    [
        (0, ""),
        (1, "هوا…"),
        (3, "هوا سرد است…"),
        (5, "هوا سرد است، برف می‌بارد…"),
        (6, "هوا سرد است، برف می‌بارد (گویا…"),
        (7, "هوا سرد است، برف می‌بارد (گویا)؛ شب."),
    ],
)
def test_a_text_is_cut_between_words(count: int, cut: str) -> None:
    assert first_words(" هوا سرد است، برف می‌بارد (گویا)؛ شب. ", count) == cut


@given(any_text, st.integers(0, 5))
def test_a_cut_text_has_as_many_words_as_asked(text: str, count: int) -> None:
    assert count_words(first_words(text, count)) == min(count, count_words(text))


@pytest.mark.parametrize(("count", "minutes"), [(0, 0), (1, 1), (180, 1), (181, 2), (900, 5)])
def test_reading_takes_whole_minutes(count: int, minutes: int) -> None:
    assert reading_minutes("می‌رود، " * count) == minutes
