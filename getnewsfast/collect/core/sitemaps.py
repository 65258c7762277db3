"""Sitemaps, news sitemaps and their indexes (sitemaps.org 0.9, Google News 0.9)."""

from __future__ import annotations

from itertools import islice
from typing import Final

from lxml import etree

from getnewsfast.collect.core.elements import Fields, fields_of, first_text, name_of, pick, plain_of
from getnewsfast.collect.core.labels import KEYWORDS_CHARS, language_tag, once_each, split_keywords
from getnewsfast.collect.core.occasion import Occasion
from getnewsfast.collect.core.plain import NAME_CHARS
from getnewsfast.collect.core.urls import web_link
from getnewsfast.collect.core.values import MAX_ENTRIES, FeedKind, FoundEntry, ReadFeed

MAX_SITEMAPS: Final = 500
MAX_URLS: Final = 50_000  # what sitemaps.org allows


def read_sitemap(root: etree._Element, occasion: Occasion) -> ReadFeed:
    """The pages a sitemap lists; of more than 2,000 those with the latest times.

    ``published_at`` is a news sitemap's publication date, ``updated_at`` the ``lastmod``.
    """
    places = [fields_of(child) for child in islice(root, MAX_URLS) if name_of(child) == "url"]
    if len(places) > MAX_ENTRIES:
        # ISO 8601 sorts as text; reading 50,000 dates only to drop them would take seconds.
        places.sort(key=_written_time, reverse=True)
    entries = [_read_place(place, occasion) for place in places[:MAX_ENTRIES]]
    news = [fields_of(e) for place in places[:MAX_ENTRIES] for e in pick(place, "news:news")]
    publication = _publication(news[0]) if news else {}
    return ReadFeed(
        kind=FeedKind.NEWS_SITEMAP if news else FeedKind.SITEMAP,
        title=first_text(pick(publication, "news:name")),
        language=language_tag(first_text(pick(publication, "news:language"), NAME_CHARS)),
        entries=tuple(dict.fromkeys(entry for entry in entries if entry.link)),
    )


def read_sitemap_index(root: etree._Element, occasion: Occasion) -> ReadFeed:
    """The child sitemaps of an index, the latest first, each once and never itself."""
    places = [fields_of(child) for child in islice(root, MAX_URLS) if name_of(child) == "sitemap"]
    places.sort(key=_written_time, reverse=True)
    urls = (web_link(first_text(pick(place, "loc")), base=occasion.url) for place in places)
    children = [url for url in dict.fromkeys(urls) if url and url != occasion.url]
    return ReadFeed(kind=FeedKind.SITEMAP_INDEX, sitemaps=tuple(children[:MAX_SITEMAPS]))


def _read_place(fields: Fields, occasion: Occasion) -> FoundEntry:
    news = next((fields_of(element) for element in pick(fields, "news:news")), {})
    image = next((fields_of(element) for element in pick(fields, "image:image")), {})
    keywords = split_keywords(first_text(pick(news, "news:keywords"), KEYWORDS_CHARS))
    language = first_text(pick(_publication(news), "news:language"), NAME_CHARS)
    return FoundEntry(
        link=web_link(first_text(pick(fields, "loc"), 2_000), base=occasion.url),
        headline=next((plain_of(element) for element in pick(news, "news:title")), ""),
        published_at=occasion.moment(first_text(pick(news, "news:publication_date"))),
        updated_at=occasion.moment(first_text(pick(fields, "lastmod"))),
        tags=once_each(keywords),
        image_url=web_link(first_text(pick(image, "image:loc"), 2_000), base=occasion.url),
        language=language_tag(language),
    )


def _publication(news: Fields) -> Fields:
    return next((fields_of(element) for element in pick(news, "news:publication")), {})


def _written_time(fields: Fields) -> str:
    for element in pick(fields, "news:news"):
        written = first_text(pick(fields_of(element), "news:publication_date"))
        if written:
            return written
    return first_text(pick(fields, "lastmod"))
