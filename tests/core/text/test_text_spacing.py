"""Punctuation and white space are set as on a Persian page."""

from __future__ import annotations

import pytest

from getnewsfast.text.spacing import mend_spacing


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("او گفت :سلام ،خوبی ؟بله .", "او گفت: سلام، خوبی؟ بله."),
        ("رفت.آمد", "رفت. آمد"),
        ("« سلام »گفت", "«سلام» گفت"),
        ("گفت«سلام»و رفت", "گفت «سلام» و رفت"),
        ("«دانشجو»ها و «پرسپولیس»ی", "«دانشجو»ها و «پرسپولیس»ی"),
        ("( سلام )", "(سلام)"),
        ("سلام !", "سلام!"),
        ("ایران،2 تیم", "ایران، 2 تیم"),
        ("رفت ... و برگشت....", "رفت… و برگشت…"),
        ("چرا?", "چرا؟"),
        ("چرا??", "چرا؟؟"),
        ("تهران, شیراز; اصفهان", "تهران، شیراز؛ اصفهان"),
        ("تهران ,شیراز", "تهران، شیراز"),
        ("بهمن, ۱۲ نفر", "بهمن، ۱۲ نفر"),
    ],
)
def test_persian_punctuation_has_its_place(given_text: str, mended: str) -> None:
    assert mend_spacing(given_text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "ساعت ۱۱:۳۰ و 12.5 و 1,200 و ۱،۲۰۰ و ۳٫۵",
        "نسبت ۱۲ : ۳۰",
        "سال ۱۳۹۰: ۲۰ نفر",
        "بی.بی.سی و ۱۴۰۰ ه.ش",
        "زبان .NET و a != b",
        "Hello, world? Yes; no.",
        "نشانی https://a.example/اخبار,ایران?x=1;y.تهران است",
        "به desk@agency.example, نه",
        "آیا [۱] و (۲)؟!",
    ],
)
def test_numbers_latin_and_addresses_keep_their_punctuation(text: str) -> None:
    assert mend_spacing(text) == text


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ('او گفت "سلام".', "او گفت «سلام»."),
        ('" سلام " و " بدرود "', "«سلام» و «بدرود»"),
        ("گزارش “ایرنا” و ”ایسنا“", "گزارش «ایرنا» و «ایسنا»"),
        ("<<سلام>>", "«سلام»"),
        ('"دانشجو"ها', "«دانشجو»ها"),
        ('او "گفت "سلام" و رفت"', "او «گفت «سلام» و رفت»"),
    ],
)
def test_quotation_marks_become_guillemets(given_text: str, mended: str) -> None:
    assert mend_spacing(given_text) == mended


@pytest.mark.parametrize("text", ['لولهٔ 15" و گفت "سلام', 'He said "hello"', 'گفت"سلام"'])
def test_quotation_marks_that_do_not_surely_pair_stay(text: str) -> None:
    assert mend_spacing(text) == text


def test_white_space_is_one_space_and_paragraphs_stay_apart() -> None:
    text = " \u00a0یک\t\u2003 دو \r\n سه\u00a0چهار\n \n\n\n پنج \n"
    assert mend_spacing(text) == "یک دو\nسه چهار\n\nپنج"


@pytest.mark.parametrize("language", ["en", "tg", "ru", ""])
def test_other_scripts_keep_their_punctuation(language: str) -> None:
    text = 'Ин чист ? "Ҳа" , бале ...'
    assert mend_spacing(f"  {text}\u00a0 ", language=language) == text


def test_arabic_gets_its_marks_but_keeps_its_quotation_marks() -> None:
    assert mend_spacing('قال "نعم" , لماذا ?', language="ar") == 'قال "نعم" , لماذا؟'
    assert mend_spacing("قال نعم , لماذا", language="ar") == "قال نعم، لماذا"
