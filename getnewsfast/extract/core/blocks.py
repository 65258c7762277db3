"""One walk over a page's tree: its paragraphs in order, and which element holds which of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from getnewsfast.extract.core.hints import FIELD_HINTS, Hint, read_names
from getnewsfast.extract.core.tags import (
    FRAMES,
    GROUPS,
    INLINE,
    KEPT_INLINE,
    KINDS,
    PARAGRAPHS,
    SKIPPED,
)

_JUNK_TAGS: Final = {
    "nav": Hint.NEVER,
    "footer": Hint.JUNK,
    "aside": Hint.JUNK,
    "menu": Hint.JUNK,
    "figure": Hint.CAPTION,
    "figcaption": Hint.CAPTION,
}
# A whole section is more than one of these lines, however it is called.
_LINE_HINTS: Final = FIELD_HINTS - {Hint.TAGS, Hint.SECTIONS}
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?؟…:»\"”。]\s*$")
_LINE_IS_PARAGRAPH_CHARS: Final = 60

# Stands for <br> among the pieces; the guards have removed this control character from the page.
BREAK: Final = "\x1e"

# A piece of a paragraph: text, or a tag opened ("+a", its address) or closed ("-a", "").
# Text is a bare string because the garbage collector then has nothing to follow: a page has
# thousands of pieces, and as pairs they cost a fifth of the whole walk.
Piece = str | tuple[str, str]


@dataclass(slots=True)
class Region:
    """An element with its stretch of blocks, ``first`` (included) to ``last`` (excluded)."""

    element: etree._Element
    hint: Hint
    first: int
    last: int = 0
    outer: Region | None = None


@dataclass(slots=True)
class Block:
    """One paragraph, heading, list item or table cell, wherever on the page it stands."""

    index: int
    kind: str
    text: str
    pieces: list[Piece]
    link_chars: int
    group: tuple[str, int]
    cell: tuple[int, int]  # its row and itself, as numbers that grow with the page
    region: Region | None
    element: etree._Element = field(repr=False)

    @property
    def link_share(self) -> float:
        """How much of the text is in links, 0 to 1."""
        return self.link_chars / len(self.text)

    @property
    def ends_as_sentence(self) -> bool:
        """Whether the text ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))

    def hints(self) -> Iterator[Region]:
        """The hinted elements around the block, from the nearest outwards."""
        region = self.region
        while region is not None:
            yield region
            region = region.outer


@dataclass(slots=True)
class Page:
    """The whole page as blocks, in document order, and every block element's stretch of them."""

    blocks: list[Block]
    regions: list[Region]


def read_blocks(root: etree._Element) -> Page:
    """Walk the page once. Half-spaces and every other letter of the text are kept as they are."""
    walk = _Walk()
    body = root.find("body")
    walk.visit(root if body is None else body)
    walk.flush()
    return Page(walk.blocks, walk.regions)


