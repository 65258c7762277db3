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

SHARES = {"fa": 6, "fasyn": 24, "fundfix": 70}
PAGE_COUNT = 100
LEAST_PUBLISHED = 95
LEAST_WORDS_HELD = 0.90

pytestmark = pytest.mark.django_db(transaction=True)


def choose_pages(shared: Path) -> list[dict[str, Any]]:
    """A hundred pages of the three sets, spread evenly over each.

    The synthetic set repeats few texts on many page structures: one text is one article, so of
    those that share a text the line must publish one and hang the others under it.
    """
    index = json.loads(gzip.decompress((shared / "data/extract/index.json.gz").read_bytes()))
    chosen: list[dict[str, Any]] = []
    for name, share in SHARES.items():
        pages = [page for page in index if page["bench"] == name and page.get("text")]
        chosen += pages[:: max(1, len(pages) // share)][:share]
    return chosen


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
    pages = choose_pages(shared)
    source = make_source(is_local=True, name="خبرگزاری آزمون", credit_line="خبرگزاری آزمون")
    with Agency() as agency:
        by_path = serve(shared, pages, agency)
        feed = make_feed(
            source=source, url=f"{agency.url}/feed", floor_seconds=1, ceiling_seconds=1
        )
        with Processes() as processes:
            processes.start("watch")
            processes.start("worker")
            processes.start("worker")
            processes.wait_until(lambda: Entry.objects.count() == PAGE_COUNT and nothing_to_do())
            looks = Fetch.objects.filter(feed=feed).count()
            processes.wait_until(lambda: Fetch.objects.filter(feed=feed).count() >= looks + 2)

    articles = list(Article.objects.select_related("entry", "duplicate_of"))
    assert len(articles) == len({article.entry_id for article in articles}) == PAGE_COUNT
    assert max(agency.hits[path] for path in by_path) == 1

    published = []
    for article in articles:
        truth = by_path["/" + article.entry.link.split("/", 3)[3]]
        kept = article.duplicate_of or article
        text = f"{article.headline}\n{article.lead}\n{plain_text(article.body)}"
        if kept.live and words_held(truth["text"], text) >= LEAST_WORDS_HELD:
            published.append(article)
    assert len(published) >= LEAST_PUBLISHED, f"{len(published)} of {PAGE_COUNT}"

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
