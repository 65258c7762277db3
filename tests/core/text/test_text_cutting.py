"""A text is cut within a limit, between sentences or words, and never inside a sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.cutting import Unit, cut, graphemes, measure
from tests.core.text.text_samples import any_text

TEXT = "او آمد. هوا سرد بود، برف می‌بارید (گویا) و شب شد."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("می‌روم", ["م", "ی\u200c", "ر", "و", "م"]),
        ("مُعَلِّم", ["مُ", "عَ", "لِّ", "م"]),
        ("خانهٔ", ["خ", "ا", "ن", "هٔ"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩‍👩‍👧‍👦👍🏽", ["👩‍👩‍👧‍👦", "👍🏽"]),
        ("👩\u200da", ["👩\u200d", "a"]),
        ("🇮🇷🇹🇯🇮", ["🇮🇷", "🇹🇯", "🇮"]),
        ("🏴\U000e0067\U000e0062\U000e007f!", ["🏴\U000e0067\U000e0062\U000e007f", "!"]),
        ("1️⃣❤️", ["1️⃣", "❤️"]),
        ("a\r\nb\n\u0301", ["a", "\r\n", "b", "\n", "\u0301"]),
        ("각가ᄀ", ["각", "가", "ᄀ"]),
        ("\u0600۱۲", ["\u0600۱", "۲"]),
        ("\ud800a", ["\ud800", "a"]),
        ("", []),
    ],
)
def test_graphemes_are_what_a_reader_sees_as_one_sign(text: str, found: list[str]) -> None:
    assert list(graphemes(text)) == found


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("سلام", (4, 4, 8)),
        ("👍🏽", (4, 1, 8)),
        ("می‌", (3, 2, 7)),
        ("\ud800", (1, 1, 3)),
        ("", (0, 0, 0)),
    ],
)
def test_each_unit_counts_in_its_own_way(text: str, units: tuple[int, int, int]) -> None:
    assert tuple(measure(text, unit) for unit in Unit) == units


@pytest.mark.parametrize(
    ("limit", "shown"),
    [
        (49, TEXT),
        (48, "او آمد. هوا سرد بود، برف می‌بارید (گویا) و شب…"),
        (36, "او آمد. هوا سرد بود، برف می‌بارید…"),
        (33, "او آمد. هوا سرد بود، برف…"),  # the half-spaced word is not parted
        (23, "او آمد. هوا سرد بود…"),  # without its comma
        (15, "او آمد. هوا…"),
        (11, "او آمد."),  # a whole sentence fills most of the room
        (3, "او…"),
        (1, "ا"),
        (0, ""),
    ],
)
def test_a_sentence_is_better_than_a_word(limit: int, shown: str) -> None:
    assert cut(TEXT, limit) == shown


@pytest.mark.parametrize(
    ("text", "limit", "unit", "shown"),
    [
        ("سلام دنیا", 9, Unit.BYTES, "سلا…"),
        ("سلام دنیا", 11, Unit.BYTES, "سلام…"),
        ("👍🏽👍🏽👍🏽", 2, Unit.GRAPHEMES, "👍🏽…"),
        ("👍🏽👍🏽", 3, Unit.UTF16, ""),
        ("👍🏽👍🏽", 5, Unit.UTF16, "👍🏽…"),
        ("می‌روم", 4, Unit.UTF16, "می…"),
        ("گفت («برو», بعد", 6, Unit.UTF16, "گفت…"),
    ],
)
def test_nothing_is_parted_or_left_dangling(text: str, limit: int, unit: Unit, shown: str) -> None:
    assert cut(text, limit, unit=unit) == shown


def test_the_ending_may_be_another() -> None:
    assert cut("هوا سرد است", 9, ending=" […]") == "هوا […]"
    assert cut("هوا سرد است", 9, ending="") == "هوا سرد"


@given(any_text, st.integers(0, 30), st.sampled_from(Unit))
def test_a_cut_text_fits_and_is_a_beginning(text: str, limit: int, unit: Unit) -> None:
    shown = cut(text, limit, unit=unit)
    assert measure(shown, unit) <= limit
    if shown != text:
        kept = shown if text.startswith(shown) else shown.removesuffix("…")
        assert text.startswith(kept)
        assert not kept.endswith((" ", "\u200c", "،", "(", "«"))


@given(any_text)
def test_graphemes_lose_nothing(text: str) -> None:
    assert "".join(graphemes(text)) == text
