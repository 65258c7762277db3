"""What passes between the reading of a feed and the rows of the stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

# Of one document: a feed has tens, a news sitemap at most a thousand.
MAX_ENTRIES: Final = 2_000


class FeedKind(StrEnum):
    """What a document turned out to be: judged by its content, never by its type or address."""

    RSS = "rss"
    ATOM = "atom"
    JSON_FEED = "json"
    NEWS_SITEMAP = "news-sitemap"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap-index"
    LISTING = "listing"


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """One item as the feed gave it: texts are ``''`` and times ``None`` where it gave none.

    ``headline``, ``summary``, ``authors``, ``sections``, ``tags`` and ``guid`` are plain text, to
    be escaped when shown. ``content_html`` is markup **as received**: it is sanitised by the next
    stage and never shown before. ``link`` and ``image_url`` are absolute http(s) or ``''``. Times
    are aware and in UTC. Relative addresses inside ``content_html`` are relative to ``link``.
    """

    guid: str = ""
    link: str = ""
    headline: str = ""
    summary: str = ""
    content_html: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    authors: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image_url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """A document that could be read; ``sitemaps`` are the children of a sitemap index."""

    kind: FeedKind
    title: str = ""
    language: str = ""
    site_url: str = ""
    self_url: str = ""
    hub_url: str = ""
    ttl_seconds: int | None = None
    entries: tuple[FoundEntry, ...] = ()
    sitemaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingSelectors:
    """Where the entries of an ordinary page are: CSS, or XPath if it starts with ``/`` or ``./``.

    All empty: the reader finds repeating blocks by itself. ``link``, ``headline`` and ``date``
    are looked for inside each ``item``; empty ones mean the first link and its own text.
    """

    item: str = ""
    link: str = ""
    headline: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """How an entry is known again, the strongest first; ``''`` where a rung is missing."""

    guid: str
    url_key: str
    fingerprint: str
    content_hash: str


class OutcomeKind(StrEnum):
    """How a look at a feed ended."""

    NEW = "new"
    SAME = "same"
    ERROR = "error"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one look. ``error_count`` counts failures in a row, this one included."""

    kind: OutcomeKind
    retry_after_seconds: float | None = None
    ttl_seconds: float | None = None
    error_count: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """What a feed has brought: seconds between its latest entries, and when the last one came."""

    last_new_at: datetime | None = None
    recent_gaps_seconds: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """Between which intervals, in seconds, a feed is looked at while nothing is wrong."""

    floor_seconds: float
    ceiling_seconds: float


@dataclass(frozen=True, slots=True)
class Plan:
    """When to look next, and why: ``reason`` is a sentence to translate and show to a person."""

    next_look_at: datetime
    interval_seconds: float
    reason: str
