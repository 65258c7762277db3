"""Articles as their authors keep them: one file each, TOML front matter, then plain text.

A file is read like this::

    +++
    code = 84512301
    headline = "…"
    +++

    A paragraph.

    ## A sub-heading

    > A quotation.

    - a list
    - of things

    === the text after the update ===

    The paragraphs that replace those above once the agency has updated the article.

A reprint has a ``[reprint]`` table instead of a body of its own (what it writes is a lead-in).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from getnewsfast.terminal.demowire.disguise import disguise

UPDATE_MARK = "=== the text after the update ==="


class BlockKind(StrEnum):
    """What a block of a body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body; ``lines`` has one line, but for a list."""

    kind: BlockKind
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words of the block, lines joined by a newline."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw (a motif of ``drawings``), and what stands under it."""

    motif: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """Whose text this is: the first ``blocks`` blocks of ``of``, all where ``blocks`` is None."""

    of: str
    blocks: int | None
    disguise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """New words of an article, ``after`` so many further turns of the wire."""

    after: int
    headline: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """One article as written. ``key`` is ``agency/file-name-without-ending``."""

    key: str
    code: int
    language: str
    headline: str
    kicker: str
    lead: str
    byline: str
    section: str
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]
    picture: Picture | None
    reprint: Reprint | None
    update: Update | None
    withdraw_after: int | None
    event: str

    @property
    def agency(self) -> str:
        """The slug of its agency."""
        return self.key.partition("/")[0]

    @property
    def name(self) -> str:
        """The file name without number, for addresses in Latin letters."""
        return self.key.partition("/")[2].partition("-")[2]

    @property
    def text(self) -> str:
        """The body as plain text, blocks separated by an empty line."""
        return "\n\n".join(block.text for block in self.blocks)


def read_blocks(text: str) -> tuple[Block, ...]:
    """Cut a plain text into blocks at its empty lines."""
    pieces = (piece.strip() for piece in text.replace("\r\n", "\n").split("\n\n"))
    return tuple(_read_block(piece) for piece in pieces if piece)


def _read_block(piece: str) -> Block:
    if piece.startswith("## "):
        return Block(BlockKind.HEADING, (piece[3:].strip(),))
    lines = [line.strip() for line in piece.split("\n")]
    if piece.startswith("> "):
        return Block(BlockKind.QUOTE, (" ".join(line.removeprefix(">").strip() for line in lines),))
    if all(line.startswith("- ") for line in lines):
        return Block(BlockKind.LIST, tuple(line[2:].strip() for line in lines))
    return Block(BlockKind.PARAGRAPH, (" ".join(lines),))


def read_manuscript(key: str, source: str) -> Manuscript:
    """Read one file; ``ValueError`` or ``KeyError`` names what is missing (our own files)."""
    opening, front, body = source.split("+++\n", 2)
    if opening.strip():
        raise ValueError(f"{key}: the file starts with +++")
    head = tomllib.loads(front)
    before, _, after = body.partition(UPDATE_MARK)
    return Manuscript(
        key=key,
        code=head["code"],
        language=head.get("language", "fa"),
        headline=head.get("headline", "") if "reprint" in head else head["headline"],
        kicker=head.get("kicker", ""),
        lead=head.get("lead", "") if "reprint" in head else head["lead"],
        byline=head["byline"],
        section=head["section"],
        tags=tuple(head["tags"]),
        blocks=read_blocks(before),
        picture=Picture(**head["picture"]) if "picture" in head else None,
        reprint=_read_reprint(head.get("reprint")),
        update=_read_update(head, after),
        withdraw_after=head.get("withdraw_after"),
        event=head.get("event", ""),
    )


def _read_reprint(table: Mapping[str, Any] | None) -> Reprint | None:
    if table is None:
        return None
    return Reprint(table["of"], table.get("blocks"), tuple(table.get("disguise", ())))


def _read_update(head: Mapping[str, Any], body: str) -> Update | None:
    table = head.get("update")
    if table is None:
        return None
    return Update(
        after=table["after"],
        headline=table.get("headline", head["headline"]),
        lead=table.get("lead", head["lead"]),
        blocks=read_blocks(body),
    )


def fill_reprint(manuscript: Manuscript, originals: Mapping[str, Manuscript]) -> Manuscript:
    """Give a reprint its body: its own lead-in, then the original's blocks, disguised.

    Headline and lead are the original's too where the reprint has none of its own.
    """
    reprint = manuscript.reprint
    if reprint is None:
        return manuscript
    original = originals[reprint.of]
    taken = original.blocks[: reprint.blocks]
    changed = tuple(
        Block(block.kind, tuple(disguise(line, reprint.disguise) for line in block.lines))
        for block in taken
    )
    return replace(
        manuscript,
        headline=manuscript.headline or disguise(original.headline, reprint.disguise),
        lead=manuscript.lead or disguise(original.lead, reprint.disguise),
        blocks=manuscript.blocks + changed,
    )


def load_manuscripts(folder: Traversable | None = None) -> tuple[Manuscript, ...]:
    """Every article of ``folder`` (the shipped ones) in the order of its ``running_order.txt``."""
    root = folder or files(__package__) / "articles"
    order = (root / "running_order.txt").read_text("utf-8").split("\n")
    keys = [line.strip() for line in order if line.strip() and not line.startswith("#")]
    read = {key: read_manuscript(key, (root / f"{key}.md").read_text("utf-8")) for key in keys}
    return tuple(fill_reprint(read[key], read) for key in keys)
