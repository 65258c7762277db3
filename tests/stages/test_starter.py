"""What a new hub begins with: the tables themselves, and putting them in twice."""

from __future__ import annotations

import pytest

from getnewsfast.articles.models import Section
from getnewsfast.collect.core.urls import is_web_url, url_key
from getnewsfast.collect.models import Feed, Source
from getnewsfast.collect.starter import StarterFeed, choose_languages, read_starter_list
from getnewsfast.label.core.sections import choose_section
from getnewsfast.label.models import SectionName
from getnewsfast.label.starter import read_starter_sections
from getnewsfast.terminal.furnish import (
    KNOWN_LANGUAGES,
    add_starter_sources,
    ensure_administrator,
    furnish,
)
from getnewsfast.text.normalise import key

FEEDS = read_starter_list()


# ── The tables ───────────────────────────────────────────────────────────────────────────────────


def test_every_line_of_the_list_is_whole() -> None:
    assert len(FEEDS) > 100
    faults = [
        feed.url
        for feed in FEEDS
        if not (is_web_url(feed.url) and is_web_url(feed.homepage))
        or not (feed.name or feed.name_en)
        or not feed.slug
        or feed.evidence not in {"strong", "listed"}
    ]
    assert faults == []


def test_no_feed_is_listed_twice() -> None:
    assert len({url_key(feed.url) for feed in FEEDS}) == len(FEEDS)


def test_languages_are_chosen() -> None:
    assert {feed.language for feed in choose_languages(FEEDS, {"fa"})} == {"fa"}
    assert choose_languages(FEEDS, set()) == list(FEEDS)
    assert any(feed.language == "fa" for feed in FEEDS)


def test_no_name_leads_to_two_sections() -> None:
    owners: dict[str, set[str]] = {}
    for section in read_starter_sections():
        for name in (section.slug, section.name, *section.names):
            owners.setdefault(key(name), set()).add(section.slug)
    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


def test_the_sections_named_in_the_list_of_feeds_are_known() -> None:
    known: dict[str, int | None] = {
        key(name): number
        for number, section in enumerate(read_starter_sections())
        for name in (section.slug, section.name, *section.names)
    }
    names = {feed.section_name for feed in FEEDS if feed.section_name}
    unknown = {
        name for name in names if choose_section([name], own={}, common=known).section_id is None
    }
    assert unknown == set()


# ── In the database ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.django_db
def test_furnishing_twice_adds_nothing_and_keeps_what_an_editor_changed() -> None:
    Section.objects.all().delete()
    furnish()
    sections, names = Section.objects.count(), SectionName.objects.count()
    Section.objects.filter(slug="sports").update(name="ورزش‌ها", in_menu=False)
    SectionName.objects.filter(name_key=key("فوتبال")).delete()
    furnish()
    assert Section.objects.count() == sections == len(read_starter_sections())
    assert SectionName.objects.count() <= names
    section = Section.objects.get(slug="sports")
    assert (section.name, section.in_menu) == ("ورزش‌ها", False)


@pytest.mark.django_db
def test_starter_sources_come_once_and_wait_for_an_editor() -> None:
    source_count, feed_count = add_starter_sources(FEEDS)
    assert (Source.objects.count(), Feed.objects.count()) == (source_count, feed_count)
    assert feed_count == sum(feed.language in KNOWN_LANGUAGES for feed in FEEDS)
    assert set(Source.objects.values_list("trust", "text_terms", "images_allowed", "is_local")) == {
        (Source.Trust.HOLD, Source.TextTerms.EXCERPT, False, False)
    }
    Source.objects.update(trust=Source.Trust.APPROVE)
    assert add_starter_sources(FEEDS) == (0, 0)
    assert not Source.objects.exclude(trust=Source.Trust.APPROVE).exists()


@pytest.mark.django_db
def test_two_languages_of_one_host_are_two_sources() -> None:
    feeds = [
        StarterFeed(
            "بی‌بی‌سی", "BBC", code, "", "https://bbc.example/", f"https://x/{code}", "listed"
        )
        for code in ("fa", "en", "fa")
    ]
    assert add_starter_sources(feeds) == (2, 2)
    assert add_starter_sources(feeds) == (0, 0)
    assert set(Source.objects.values_list("slug", "language")) == {
        ("bbc-example", "fa"),
        ("bbc-example-en", "en"),
    }


@pytest.mark.django_db
def test_a_language_the_hub_does_not_know_is_left_out() -> None:
    feed = StarterFeed("x", "x", "xx", "", "https://x.example/", "https://x.example/rss", "listed")
    assert add_starter_sources([feed]) == (0, 0)


@pytest.mark.django_db
def test_there_is_one_first_administrator_with_a_password_told_once() -> None:
    from django.contrib.auth import get_user_model

    password = ensure_administrator()
    assert len(password) == 24 and ensure_administrator() == ""
    administrator = get_user_model().objects.get()
    assert administrator.username == "admin" and administrator.is_superuser
    assert administrator.check_password(password)
