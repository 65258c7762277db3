"""A mended text in pieces: nothing is lost, and changes in one word are read as one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from getnewsfast.newsdesk.core.pieces import Piece, list_pieces, show_unseen
from getnewsfast.text.normalise import explain
from getnewsfast.text.rules import Rule

SIGNS = st.text(
    st.sampled_from('كتابيهمیشودها ،,.\u200c\u200f\u202b\u064b\n\r\u00a0«»"()0123۱٢..ـﻻaB'),
    max_size=60,
)


def split(text: str) -> list[Piece]:
    return list_pieces(text, explain(text, "fa", gate=False))


@settings(max_examples=150, deadline=None)
@given(text=SIGNS)
def test_the_sides_joined_are_the_original_and_the_result(text: str) -> None:
    explained = explain(text, "fa", gate=False)
    pieces = list_pieces(text, explained)
    assert "".join(piece.before for piece in pieces) == text
    assert "".join(piece.after for piece in pieces) == explained.text
    assert all(piece.before == piece.after for piece in pieces if not piece.rules)
    told = {rule for piece in pieces for rule in piece.rules}
    assert told == {change.rule for change in explained.changes}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("سلام", [Piece("سلام", "سلام")]),
        (
            "دو كتاب كهن",
            [
                Piece("دو ", "دو "),
                Piece("كتاب", "کتاب", (Rule.ARABIC_LETTERS,)),
                Piece(" ", " "),
                Piece("كهن", "کهن", (Rule.ARABIC_LETTERS,)),
            ],
        ),
        ("كيك", [Piece("كيك", "کیک", (Rule.ARABIC_LETTERS,))]),
    ],
)
def test_a_change_is_shown_with_its_word(text: str, pieces: list[Piece]) -> None:
    assert split(text) == pieces


def test_two_rules_in_one_word_are_one_piece() -> None:
    (piece,) = split("مي شود")
    assert (piece.before, piece.after) == ("مي شود", "می\u200cشود")
    assert set(piece.rules) == {Rule.ARABIC_LETTERS, Rule.HALF_SPACES}


def test_a_word_without_end_is_shown_in_part() -> None:
    text = "ا" * 100 + "ك" + "ا" * 100
    assert [len(piece.before) for piece in split(text)] == [80, 41, 80]


def test_unseen_characters_are_shown_by_their_numbers() -> None:
    assert show_unseen("می\u200cشود\u200f\n\x07") == "می\u200cشود[U+200F]\n[U+0007]"
