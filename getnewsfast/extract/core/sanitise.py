"""HTML safety, last and always here: an allow-list, absolute links, no styles, no scripts."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin

import nh3
from lxml import etree

from getnewsfast.extract.core.blocks import read_blocks
from getnewsfast.extract.core.page import MAX_BYTES, has_many_attributes, parse_html
from getnewsfast.extract.core.render import render_html, render_text
from getnewsfast.extract.core.tags import ALLOWED, EMPTIED
from getnewsfast.system.failures import GiveUp

_CELL_ATTRIBUTES: Final = {"colspan", "rowspan"}
_EMPTY: Final = re.compile(
    r"<(p|h2|h3|li|ul|ol|blockquote|strong|em|a)(?:\s[^<>]*)?>"
    r"[\s\u200c\ufeff]*+(?:(?:&nbsp;|<br>)[\s\u200c\ufeff]*+)*+</\1>"
)
_ANY_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
# nh3 needs 31 s for 50,000 nested elements; a well-meant article is far below this depth.
_MAX_DEPTH: Final = 100
_NESTING: Final = re.compile(
    r"<(/?)(?!/|(?:br|img|hr|wbr|input|source|p|li|t[dhr]|option)\b)[a-zA-Z]", re.IGNORECASE
)
_WEB_LINK: Final = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def clean_html(html: str, *, base_url: str) -> str:
    """Safe HTML of an article's body, from any HTML: ``p h2 h3 ul ol li blockquote table a …``.

    Links become absolute and are kept only with http or https, with ``rel="noopener nofollow"``;
    classes, styles, event handlers, images and empty paragraphs go. HTML too deep or too large
    to be cleaned in reasonable time is first rewritten flat, paragraph by paragraph.
    """
    if not html.strip() or len(html) > MAX_BYTES:
        return ""
    if _is_deep(html) or has_many_attributes(html.encode("utf-8", "replace")):
        html = _flat(html, base_url)
    return sanitise(html, base_url=base_url)


def sanitise(html: str, *, base_url: str) -> str:
    """The allow-list alone, for HTML whose depth is known to be small."""

    def keep(tag: str, name: str, value: str) -> str | None:
        if tag == "a" and name == "href":
            return _web_address(value, base_url)
        return value

    cleaned = nh3.clean(
        html,
        tags=set(ALLOWED),
        clean_content_tags=set(EMPTIED),
        attributes={"a": {"href"}, "td": _CELL_ATTRIBUTES, "th": _CELL_ATTRIBUTES},
        attribute_filter=keep,
        url_schemes={"http", "https"},
        link_rel="noopener nofollow",
    )
    return _without_empty(_without_dead_links(cleaned)).strip()


def plain_text(html: str) -> str:
    """The paragraphs of any HTML, one a line, without markup; half-spaces stay."""
    if "<" not in html and "&" not in html:
        return "\n".join(filter(None, (" ".join(line.split()) for line in html.splitlines())))
    try:
        root = parse_html(f"<html><body><div>{html}</div></body></html>")
    except GiveUp:
        return " ".join(_ANY_TAG.sub(" ", html).split())
    return render_text(read_blocks(root).blocks)


def _web_address(value: str, base_url: str) -> str | None:
    try:
        address = urljoin(base_url, value.strip())
    except ValueError:
        return None
    return address if _WEB_LINK.match(address) else None


def _without_dead_links(html: str) -> str:
    """``<a>`` that lost its address is no link: its text stays."""
    return re.sub(r'<a(?: rel="noopener nofollow")?>(.*?)</a>', r"\1", html, flags=re.DOTALL)


def _without_empty(html: str) -> str:
    before = ""
    while before != html:
        before, html = html, _EMPTY.sub("", html)
    return html


def _is_deep(html: str) -> bool:
    """Depth without a parser: tags opened less tags closed, where the writer must close them."""
    depth = 0
    for tag in _NESTING.finditer(html):
        depth += -1 if tag.group(1) else 1
        if depth > _MAX_DEPTH:
            return True
    return False


def _flat(html: str, base_url: str) -> str:
    try:
        root: etree._Element = parse_html(f"<html><body><div>{html}</div></body></html>")
    except GiveUp:
        return ""
    return render_html(read_blocks(root).blocks, base_url=base_url)
