"""An entry is known again, and a change of its words is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from getnewsfast.collect.core.identity import identify
from getnewsfast.collect.core.values import FoundEntry

ENTRY = FoundEntry(
    guid="n-1",
    link="https://www.site.example/1/?utm_source=rss",
    headline="کتاب‌های تازه می‌رسند",
    summary="خلاصه",
    published_at=datetime(2026, 11, 24, 8, tzinfo=UTC),
)


def test_every_rung_of_the_ladder_is_given() -> None:
    found = identify(ENTRY)
    assert (found.guid, found.url_key) == ("n-1", "site.example/1")
    assert len(found.fingerprint) == len(found.content_hash) == 64


def test_a_touched_time_is_no_change_of_content() -> None:
    touched = replace(ENTRY, updated_at=datetime(2026, 11, 24, 10, tzinfo=UTC))
    assert identify(touched) == identify(ENTRY)


def test_changed_words_change_the_content_hash() -> None:
    for changed in (
        replace(ENTRY, headline="کتاب‌های تازه رسیدند"),
        replace(ENTRY, summary="خلاصهٔ دیگر"),
        replace(ENTRY, content_html="<p>متن</p>"),
        replace(ENTRY, headline="", summary=f"{ENTRY.headline}{ENTRY.summary}"),
    ):
        assert identify(changed).content_hash != identify(ENTRY).content_hash


def test_the_fingerprint_is_of_the_words_and_the_day() -> None:
    arabic_letters = replace(ENTRY, headline="كتاب هاي تازه مي رسند")
    assert identify(arabic_letters).fingerprint == identify(ENTRY).fingerprint
    next_day = replace(
        ENTRY, published_at=datetime(2026, 11, 24, 8, tzinfo=UTC) + timedelta(days=1)
    )
    assert identify(next_day).fingerprint != identify(ENTRY).fingerprint
    assert identify(FoundEntry()).fingerprint == ""
