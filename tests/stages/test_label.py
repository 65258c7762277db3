"""Filing: sections by the desk's map, tags by their keys; each twice."""

from __future__ import annotations

from typing import Any

import pytest

from getnewsfast.articles.models import Article, Section, Tag
from getnewsfast.collect.models import Source
from getnewsfast.label.models import SectionName
from getnewsfast.label.steps import label_article
from tests.build import make_article, make_entry, make_feed, make_section, make_source

pytestmark = pytest.mark.django_db


def label_twice(article: Article) -> Article:
    for _ in range(2):
        label_article(article.pk)
    article.refresh_from_db()
    return article


def map_name(name: str, section: Section | None, source: Source | None = None) -> SectionName:
    return SectionName.objects.create(name=name, section=section, source=source)


def make_named(*names: str, source: Source | None = None, feed_name: str = "") -> Article:
    source = source or make_source()
    entry = make_entry(feed=make_feed(source=source, section_name=feed_name))
    return make_article(source=source, entry=entry, source_section_names=list(names))


def test_what_the_feed_is_for_stands_before_what_the_entry_says() -> None:
    sports, world = make_section(), make_section()
    map_name("ورزش", sports)
    map_name("جهان", world)
    assert label_twice(make_named("جهان", feed_name="ورزش")).section == sports
    assert label_twice(make_named("جهان")).section == world


def test_a_sources_own_map_stands_before_the_common_one() -> None:
    own, common = make_section(), make_section()
    source = make_source()
    map_name("خارجی", common)
    map_name("خارجی", own, source)
    assert label_twice(make_named("خارجی", source=source)).section == own
    assert label_twice(make_named("خارجی")).section == common


def test_spelling_does_not_matter() -> None:
    world = make_section()
    map_name("بین‌الملل", world)
    assert label_twice(make_named("بين الملل")).section == world


def test_an_unknown_name_is_listed_once_with_its_count_and_never_guessed() -> None:
    source = make_source()
    map_name("ورزش", make_section())
    for _ in range(3):
        article = make_named("ورزش‌های رزمی", "ورزش هاي رزمي", source=source)
        label_article(article.pk)
        article.refresh_from_db()
        assert article.section is None
    row = SectionName.objects.get(source=source)
    assert (row.section, row.seen_count) == (None, 3)
    assert row.seen_at is not None


def test_an_editors_mapping_is_used_the_next_time() -> None:
    source, books = make_source(), make_section()
    first = label_twice(make_named("کتاب‌خانه", source=source))
    SectionName.objects.filter(source=source).update(section=books)
    assert label_twice(make_named("کتاب‌خانه", source=source)).section == books
    assert label_twice(first).section == books


def test_a_section_that_is_chosen_stays() -> None:
    chosen, other = make_section(), make_section()
    map_name("ورزش", other)
    article = make_named("ورزش")
    Article.objects.filter(pk=article.pk).update(section=chosen)
    assert label_twice(article).section == chosen


def test_two_spellings_of_a_tag_are_one_row() -> None:
    one = label_twice(make_article(source_tag_names=["#انار_یاقوتی", "تهران"]))
    other = label_twice(make_article(source_tag_names=["انار ياقوتي", "تهران", "تهران"]))
    assert Tag.objects.count() == 2
    assert set(one.tags.all()) == set(other.tags.all()) == set(Tag.objects.all())
    assert set(Tag.objects.values_list("name", flat=True)) == {"انار یاقوتی", "تهران"}


@pytest.mark.parametrize("names", [["", "#", "…"], ["این‌که چنین برچسب بلندی باشد " * 4]])
def test_what_is_no_name_is_no_tag(names: list[str]) -> None:
    assert list(label_twice(make_article(source_tag_names=names)).tags.all()) == []
    assert Tag.objects.count() == 0


def test_what_an_editor_chose_is_left_alone() -> None:
    map_name("ورزش", make_section())
    article: Any = make_named("ورزش")
    article.source_tag_names = ["تهران"]
    article.save()
    article.save_revision()
    article = label_twice(article)
    assert article.section is None and list(article.tags.all()) == []
