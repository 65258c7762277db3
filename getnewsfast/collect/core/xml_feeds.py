"""RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0: one reader, since real feeds mix their words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final

from lxml import etree

from getnewsfast.collect.core.elements import (
    XML_LANG,
    Fields,
    base_of,
    fields_of,
    first_text,
    markup_of,
    name_of,
    pick,
    plain_of,
    raw_of,
    words_of,
)
from getnewsfast.collect.core.labels import (
    MAX_LABELS,
    language_tag,
    once_each,
    person_name,
    split_keywords,
)
from getnewsfast.collect.core.media import find_image
from getnewsfast.collect.core.occasion import Occasion
from getnewsfast.collect.core.plain import (
    GUID_CHARS,
    NAME_CHARS,
    SUMMARY_CHARS,
    has_markup,
    html_of,
    one_line,
    text_of,
)
from getnewsfast.collect.core.urls import web_link
from getnewsfast.collect.core.values import MAX_ENTRIES, FeedKind, FoundEntry, ReadFeed

_PERIOD_SECONDS: Final = {
    "hourly": 3_600,
    "daily": 86_400,
    "weekly": 604_800,
    "monthly": 2_592_000,
    "yearly": 31_536_000,
}

_TITLES: Final = ("title", "dc:title", "media:title", "itunes:title")
_SUMMARIES: Final = (
    "description",
    "summary",
    "abstract",
    "dc:description",
    "dcterms:abstract",
    "itunes:summary",
    "media:description",
    "tagline",
)
_BODIES: Final = ("content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div")
# A cheap test of every element before its name is worked out.
_ITEM_ENDS: Final = ("item", "entry")
_CATEGORIES: Final = ("category", "dc:subject", "media:category")
_PUBLISHED: Final = ("pubdate", "published", "issued", "dcterms:issued", "dc:date", "created")
_UPDATED: Final = ("updated", "modified", "dcterms:modified", "lastbuilddate")


def read_xml_feed(root: etree._Element, occasion: Occasion) -> ReadFeed:
    """What an RSS or Atom tree says, as far as a news hub needs it."""
    is_atom = name_of(root) == "feed"
    channel = root if is_atom else _channel(root)
    fields = fields_of(channel)
    base = base_of(channel, occasion.url)
    site = _pick_link(fields, "alternate", base=base)
    # A relative link in RSS is meant as on the site, which need not be the feed's own host.
    entry_base = occasion.url if is_atom else site or occasion.url
    language = _language(fields, channel)
    authors = _authors(fields) if is_atom else ()
    entries = (
        _read_entry(item, occasion, base=entry_base, inherited=(language, authors))
        for item in _items(root)
    )
    return ReadFeed(
        kind=FeedKind.ATOM if is_atom else FeedKind.RSS,
        title=next((words for e in pick(fields, *_TITLES) if (words := plain_of(e))), ""),
        language=language,
        site_url=site,
        self_url=_pick_link(fields, "self", base=base),
        hub_url=_pick_link(fields, "hub", base=base),
        ttl_seconds=_ttl_seconds(fields),
        entries=tuple(dict.fromkeys(entries)),
    )


def _channel(root: etree._Element) -> etree._Element:
    return next((child for child in root if name_of(child) == "channel"), root)


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """The items wherever they stand: mended XML may have put one inside another."""
    tagged = (e for e in root.iter(etree.Element) if str(e.tag).lower().endswith(_ITEM_ENDS))
    return islice((e for e in tagged if name_of(e) in ("item", "entry")), MAX_ENTRIES)


def _read_entry(
    item: etree._Element, occasion: Occasion, *, base: str, inherited: tuple[str, tuple[str, ...]]
) -> FoundEntry:
    fields = fields_of(item)
    base = base_of(item, base)
    summary, content_html = _texts(fields)
    sections = once_each(_category(e) for e in pick(fields, *_CATEGORIES))
    return FoundEntry(
        guid=_guid(item, fields),
        link=_entry_link(fields, base),
        headline=next((words for e in pick(fields, *_TITLES) if (words := plain_of(e))), ""),
        summary=summary,
        content_html=content_html,
        published_at=_first_moment(fields, _PUBLISHED, occasion=occasion),
        updated_at=_first_moment(fields, _UPDATED, occasion=occasion),
        authors=_authors(fields) or _source_authors(fields) or inherited[1],
        sections=sections,
        tags=_keywords(fields)[: MAX_LABELS - len(sections)],
        image_url=find_image(fields, base),
        language=_language(fields, item) or inherited[0],
    )


def _guid(item: etree._Element, fields: Fields) -> str:
    found = first_text(pick(fields, "guid", "id", "dc:identifier"), GUID_CHARS)
    about = item.get(
        "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", item.get("rdf:about", "")
    )
    return found or one_line(about, GUID_CHARS)


def _entry_link(fields: Fields, base: str) -> str:
    original = first_text(pick(fields, "feedburner:origlink", "pheedo:origlink"))
    found = web_link(original) or _pick_link(fields, "alternate", base=base)
    if found:
        return found
    for guid in pick(fields, "guid", "id"):
        if guid.get("isPermaLink", guid.get("ispermalink", "true")).lower() != "false":
            return web_link(words_of(guid))
    return ""


def _pick_link(fields: Fields, rel: str, *, base: str) -> str:
    """The best link of a kind: an RSS link before Atom's, a page before any other type."""
    found: dict[int, str] = {}
    for element in fields.get("link", ()):
        href = element.get("href", "")
        its_rel = element.get("rel", "alternate").strip().lower()
        if its_rel != rel or (not href and rel != "alternate"):
            continue
        is_page = element.get("type", "text/html").lower() in ("text/html", "application/xhtml+xml")
        rank = 0 if not href else 1 if is_page else 2
        url = web_link(href or raw_of(element), base=base_of(element, base) if href else base)
        if url:
            found.setdefault(rank, url)
    return found[min(found)] if found else ""