class _Walk:
    """The state of the walk: the run of text being gathered and what surrounds it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.regions: list[Region] = []
        self.region: Region | None = None
        self.kind = "p"
        self.group = ("", 0)
        self.cell = (0, 0)
        self.holder: etree._Element | None = None
        self.pieces: list[Piece] = []
        self.texts: list[str] = []  # of the pieces, only the text
        self.line_start = 0
        self.open: list[tuple[str, str]] = []
        self.link_depth = 0
        self.link_chars = 0
        self.marks = 0

    def visit(self, element: etree._Element) -> None:
        """Gather one element's text; the text after it belongs to its parent."""
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str):
            return
        if tag in INLINE and not self._is_field(element):
            self._visit_inline(element, tag)
        elif tag == "br":
            self._break()
        elif tag == "hr":
            self.flush()
        else:
            self._visit_block(element, tag)

    def _is_field(self, element: etree._Element) -> bool:
        """A span that holds the date or the kicker, outside any paragraph, stands on its own."""
        if self.holder is None or self.holder.tag in PARAGRAPHS:
            return False
        names, identity = element.get("class", ""), element.get("id", "")
        return bool(names or identity) and read_names(names, identity) is not Hint.NONE

    def _add(self, text: str) -> None:
        if not self.texts and text.isspace():
            return
        self.pieces.append(text)
        self.texts.append(text)
        if self.link_depth:
            self.link_chars += len(text.strip())

    # The two below repeat their loop over the children instead of sharing it: two Python frames
    # a level, so the deepest page (256) stays under the interpreter's 1,000.
    def _visit_inline(self, element: etree._Element, tag: str) -> None:
        kept = KEPT_INLINE.get(tag, "")
        href = element.get("href", "") if tag == "a" else ""
        if kept:
            self.pieces.append(("+" + kept, href))
            self.open.append((kept, href))
        self.link_depth += tag == "a"
        if element.text:
            self._add(element.text)
        for child in element:
            self.visit(child)
            if child.tail:
                self._add(child.tail)
        self.link_depth -= tag == "a"
        if kept:
            self.open.pop()
            self.pieces.append(("-" + kept, ""))

    def _visit_block(self, element: etree._Element, tag: str) -> None:
        if self.texts:
            self.flush()
        outer = (self.region, self.kind, self.group, self.cell, self.holder)
        region = self._enter(element, tag)
        if element.text:
            self._add(element.text)
        for child in element:
            self.visit(child)
            if child.tail:
                self._add(child.tail)
        if self.texts:
            self.flush()
        self.region, self.kind, self.group, self.cell, self.holder = outer
        region.last = len(self.blocks)
        if region.last > region.first:
            self.regions.append(region)

    def _enter(self, element: etree._Element, tag: str) -> Region:
        region = Region(element, _hint(element, tag), len(self.blocks), outer=self.region)
        if region.hint is not Hint.NONE:
            self.region = region
        self.holder = element
        self.kind = KINDS.get(tag, self.kind if self.kind in {"li", "cell"} else "p")
        self.marks += 1
        if tag in GROUPS:
            self.group = (GROUPS[tag], self.marks)
        elif tag == "tr":
            self.cell = (self.marks, 0)
        elif tag in {"td", "th"}:
            self.cell = (self.cell[0], self.marks)
        return region

    def _break(self) -> None:
        """A line break: two of them, or one after a whole sentence, end the paragraph."""
        if not self.texts:
            return
        line = "".join(self.texts[self.line_start :]).strip()
        if not line or (len(line) >= _LINE_IS_PARAGRAPH_CHARS and _SENTENCE_END.search(line)):
            self.flush()
            return
        self.pieces.append(BREAK)
        self.texts.append(BREAK)
        self.line_start = len(self.texts)

    def flush(self) -> None:
        """End the run of text: it becomes a block, unless it is empty."""
        text = "".join(self.texts)
        if BREAK in text:
            text = "\n".join(filter(None, (" ".join(line.split()) for line in text.split(BREAK))))
        else:
            text = " ".join(text.split())
        if text and self.holder is not None:
            self._append(text)
        self.pieces = [("+" + tag, href) for tag, href in self.open]
        self.texts, self.line_start, self.link_chars = [], 0, 0

    def _append(self, text: str) -> None:
        assert self.holder is not None
        pieces = self.pieces
        if self.open:
            pieces += [("-" + tag, "") for tag, _href in reversed(self.open)]
        self.blocks.append(
            Block(
                index=len(self.blocks),
                kind=self.kind,
                text=text,
                pieces=pieces,
                link_chars=min(self.link_chars, len(text)),
                group=self.group,
                cell=self.cell,
                region=self.region,
                element=self.holder,
            )
        )


def _hint(element: etree._Element, tag: str) -> Hint:
    if tag in FRAMES:
        return Hint.NONE
    if tag == "h1":
        return Hint.HEADLINE
    attributes = dict(element.items())
    if not attributes:
        return _JUNK_TAGS.get(tag, Hint.NONE)
    if attributes.get("itemprop") == "articleBody":
        return Hint.CONTENT
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        return Hint.JUNK
    hint = read_names(attributes.get("class", ""), attributes.get("id", ""))
    if hint is Hint.NONE or (hint is Hint.CONTENT and tag in _JUNK_TAGS):
        hint = _JUNK_TAGS.get(tag, hint)
    if hint in _LINE_HINTS and tag in {"section", "header"}:
        return Hint.NONE
    return hint
