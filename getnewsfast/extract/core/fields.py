"""The article's fields as the reader sees them on the page: headline, kicker, lead, tags, …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from getnewsfast.extract.core.blocks import Block, Page, Region
from getnewsfast.extract.core.hints import Hint, read_names

_LEAD_CHARS: Final = (20, 1500)
_STANDFIRST_CHARS: Final = (80, 900)
_DATE_CHARS: Final = 120
_KICKER_CHARS: Final = 200
_BEFORE_HEADLINE: Final = 6  # blocks: kicker, date and lead may stand a little above it
_BY: Final = re.compile(
    r"^\W*(?:by|von|par|por|di|door|av|yazan|نویسنده|خبرنگار|گزارشگر|گزارش از|تهیه و تنظیم|"
    r"مترجم|ترجمه)\s*[::]?\s+",
    re.IGNORECASE,
)
_CRUMB_HOME: Final = re.compile(
    r"^(?:خانه|صفحه اصلی|صفحه نخست|اخبار|home|homepage|news|start(?:seite)?|accueil|inicio)$",
    re.IGNORECASE,
)
_DATE_DIGITS: Final = re.compile(r"[\d۰-۹٠-٩]")


@dataclass(frozen=True, slots=True)
class PageFields:
    """What stands on the page; ``lead_blocks`` are the indexes the lead was taken from."""

    headings: tuple[str, ...]
    kicker: str
    lead: str
    lead_blocks: frozenset[int]
    byline: str
    dates: tuple[str, ...]
    sections: tuple[str, ...]
    tags: tuple[str, ...]


def read_fields(page: Page, article: Region, *, description: str = "") -> PageFields:
    """The fields around and inside the article's element.

    ``description`` is what the page says of itself in its head: a block with that very text is
    the lead, whatever its class is called.
    """
    headings = list(_headings(page, article))
    start = min((block.index for block in headings), default=article.first)
    start = max(0, min(start, article.first) - _BEFORE_HEADLINE)
    lead = _lead(page, article, start=start, description=description)
    stretch = page.blocks[start : article.last]
    return PageFields(
        headings=tuple(block.text for block in headings),
        kicker=next(_texts(stretch, Hint.KICKER, limit=_KICKER_CHARS), ""),
        lead="\n".join(block.text for block in lead),
        lead_blocks=frozenset(block.index for block in lead),
        byline=next(_people(stretch), ""),
        dates=tuple(_dates(page, article, start=start)),
        sections=tuple(_sections(page)),
        tags=tuple(_tags(page, start)),
    )


def _headings(page: Page, article: Region) -> Iterator[Block]:
    """First ``h1`` blocks, then whatever is named a title, up to the article's end."""
    blocks = [b for b in page.blocks[: article.last] if not b.link_share > 0.9 or b.kind == "h1"]
    yield from (block for block in blocks if block.kind == "h1" and len(block.text) > 3)
    for block in blocks:
        if block.kind != "h1" and any(r.hint is Hint.HEADLINE for r in block.hints()):
            yield block


def _lead(page: Page, article: Region, *, start: int, description: str) -> list[Block]:
    wanted = " ".join(description.split())
    for region in page.regions:
        if region.hint is not Hint.LEAD or not start <= region.first < article.last:
            continue
        blocks = [b for b in page.blocks[region.first : region.last] if b.kind != "h1"]
        size = sum(len(block.text) for block in blocks)
        fits = blocks and _LEAD_CHARS[0] <= size <= _LEAD_CHARS[1]
        own = all(not _is_foreign(block) and block.link_share < 0.5 for block in blocks)
        if fits and own and _opens_article(blocks, article, page=page):
            return blocks
    for block in page.blocks[start : article.last]:
        if len(wanted) >= _LEAD_CHARS[0] and block.text == wanted and block.kind != "h1":
            return [block] if block.index < article.first + _BEFORE_HEADLINE else []
    return _standfirst(page, article)


def _standfirst(page: Page, article: Region) -> list[Block]:
    """A sentence between the headline and the article's element, under no name at all."""
    titles = [b.index for b in page.blocks[: article.first] if b.kind == "h1"]
    for block in page.blocks[titles[-1] + 1 : article.first] if titles else ():
        fits = _STANDFIRST_CHARS[0] <= len(block.text) <= _STANDFIRST_CHARS[1]
        if fits and block.kind in {"h2", "p"} and not block.link_chars and block.region is None:
            return [block]
    return []


def _opens_article(blocks: list[Block], article: Region, *, page: Page) -> bool:
    """A lead stands above the text: at most a few lines of the body come before it."""
    before = sum(len(b.text) for b in page.blocks[article.first : blocks[0].index] if b.kind == "p")
    total = sum(len(b.text) for b in page.blocks[article.first : article.last])
    size = sum(len(block.text) for block in blocks)
    return before <= 300 and (size <= 0.5 * total or blocks[-1].index < article.first)


def _is_foreign(block: Block) -> bool:
    return any(region.hint is Hint.NEVER for region in block.hints())


def _texts(blocks: list[Block], hint: Hint, *, limit: int) -> Iterator[str]:
    for block in blocks:
        nearest = next((region.hint for region in block.hints()), Hint.NONE)
        if nearest is hint and 1 < len(block.text) <= limit and not _is_foreign(block):
            yield block.text


def _people(blocks: list[Block]) -> Iterator[str]:
    """Texts named as bylines that look like a name: two to six words, no digits, no sentence."""
    for text in _texts(blocks, Hint.BYLINE, limit=100):
        name = _BY.sub("", text).strip(" :|-")
        if 2 <= len(name.split()) <= 6 and not _DATE_DIGITS.search(name) and "\n" not in name:
            yield name


def _dates(page: Page, article: Region, *, start: int) -> Iterator[str]:
    """The texts named as dates, near the headline first, then the rest."""
    dated = [region for region in page.regions if region.hint is Hint.DATE]
    for region in sorted(dated, key=lambda r: not start <= r.first < article.last):
        for block in page.blocks[region.first : region.last]:
            short = len(block.text) <= _DATE_CHARS and _DATE_DIGITS.search(block.text)
            if short and not _is_foreign(block):
                yield block.text


def _sections(page: Page) -> Iterator[str]:
    for region in page.regions:
        if region.hint is Hint.SECTIONS:
            names = [" ".join(name.split()) for name in _link_texts(region.element)]
            found = [name for name in names if name and not _CRUMB_HOME.match(name)]
            if found:
                yield from found[:4]
                return


def _tags(page: Page, start: int) -> Iterator[str]:
    """The links inside the first element named as tags that stands after the headline."""
    for region in page.regions:
        if region.hint is Hint.TAGS and region.first >= start:
            names = [name.strip("#؛،, ") for name in _link_texts(region.element)]
            found = [name for name in names if 1 < len(name) <= 60]
            if found:
                yield from found
                return


def _link_texts(element: etree._Element) -> Iterator[str]:
    for link in element.iter("a"):
        text = " ".join("".join(link.itertext()).split())
        if text and read_names(link.get("class", "")) is not Hint.NEVER:
            yield text
