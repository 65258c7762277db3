"""An ordinary page as a feed: by selectors from the desk, or by finding what repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from cssselect import SelectorError
from lxml import etree, html

from getnewsfast.collect.core.labels import language_tag
from getnewsfast.collect.core.occasion import Occasion
from getnewsfast.collect.core.plain import NAME_CHARS, one_line
from getnewsfast.collect.core.urls import host_of, url_key, web_link
from getnewsfast.collect.core.values import (
    MAX_ENTRIES,
    FeedKind,
    FoundEntry,
    ListingSelectors,
    ReadFeed,
)
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.text.charset import decode_body

# A headline has words; «بیشتر», «صفحه بعد» and the names of sections have fewer.
HEADLINE_WORDS: Final = 4
# Two look-alike links are chance, three are a list.
REPEATS: Final = 3
MAX_LINKS: Final = 5_000

_FURNITURE: Final = frozenset({"nav", "footer", "aside", "form"})
# An article's address has a number, a date, or a slug of several words.
_ARTICLE_PATH: Final = re.compile(r"\d{4,}|/\d{1,4}/\d{1,2}/|[^/-]+(?:-[^/-]+){3,}")
_DATED: Final = (
    ".//time | .//*[@datetime] | .//*[contains(@class, 'date') or contains(@class, 'time')]"
)


def read_listing(
    body: bytes, *, url: str, selectors: ListingSelectors, now: datetime, zone: ZoneInfo
) -> ReadFeed:
    """The entries a page lists, in its order; GiveUp where it lists none or a selector is wrong.

    ``url`` is the address that answered; ``zone`` is the source's, for times without a zone.
    """
    page = _parse_page(decode_body(body))
    occasion = Occasion(_base_of(page, url), now, zone)
    chosen = any((selectors.item, selectors.link, selectors.headline, selectors.date))
    found = (
        _by_selectors(page, selectors, occasion=occasion)
        if chosen
        else _by_repetition(page, occasion)
    )
    entries = _once_each(found)
    if not entries:
        raise GiveUp(_("The page lists no entries that can be recognised."))
    return ReadFeed(
        kind=FeedKind.LISTING,
        title=one_line(page.findtext(".//title") or ""),
        language=language_tag(page.get("lang", "")),
        site_url=web_link(url),
        entries=tuple(entries),
    )


def _parse_page(text: str) -> html.HtmlElement:
    if "<" not in text:
        raise GiveUp(_("The answer is empty or no web page."))
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise GiveUp(_("The answer is empty or no web page.")) from None


def _base_of(page: html.HtmlElement, url: str) -> str:
    base = page.find(".//base[@href]")
    return (web_link(base.get("href", ""), base=url) if base is not None else "") or url


def _by_selectors(
    page: html.HtmlElement, selectors: ListingSelectors, *, occasion: Occasion
) -> Iterator[FoundEntry]:
    blocks = _select(page, selectors.item) if selectors.item else [page]
    for block in blocks[:MAX_LINKS]:
        link = _first(block, selectors.link) if selectors.link else _first_link(block)
        heading = _first(block, selectors.headline) if selectors.headline else link
        dated = _first(block, selectors.date) if selectors.date else None
        href = _first_link(link) if link is not None else None
        if href is None:
            continue
        yield FoundEntry(
            link=web_link(href.get("href", ""), base=occasion.url),
            headline=_words(heading) or one_line(href.get("title", ""), 1_000),
            published_at=_written_moment(dated, occasion),
        )


def _select(element: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """CSS, or XPath where it begins like a path."""
    is_path = selector.startswith(("/", "./", "("))
    try:
        found = element.xpath(selector) if is_path else element.cssselect(selector)
    except (SelectorError, etree.XPathError, ValueError):
        raise GiveUp(_("The selector “{selector}” cannot be read."), selector=selector) from None
    listed = found if isinstance(found, list) else []
    return [each for each in listed if isinstance(each, html.HtmlElement)]


def _first(element: html.HtmlElement, selector: str) -> html.HtmlElement | None:
    return next(iter(_select(element, selector)), None)


def _first_link(element: html.HtmlElement) -> html.HtmlElement | None:
    """The element itself where it is a link, else the first link inside it."""
    if element.tag == "a" and element.get("href"):
        return element
    return next(iter(_select(element, ".//a[@href]")), None)


def _by_repetition(page: html.HtmlElement, occasion: Occasion) -> Iterator[FoundEntry]:
    """Links that look like articles and stand in places built alike, three times at least."""
    host = host_of(occasion.url)
    found: list[tuple[str, html.HtmlElement, str]] = []
    for link in _select(page, "//a[@href]")[:MAX_LINKS]:
        url = web_link(link.get("href", ""), base=occasion.url)
        if _is_article(link, url, host=host):
            found.append((_place(link), link, url))
    repeats = Counter(place for place, _link, _url in found)
    for place, link, url in found:
        if repeats[place] >= REPEATS:
            dated = _nearest_date(link)
            yield FoundEntry(
                link=url, headline=_words(link), published_at=_written_moment(dated, occasion)
            )


def _is_article(link: html.HtmlElement, url: str, *, host: str) -> bool:
    if host_of(url) != host or len(_words(link).split()) < HEADLINE_WORDS:
        return False
    if not _ARTICLE_PATH.search(urlsplit(url).path):
        return False
    return not any(above.tag in _FURNITURE for above in link.iterancestors())


def _place(link: html.HtmlElement) -> str:
    """How the place of a link is built: its own tag and the two around it, with their classes."""
    chain = [link, *list(link.iterancestors())[:2]]
    return " < ".join(f"{each.tag!s}.{(each.get('class') or '').strip()}" for each in chain)


def _nearest_date(link: html.HtmlElement) -> html.HtmlElement | None:
    """The time written next to a link: in the smallest block around it that has one."""
    for above in list(link.iterancestors())[:3]:
        if len(above.findall(".//a")) > REPEATS:
            return None
        dated = above.xpath(_DATED)
        if isinstance(dated, list) and dated and isinstance(dated[0], html.HtmlElement):
            return dated[0]
    return None


def _written_moment(element: html.HtmlElement | None, occasion: Occasion) -> datetime | None:
    if element is None:
        return None
    return occasion.moment(element.get("datetime", "")) or occasion.moment(_words(element))


def _words(element: html.HtmlElement | None) -> str:
    return one_line(" ".join(element.itertext()), 5 * NAME_CHARS) if element is not None else ""


def _once_each(entries: Iterator[FoundEntry]) -> list[FoundEntry]:
    """One entry an address: a picture and a headline often link the same; the words win."""
    best: dict[str, FoundEntry] = {}
    for entry in entries:
        known = best.get(url_key(entry.link))
        if entry.link and (known is None or len(entry.headline) > len(known.headline)):
            best[url_key(entry.link)] = entry
    return list(best.values())[:MAX_ENTRIES]
