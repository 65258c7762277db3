"""The picture of an entry, from the many places feeds put it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from getnewsfast.collect.core.elements import Fields, first_text, pick
from getnewsfast.collect.core.urls import web_link

_PICTURE_ENDS: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def find_image(fields: Fields, base: str) -> str:
    """The largest media picture, else a thumbnail, an enclosure, an element of the entry; or ''."""
    for candidate in _candidates(fields):
        url = web_link(candidate, base=base)
        if url:
            return url
    return ""


def _candidates(fields: Fields) -> Iterator[str]:
    contents = [e for e in pick(fields, "media:content") if _is_picture(e)]
    for element in sorted(contents, key=_width, reverse=True):
        yield element.get("url", "")
    for element in pick(fields, "media:thumbnail"):
        yield element.get("url", "") or element.text or ""
    for element in pick(fields, "enclosure"):
        if _is_picture(element):
            yield element.get("url", element.get("href", ""))
    for element in pick(fields, "link"):
        if element.get("rel", "").lower() == "enclosure" and _is_picture(element):
            yield element.get("href", "")
    for element in pick(fields, "itunes:image", "image"):
        yield element.get("href", element.get("url", "")) or _nested(element)


def _nested(element: etree._Element) -> str:
    inside = {str(child.tag).rpartition("}")[2].lower(): [child] for child in element}
    return first_text(pick(inside, "url")) if inside else (element.text or "")


def _is_picture(element: etree._Element) -> bool:
    kind = f"{element.get('medium', '')} {element.get('type', '')}".strip().lower()
    if kind:
        return "image" in kind
    url = element.get("url", element.get("href", ""))
    return url.partition("?")[0].lower().endswith(_PICTURE_ENDS)


def _width(element: etree._Element) -> int:
    digits = element.get("width", "").strip()[:6]
    return int(digits) if digits.isdecimal() else 0
