"""The whole line on real input: an agency's feed in, published articles with credit out."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from getnewsfast.articles.models import Article
from getnewsfast.collect.models import Entry, Fetch, Source
from getnewsfast.extract.core.sanitise import plain_text
from getnewsfast.text.digits import to_latin
from tests.build import make_feed, make_source
from tests.flow.agency import Agency, Item
from tests.flow.processes import Processes, nothing_to_do

SETS = ("fasyn", "fa", "fundfix")  # the synthetic first: its page structures vary most
PAGE_COUNT = 100
REPEAT_COUNT = 24
LEAST_PUBLISHED = 95
LEAST_WORDS_HELD = 0.90

pytestmark = pytest.mark.django_db(transaction=True)


def choose_pages(shared: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A hundred pages with a hundred texts; and more pages that repeat some of these texts.

    The synthetic set puts few texts into many page structures, so it gives the repeats.
    """
    index = json.loads(gzip.decompress((shared / "data/extract/index.json.gz").read_bytes()))
    chosen: dict[str, dict[str, Any]] = {}
    repeats = []
    for name in SETS:
        for page in index:
            if page["bench"] != name or not page.get("text"):
                continue
            if page["text"] in chosen:
                repeats.append(page)
            elif len(chosen) < PAGE_COUNT:
                chosen[page["text"]] = page
    step = max(1, len(repeats) // REPEAT_COUNT)
    return list(chosen.values()), repeats[::step][:REPEAT_COUNT]


def count_words(text: str) -> Counter[str]:
    """Words as they are but for digits, which we show in the article's own."""
    return Counter(re.findall(r"\w+", to_latin(text)))


def words_held(truth: str, text: str) -> float:
    wanted = count_words(truth)
    return (wanted & count_words(text)).total() / max(1, wanted.total())


def serve(shared: Path, pages: list[dict[str, Any]], agency: Agency) -> dict[str, dict[str, Any]]:
    by_path = {}
    for number, page in enumerate(pages):
        path = f"/news/{number}"
        body = gzip.decompress((shared / "data/extract" / page["file"]).read_bytes())
        agency.items.append(Item(path, page.get("title") or f"Page {number}", body))
        by_path[path] = page
    return by_path


def test_a_hundred_real_pages_become_published_articles_with_credit(shared: Path) -> None:
    pages, repeats = choose_pages(shared)
    page_count = len(pages) + len(repeats)
    assert (len(pages), len(repeats)) == (PAGE_COUNT, REPEAT_COUNT)
    source = make_source(is_local=True, name="خبرگزاری آزمون", credit_line="خبرگزاری آزمون")
    with Agency() as agency:
        by_path = serve(shared, [*pages, *repeats], agency)
        feed = make_feed(
            source=source, url=f"{agency.url}/feed", floor_seconds=1, ceiling_seconds=1
        )
        with Processes() as processes:
            processes.start("watch")
            processes.start("worker")
            processes.start("worker")
            processes.wait_until(lambda: Entry.objects.count() == page_count and nothing_to_do())
            looks = Fetch.objects.filter(feed=feed).count()
            processes.wait_until(lambda: Fetch.objects.filter(feed=feed).count() >= looks + 2)

    articles = list(Article.objects.select_related("entry", "duplicate_of"))
    assert len(articles) == len({article.entry_id for article in articles}) == page_count
    assert max(agency.hits[path] for path in by_path) == 1

    published = {}
    for article in filter(lambda article: article.live, articles):
        truth = by_path["/" + article.entry.link.split("/", 3)[3]]["text"]
        assert truth not in published, "one text is on the site twice"
        text = f"{article.headline}\n{article.lead}\n{plain_text(article.body)}"
        published[truth] = words_held(truth, text) >= LEAST_WORDS_HELD
    whole_count = sum(published.values())
    assert whole_count >= LEAST_PUBLISHED, f"{whole_count} of {PAGE_COUNT}"

    assert_each_page_credits_its_source([article for article in articles if article.live], source)


def assert_each_page_credits_its_source(articles: list[Article], source: Source) -> None:
    client = Client()
    for article in articles:
        answer = client.get(article.get_absolute_url())
        assert answer.status_code == 200
        page = answer.content.decode()
        assert "منبع" in page and source.credit_line in page
        assert article.original_url in page.replace("&amp;", "&")
        assert article.first_published_at is not None
        assert article.first_published_at <= timezone.now()
