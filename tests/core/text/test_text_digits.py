"""Digits of three sets; a reader of Persian sees Persian ones where the text is Persian."""

from __future__ import annotations

import pytest
from hypothesis import given

from getnewsfast.text.digits import Shown, localise, to_arabic_indic, to_latin, to_persian
from getnewsfast.text.normalise import display
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


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (Shown.PERSIAN, "۱۲ و ۳۴ و ۵۶ و H2O و #سال_1405"),
        (Shown.LATIN, "12 و 34 و 56 و H2O و #سال_1405"),
        (Shown.AS_THEY_CAME, "12 و ۳۴ و ۵۶ و H2O و #سال_1405"),
    ],
)
def test_which_digits_are_shown_is_a_setting(shown: Shown, text: str) -> None:
    given = "12 و ۳۴ و ٥٦ و H2O و #سال_1405"
    assert display(given, digits=shown) == text
    assert display(text, digits=shown) == text


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("رشد 12.5 درصدی", "رشد ۱۲٫۵ درصدی"),
        ("رشد ۱۲.۵ درصدی", "رشد ۱۲٫۵ درصدی"),
        ("به ۱۲.۵.", "به ۱۲٫۵."),
        ("دما -۳.۵ بود", "دما -۳٫۵ بود"),
        ("1,250 نفر", "۱٬۲۵۰ نفر"),
        ("حدود 1,250,000.5 ریال", "حدود ۱٬۲۵۰٬۰۰۰٫۵ ریال"),
        ("(۱,۲۵۰)", "(۱٬۲۵۰)"),
        ("۱۲.۵ درصد گران شد", "۱۲٫۵ درصد گران شد"),
        ("رشد ۱۲٫۵ درصدی", "رشد ۱۲٫۵ درصدی"),
    ],
)
def test_persian_numbers_have_persian_separators(given_text: str, shown: str) -> None:
    assert display(given_text, digits=Shown.PERSIAN) == shown


@pytest.mark.parametrize(
    "text",
    [
        "تاریخ ۱۴۰۵.۰۹.۰۳",
        "ساعت ۲۱.۳۰ بود",
        "نسخهٔ ۲.۳ آمد",
        "اندروید ۱۲.۱",
        "نشانی ۱۹۲.۱۶۸.۱.۱ است",
        "۲.۳ پیشینهٔ پژوهش",
        "بازی ۲-۱ شد",
        "۱,۲,۳",
        "۱,۲۵ و ۱۲۳۴,۵۶۷",
        "ساعت ۱۱:۳۰.۵",
        "v۲.۵",
        "۱۴۰۵/۰۹/۰۳",
        "۱،۲۵۰",
        "iOS 17.2 و version 1,250",
        "https://a.example/1.5 است",
    ],
)
def test_what_is_no_fraction_keeps_its_dots_and_commas(text: str) -> None:
    assert display(text, digits=Shown.PERSIAN) == text


def test_latin_digits_have_latin_separators() -> None:
    assert display("۱۲٫۵ و ۱٬۲۵۰", digits=Shown.LATIN) == "12.5 و 1,250"
