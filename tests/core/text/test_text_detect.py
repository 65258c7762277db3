"""The language of a text is told, or not told at all."""

from __future__ import annotations

import pytest
from hypothesis import given

from getnewsfast.text.detect import detect_language, direction
from tests.core.text.text_samples import any_text

SENTENCES = [
    ("fa", "باران شبانه راه روستاهای بالادست را بست و دانش‌آموزان در خانه ماندند."),
    ("fa", "شهردار گفت پل تازه تا پایان ماه آماده می‌شود."),
    ("fa", "اين كتاب را از كتابخانه به خانه مي برد."),
    ("fa", "پیروزی در بازی آخر"),
    ("fa", "د افغانستان بانک امروز اعلام کرد که نرخ‌ها را در هفتهٔ آینده تغییر نمی‌دهد."),
    ("ar", "قال رئيس البلدية إن الجسر الجديد سيفتح في نهاية الشهر."),
    ("ar", "ارتفاع أسعار الخبز في المدينة"),
    ("ckb", "سەرۆکی شارەوانی گوتی پردە نوێیەکە تا کۆتایی مانگ ئامادە دەبێت."),
    ("az", "Bələdiyyə sədri dedi ki, yeni körpü ayın sonuna qədər hazır olacaq."),
    ("az", "یئنی کورپو آیین سونونا قدر حاضر اولاجاق و بو یول بیزیم شهرلریمیز اوچون چوخ لازم دیر."),
    ("ps", "د ښار مشر وویل چې نوی پل به د میاشتې تر پایه چمتو شي."),
    ("ur", "شہر کے میئر نے کہا کہ نیا پل مہینے کے آخر تک تیار ہو جائے گا۔"),
    ("tg", "Раиси шаҳр гуфт, ки пули нав то охири моҳ омода мешавад."),
    ("tg", "Дар ин бора вазир ба хабарнигорон гуфт"),
    ("ru", "Мэр города сказал, что новый мост будет готов до конца месяца."),
    ("en", "The mayor said that the new bridge will be ready by the end of the month."),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "۱۴۰۵/۰۹/۰۳ - 11:30",
        "…!؟",
        "سلام",
        "Reuters",
        "Der Bürgermeister sagt, die Brücke ist bald fertig.",
        "Мер міста сказав, що новий міст буде готовий до кінця місяця.",
        "市長は新しい橋について話した",
    ],
)
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert detect_language(text) == ""


def test_a_quotation_does_not_hide_the_language() -> None:
    assert detect_language("شهردار در پاسخ گفت «the bridge is ready» و رفت.") == "fa"


@given(any_text)
def test_any_text_has_a_known_answer(text: str) -> None:
    known = {"", "fa", "ar", "ckb", "az", "ps", "ur", "tg", "ru", "en"}
    assert detect_language(text) in known


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fa", "rtl"),
        ("fa-IR", "rtl"),
        ("ar", "rtl"),
        ("ckb", "rtl"),
        ("azb", "rtl"),
        ("az-Arab", "rtl"),
        ("az", "ltr"),
        ("ku-Latn", "ltr"),
        ("tg", "ltr"),
        ("en", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_language_has_a_direction(language: str, expected: str) -> None:
    assert direction(language) == expected
