"""The article's one image: which address, its caption and its credit. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from getnewsfast.extract.core.addresses import absolute

_NO_PHOTO: Final = re.compile(
    r"(?:^|[/_.-])(?:logo|default|placeholder|blank|spacer|pixel|sprite|avatar|favicon|icon|"
    r"no-?image|noimage|no_pic|nopic|loading|lazy|1x1|transparent)(?:[/_.\d-]|$)|\.svg(?:\?|$)",
    re.IGNORECASE,
)
_LAZY: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "src")
_SMALLEST_PIXELS: Final = 150
_CAPTION_CHARS: Final = 500
_CREDIT: Final = re.compile(
    r"[\s|/(–—-]*(?:عکس(?: از)?|عکاس|تصویر|منبع عکس|©|\(c\)|photo(?:graph(?:er)?)?(?: by|"
    r" credit)?|"
    r"credit|foto|bild|image|quelle|source|crédit(?: photo)?|picture)\s*(?::|:|/|by\b|(?<=©))\s*"
    r"(?P<credit>[^|]{2,100}?)\s*\)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LeadImage:
    """Address, caption and credit; empty strings where the page tells none."""

    url: str = ""
    caption: str = ""
    credit: str = ""
    source: str = ""


def choose_image(
    described: Iterable[tuple[str, str]], article: etree._Element, *, base_url: str
) -> LeadImage:
    """The first described image (``(address, where from)``) that is a photo, else the page's own.

    Logos, placeholders and tracking pixels are passed over, by name and by declared size.
    """
    for address, where in described:
        url = absolute(address, base_url)
        if url and not _NO_PHOTO.search(urlsplit(url).path):
            caption, credit = _caption(article, url)
            return LeadImage(url, caption, credit, where)
    for image in article.iter("img"):
        url = _address(image, base_url)
        if url:
            caption, credit = split_credit(_caption_near(image))
            return LeadImage(url, caption, credit, "page")
    return LeadImage()


def split_credit(caption: str) -> tuple[str, str]:
    """``'باران در تهران / عکس: علی رضایی'`` → ``('باران در تهران', 'علی رضایی')``."""
    text = " ".join(caption.split())
    found = _CREDIT.search(text)
    if not found:
        return text[:_CAPTION_CHARS], ""
    return text[: found.start()].strip()[:_CAPTION_CHARS], found["credit"].strip()


def _address(image: etree._Element, base_url: str) -> str:
    for side in ("width", "height"):
        declared = re.match(r"\d+", image.get(side, ""))
        if declared and int(declared.group()) < _SMALLEST_PIXELS:
            return ""
    for address in (*_from_srcset(image), *(image.get(name, "") for name in _LAZY)):
        url = absolute(address, base_url)
        if url and not _NO_PHOTO.search(urlsplit(url).path):
            return url
    return ""


def _from_srcset(image: etree._Element) -> Iterator[str]:
    """The widest of ``srcset``, alone."""
    widths = re.findall(r"(\S+)\s+(\d+)w", image.get("srcset", "") or image.get("data-srcset", ""))
    if widths:
        yield max(widths, key=lambda found: int(found[1]))[0]


def _caption(article: etree._Element, url: str) -> tuple[str, str]:
    """The caption of the figure showing ``url``, by the file's name: sizes differ in the path."""
    name = _file_name(url)
    for image in article.iter("img"):
        if name and any(_file_name(image.get(a, "")) == name for a in (*_LAZY, "srcset")):
            caption = _caption_near(image)
            if caption:
                return split_credit(caption)
    return "", ""


def _file_name(url: str) -> str:
    return url.split("?")[0].rstrip("/").rsplit("/", 1)[-1].split(" ")[0]


def _caption_near(image: etree._Element) -> str:
    node = image.getparent()
    for _step in range(4):
        if node is None or node.tag == "body":
            return ""
        if node.tag == "figure":
            caption = node.find(".//figcaption")
            return "" if caption is None else " ".join("".join(caption.itertext()).split())
        node = node.getparent()
    return ""
