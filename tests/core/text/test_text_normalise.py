"""The display form keeps what is seen; the key is one for all spellings of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.normalise import display, key, key_words
from tests.core.text.text_samples import any_text


def test_the_display_form_mends_letters_and_spacing_and_keeps_paragraphs() -> None:
    text = "كتابهاي  او ،می\u200fخوانیم .\r\n\r\n\r\nپايان\ufeff"
    assert display(text, "fa") == "کتابهای او، می‌خوانیم.\n\nپایان"


def test_the_display_form_leaves_digits_as_they_are() -> None:
    assert display("سال 1405 و ۱۴۰۵", "fa") == "سال 1405 و ۱۴۰۵"


@pytest.mark.parametrize("language", ["fa", "ar", "ckb", "tg", "en", ""])
@given(text=any_text)
def test_displaying_twice_changes_nothing_more(language: str, text: str) -> None:
    shown = display(text, language)
    assert display(shown, language) == shown


@pytest.mark.parametrize(
    "spellings",
    [
        ("می‌روم", "مي‌روم", "میروم", "می روم", "مى\u200fروم", "مـــی‌روم", "مِی‌رَوم"),
        ("نمی‌خواهند", "نمیخواهند", "نمی خواهند"),
        ("کتاب‌ها", "كتابها", "کتاب ها", "کتاب\u00adها"),
        ("کتاب‌های او", "کتابهای او", "کتاب های او"),
        ("بزرگ‌ترین‌ها", "بزرگترینها", "بزرگ ترین ها", "بزرگ‌ترین ها"),
        ("رفته‌ام و رفته‌اند", "رفتهام و رفتهاند", "رفته ام و رفته اند"),
        ("خانه‌ای", "خانهای", "خانه ای"),
        ("خانهٔ ما", "خانۀ ما", "خانه ما", "خانه\u200c ما", "خانهء ما"),
        ("سرمایه‌گذاری‌های", "سرمایه گذاری های", "سرمایه گذاری‌های", "سرمایهگذاریهای"),
        ("به‌عنوان", "به عنوان", "بهعنوان"),
        ("گفت‌وگو", "گفتگو", "گفت و گو", "گفت وگو", "گفت‌و‌گو"),
        ("سه‌شنبه", "سه شنبه", "سهشنبه"),
        ("رئیس‌جمهور", "رئیس جمهور", "رییس جمهور", "رئيس‌جمهور"),
        ("بی‌بی‌سی", "بی بی سی", "بی‌بی سی"),
        ("۲۰ساله", "20 ساله", "٢٠\u200cساله"),
        ("۱۲۳٬۴۵۶ نفر", "123,456 نفر", "123456نفر"),
        ("مسئله", "مسئلهٔ", "مسيله"),
        ("أحمد إلهام مؤمن", "احمد الهام مومن"),
        ("آیة الله", "آیه الله", "آیة\u064f الله"),
        ("جزء", "جز"),
        ("ﺳﻼﻡ", "سلام"),
        ("#حقوق_بشر", "حقوق بشر", "«حقوق، بشر!»"),
        ("NGO‌ها", "ngo ها", "NGOها"),
        ("Café ÉLYSÉE", "cafe elysee", "CAFE\u0301 Elysée"),
        ("Ёлка", "елка"),
    ],
)
def test_spellings_of_one_text_have_one_key(spellings: tuple[str, ...]) -> None:
    assert {key(spelling) for spelling in spellings} == {key(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آستان", "استان"),
        ("کاسهٔ آش", "کاسه‌اش"),
        ("ماه می ۲۰۲۶", "ماهمی ۲۰۲۶"),
        ("که ای ایران", "که‌ای ایران"),
        ("خشک و تر", "خشک وتر"),
        ("۱۲٫۵", "۱۲۵"),
        ("هم او", "هماو"),
    ],
)
def test_different_texts_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("کتاب‌های ۱۲", ("کتابهای", "12")),
        ("در ماه می ۲۰۲۶ به تهران می‌آیند", ("در", "ماه", "می", "2026", "به", "تهران", "میآیند")),
        ("۵ می به این شهر", ("5", "می", "به", "این", "شهر")),
        ("H2O، iPhone 15", ("h2o", "iphone", "15")),
        ("!؟ … «»", ()),
        ("ها", ("ها",)),
    ],
)
def test_a_key_is_made_of_words(text: str, words: tuple[str, ...]) -> None:
    assert key_words(text) == words
    assert key(text) == " ".join(words)


@given(any_text)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    folded = key(text)
    assert key(folded) == folded


@given(any_text)
def test_the_key_does_not_know_of_half_spaces(text: str) -> None:
    assert key(text) == key(text.replace("\u200c", ""))


@given(any_text)
def test_the_display_form_has_the_key_of_the_text(text: str) -> None:
    assert key(display(text, "fa")) == key(text)


@given(st.lists(st.sampled_from(["می", "کتاب", "اش", "ها", "بی", "سال", "ه", "خانه", "ای"])))
def test_particles_in_any_order_settle(words: list[str]) -> None:
    folded = key(" ".join(words))
    assert key(folded) == folded
    assert folded.replace(" ", "") == "".join(words)


def test_endless_particles_cost_no_more_than_their_length() -> None:
    folded = key("ها " * 30_000)
    assert folded.replace(" ", "") == "ها" * 30_000
    assert max(map(len, folded.split())) < 70
