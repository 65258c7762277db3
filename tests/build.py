"""Rows for tests, made by their real models: each call gives a valid one, fields by keyword."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from getnewsfast.articles.models import Article, Section
from getnewsfast.collect.models import Entry, Feed, Source

_numbers = count(1)


def make_source(**fields: Any) -> Source:
    number = next(_numbers)
    defaults = {
        "name": f"خبرگزاری آزمون {number}",
        "name_en": f"Test Agency {number}",
        "slug": f"agency-{number}",
        "homepage": f"https://agency{number}.example/",
        "text_terms": Source.TextTerms.FULL,
        "trust": Source.Trust.APPROVE,
    }
    return Source.objects.create(**{**defaults, **fields})


def make_feed(**fields: Any) -> Feed:
    source = fields.pop("source", None) or make_source()
    defaults = {"source": source, "url": f"https://agency.example/rss/{next(_numbers)}"}
    return Feed.objects.create(**{**defaults, **fields})


def make_entry(**fields: Any) -> Entry:
    number = next(_numbers)
    feed = fields.pop("feed", None) or make_feed()
    defaults = {
        "feed": feed,
        "source": feed.source,
        "guid": f"guid-{number}",
        "link": f"https://agency.example/news/{number}",
        "url_key": f"agency.example/news/{number}",
        "fingerprint": f"{number:064d}",
        "content_hash": f"{number:064d}",
        "headline": f"خبر شماره {number}",
        "found_at": timezone.now(),
    }
    return Entry.objects.create(**{**defaults, **fields})


def make_section(**fields: Any) -> Section:
    number = next(_numbers)
    defaults = {
        "name": f"بخش {number}",
        "name_en": f"Section {number}",
        "slug": f"section-{number}",
    }
    return Section.objects.create(**{**defaults, **fields})


def make_article(**fields: Any) -> Article:
    """An article as extract makes it: not judged, not live."""
    number = next(_numbers)
    source = fields.pop("source", None) or make_source()
    now = timezone.now()
    defaults = {
        "source": source,
        "original_url": f"https://agency.example/news/{number}",
        "headline": f"برداشت انار در دشت {number} آغاز شد",
        "lead": "باغ‌داران دشت می‌گویند امسال انارها زودتر رسیده‌اند.",
        "body": f"<p>نخستین بار انار دشت {number} امروز رسید.</p><p>قیمت‌ها نزدیک پارسال است.</p>",
        "found_at": now,
        "source_published_at": now - timedelta(seconds=12),
    }
    return Article.objects.create(**{**defaults, **fields})


def publish(article: Article) -> Article:
    """Publish by the desk's own verb; the article as it is then."""
    from getnewsfast.newsdesk.actions.publish import publish as publish_it
    from getnewsfast.newsdesk.actor import HUB

    return publish_it(article, by=HUB, now=timezone.now())
