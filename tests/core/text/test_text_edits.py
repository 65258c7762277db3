"""Edits are found, carried from text to text, and undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text import mending
from getnewsfast.text.edits import Edit, carry, compare, turn_back
from getnewsfast.text.normalise import explain


def apply(text: str, edits: list[Edit]) -> str:
    for start, end, put in reversed(edits):
        text = text[:start] + put + text[end:]
    return text


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("می شود", "می‌شود", [(2, 3, "\u200c")]),
        ("میشود", "می‌شود", [(2, 2, "\u200c")]),
        ("کتابهای تازه تر", "کتاب‌های تازه‌تر", [(4, 4, "\u200c"), (12, 13, "\u200c")]),
        ("کشور‌ها", "کشورها", [(4, 5, "")]),
        ("یکی", "یکی", []),
        ("الف", "بیت", [(0, 3, "بیت")]),
    ],
)
def test_two_texts_differ_in_their_half_spaces(old: str, new: str, edits: list[Edit]) -> None:
    assert compare(old, new) == edits


@given(st.text(alphabet="اب \u200c", max_size=600), st.text(alphabet="اب \u200c", max_size=600))
def test_edits_lead_from_one_text_to_the_other_and_back(old: str, new: str) -> None:
    edits = compare(old, new)
    assert apply(old, edits) == new
    assert [end - start for start, end, _ in edits] == [len(put) for _, _, put in turn_back(edits)]


def test_places_are_carried_over_edits() -> None:
    edits = [(2, 2, "xx"), (5, 8, "")]
    assert carry([0, 2, 4, 6, 8, 9], edits) == [0, 4, 6, 7, 7, 8]
    assert carry([0, 2, 4, 6, 8, 9], edits, ends=True) == [0, 2, 6, 7, 7, 8]


def test_half_spaces_are_explained_like_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def join(text: str, *, gate: bool) -> str:
        return text.replace("می شود", "می‌شود").replace("کتابهای", "کتاب‌های")

    monkeypatch.setattr(mending, "mend_half_spaces", join)
    explained = explain("مي  شود ,كتابهاي او")
    assert explained.text == "می‌شود، کتاب‌های او"
    found = [change for change in explained.changes if change.rule == "half-spaces"]
    assert [(one.start, one.end, one.before, one.after) for one in found] == [
        (2, 3, " ", "\u200c"),
        (13, 13, "", "\u200c"),
    ]
