"""Killing any process at any moment loses nothing and doubles nothing."""

from __future__ import annotations

from collections import Counter

import pytest
from wagtail.models import ModelLogEntry

from getnewsfast.articles.models import Article
from getnewsfast.collect.models import Entry
from getnewsfast.newsdesk.models import Verdict
from tests.build import make_feed, make_source
from tests.flow.agency import Agency, Item, write_page
from tests.flow.processes import Processes, nothing_to_do

COUNT = 60

pytestmark = pytest.mark.django_db(transaction=True)


def write_items(count: int) -> list[Item]:
    items = []
    for number in range(count):
        headline = f"گزارش شماره {number} از بازار میوه"
        paragraphs = [
            f"باغ‌دار شماره {number} می‌گوید بار امسال {number * 3 + 7} تن بوده است.",
            f"در میدان میوه، قیمت هر کیلو به {number * 100 + 2000} تومان رسیده است.",
            "کارشناسان می‌گویند باران پاییزی به باغ‌ها کمک کرده و برداشت تا پایان ماه ادامه دارد.",
        ]
        page = write_page(headline, paragraphs)
        items.append(Item(f"/news/{number}", headline, page, section="اقتصاد"))
    return items


def test_watch_and_workers_killed_half_way_lose_and_double_nothing() -> None:
    source = make_source(is_local=True)
    with Agency(write_items(COUNT)) as agency, Processes() as processes:
        make_feed(source=source, url=f"{agency.url}/feed", floor_seconds=1, ceiling_seconds=1)
        watch, worker = processes.start("watch"), processes.start("worker")
        for done in (5, 20, 35):
            processes.wait_until(lambda done=done: Article.objects.count() >= done)
            processes.kill(worker)
            worker = processes.start("worker")
            processes.kill(watch)
            watch = processes.start("watch")
        processes.wait_until(lambda: Article.objects.published().count() == COUNT)
        processes.wait_until(nothing_to_do)

    assert Entry.objects.count() == COUNT
    assert Article.objects.count() == COUNT
    assert set(Counter(Verdict.objects.values_list("article_id", flat=True)).values()) == {1}
    published = ModelLogEntry.objects.filter(action="wagtail.publish")
    assert set(Counter(published.values_list("object_id", flat=True)).values()) == {1}
    assert published.count() == COUNT


def test_an_entry_and_its_job_exist_together_or_not_at_all() -> None:
    from django.db import transaction
    from django.utils import timezone

    from getnewsfast.collect.core.values import FoundEntry
    from getnewsfast.collect.store import store_entries
    from tests.flow.processes import count_jobs

    feed = make_feed()
    found = [FoundEntry(guid="a", link="https://agency.example/a", headline="خبر")]
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        store_entries(feed, found, now=timezone.now())
        assert count_jobs("take_in") == 1
        raise ZeroDivisionError
    assert (Entry.objects.count(), count_jobs("take_in")) == (0, 0)

    store_entries(feed, found, now=timezone.now())
    store_entries(feed, found, now=timezone.now())
    assert (Entry.objects.count(), count_jobs("take_in")) == (1, 1)
