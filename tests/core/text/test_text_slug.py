"""A slug is readable, in Persian letters, and never longer than allowed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.slug import slugify
from tests.core.text.text_samples import any_text


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("کتاب‌های سال ۱۴۰۵!", "کتاب-های-سال-1405"),
        ("  مي\u200cروم ــ «تهران»؟ ", "می-روم-تهران"),
        ("#حقوق_بشر", "حقوق-بشر"),
        ("مُعَلِّم و خانهٔ ما", "معلم-و-خانه-ما"),
        ("Iran's GDP: 2.5%", "irans-gdp-2-5"),
        ("Хабарҳои Тоҷикистон", "хабарҳои-тоҷикистон"),
        ("…", ""),
        ("", ""),
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


@given(any_text, st.integers(1, 30))
def test_a_slug_is_always_fit_for_an_address(text: str, limit: int) -> None:
    slug = slugify(text, limit=limit)
    assert len(slug) <= limit
    assert re.fullmatch(r"(?:[^\W_]+(?:-[^\W_]+)*)?", slug)
