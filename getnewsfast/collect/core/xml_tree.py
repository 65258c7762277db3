"""XML from strangers to a tree: no DTD, no entities, no network, in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import html5
from typing import Final

from lxml import etree

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _

BROKEN: Final = _("The feed is broken: nothing in it can be read.")

_ROOT: Final = re.compile(
    r"<(?:[\w-]{1,20}:)?(?:rss|rdf|feed|channel|urlset|sitemapindex)[\s>/]", re.IGNORECASE
)
_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>/]", re.IGNORECASE)
# One more than is kept of each, with room for the entries that turn out empty or double.
_ITEM: Final = re.compile(r"<(?:[\w-]{1,20}:)?(?:item|entry)[\s>/]", re.IGNORECASE)
ITEMS_PARSED: Final = 4_000
# A sitemap of 50,000 URLs with all its elements has 500,002. Ten megabytes of empty elements, a
# million of them, would take 700 MB as a tree; these take 120 MB.
TAGS_PARSED: Final = 600_000

_AMPERSAND: Final = re.compile(r"&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)?")
_BARE_LESS_THAN: Final = re.compile(r"<(?![A-Za-z_/!?])")
# Closed nowhere in HTML; left open they would swallow the items that follow.
_VOID: Final = re.compile(r"<((?:br|hr|img|wbr|input|meta)\b[^<>]*?)/?>", re.IGNORECASE)
_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML_NAMES: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})


def find_root(text: str) -> int:
    """Where the root element of a feed or sitemap begins; GiveUp where there is none.

    What stands before it is never read: a warning printed by the server, the declaration, and
    with it every DTD and entity.
    """
    root = _ROOT.search(text)
    page = _PAGE.search(text, 0, root.start() if root else len(text))
    if page:
        raise GiveUp(_("The address answers with a web page, not with a feed."))
    if root is None:
        raise GiveUp(_("The answer is neither a feed nor a sitemap."))
    return root.start()


def parse_xml(text: str) -> tuple[etree._Element, bool]:
    """The tree of a document that begins with its root, and whether it was whole.

    Broken XML is mended as far as it goes.
    """
    text = _cut_tags(_cut_items(text))
    root = _parse(text, recover=False)
    if root is not None:
        return root, True
    root = _parse(_outside_cdata(text, _mend), recover=True)
    if root is None or not isinstance(root.tag, str):
        raise GiveUp(BROKEN)
    return root, False


def _parse(text: str, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _cut_items(text: str) -> str:
    """A million items in a few bytes cost memory for nothing: the first thousands are parsed."""
    for count, found in enumerate(_ITEM.finditer(text)):
        if count == ITEMS_PARSED:
            return text[: found.start()]
    return text


def _cut_tags(text: str) -> str:
    if text.count("<") <= TAGS_PARSED:
        return text
    at = -1
    for _tag in range(TAGS_PARSED):
        at = text.find("<", at + 1)
    return text[:at]


def _outside_cdata(text: str, change: Callable[[str], str]) -> str:
    """Change what is markup and leave CDATA as it is; one cut off at the end is closed."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        end = text.find("]]>", start)
        pieces.append(change(text[at:start]))
        pieces.append(_NOT_XML.sub("", text[start:] + "]]>" if end < 0 else text[start : end + 3]))
        at = len(text) if end < 0 else end + 3
    pieces.append(change(text[at:]))
    return "".join(pieces)


def _mend(markup: str) -> str:
    markup = _AMPERSAND.sub(_fix_reference, _NOT_XML.sub("", markup))
    return _VOID.sub(r"<\1/>", _BARE_LESS_THAN.sub("&lt;", markup))


def _fix_reference(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    if name.startswith("#"):
        number = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
        return f"&#{number};" if _is_xml_char(number) else ""
    if name in _XML_NAMES:
        return found[0]
    letters = html5.get(f"{name};")
    if letters is None:
        return f"&amp;{name};"
    return "".join(f"&#{ord(letter)};" for letter in letters)


def _is_xml_char(number: int) -> bool:
    """XML 1.0, production 2."""
    return (
        number in (0x9, 0xA, 0xD)
        or 0x20 <= number <= 0xD7FF
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )
