"""Watching: each look twice, against a real site and the real database."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from local_site import LocalSite, Reply, open_local_site, run_step

from getnewsfast.collect.core.values import FoundEntry
from getnewsfast.collect.models import Entry, Feed, Fetch
from getnewsfast.collect.steps import claim_due, forget_fetches, look_at
from getnewsfast.collect.store import Stored, store_entries
from tests.build import make_entry, make_feed, make_source
from tests.flow.processes import count_jobs

pytestmark = pytest.mark.django_db

ENDLESS_RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>"


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with open_local_site() as opened:
        yield opened


def write_item(headline: str, *, guid: str = "", link: str = "", summary: str = "") -> str:
    parts = [f"<title>{escape(headline)}</title>", f"<description>{escape(summary)}</description>"]
    if link:
        parts.append(f"<link>{escape(link)}</link>")
    if guid:
        parts.append(f"<guid isPermaLink='false'>{escape(guid)}</guid>")
    return f"<item>{''.join(parts)}</item>"


def write_rss(*items: str, encoding: str = "utf-8", declared: str = "utf-8") -> bytes:
    head = f"<?xml version='1.0' encoding='{declared}'?><rss version='2.0'><channel>"
    return f"{head}<title>آزمون</title>{''.join(items)}</channel></rss>".encode(encoding)


def open_feed(site: LocalSite, path: str = "/feed", **fields: Any) -> Feed:
    return make_feed(source=make_source(is_local=True), url=f"{site.url}{path}", **fields)


def look(feed: Feed) -> Feed:
    """A look as the watcher makes it; the feed as it is then."""
    run_step(look_at, Feed.objects.select_related("source").get(pk=feed.pk))
    return Feed.objects.get(pk=feed.pk)


def last_fetch(feed: Feed) -> Fetch:
    return Fetch.objects.filter(feed=feed).latest("pk")


def store(feed: Feed, *found: FoundEntry) -> Stored:
    return store_entries(feed, found, now=timezone.now())


# ── What a look brings ───────────────────────────────────────────────────────────────────────────


def test_a_look_stores_new_entries_and_their_jobs_once(site: LocalSite) -> None:
    items = [write_item(f"خبر {n}", guid=f"g{n}", link=f"{site.url}/n/{n}") for n in (2, 1)]
    site.replies["/feed"] = Reply(write_rss(*items))
    feed = look(open_feed(site))
    assert list(Entry.objects.order_by("pk").values_list("guid", flat=True)) == ["g1", "g2"]
    assert count_jobs("take_in") == 2
    assert (feed.kind, feed.reason, feed.error_count) == ("rss", "", 0)
    assert feed.last_new_at is not None and feed.next_look_at > timezone.now()

    site.replies["/feed"] = Reply(write_rss(*items, "<!-- other bytes, the same entries -->"))
    look(feed)
    assert (Entry.objects.count(), count_jobs("take_in")) == (2, 2)
    fetch = last_fetch(feed)
    assert (fetch.outcome, fetch.entry_count, fetch.new_count) == ("same", 2, 0)


def test_the_validators_are_sent_and_a_304_is_honoured(site: LocalSite) -> None:
    when = "Mon, 03 Aug 2026 10:00:00 GMT"
    headers = {"ETag": '"v1"', "Last-Modified": when}
    site.replies["/feed"] = Reply(write_rss(write_item("خبر", guid="g")), headers=headers)
    feed = look(open_feed(site))
    site.replies["/feed"] = Reply(status=304)
    for _ in range(2):
        feed = look(feed)
        asked = site.asked[-1][1]
        assert (asked["if-none-match"], asked["if-modified-since"]) == ('"v1"', when)
        assert (last_fetch(feed).outcome, last_fetch(feed).status) == ("same", 304)
    assert (Entry.objects.count(), feed.error_count) == (1, 0)


def test_unchanged_bytes_are_not_parsed_again(site: LocalSite) -> None:
    site.replies["/feed"] = Reply(write_rss(write_item("خبر", guid="g")))
    feed = look(open_feed(site))
    look(feed)
    fetch = last_fetch(feed)
    assert (fetch.outcome, fetch.status, fetch.entry_count) == ("same", 200, 0)


@pytest.mark.parametrize("status", [200, 429, 503])
def test_retry_after_plans_the_next_look_later(site: LocalSite, status: int) -> None:
    body = write_rss(write_item("خبر", guid="g")) if status == 200 else b""
    site.replies["/feed"] = Reply(body, status, {"Retry-After": "1800"})
    feed = look(open_feed(site))
    wait = (feed.next_look_at - timezone.now()).total_seconds()
    assert 1790 < wait <= 1800


def test_old_records_of_looks_are_forgotten_and_entries_are_not(site: LocalSite) -> None:
    site.replies["/feed"] = Reply(write_rss(write_item("خبر", guid="g")))
    look(open_feed(site))
    in_a_year = timezone.now() + timedelta(days=365)
    assert forget_fetches(timezone.now()) == 0
    assert (forget_fetches(in_a_year), forget_fetches(in_a_year)) == (1, 0)
    assert Entry.objects.count() == 1


# ── What is not a feed ───────────────────────────────────────────────────────────────────────────

BROKEN_ANSWERS = {
    "broken XML": Reply(b"<?xml version='1.0'?><rss version='2.0'><channel><it"),
    "a web page": Reply(b"<!doctype html><html><body><p>Welcome</p></body></html>"),
    "nothing": Reply(b""),
    "bytes of nothing": Reply(bytes(range(256)) * 40),
    "an endless body": Reply(ENDLESS_RSS, is_endless=True),
    "a packed bomb": Reply(
        gzip.compress(b" " * 30_000_000, 1), headers={"Content-Encoding": "gzip"}
    ),
    "not packed at all": Reply(b"<rss/>", headers={"Content-Encoding": "gzip"}),
    "an unknown packing": Reply(b"<rss/>", headers={"Content-Encoding": "zstd"}),
    "refused": Reply(status=403),
    "missing": Reply(status=404),
    "gone": Reply(status=410),
    "a fault": Reply(status=500),
}


@pytest.mark.parametrize("name", BROKEN_ANSWERS)
def test_what_is_no_feed_ends_as_a_reason_and_the_next_look_is_planned(
    site: LocalSite, name: str
) -> None:
    site.replies["/feed"] = Reply(write_rss(write_item("خبر", guid="g")))
    site.replies["/other"] = Reply(write_rss(write_item("خبر دیگر", guid="h")))
    feed, other = look(open_feed(site)), open_feed(site, "/other")
    site.replies["/feed"] = BROKEN_ANSWERS[name]
    for tries in (1, 2):
        feed = look(feed)
        assert feed.reason and feed.reason_text.endswith(".")
        assert (feed.error_count, feed.lease_until) == (tries, None)
        assert feed.next_look_at > timezone.now()
        assert (last_fetch(feed).outcome, last_fetch(feed).reason) == ("error", feed.reason)
    assert Entry.objects.get(feed=feed).headline == "خبر"
    other = look(other)
    assert (other.reason, Entry.objects.filter(feed=other).count()) == ("", 1)

    site.replies["/feed"] = Reply(write_rss(write_item("خبر تازه", guid="i")))
    feed = look(feed)
    assert (feed.reason, feed.error_count, Entry.objects.filter(feed=feed).count()) == ("", 0, 2)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("windows-1256", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-8", "no-such-charset")],
)
def test_a_wrongly_declared_charset_still_gives_persian(
    site: LocalSite, encoding: str, declared: str
) -> None:
    headline = "باران در گيلان و مازندران"  # in letters that windows-1256 has
    item = write_item(headline, guid="g", summary="هواشناسان از بارش باران خبر دادند")
    site.replies["/feed"] = Reply(write_rss(item, encoding=encoding, declared=declared))
    feed = look(open_feed(site))
    assert (feed.reason, Entry.objects.get().headline) == ("", headline)


def test_letters_that_no_database_takes_do_not_stop_a_feed(site: LocalSite) -> None:
    items = [
        {"id": "a\u0000b", "title": "خبر\u0000 یکم", "content_html": "<p>\u0000</p>"},
        {"id": "c", "url": f"{site.url}/c", "title": "خبر \ud800دوم", "tags": ["x\u0000y"]},
    ]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    site.replies["/feed"] = Reply(body.encode())
    feed = look(look(open_feed(site)))
    assert (feed.reason, Entry.objects.count()) == ("", 2)


def test_a_source_of_the_internet_never_leads_to_this_machine(site: LocalSite) -> None:
    site.replies["/feed"] = Reply(write_rss(write_item("خبر", guid="g")))
    feed = make_feed(source=make_source(is_local=False), url=f"{site.url}/feed")
    feed = look(look(feed))
    assert site.asked == []
    assert feed.reason and feed.error_count == 2
    assert Entry.objects.count() == 0


# ── One entry, however it is named ───────────────────────────────────────────────────────────────

PAGE = "https://agency.example/news/1"
SAME_ENTRY = {
    "the same guid": (
        FoundEntry(guid="a", link=PAGE, headline="خبر"),
        FoundEntry(guid="a", link=f"{PAGE}/new-address", headline="خبر"),
    ),
    "another guid, the same link": (
        FoundEntry(guid="a", link=PAGE, headline="خبر"),
        FoundEntry(guid="b", link=f"{PAGE}?utm_source=rss", headline="خبر"),
    ),
    "no guid, the same link": (
        FoundEntry(link=PAGE, headline="خبر"),
        FoundEntry(link=f"{PAGE}#top", headline="خبر"),
    ),
    "the guid is lost": (
        FoundEntry(guid="a", link=PAGE, headline="خبر"),
        FoundEntry(link=PAGE, headline="خبر"),
    ),
    "neither guid nor link": (FoundEntry(headline="كتاب ۱۲"), FoundEntry(headline="کتاب 12")),
}


@pytest.mark.parametrize("name", SAME_ENTRY)
def test_an_entry_is_known_again(name: str) -> None:
    first, second = SAME_ENTRY[name]
    feed = make_feed()
    assert store(feed, first).new_count == 1
    assert store(feed, second).new_count == 0
    assert store(feed, first, second).new_count == 0
    assert Entry.objects.count() == 1


def test_a_feed_that_lists_an_entry_twice_means_it_once() -> None:
    twin = FoundEntry(guid="a", link=PAGE, headline="خبر")
    assert store(make_feed(), twin, twin, FoundEntry(link=PAGE, headline="خبر")).new_count == 1


def test_entries_that_differ_are_kept_apart() -> None:
    feed = make_feed()
    found = [
        FoundEntry(guid="a", link=PAGE, headline="خبر"),
        FoundEntry(guid="b", link=f"{PAGE}2", headline="خبر"),
        FoundEntry(headline="خبر"),
        FoundEntry(headline="خبر دیگر"),
    ]
    assert store(feed, *found).new_count == 4
    assert store(make_feed(), *found).new_count == 4, "another source's entries are its own"


def test_an_entry_of_nothing_is_nothing() -> None:
    assert store(make_feed(), FoundEntry(), FoundEntry(headline="…")).new_count == 0


@pytest.mark.parametrize("changed", [{"headline": "خبر اصلاح‌شده"}, {"content_html": "<p>نو</p>"}])
def test_an_edit_announces_the_entry_again_with_its_next_version(changed: dict[str, str]) -> None:
    feed = make_feed()
    first = FoundEntry(guid="a", link=PAGE, headline="خبر", content_html="<p>کهنه</p>")
    store(feed, first)
    edited = replace(first, **changed)  # type: ignore[arg-type]
    assert store(feed, edited) == Stored(0, 1)
    assert store(feed, edited) == Stored(0, 0)
    entry = Entry.objects.get()
    assert entry.version == 2
    assert {name: getattr(entry, name) for name in changed} == changed
    assert count_jobs("take_in") == 2


def test_two_feeds_that_show_one_page_in_their_own_words_do_not_take_turns_editing_it() -> None:
    whole = make_feed()
    section = make_feed(source=whole.source)
    long = FoundEntry(guid="1", link=PAGE, headline="خبر", summary="خلاصه‌ای بلند")
    short = FoundEntry(guid="2", link=PAGE, headline="خبر")
    for _ in range(2):
        store(whole, long)
        store(section, short)
    assert (Entry.objects.get().version, count_jobs("take_in")) == (1, 1)


# ── Many watchers ────────────────────────────────────────────────────────────────────────────────


def in_two_threads(work: Callable[[int], Any]) -> list[Any]:
    """What two workers with connections of their own bring, begun at one moment."""
    start = threading.Barrier(2)
    results: list[Any] = [None, None]

    def run(number: int) -> None:
        try:
            start.wait(5)
            results[number] = work(number)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[number]) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return results


def test_a_claimed_feed_is_free_again_when_its_lease_has_run_out(settings: Any) -> None:
    feed, now = make_feed(), timezone.now()
    assert claim_due(now, holder="a", most=5) == [feed]
    assert claim_due(now, holder="b", most=5) == []
    later = now + timedelta(seconds=settings.LEASE_SECONDS + 1)
    assert claim_due(later, holder="b", most=5) == [feed]
    assert Feed.objects.get().lease_holder == "b"


def test_only_what_is_watched_and_due_is_claimed() -> None:
    now = timezone.now()
    make_feed(enabled=False)
    make_feed(source=make_source(enabled=False))
    make_feed(next_look_at=now + timedelta(seconds=5))
    late, later = (make_feed(next_look_at=now - timedelta(seconds=s)) for s in (9, 8))
    assert claim_due(now, holder="a", most=1) == [late]
    assert claim_due(now, holder="a", most=9) == [later]


@pytest.mark.django_db(transaction=True)
def test_two_watchers_never_get_the_same_feed() -> None:
    feeds = {make_feed().pk for _ in range(12)}

    def claim(number: int) -> list[int]:
        mine: list[int] = []
        while claimed := claim_due(timezone.now(), holder=f"w{number}", most=1):
            mine += [feed.pk for feed in claimed]
        return mine

    first, second = in_two_threads(claim)
    assert sorted(first + second) == sorted(feeds)


@pytest.mark.django_db(transaction=True)
def test_two_watchers_that_store_the_same_entries_make_each_once() -> None:
    feed = make_feed()
    found = [FoundEntry(guid=f"g{n}", link=f"{PAGE}{n}", headline="خبر") for n in range(20)]
    found += [FoundEntry(headline=f"خبر {n}") for n in range(5)]
    results = in_two_threads(lambda _number: store(feed, *found))
    assert sum(stored.new_count for stored in results) == len(found)
    assert (Entry.objects.count(), count_jobs("take_in")) == (len(found), len(found))


def test_entries_of_a_feed_outlive_its_faults() -> None:
    entry = make_entry()
    Feed.objects.filter(pk=entry.feed_id).update(url="http://127.0.0.1:1/feed")
    feed = look(entry.feed)
    assert feed.reason and Entry.objects.get() == entry
