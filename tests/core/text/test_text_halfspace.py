"""Half-spaces put back, and left alone where they are right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from getnewsfast.text.halfspace import Kind, find_kinds, mend_half_spaces
from getnewsfast.text.normalise import display

DELETED = [
    ("میشود", "می‌شود"),
    ("نمیتوانند", "نمی‌توانند"),
    ("همکاریهای", "همکاری‌های"),
    ("نشاندهنده", "نشان‌دهنده"),
    ("شکنندهتر", "شکننده‌تر"),
    ("کتابخانههایشان", "کتابخانه‌هایشان"),
    ("برنامهریزی", "برنامه‌ریزی"),
    ("خانهای که دیدم", "خانه‌ای که دیدم"),
    ("رفتهاند", "رفته‌اند"),
]
SPACED = [
    ("می شود", "می‌شود"),
    ("کتاب ها را", "کتاب‌ها را"),
    ("نمی توانند", "نمی‌توانند"),
    ("خانه ای", "خانه‌ای"),
    ("بزرگ ترین شهر", "بزرگ‌ترین شهر"),
    ("سرمایه گذاری", "سرمایه‌گذاری"),
    ("رفته اند", "رفته‌اند"),
]
RIGHT = [
    "منطقه‌ای",
    "دولت گفت کشورها باید همکاری کنند",
    "این برنامه‌ها و آن کتاب‌ها را می‌خوانیم",
    "تهران، باران، استان، ایران و میدان",
    "گفت‌وگوی او با خبرنگاران",
    "شده است",
]


@pytest.mark.parametrize(("damaged", "mended"), DELETED)
def test_a_deleted_half_space_comes_back(damaged: str, mended: str) -> None:
    assert mend_half_spaces(damaged, gate=False) == mended


@pytest.mark.parametrize(("damaged", "mended"), SPACED)
def test_a_space_in_its_place_becomes_one(damaged: str, mended: str) -> None:
    assert mend_half_spaces(damaged, gate=False) == mended


@pytest.mark.parametrize("text", RIGHT)
@pytest.mark.parametrize("gate", [True, False])
def test_what_is_right_stays(text: str, gate: bool) -> None:
    assert mend_half_spaces(text, gate=gate) == text


def test_a_document_is_mended_only_of_what_it_suffers_from() -> None:
    deleted = "او میگوید همکاریهای تازه نمیتوانند آغاز شوند. به عنوان نمونه"
    assert find_kinds(deleted) == {Kind.DELETED}
    assert mend_half_spaces(deleted).endswith("به عنوان نمونه")
    spaced = "او می گوید کتاب های تازه نمی توانند چاپ شوند"
    assert find_kinds(spaced) == {Kind.SPACED}


def test_one_doubtful_word_does_not_change_a_well_set_document() -> None:
    text = "کتاب‌ها را می‌خوانند و می‌گویند که خانه‌ها و باغ‌ها را می‌بینند.\n" * 5 + "میشود"
    assert mend_half_spaces(text) == text


def test_kinds_of_the_whole_decide_over_a_piece() -> None:
    assert mend_half_spaces("میشود", kinds=frozenset()) == "میشود"
    assert mend_half_spaces("میشود", kinds=frozenset({Kind.DELETED})) == "می‌شود"
    assert mend_half_spaces("می شود", kinds=frozenset({Kind.DELETED})) == "می شود"


def test_marks_stay_on_their_letters() -> None:
    assert mend_half_spaces("مي\u064eشود".replace("ي", "ی"), gate=False) == "می\u064e‌شود"


@pytest.mark.parametrize(
    "text",
    ["", "\n", " ", "\u200c", "\u200c \u200c", "abc def", "۱۲ ۳", "\ud800", "می", "می \u200cشود"],
)
def test_odd_texts_pass(text: str) -> None:
    assert mend_half_spaces(mend_half_spaces(text)) == mend_half_spaces(text)


@pytest.mark.parametrize("text", ["ۀ\u0654ها", "يهءها", "خانۀها", "خانهءها", "می ساعت۲.۵"])
def test_what_is_mended_is_mended_at_once(text: str) -> None:
    assert display(display(text)) == display(text)


def test_words_too_long_to_be_any_are_not_remembered() -> None:
    text = "می " + "ش" * 10_000
    assert mend_half_spaces(text, gate=False) == text


def test_a_long_run_of_letters_is_no_word() -> None:
    text = "ها" * 100_000
    assert mend_half_spaces(text, gate=False) == text


PIECES = st.sampled_from([*(damaged for damaged, _ in DELETED + SPACED), *RIGHT, "،", "\n", "از"])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.booleans())
def test_twice_is_once_and_no_letter_is_lost(text: str, gate: bool) -> None:
    mended = mend_half_spaces(text, gate=gate)
    assert mend_half_spaces(mended, gate=gate) == mended
    plain = str.maketrans("", "", " \u200c")
    assert mended.translate(plain) == text.translate(plain)
