"""What the page's ``<head>`` (and its microdata) says: Open Graph, meta, canonical, language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

_KEYS: Final = ("property", "name", "itemprop", "http-equiv")
_VALUE_ATTRIBUTES: Final = ("content", "datetime", "src", "href")
_MAX_CHARS: Final = 5_000  # no field is longer; a title of two megabytes is cut here


_MICRODATA: Final = frozenset({"datePublished", "dateModified", "image"})
_microdata: Final = etree.XPath("//@itemprop/..")  # 0.2 ms a page; with a condition, 0.7 ms


@dataclass(frozen=True, slots=True)
class Head:
    """Meta values by lower-case name, in the page's order; ``title`` and links apart."""

    meta: dict[str, list[str]]
    title: str
    canonical: str
    base: str
    language: str

    def first(self, names: Sequence[str]) -> str:
        """The first value of the first name that has one."""
        return next((value for name in names for value in self.meta.get(name, ())), "")

    def all(self, names: Sequence[str]) -> list[str]:
        """The values of the first name that has any."""
        return next((self.meta[name] for name in names if self.meta.get(name)), [])


def read_head(root: etree._Element) -> Head:
    """Collect the metas wherever they stand: many pages have them in the body."""
    meta: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {"title": [], "base": [], "link": []}
    for element in root.iter("meta"):
        _add_meta(element, meta)
    for element in _microdata(root):
        _add_microdata(element, meta)
    for element in root.iter(*found):
        tag = str(element.tag)
        value = element.text if tag == "title" else element.get("href")
        if value and (tag != "link" or "canonical" in element.get("rel", "").lower()):
            found[tag].append(_squeeze(value))
    first = {tag: next(iter(values), "") for tag, values in found.items()}
    return Head(meta, first["title"], first["link"], first["base"], _language(root))


def _add_meta(element: etree._Element, meta: dict[str, list[str]]) -> None:
    value = _squeeze(element.get("content", ""))
    for key in _KEYS:
        name = element.get(key)
        if name and value:
            meta.setdefault(name.strip().lower(), []).append(value)


def _add_microdata(element: etree._Element, meta: dict[str, list[str]]) -> None:
    name = element.get("itemprop", "")
    if name not in _MICRODATA or element.tag == "meta":
        return
    value = next((element.get(key, "") for key in _VALUE_ATTRIBUTES if element.get(key)), "")
    value = _squeeze(value or "".join(element.itertext()))
    if value:
        meta.setdefault("itemprop:" + name.lower(), []).append(value)


def _squeeze(text: str) -> str:
    return " ".join(text[:_MAX_CHARS].split())


def _language(root: etree._Element) -> str:
    return root.get("lang", "") or root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
