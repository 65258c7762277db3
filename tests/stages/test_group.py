"""One text of many agencies is one article on the site, and one story that holds them all."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections

from getnewsfast.articles.core.status import Status
from getnewsfast.articles.models import Article
from getnewsfast.collect.models import Source
from getnewsfast.group.models import Fingerprint, Story, StoryMember
from getnewsfast.group.steps import group_article
from getnewsfast.newsdesk.steps import review
from tests.build import make_article, make_source, publish

pytestmark = pytest.mark.django_db

TEXT = (
    "باغ‌داران دشت می‌گویند امسال انارهای یاقوتی کمی زودتر از سال ۱۴۰۴ رسیده‌اند و قیمت هر کیلو به "
    "۲۰۰۰ تومان رسیده است. کارشناسان می‌گویند باران پاییزی به باغ‌ها کمک کرده و برداشت ادامه دارد."
)
OTHER_SPELLINGS = {
    "Arabic letters": TEXT.replace("ی", "ي").replace("ک", "ك"),
    "Latin digits": TEXT.replace("۱۴۰۴", "1404").replace("۲۰۰۰", "2000"),
    "Arabic digits": TEXT.replace("۱۴۰۴", "١٤٠٤").replace("۲۰۰۰", "٢٠٠٠"),
    "no half-spaces": TEXT.replace("\u200c", ""),
    "other punctuation": TEXT.replace(".", " !"),
}


def make_text(text: str = TEXT, **fields: Any) -> Article:
    defaults = {"lead": "", "body": f"<p>{text}</p>"}
    return make_article(**{**defaults, **fields})


def group_twice(article: Article) -> Article:
    for _ in range(2):
        group_article(article.pk)
    article.refresh_from_db()
    return article


@pytest.mark.parametrize("name", OTHER_SPELLINGS)
def test_another_agencys_reprint_hangs_under_the_first_and_is_never_live(name: str) -> None:
    assert OTHER_SPELLINGS[name] != TEXT
    first = group_twice(make_text())
    source = make_source(trust=Source.Trust.APPROVE)
    second = group_twice(make_text(OTHER_SPELLINGS[name], source=source, headline="تیتری دیگر"))
    assert (first.duplicate_of, second.duplicate_of) == (None, first)
    for article in (first, second):
        for _ in range(2):
            review(article.pk)
    second.refresh_from_db()
    assert (second.live, second.status) == (False, Status.DUPLICATE)
    assert list(Article.objects.published()) == [first]


def test_a_story_holds_the_first_and_all_its_reprints() -> None:
    first, *reprints = (group_twice(make_text()) for _ in range(4))
    story = Story.objects.get()
    assert story.headline == first.headline
    members = StoryMember.objects.filter(story=story).values_list("article", flat=True)
    assert sorted(members) == sorted(article.pk for article in (first, *reprints))
    assert {article.duplicate_of for article in reprints} == {first}


def test_an_article_alone_has_no_story() -> None:
    group_twice(make_text())
    group_twice(make_text(TEXT.replace("انارهای", "سیب‌های")))
    assert (Story.objects.count(), Fingerprint.objects.count()) == (0, 2)


def test_an_article_on_the_site_keeps_its_address_even_with_anothers_text() -> None:
    first = group_twice(make_text())
    published = group_twice(
        make_text("متنی که هنوز از آن هیچ‌کس دیگری نیست و تنها همین‌جا آمده است.")
    )
    publish(published)
    Article.objects.filter(pk=published.pk).update(body=first.body)
    published = group_twice(published)
    assert published.duplicate_of is None and published.live


def test_an_article_without_words_is_nobodys_duplicate() -> None:
    empty = [group_twice(make_article(headline="…", lead="", body="")) for _ in range(2)]
    assert [article.duplicate_of for article in empty] == [None, None]
    assert Fingerprint.objects.count() == 0


def test_a_first_that_takes_its_reprints_new_text_is_not_hung_under_it() -> None:
    """Else the two would hang under each other, and neither could be published."""
    first, reprint = group_twice(make_text()), group_twice(make_text())
    other = f"<p>{TEXT} این جمله تازه است.</p>"
    for article in (reprint, first):
        Article.objects.filter(pk=article.pk).update(body=other)
        group_twice(article)
    first.refresh_from_db()
    reprint.refresh_from_db()
    assert (first.duplicate_of, reprint.duplicate_of) == (None, first)


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_with_one_text_exactly_one_is_first() -> None:
    pairs = [(make_text(f"{TEXT} شماره {n}"), make_text(f"{TEXT} شماره {n}")) for n in range(6)]
    start = threading.Barrier(2)

    def work(number: int) -> None:
        try:
            for pair in pairs:
                start.wait(10)
                group_article(pair[number].pk)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=[number]) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    for pair in pairs:
        one, other = (Article.objects.get(pk=article.pk) for article in pair)
        assert {one.duplicate_of, other.duplicate_of} in ({None, one}, {None, other})
        assert StoryMember.objects.filter(article__in=pair).count() == 2
    assert Story.objects.count() == len(pairs)
