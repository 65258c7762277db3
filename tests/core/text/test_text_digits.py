"""Digits of three sets; a reader of Persian sees Persian ones where the text is Persian."""

from __future__ import annotations

import pytest
from hypothesis import given

from getnewsfast.text.digits import localise, to_arabic_indic, to_latin, to_persian
from tests.core.text.text_samples import any_text


@pytest.mark.parametrize("digits", ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"])
def test_every_set_of_digits_becomes_every_other(digits: str) -> None:
    assert to_latin(digits) == "0123456789"
    assert to_persian(digits) == "۰۱۲۳۴۵۶۷۸۹"
    assert to_arabic_indic(digits) == "٠١٢٣٤٥٦٧٨٩"


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("در سال 1405، 12.5 درصد", "در سال ۱۴۰۵، ۱۲.۵ درصد"),
        ("ساعت 11:30 مورخ 1405/09/03", "ساعت ۱۱:۳۰ مورخ ۱۴۰۵/۰۹/۰۳"),
        ("دمای ٤ درجه", "دمای ۴ درجه"),
        ("(3 نفر)", "(۳ نفر)"),
        ("فرمول H2O و CO2", "فرمول H2O و CO2"),
        ("گوشی iPhone 15 Pro و Galaxy S24", "گوشی iPhone 15 Pro و Galaxy S24"),
        ("نسخهٔ v2.10.3 در 5 روز", "نسخهٔ v2.10.3 در ۵ روز"),
        ("کووید (COVID-19) و 19 نفر", "کووید (COVID-19) و ۱۹ نفر"),
        ("نشانی https://a.example/1405/اخبار/12 است", "نشانی https://a.example/1405/اخبار/12 است"),
        ("به desk24@agency.example در 24 ساعت", "به desk24@agency.example در ۲۴ ساعت"),
        ("Apple، 500 میلیون", "Apple، ۵۰۰ میلیون"),
    ],
)
def test_persian_readers_see_persian_digits_outside_latin(given_text: str, shown: str) -> None:
    assert localise(given_text, "fa") == shown
    assert localise(given_text, "fa-IR") == shown


@pytest.mark.parametrize("language", ["en", "ar", "tg", "ckb", ""])
def test_other_languages_keep_their_digits(language: str) -> None:
    assert localise("سال 1405 و ۱۴۰۵ و ١٤٠٥", language) == "سال 1405 و ۱۴۰۵ و ١٤٠٥"


@given(any_text)
def test_showing_digits_twice_changes_nothing_more(text: str) -> None:
    shown = localise(text, "fa")
    assert localise(shown, "fa") == shown
    assert to_latin(shown) == to_latin(text)
