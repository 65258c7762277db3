"""A search finds the very words first, and below them other forms of the words."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from getnewsfast.articles.models import Article
from getnewsfast.publish import reads
from tests import build

pytestmark = pytest.mark.django_db


def publish(headline: str) -> Article:
    return build.publish(build.make_article(headline=headline, body="<p>متن دیگری هم هست.</p>"))


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("کتاب‌های تازه رسید", "کتاب"),
        ("کتابهایشان را آوردند", "کتاب"),
        ("یک کتاب تازه", "کتاب‌هایمان"),
        ("مسافران می‌روند", "رفت"),
        ("وزیر به سفر رفت", "نمی‌روند"),
        ("مدارس تعطیل شد", "مدرسه‌ها"),
        ("قیمت‌ها افزایش می‌یابد", "قیمت افزایش یافت"),
    ],
)
def test_other_forms_of_a_word_are_found(headline: str, words: str) -> None:
    article = publish(headline)
    assert list(Article.objects.matching(words)) == []
    assert list(Article.objects.matching_forms(words)) == [article]


@pytest.mark.parametrize(
    ("headline", "words"), [("باران در تهران", "بار"), ("خبر ایران", "ایر"), ("کتاب‌ها", "مکتب")]
)
def test_another_word_is_not_found(headline: str, words: str) -> None:
    publish(headline)
    assert list(Article.objects.matching_forms(words)) == []


def test_the_very_words_are_not_found_twice() -> None:
    article = publish("کتاب‌های تازه")
    assert list(Article.objects.matching("کتابهای تازه")) == [article]
    assert list(Article.objects.matching_forms("کتابهای تازه")) == []


@pytest.mark.parametrize("words", ["", "!؟", "\u200c"])
def test_a_search_for_nothing_finds_nothing(words: str) -> None:
    publish("کتاب‌ها")
    assert list(Article.objects.matching_forms(words)) == []


def test_the_very_words_stand_above_newer_articles_with_other_forms() -> None:
    exact = publish("کتاب تازه")
    newer = publish("کتاب‌ها رسید")
    assert reads.read_found("کتاب", None).articles == [exact, newer]


def test_every_article_is_shown_once_over_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "PAGE_LENGTH", 2)
    headlines = ["کتاب", "کتاب‌ها", "کتاب", "کتاب‌های ما", "کتاب", "کتابی", "کتابش"]
    for headline in headlines:
        publish(f"{headline} تازه")
    shown, before = [], None
    while True:
        page = reads.read_found("کتاب", before)
        shown += [article.headline.split()[0] for article in page.articles]
        if page.next_id is None:
            break
        before = str(page.next_id)
    assert shown == ["کتاب"] * 3 + ["کتابش", "کتابی", "کتاب‌های", "کتاب‌ها"]


def test_articles_from_before_the_stems_are_given_theirs() -> None:
    article = publish("مسافران می‌روند")
    Article.objects.update(search_stems="")
    migration = import_module("getnewsfast.articles.migrations.0002_search_by_stems")
    migration.fill_stems(apps, None)
    assert list(Article.objects.matching_forms("رفت")) == [article]
