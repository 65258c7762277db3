"""Blocks, lists and links as HTML (well-formed as XML too); every value is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from getnewsfast.terminal.demowire.manuscripts import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what stands on it."""

    url: str
    text: str

    @property
    def html(self) -> str:
        """``<a href="…">…</a>``."""
        return f'<a href="{escape(self.url)}">{escape(self.text)}</a>'


def write_list(links: Iterable[Link]) -> str:
    """The links as list items."""
    return "".join(f"<li>{link.html}</li>" for link in links)


def write_tags(tags: Sequence[str]) -> str:
    """Tags as list items with links that lead nowhere."""
    return "".join(f'<li><a href="#tag" rel="tag">{escape(tag)}</a></li>' for tag in tags)


def write_blocks(
    blocks: Sequence[Block], heading: str = "h3", *, boxes: Mapping[int, str] | None = None
) -> str:
    """Blocks as elements; ``boxes`` puts foreign HTML after so many blocks (1 is the first)."""
    pieces: list[str] = []
    for number, block in enumerate(blocks, start=1):
        pieces.append(_write_block(block, heading))
        pieces.append((boxes or {}).get(number, ""))
    return "\n".join(piece for piece in pieces if piece)


def _write_block(block: Block, heading: str) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"<{heading}>{escape(block.text)}</{heading}>"
        case BlockKind.QUOTE:
            return f"<blockquote><p>{escape(block.text)}</p></blockquote>"
        case BlockKind.LIST:
            items = "".join(f"<li>{escape(line)}</li>" for line in block.lines)
            return f"<ul>{items}</ul>"
        case _:
            return f"<p>{escape(block.text)}</p>"


def write_bare(blocks: Sequence[Block]) -> str:
    """Blocks as bare text with line breaks: how the IranSamaneh family keeps its bodies."""
    return "\n<br/>\n<br/>\n".join(_write_bare_block(block) for block in blocks)


def _write_bare_block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"<strong>{escape(block.text)}</strong>"
        case BlockKind.LIST:
            return "\n<br/>\n".join(f"- {escape(line)}" for line in block.lines)
        case BlockKind.QUOTE:
            return f"«{escape(block.text)}»"
        case _:
            return escape(block.text)
