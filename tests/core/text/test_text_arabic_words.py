"""Quotations in Arabic keep their letters inside a Persian text."""

from __future__ import annotations

import pytest

from getnewsfast.text.normalise import display


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        (
            "او گفت: «إنا لله وإنا إليه راجعون» و رفت، علي ماند",
            "او گفت: «إنا لله وإنا إليه راجعون» و رفت، علی ماند",
        ),
        (
            "علي گفت «السلام عليكم ورحمة الله وبركاته»",
            "علی گفت «السلام عليكم ورحمة الله وبركاته»",
        ),
        ("بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ، كتاب", "بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ، کتاب"),
        ("آيه ﴿في كتاب مكنون﴾ را", "آیه ﴿في كتاب مكنون﴾ را"),
        ("آيه ﴾في كتاب مكنون﴿ را", "آیه ﴾في كتاب مكنون﴿ را"),
        ("﴿قل هو الله أحد ٣﴾ علي", "﴿قل هو الله أحد ۳﴾ علی"),
    ],
)
def test_a_quotation_in_arabic_keeps_its_letters(given_text: str, shown: str) -> None:
    assert display(given_text) == shown
    assert display(shown) == shown


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("حوزة علمية قم", "حوزة علمیة قم"),
        ("القاعدة و كشورهاي عربي", "القاعدة و کشورهای عربی"),
        ("البته الزام علي به كار", "البته الزام علی به کار"),
        ("كِتابِ خوبِ مَن", "کِتابِ خوبِ مَن"),
        ("على اكبر ولايتى", "علی اکبر ولایتی"),
        ("آية الله علي", "آیة الله علی"),
        ("﴿ كتاب", "﴿ کتاب"),
    ],
)
def test_persian_with_arabic_words_is_persian(given_text: str, shown: str) -> None:
    assert display(given_text) == shown
