"""Letters are mended to those of the language; what nobody sees goes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from getnewsfast.text.characters import HALF_SPACE, language_of
from getnewsfast.text.letters import mend_letters
from tests.core.text.text_samples import any_text


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("كتاب علي", "کتاب علی"),
        ("موسى و مصطفى", "موسی و مصطفی"),
        ("ھمہ چیز بە جا", "همه چیز به جا"),
        ("ﺳﻼﻡ ﺩﻧﯿﺎ", "سلام دنیا"),
        ("ﷲ", "الله"),
        ("خانۀ ما", "خانهٔ ما"),
        ("خانهء ما", "خانهٔ ما"),
        ("جزء و شیء و سوء", "جزء و شیء و سوء"),
        ("تهیهٔ", "تهیهٔ"),
        ("مسي\u0654ول", "مسئول"),
        ("ا\u0653ب", "آب"),
        ("ســـلام", "سلام"),
        ("۱۴۰۰ هـ.ش", "۱۴۰۰ هـ.ش"),
        ("سال ١٤٠٥", "سال ۱۴۰۵"),
        ("پایان۔", "پایان."),
        ("آیة‌الله", "آیة‌الله"),
        ("ہمہ", "همه"),
        ("پاے", "پای"),
        ("مۀ", "مهٔ"),
        ("هـــ.ش", "هـ.ش"),
        ("مُلک و مَلِک", "مُلک و مَلِک"),
        ("مُُلک", "مُلک"),
        ("\u064eملک \u064b است", "ملک  است"),
        ("رسول ﷺ", "رسول صلی الله علیه وسلم"),
        ("می¬روم ¬تا¬", "می‌روم تا"),
    ],
)
def test_persian_gets_its_own_letters(given_text: str, mended: str) -> None:
    assert mend_letters(given_text) == mended


@pytest.mark.parametrize("stand_in", ["\u200e", "\u200f", "\u00ad", "\u200d", "\u00ac", "\u200c"])
def test_what_stands_for_a_half_space_between_letters_becomes_one(stand_in: str) -> None:
    assert mend_letters(f"می{stand_in}روم") == "می‌روم"
    assert mend_letters(f"می{stand_in}{stand_in}\u200bروم") == "می‌روم"
    assert mend_letters(f"{stand_in}سلام{stand_in} ، دنیا{stand_in}") == "سلام ، دنیا"


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("می\u200c\u200cروم", "می‌روم"),
        ("کتاب\u200c ها", "کتاب ها"),
        ("کتاب \u200cها", "کتاب ها"),
        ("(\u200cکتاب\u200c)", "(کتاب)"),
        ("\u200cکتاب\u200c", "کتاب"),
        ("۲۰\u200cساله", "۲۰‌ساله"),
        ("NGO\u200cها", "NGO‌ها"),
        ("semi\u200cconductor", "semiconductor"),
        ("شدهٔ\u200cما", "شدهٔ‌ما"),
    ],
)
def test_a_half_space_stays_only_where_it_joins(given_text: str, mended: str) -> None:
    assert mend_letters(given_text) == mended


def test_invisible_characters_go() -> None:
    text = "\ufeffسلا\u200bم\x00 \u202eدن\u2066یا\u2069\u202c\ud83d"
    assert mend_letters(text) == "سلام دنیا"


def test_odd_line_breaks_become_plain_ones() -> None:
    assert mend_letters("یک\u2028دو\u2029سه\x85چهار") == "یک\nدو\nسه\nچهار"


@pytest.mark.parametrize(
    "emoji",
    ["👩\u200d⚕\ufe0f", "🏴\U000e0067\U000e0062\U000e0065\U000e007f", "1\ufe0f\u20e3", "❤\ufe0f"],
)
def test_emoji_stay_whole(emoji: str) -> None:
    assert mend_letters(f"سلام {emoji}") == f"سلام {emoji}"


def test_glue_of_emoji_without_emoji_goes() -> None:
    assert mend_letters("a\u200d\ufe0f b\U000e0067", language="en") == "a b"


def test_arabic_keeps_its_letters_and_loses_the_rest() -> None:
    assert mend_letters("علي\u00ad كان ﻓﻲ ١٤٠٥", language="ar") == "علي كان في ١٤٠٥"


@pytest.mark.parametrize("language", ["tg", "en", ""])
def test_other_scripts_lose_only_invisibles(language: str) -> None:
    assert (
        mend_letters("Тоҷи\u00adкистон «ﻓ» ي ك A\u200fB", language=language)
        == "Тоҷикистон «ﻓ» ي ك AB"
    )


def test_kurdish_keeps_its_letters() -> None:
    assert mend_letters("لە کوردستانەوە ڕۆژ ێ", language="ckb") == "لە کوردستانەوە ڕۆژ ێ"


@pytest.mark.parametrize(
    ("code", "language"), [("fa-IR", "fa"), ("FA_af", "fa"), ("prs", "fa"), ("azb", "az"), ("", "")]
)
def test_a_language_is_known_by_its_tag(code: str, language: str) -> None:
    assert language_of(code) == language


@given(any_text)
def test_mended_text_can_be_stored_and_compared(text: str) -> None:
    mended = mend_letters(text)
    mended.encode()
    assert unicodedata.is_normalized("NFC", mended)
    assert HALF_SPACE * 2 not in mended
    assert mend_letters(mended) == mended
