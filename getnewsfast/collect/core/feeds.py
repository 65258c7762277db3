"""Bytes to entries: RSS, Atom, JSON Feed and sitemaps, judged by what they are."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from lxml import etree

from getnewsfast.collect.core.elements import name_of
from getnewsfast.collect.core.json_feed import read_json_feed
from getnewsfast.collect.core.occasion import Occasion
from getnewsfast.collect.core.sitemaps import read_sitemap, read_sitemap_index
from getnewsfast.collect.core.values import ReadFeed
from getnewsfast.collect.core.xml_feeds import read_xml_feed
from getnewsfast.collect.core.xml_tree import BROKEN, find_root, parse_xml
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.text.charset import decode_body


def read_feed(
    body: bytes, *, url: str, content_type: str = "", now: datetime, zone: ZoneInfo
) -> ReadFeed:
    """Everything a hub needs from the answer of a feed's address.

    ``url`` is the address that answered, ``zone`` the source's (for times without a zone). Raises
    nothing but GiveUp: for an empty answer, a web page, a broken or a foreign document. A feed
    without entries is no failure. Never touches network or disk; takes linear time.
    """
    text = decode_body(body, content_type=content_type).strip("\ufeff\x00 \t\r\n")
    if not text:
        raise GiveUp(_("The answer is empty."))
    occasion = Occasion(url, now, zone)
    if text.startswith("{"):
        return read_json_feed(text, occasion)
    root, is_whole = parse_xml(text[find_root(text) :])
    feed = _read_root(root, occasion)
    if not is_whole and feed == ReadFeed(kind=feed.kind):
        raise GiveUp(BROKEN)
    return feed


def _read_root(root: etree._Element, occasion: Occasion) -> ReadFeed:
    kind = name_of(root)
    if kind == "urlset":
        return read_sitemap(root, occasion)
    if kind == "sitemapindex":
        return read_sitemap_index(root, occasion)
    return read_xml_feed(root, occasion)
