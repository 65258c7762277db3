"""All forms of one word have one stem, and two words have two."""

from __future__ import annotations

import pytest
from hypothesis import given

from getnewsfast.text.conjugation import Conjugation, Verb, conjugate
from getnewsfast.text.forms import lexicon, stem, stem_words
from getnewsfast.text.normalise import key, key_words
from tests.core.text.text_samples import any_text

LOOKALIKES = """
تهران باران استان ایران پایان تنها دختر دکتر مشتری مردم بازی زندگی سیاسی جهانی حیات
انتخابات داستان درمان میدان میزان نشان نام نیاز بدن برنامه پیش بهتر ورزش خواهش سازمان
تومان بی‌نام بیمار گسترش روسیه ماه می
"""


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        (
            "کتاب",
            "کتاب‌ها کتاب‌های کتاب‌هایی کتاب‌هایش کتابهایشان کتابم کتابش کتابمان کتابتان کتابشان کتابی",
        ),
        ("خانه", "خانه‌ها خانه‌ی خانهٔ خانه‌ای خانه‌ام خانه‌اش خانه‌هایمان"),
        ("صدا", "صداها صدای صدایی صدایش صداهایشان"),
        ("زندگی", "زندگی‌ام زندگی‌اش زندگی‌ها زندگی‌ای"),
        ("بزرگ", "بزرگ‌تر بزرگ‌ترین بزرگترها بزرگتری بزرگ‌ترین‌ها"),
        ("گزارش", "گزارشات گزارش‌ها گزارشی"),
        ("مذاکره", "مذاکرات مذاکره‌ها"),
        ("خدمت", "خدمات خدمت‌ها"),
        ("سبزی", "سبزیجات سبزی‌ها"),
        ("دانشجو", "دانشجویان دانشجوی دانشجوها دانشجویانش"),
        ("نویسنده", "نویسندگان نویسندگانی نویسنده‌ها"),
        ("ایرانی", "ایرانیان ایرانی‌ها"),
        ("مرد", "مردان مردها مردانی"),
        ("مدرسه", "مدارس مدرسه‌ها"),
        ("شهید", "شهدا شهدای شهیدان"),
        ("درآمد", "درآمدها درآمدهای درآمدش"),
        ("رفتن", "رفت رفتم می‌رفتند نمی‌رفت می‌رود میروم می‌روند برو بروید نرو رفته‌اند نرفته رفتنش"),
        ("آمدن", "آمد می‌آیند میاید بیایید نیامده‌ام بیا نیایند"),
        ("انداختن", "انداخت می‌اندازد بیندازند نینداختند بیانداز"),
        ("کردن", "کرد می‌کند نکردند کرده‌است بکنند کند نمی‌کنم"),
        ("دیدن", "دیدند می‌بینمش دیدمشان ببینید"),
        ("گفتن", "گفت می‌گوید بگو نگفته‌اند گفته‌شده گویند"),
        ("برگشتن", "برگشت برمی‌گردد برنگشتند برگردید"),
        ("بودن", "است هست نیست هستند بودند باشد می‌باشند"),
        ("توانستن", "می‌توان می‌تواند توانستند نتوان"),
        ("گذاشتن", "گذارد می‌گذارند بگذار گذاشتند"),
    ],
)
def test_forms_of_one_word_have_its_stem(word: str, forms: str) -> None:
    astray = {form: found for form in forms.split() if (found := stem_words(form)) != (word,)}
    assert astray == {}


@pytest.mark.parametrize("word", LOOKALIKES.split())
def test_what_looks_like_a_form_stays_as_it_is(word: str) -> None:
    assert stem_words(word) == key_words(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ایران", "ایرانی"),
        ("باران", "بار"),
        ("سیاست", "سیاسی"),
        ("مرد", "مردم"),
        ("انتخابات", "انتخاب"),
        ("نبردهای", "نبرد‌ه"),
        ("می‌کشد", "کشت"),
        ("خوانده", "خواننده"),
        ("کند", "کندن"),
    ],
)
def test_two_words_have_two_stems(one: str, other: str) -> None:
    assert stem_words(one) != stem_words(other)


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("ترامپی‌ها", ("ترامپ",)),
        ("بلاکچین‌هایشان", ("بلاکچین",)),
        ("ژرف‌کاوترین", ("ژرفکاو",)),
        ("NGO‌ها", ("ngo", "ها")),
        ("iPhone", ("iphone",)),
        ("۱۲", ("12",)),
        ("", ()),
        ("!؟", ()),
    ],
)
def test_words_outside_the_lexicon_lose_only_sure_endings(
    word: str, stems: tuple[str, ...]
) -> None:
    assert stem_words(word) == stems


@given(any_text)
def test_every_word_has_a_stem(text: str) -> None:
    stems = stem_words(text)
    assert len(stems) == len(key_words(text))
    assert all(stems)


@given(any_text)
def test_half_spaces_do_not_change_the_stems(text: str) -> None:
    assert stem_words(text) == stem_words(text.replace("\u200c", ""))
    assert stem_words(key(text)) == stem_words(text)


def test_a_word_without_an_end_costs_nothing() -> None:
    long = "ها" * 100_000
    assert stem(long) == long


def test_every_verb_brings_its_forms_together() -> None:
    verbs = [Verb("نوشت", "نویس"), Verb("برخاست", "برخیز", "بر"), Verb("افتاد", "افت")]
    table = Conjugation(verbs)
    for verb in verbs:
        for form in conjugate(verb):
            found = table.find_bare(form) or table.find_prefixed(form)
            assert found == verb.infinitive, form


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        (Verb("رفت", "رو"), "رفتم رفته رفتهاند میرفتی نمیروید بروند نرو رفتن همیرفت"),
        (Verb("گفت", "گوی"), "بگو بگوی گوییم میگویند"),
        (Verb("افتاد", "افت"), "بیفتد نیفتاد میافتند بیافتد"),
        (Verb("آورد", "آور"), "بیاورید نیاورده میآورند میاورند"),
        (Verb("ایستاد", "ایست"), "بایستید نایستاد میایستد"),
        (Verb("برگشت", "برگرد", "بر"), "برگرد برمیگردند برنگشت برنمیگردیم برگشتهام"),
    ],
)
def test_a_verb_is_conjugated(verb: Verb, forms: str) -> None:
    assert set(forms.split()) <= conjugate(verb)


def test_the_verb_named_first_has_a_shared_form() -> None:
    table = Conjugation([Verb("کرد", "کن"), Verb("کند", "کن")])
    assert table.find_prefixed("میکند") == "کردن"
    assert table.find_bare("کندند") == "کندن"


def test_the_lexicon_is_closed_under_its_own_stems() -> None:
    """An odd form leads to a stem that is the stem of itself, or a verb's name."""
    known = lexicon()
    astray = {form: end for form, end in known.odd.items() if stem(end) != end and form != end}
    assert astray == {}
