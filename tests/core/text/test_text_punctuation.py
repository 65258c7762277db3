"""Punctuation and white space are set as on a Persian page."""

from __future__ import annotations

import pytest

from getnewsfast.text.punctuation import mend_punctuation


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("او گفت :سلام ،خوبی ؟بله .", "او گفت: سلام، خوبی؟ بله."),
        ("رفت.آمد", "رفت. آمد"),
        ("« سلام »گفت", "«سلام» گفت"),
        ("گفت«سلام»و رفت", "گفت «سلام» و رفت"),
        ("«دانشجو»ها و «پرسپولیس»ی", "«دانشجو»ها و «پرسپولیس»ی"),
        ("سلام !", "سلام!"),
        ("سلام!خوبی؟خوبم", "سلام! خوبی؟ خوبم"),
        ("ایران،2 تیم", "ایران، 2 تیم"),
        ("چرا?", "چرا؟"),
        ("چرا??", "چرا؟؟"),
        ("چرا ?", "چرا؟"),
        ("تهران, شیراز; اصفهان", "تهران، شیراز؛ اصفهان"),
        ("تهران ,شیراز", "تهران، شیراز"),
        ("تهران ;شیراز", "تهران؛ شیراز"),
        ("بهمن, ۱۲ نفر", "بهمن، ۱۲ نفر"),
        ("«سلام», گفت", "«سلام»، گفت"),
        ("سلام,#ایران", "سلام، #ایران"),
        ("یک،دو،سه", "یک، دو، سه"),
        ("نشانی:تهران", "نشانی: تهران"),
    ],
)
def test_persian_punctuation_has_its_place(given_text: str, mended: str) -> None:
    assert mend_punctuation(given_text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "ساعت ۱۱:۳۰ و 12.5 و 1,200 و ۱،۲۰۰ و ۳٫۵",
        "نسبت ۱۲ : ۳۰",
        "سال ۱۳۹۰: ۲۰ نفر",
        "بی.بی.سی و ۱۴۰۰ ه.ش",
        "زبان .NET و a != b",
        "Hello, world? Yes; no.",
        "( a ) ,b ...",
        "نشانی https://a.example/اخبار,ایران?x=1;y.تهران است",
        "به desk@agency.example, نه",
        "آیا [۱] و (۲)؟!",
        "#حقوق_بشر؟ بله و @agency_fa.",
        "دستور `a ? b :c` است",
        "تاریخ ۱۴۰۵/۰۹/۰۳ و نتیجهٔ ۲-۱",
        "a/b و x,y;z",
    ],
)
def test_numbers_latin_and_addresses_keep_their_punctuation(text: str) -> None:
    assert mend_punctuation(text) == text


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("( سلام )", "(سلام)"),
        ("[ سلام ]", "[سلام]"),
        ("تهران(پایتخت)است", "تهران (پایتخت) است"),
        ("او(که می رفت)آمد", "او (که می رفت) آمد"),
        ("( NATO )", "( NATO )"),
        ("ناتو ( NATO ) گفت", "ناتو (NATO) گفت"),
    ],
)
def test_brackets_hug_what_they_hold(given_text: str, mended: str) -> None:
    assert mend_punctuation(given_text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "کتاب(ها)",
        "دانش‌آموز(ان) و معلم(های)",
        "امام(ع) و پیامبر(ص)",
        "بند (الف)",
        "f(x) و g(y)",
        "(ره)",
    ],
)
def test_a_bracket_inside_a_word_stays(text: str) -> None:
    assert mend_punctuation(text) == text


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("رفت ... و برگشت....", "رفت… و برگشت…"),
        ("رفت..", "رفت.."),
        ("رفت…… و", "رفت… و"),
        ("رفت...آمد", "رفت… آمد"),
        ("سال ۱۴۰۰...", "سال ۱۴۰۰…"),
        ("تابع print... است", "تابع print... است"),
    ],
)
def test_three_dots_are_one_character(given_text: str, mended: str) -> None:
    assert mend_punctuation(given_text) == mended


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("ایران - عراق", "ایران – عراق"),
        ("ایران -- عراق", "ایران – عراق"),
        ("«الف» - «ب»", "«الف» – «ب»"),
        ("علمی-تخیلی", "علمی-تخیلی"),
        ("۲ - ۱", "۲ - ۱"),
        ("Tehran - Iran و", "Tehran - Iran و"),
        ("- نخست\n- دوم", "- نخست\n- دوم"),
        ("ایران — عراق", "ایران — عراق"),
    ],
)
def test_a_spaced_hyphen_between_words_is_a_dash(given_text: str, mended: str) -> None:
    assert mend_punctuation(given_text) == mended


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ('او گفت "سلام".', "او گفت «سلام»."),
        ('" سلام " و " بدرود "', "«سلام» و «بدرود»"),
        ("گزارش “ایرنا” و ”ایسنا“", "گزارش «ایرنا» و «ایسنا»"),
        ("گزارش „ایرنا“", "گزارش «ایرنا»"),
        ("<<سلام>>", "«سلام»"),
        ('"دانشجو"ها', "«دانشجو»ها"),
        ('او "گفت "سلام" و رفت"', "او «گفت «سلام» و رفت»"),
        ('او گفت:"سلام"', "او گفت: «سلام»"),
        ("او گفت: »سلام« و رفت", "او گفت: «سلام» و رفت"),
        ("»سلام« و »بدرود«", "«سلام» و «بدرود»"),
    ],
)
def test_quotation_marks_become_guillemets(given_text: str, mended: str) -> None:
    assert mend_punctuation(given_text) == mended


@pytest.mark.parametrize(
    "text",
    [
        'لولهٔ 15" و گفت "سلام',
        'He said "hello"',
        'گفت"سلام"',
        "گفت «سلام» و «بدرود»",
        "او «گفت ‹سلام› و رفت»",
        '{"نام":"علی"}',
    ],
)
def test_quotation_marks_that_do_not_surely_pair_stay(text: str) -> None:
    assert mend_punctuation(text) == text


def test_white_space_is_one_space_and_paragraphs_stay_apart() -> None:
    text = " \u00a0یک\t\u2003 دو \r\n سه\u00a0چهار\n \n\n\n پنج \n"
    assert mend_punctuation(text) == "یک دو\nسه چهار\n\nپنج"


@pytest.mark.parametrize("language", ["en", "tg", "ru", ""])
def test_other_scripts_keep_their_punctuation(language: str) -> None:
    text = 'Ин чист ? "Ҳа" , бале ...'
    assert mend_punctuation(f"  {text}\u00a0 ", language=language) == text


def test_arabic_gets_its_marks_but_keeps_its_quotation_marks() -> None:
    assert mend_punctuation('قال "نعم" , لماذا ?', language="ar") == 'قال "نعم" , لماذا؟'
    assert mend_punctuation("قال نعم , لماذا", language="ar") == "قال نعم، لماذا"
