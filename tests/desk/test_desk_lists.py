"""Sources, feeds, section names, sections, tags and rules at the desk."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from getnewsfast.articles.models import Section, Tag
from getnewsfast.collect.models import Entry, Fetch, Source
from getnewsfast.label.models import SectionName
from getnewsfast.newsdesk.models import Rule
from getnewsfast.system.failures import GiveUp
from tests import build

SOURCE_FORM = {
    "name": "خبرگزاری نو",
    "name_en": "",
    "slug": "no",
    "homepage": "https://no.example/",
    "language": "fa",
    "zone": "Asia/Tehran",
    "enabled": "on",
    "trust": "hold",
    "text_terms": "excerpt",
    "excerpt_words": "40",
    "credit_line": "",
    "expires_after_days": "",
    "contact": "",
}


def make_failing_source() -> Source:
    source = build.make_source(name="سپیدار")
    feed = build.make_feed(source=source, error_count=2, looked_at=timezone.now())
    failure = GiveUp("The source answered {status}.", status=503)
    feed.set_reason(failure)
    feed.save()
    fetch = Fetch(feed=feed, at=timezone.now(), outcome="error", status=503)
    fetch.set_reason(failure)
    fetch.save()
    entry = build.make_entry(feed=feed, headline="قلم بی‌نشانی")
    entry.set_reason(GiveUp("The page holds no article text."))
    entry.save()
    return source


def test_a_source_is_added_with_its_terms(chiefs_desk: Client) -> None:
    answer = chiefs_desk.post("/desk/sources/new/", SOURCE_FORM)
    assert answer.status_code == 302
    source = Source.objects.get(slug="no")
    assert (source.text_terms, source.excerpt_words, source.images_allowed) == (
        "excerpt",
        40,
        False,
    )


def test_an_excerpt_of_no_words_is_refused(chiefs_desk: Client) -> None:
    answer = chiefs_desk.post("/desk/sources/new/", {**SOURCE_FORM, "excerpt_words": "0"})
    assert answer.status_code == 200
    assert not Source.objects.filter(slug="no").exists()


def test_the_list_of_sources_says_how_it_goes(chiefs_desk: Client) -> None:
    make_failing_source()
    page = chiefs_desk.get("/desk/sources/").content.decode()
    assert "سپیدار" in page
    assert "503" in page or "۵۰۳" in page


def test_the_page_of_a_source_shows_its_feeds_and_what_could_not_be_taken(
    chiefs_desk: Client,
) -> None:
    source = make_failing_source()
    page = chiefs_desk.get(f"/desk/sources/edit/{source.pk}/").content.decode()
    assert source.feeds.get().url in page
    assert "503" in page or "۵۰۳" in page
    assert Entry.objects.get().headline in page


def test_a_feed_is_added_to_its_source(chiefs_desk: Client) -> None:
    source = build.make_source()
    page = chiefs_desk.get("/desk/feeds/new/", {"source": source.pk}).content.decode()
    assert f'<option value="{source.pk}" selected>' in page
    answer = chiefs_desk.post(
        "/desk/feeds/new/",
        {
            "source": source.pk,
            "url": "https://no.example/rss",
            "enabled": "on",
            "kind": "",
            "section_name": "",
            "selectors": "{}",
            "floor_seconds": "30",
            "ceiling_seconds": "300",
        },
    )
    assert answer.status_code == 302
    assert source.feeds.get().url == "https://no.example/rss"


@pytest.mark.parametrize("view", ["edit", "history", "delete"])
def test_the_screens_of_a_feed_open(chiefs_desk: Client, view: str) -> None:
    feed = make_failing_source().feeds.get()
    assert chiefs_desk.get(f"/desk/feeds/{view}/{feed.pk}/").status_code == 200


def test_names_without_a_section_stand_first(desk: Client) -> None:
    section = build.make_section()
    SectionName.objects.create(name="نام دار", section=section, seen_count=90)
    SectionName.objects.create(name="نام کم", seen_count=2)
    SectionName.objects.create(name="نام پر", seen_count=8)
    page = desk.get("/desk/section-names/").content.decode()
    assert page.index("نام پر") < page.index("نام کم") < page.index("نام دار")


def test_a_section_is_chosen_right_in_the_list(desk: Client) -> None:
    section, row = build.make_section(), SectionName.objects.create(name="سیاست")
    address = f"/desk/section-names/{row.pk}/choose/"
    assert f'action="{address}"' in desk.get("/desk/section-names/").content.decode()
    desk.post(address, {"section": section.pk})
    row.refresh_from_db()
    assert row.section == section
    desk.post(address, {"section": ""})
    row.refresh_from_db()
    assert row.section is None


@pytest.mark.parametrize("address", ["sections", "tags", "rules"])
def test_the_short_lists_open(chiefs_desk: Client, address: str) -> None:
    build.make_section()
    Tag.objects.create(name="کتاب")
    Rule.objects.create(name="همه", verdict="hold")
    assert chiefs_desk.get(f"/desk/{address}/").status_code == 200
    assert chiefs_desk.get(f"/desk/{address}/new/").status_code == 200


def test_a_rule_is_written(chiefs_desk: Client) -> None:
    form = {"name": "زلزله", "enabled": "on", "words": "زلزله*", "verdict": "hold", "order": "5"}
    empty = {"source": "", "section": "", "language": ""}
    assert chiefs_desk.post("/desk/rules/new/", {**form, **empty}).status_code == 302
    assert Rule.objects.get().words == "زلزله*"


def test_a_tag_gets_its_key_and_address(chiefs_desk: Client) -> None:
    chiefs_desk.post("/desk/tags/new/", {"name": "کتاب‌خوانی"})
    tag = Tag.objects.get()
    assert tag.key
    assert tag.slug == "کتاب-خوانی"


def test_a_tag_that_is_there_in_another_spelling_is_refused(chiefs_desk: Client) -> None:
    Tag.objects.create(name="کتاب‌خوانی")
    answer = chiefs_desk.post("/desk/tags/new/", {"name": "كتابخواني"})
    assert answer.status_code == 200
    assert Tag.objects.count() == 1


def test_sections_are_ordered_by_hand(chiefs_desk: Client) -> None:
    first, second = build.make_section(order=1), build.make_section(order=2)
    chiefs_desk.post(f"/desk/sections/reorder/{second.pk}/?position=0")
    assert list(Section.objects.order_by("order")) == [second, first]


def test_a_section_name_in_another_spelling_is_refused(chiefs_desk: Client) -> None:
    SectionName.objects.create(name="کتاب‌ها")
    form = {"source": "", "name": "كتابها", "section": ""}
    assert chiefs_desk.post("/desk/section-names/new/", form).status_code == 200
    assert SectionName.objects.count() == 1
