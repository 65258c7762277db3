"""A page's bytes to a parsed tree, behind guards: size, kind, attributes, depth, elements."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from getnewsfast.extract.core.charset import decode_page
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _

# The largest of 1,352 measured article pages has 1.8 MB; most of that is inlined scripts.
MAX_BYTES: Final = 6_000_000
# libxml2 needs 12.5 s for a tag with 100,000 attributes (quadratic), 0.03 s for one with 5,000.
MAX_ATTRIBUTES: Final = 5_000
# The largest of those pages has 3,890 elements; beyond this the walk would need a second.
MAX_ELEMENTS: Final = 60_000
_HTML_TYPES: Final = re.compile(
    r"^\s*(?:text/(?:x-)?html|application/xhtml\+xml|text/plain|\s*;|$)"
)
_BINARY: Final = (
    b"%PDF",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"RIFF",
)
_FEED: Final = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
# A quote opens a value only after "=". Possessive, so linear.
_TAG: Final = re.compile(rb"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
_VALUE: Final = re.compile(rb"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_CONTROLS: Final = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f")
_count_elements: Final = etree.XPath("count(//*)")


def read_page(body: bytes, *, content_type: str = "") -> etree._Element:
    """The root of the page's tree, or ``GiveUp`` with the reason a person can read."""
    _refuse_unreadable(body, content_type)
    text = decode_page(body, content_type)
    if _FEED.search(text[:1024]):
        raise GiveUp(_("The address holds a feed, not an article."))
    if "<" not in text:
        raise GiveUp(_("The address does not hold an HTML page."))
    return parse_html(text)


def parse_html(text: str) -> etree._Element:
    """The tree of a text already decoded. libxml2 stops at a depth of 256: that is refused."""
    source = text.encode("utf-8", "replace").translate(None, _CONTROLS)
    if has_many_attributes(source):
        raise GiveUp(_("The page holds a tag with too many attributes."))
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root: etree._Element | None = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise GiveUp(_("The page is empty."))
    if any("depth" in entry.message for entry in parser.error_log):
        raise GiveUp(_("The page is nested too deeply to be read."))
    if _count_elements(root) > MAX_ELEMENTS:
        raise GiveUp(_("The page has too many elements to be an article."))
    return root


def has_many_attributes(source: bytes) -> bool:
    """Guard before any parser: a tag with thousands of attributes costs quadratic time."""
    for tag in _TAG.finditer(source):
        start, end = tag.span()
        if end - start < 2 * MAX_ATTRIBUTES:
            continue
        if len(_VALUE.sub(b" ", tag.group()).split()) > MAX_ATTRIBUTES:
            return True
    return False


def _refuse_unreadable(body: bytes, content_type: str) -> None:
    if not body.strip():
        raise GiveUp(_("The page is empty."))
    if len(body) > MAX_BYTES:
        raise GiveUp(
            _("The page is larger than {limit} megabytes."), limit=round(MAX_BYTES / 1_000_000)
        )
    if body.startswith(_BINARY) or not _HTML_TYPES.match(content_type.lower()):
        raise GiveUp(_("The address does not hold an HTML page."))
