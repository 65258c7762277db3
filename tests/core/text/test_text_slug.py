"""A slug is readable, in Persian letters, never empty and never longer than allowed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.slug import hashtag, slugify
from tests.core.text.text_samples import any_text


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("همکاری نظامی ایران و تاجیکستان", "همکاری-نظامی-ایران-و-تاجیکستان"),
        ("کتاب‌های سال ۱۴۰۵!", "کتاب-های-سال-1405"),
        ("كتاب هاي سال ١٤٠٥", "کتاب-های-سال-1405"),
        ("  مي\u200cروم ــ «تهران»؟ ", "می-روم-تهران"),
        ("#حقوق_بشر", "حقوق-بشر"),
        ("مُعَلِّم و خانهٔ ما", "معلم-و-خانه-ما"),
        ("Iran's GDP: 2.5%", "irans-gdp-2-5"),
        ("Хабарҳои Тоҷикистон", "хабарҳои-тоҷикистон"),
        ("../a.rss", "a-rss"),
        ("…", "خبر-c45f3d70"),
        ("", "خبر-1271cf25"),
    ],
)
def test_a_slug_keeps_letters_and_joins_words_with_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("limit", "slug"),
    [(3, "زمی"), (8, "زمین"), (9, "زمین-لرزه"), (10, "زمین-لرزه"), (12, "زمین-لرزه-در")],
)
def test_a_slug_is_cut_between_words(limit: int, slug: str) -> None:
    assert slugify("زمین‌لرزه در تهران", limit=limit) == slug


def test_a_slug_is_of_eighty_characters_at_most() -> None:
    assert len(slugify("خبر " * 40)) <= 80


def test_texts_without_letters_have_slugs_of_their_own() -> None:
    assert slugify("…") != slugify("!")


@given(any_text, st.integers(1, 30))
def test_a_slug_is_always_fit_for_an_address(text: str, limit: int) -> None:
    slug = slugify(text, limit=limit)
    assert len(slug) <= limit
    assert re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", slug)
    assert unicodedata.is_normalized("NFC", slug)


@given(any_text)
def test_a_slug_has_itself_for_a_slug(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("نیم‌فاصله", "#نیم_فاصله"),
        ("حقوق بشر", "#حقوق_بشر"),
        ("#حقوق_بشر", "#حقوق_بشر"),
        ("۲۲ بهمن", "#۲۲_بهمن"),
        ("Covid 19", "#Covid_19"),
        ("معلّم", "#معلم"),
        ("كتاب", "#کتاب"),
        ("C++", "#C"),
        ("۱۴۰۵", None),
        ("۱۲ 👍", None),
        ("", None),
    ],
)
def test_a_hashtag_is_one_word_with_a_letter(text: str, tag: str | None) -> None:
    assert hashtag(text) == tag


@given(any_text)
def test_a_hashtag_has_itself_for_a_hashtag(text: str) -> None:
    tag = hashtag(text)
    if tag is not None:
        assert re.fullmatch(r"#\w+", tag)
        assert hashtag(tag) == tag