def _texts(fields: Fields) -> tuple[str, str]:
    """The summary as plain text and the body as HTML; a long summary is the body as well."""
    bodies = [_html(e) for e in pick(fields, *_BODIES)]
    body = max(bodies, key=len, default="")
    markup, is_html = "", False
    for element in pick(fields, *_SUMMARIES):
        markup, is_html = markup_of(element)
        if markup:
            break
    summary = text_of(markup, SUMMARY_CHARS) if is_html else one_line(markup, SUMMARY_CHARS)
    if not body and markup and ((is_html and has_markup(markup)) or len(markup) > SUMMARY_CHARS):
        body = markup if is_html else html_of(markup)
    return summary, body


def _html(element: etree._Element) -> str:
    markup, is_html = markup_of(element)
    return markup if is_html else html_of(markup)


def _first_moment(fields: Fields, names: tuple[str, ...], *, occasion: Occasion) -> datetime | None:
    for element in pick(fields, *names):
        found = occasion.moment(raw_of(element))
        if found:
            return found
    return None


def _language(fields: Fields, element: etree._Element) -> str:
    named = first_text(pick(fields, "language", "dc:language"), NAME_CHARS)
    return language_tag(named or element.get(XML_LANG, "") or _root_language(element))


def _root_language(element: etree._Element) -> str:
    return next((lang for above in element.iterancestors() if (lang := above.get(XML_LANG))), "")


def _authors(fields: Fields) -> tuple[str, ...]:
    found = once_each(_person(e) for e in pick(fields, "author", "dc:creator", "dc:author"))
    return found or once_each(_person(e) for e in pick(fields, "itunes:author"))


def _source_authors(fields: Fields) -> tuple[str, ...]:
    return next((_authors(fields_of(source)) for source in pick(fields, "source")), ())


def _person(element: etree._Element) -> str:
    """The name of a person element, else the address it gives."""
    if len(element):
        inside = fields_of(element)
        return first_text(pick(inside, "name", "email"), NAME_CHARS)
    return person_name(raw_of(element))


def _category(element: etree._Element) -> str:
    named = element.get("label") or element.get("term")
    return one_line(named) if named else text_of(raw_of(element), NAME_CHARS)


def _keywords(fields: Fields) -> tuple[str, ...]:
    lists = pick(fields, "keywords", "media:keywords", "itunes:keywords", "news:keywords")
    return once_each(name for element in lists for name in split_keywords(raw_of(element)))


def _ttl_seconds(fields: Fields) -> int | None:
    minutes = first_text(pick(fields, "ttl"))[:9]
    if minutes.isdecimal() and int(minutes) > 0:
        return int(minutes) * 60
    period = _PERIOD_SECONDS.get(first_text(pick(fields, "sy:updateperiod")).lower())
    times = first_text(pick(fields, "sy:updatefrequency"))[:9]
    if period is None:
        return None
    return period // max(int(times), 1) if times.isdecimal() else period
