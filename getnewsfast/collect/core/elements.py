"""Elements of feeds: one name across namespaces, their words, their markup."""

from __future__ import annotations

import base64
import binascii
import copy
import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final
from urllib.parse import urljoin

from lxml import etree

from getnewsfast.collect.core.plain import CONTENT_CHARS, HEADLINE_CHARS, clean, one_line, text_of

# Two thousand items of a thousand children each are the most that ten megabytes hold: 2.3 s.
MAX_CHILDREN: Final = 1_000

Fields = dict[str, list[etree._Element]]

XML_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
HTML_TYPES: Final = frozenset({"html", "text/html", "xhtml", "application/xhtml+xml"})

# Namespaces in lower case; the vocabulary of RSS and Atom themselves has no prefix.
_PREFIXES: Final = {
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://cyber.law.harvard.edu/rss/rss.html": "",
    "http://purl.org/net/rss1.1#": "",
    "http://purl.org/rss/1.0/modules/rss091#": "",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.google.com/schemas/sitemap-image/1.1": "image",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
_HTML_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_USERLAND: Final = "http://backend.userland.com/rss"
# Containers whose children belong to the entry itself.
_TRANSPARENT: Final = frozenset({"media:group", "media:content"})


def name_of(element: etree._Element) -> str:
    """``media:content`` or ``title``, in lower case, whatever prefix the document chose."""
    tag = str(element.tag)
    if tag.startswith("{"):
        uri, _, local = tag[1:].partition("}")
        uri = uri.lower()
        prefix = _PREFIXES.get(uri)
        if prefix is None:
            prefix = "" if uri.startswith(_USERLAND) else element.prefix or ""
    else:  # a prefix nobody declared stays in the name: taken at its word
        prefix, _, local = tag.rpartition(":")
        prefix = "" if prefix in ("atom", "rss") else prefix
    return f"{prefix}:{local}".lower() if prefix else local.lower()


def fields_of(element: etree._Element) -> Fields:
    """The first thousand children by name, in order; a media group's count as the entry's."""
    fields: Fields = {}
    for child in islice(_children(element), MAX_CHILDREN):
        fields.setdefault(name_of(child), []).append(child)
    return fields


def _children(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        yield child
        if len(child) and name_of(child) in _TRANSPARENT:
            yield from _children(child)


def pick(fields: Fields, *names: str) -> Iterator[etree._Element]:
    """The elements of these names, name by name."""
    for name in names:
        yield from fields.get(name, ())


def first_text(elements: Iterable[etree._Element], limit: int = HEADLINE_CHARS) -> str:
    """The first of the elements that holds words, as one line without interpreting markup."""
    return next((words for element in elements if (words := words_of(element, limit))), "")


def words_of(element: etree._Element, limit: int = HEADLINE_CHARS) -> str:
    """All letters inside an element on one line."""
    return one_line(raw_of(element), limit)


def raw_of(element: etree._Element) -> str:
    """All letters inside an element as they stand."""
    return "".join(element.itertext())


def plain_of(element: etree._Element, limit: int = HEADLINE_CHARS) -> str:
    """The words of a text construct on one line, its markup interpreted and dropped."""
    markup, is_html = markup_of(element)
    return text_of(markup, limit) if is_html else one_line(markup, limit)


def markup_of(element: etree._Element) -> tuple[str, bool]:
    """The content of a text construct, and whether it is HTML or plain text.

    RFC 4287, section 3.1, Atom 0.3 modes, and RSS, which never says and so is read as HTML.
    """
    if element.get("src"):
        return "", False
    if len(element):
        return inner_html(element), True
    text = element.text or ""
    kind = element.get("type", "").strip().lower()
    if element.get("mode", "").lower() == "base64":
        text = _decode_base64(text)
    if kind in HTML_TYPES:
        return _cleaned(text), True
    if "/" in kind and not kind.startswith("text/") and "xml" not in kind:
        return _cleaned(_decode_base64(text)), True  # RFC 4287, section 4.1.3.3
    return _cleaned(text), not _is_atom(element)


def _cleaned(text: str) -> str:
    return clean(text[:CONTENT_CHARS]).strip()


def _is_atom(element: etree._Element) -> bool:
    uri = str(element.tag).lower()
    if "w3.org/2005/atom" in uri or "purl.org/atom/ns#" in uri:
        return True
    root = element.getroottree().getroot()
    return not uri.startswith("{") and str(root.tag).lower() == "feed"


def inner_html(element: etree._Element) -> str:
    """What is inside an element as HTML without namespaces; a lone ``div`` around it goes."""
    inner = element
    if (
        len(element) == 1
        and not (element.text or "").strip()
        and not (element[0].tail or "").strip()
    ):
        inner = element[0] if name_of(element[0]).endswith("div") else element
    free = etree.Element("div")  # away from its ancestors, whose namespaces it would declare again
    free.extend(list(copy.deepcopy(inner)))
    for child in free.iterdescendants():
        local = str(child.tag).rpartition("}")[2].rpartition(":")[2]
        child.tag = local if _HTML_NAME.fullmatch(local) else "span"
        for attribute in [str(name) for name in child.attrib if str(name).startswith("{")]:
            del child.attrib[attribute]
    etree.cleanup_namespaces(free)
    parts = [html.escape(inner.text or "", quote=False)]
    parts += [etree.tostring(child, method="html", encoding="unicode") for child in free]
    return _cleaned("".join(parts))


def base_of(element: etree._Element, url: str) -> str:
    """The base address of an element: every ``xml:base`` from the root down to it."""
    bases = [element.get(XML_BASE), *(above.get(XML_BASE) for above in element.iterancestors())]
    for base in reversed(bases):
        if base:
            url = _join(url, base)
    return url


def _join(base: str, url: str) -> str:
    try:
        return urljoin(base, url.strip())
    except ValueError:
        return base


def _decode_base64(text: str) -> str:
    """Text in base64; ``''`` for what is broken or no text at all, such as a picture."""
    try:
        return base64.b64decode(text.encode("ascii", "ignore")).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
