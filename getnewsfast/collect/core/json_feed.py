"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from getnewsfast.collect.core.labels import MAX_LABELS, language_tag, once_each, person_name
from getnewsfast.collect.core.occasion import Occasion
from getnewsfast.collect.core.plain import (
    CONTENT_CHARS,
    GUID_CHARS,
    NAME_CHARS,
    SUMMARY_CHARS,
    clean,
    html_of,
    one_line,
    text_of,
)
from getnewsfast.collect.core.urls import web_link
from getnewsfast.collect.core.values import MAX_ENTRIES, FeedKind, FoundEntry, ReadFeed
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _

Json = dict[str, object]


def read_json_feed(text: str, occasion: Occasion) -> ReadFeed:
    """A JSON Feed; GiveUp for JSON that is broken, too deep, or something else."""
    feed = _load(text)
    items = feed.get("items")
    if not isinstance(items, list):
        raise GiveUp(_("The answer is JSON, but not a JSON Feed."))
    authors = _authors(feed)
    language = language_tag(_text(feed, "language"))
    found = (
        _read_item(item, occasion, inherited=(language, authors))
        for item in items[:MAX_ENTRIES]
        if isinstance(item, dict)
    )
    return ReadFeed(
        kind=FeedKind.JSON_FEED,
        title=text_of(_text(feed, "title")),
        language=language,
        site_url=web_link(_text(feed, "home_page_url"), base=occasion.url),
        self_url=web_link(_text(feed, "feed_url"), base=occasion.url),
        hub_url=next((web_link(_text(hub, "url")) for hub in _objects(feed, "hubs")), ""),
        entries=tuple(dict.fromkeys(found)),
    )


def _load(text: str) -> Json:
    """Numbers stay as written: ids keep their digits, and huge ones cost nothing."""
    try:
        found = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError:
        raise GiveUp(_("The JSON is nested too deeply.")) from None
    except ValueError:
        raise GiveUp(_("The JSON is broken and cannot be read.")) from None
    return found if isinstance(found, dict) else {}


def _read_item(
    item: Json, occasion: Occasion, *, inherited: tuple[str, tuple[str, ...]]
) -> FoundEntry:
    markup, words = _text(item, "content_html"), _text(item, "content_text")
    images = (_text(item, name) for name in ("image", "banner_image"))
    return FoundEntry(
        guid=one_line(_text(item, "id"), GUID_CHARS),
        link=_first_link(item, occasion.url),
        headline=text_of(_text(item, "title")),
        summary=one_line(_text(item, "summary") or words, SUMMARY_CHARS),
        content_html=clean(markup[:CONTENT_CHARS]).strip() or html_of(clean(words[:CONTENT_CHARS])),
        published_at=occasion.moment(_text(item, "date_published")),
        updated_at=occasion.moment(_text(item, "date_modified")),
        authors=_authors(item) or inherited[1],
        sections=_names(item, "tags"),
        image_url=next((url for raw in images if (url := web_link(raw, base=occasion.url))), ""),
        language=language_tag(_text(item, "language")) or inherited[0],
    )


def _first_link(item: Json, base: str) -> str:
    for name in ("url", "external_url"):
        found = web_link(_text(item, name), base=base)
        if found:
            return found
    return web_link(_text(item, "id"))


def _authors(holder: Json) -> tuple[str, ...]:
    single = holder.get("author")
    people = [*_objects(holder, "authors"), *([single] if isinstance(single, dict) else [])]
    names = (person_name(_text(person, "name")) for person in people)
    return once_each(names)


def _names(holder: Json, name: str) -> tuple[str, ...]:
    listed = holder.get(name)
    texts = [text for text in listed if isinstance(text, str)] if isinstance(listed, list) else []
    return once_each(text_of(text, NAME_CHARS) for text in texts)


def _objects(holder: Json, name: str) -> Iterator[Json]:
    listed = holder.get(name)
    if isinstance(listed, list):
        yield from (found for found in listed[:MAX_LABELS] if isinstance(found, dict))


def _text(holder: Json, name: str) -> str:
    found = holder.get(name)
    return found if isinstance(found, str) else ""
