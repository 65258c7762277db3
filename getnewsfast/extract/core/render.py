"""Blocks to the article's HTML and to its plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final
from urllib.parse import urljoin

from getnewsfast.extract.core.blocks import BREAK, Block, Piece

_TABLE_CELL_CHARS: Final = 150  # longer cells on average: the table only lays the page out


def render_text(blocks: Sequence[Block]) -> str:
    """Paragraphs separated by a newline; a table's row is one line."""
    return "\n".join(text for text in _lines(blocks) if text)


def render_html(blocks: Sequence[Block], *, base_url: str) -> str:
    """Flat, well-formed HTML: ``p h2 h3 ul ol li blockquote table strong em a br``."""
    return "\n".join(
        _group_html(name, list(members), base_url=base_url)
        for (name, _mark), members in _groups(blocks)
    )


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, int], Iterator[Block]]]:
    return groupby(blocks, key=lambda block: block.group)


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for (name, _mark), group in _groups(blocks):
        members = list(group)
        if name == "table" and _is_table(members):
            for row in _table(members):
                yield " | ".join(" ".join(block.text for block in cell) for cell in row)
        else:
            yield from (block.text for block in members)


def _is_table(blocks: Sequence[Block]) -> bool:
    rows, cells = {block.cell[0] for block in blocks}, {block.cell for block in blocks}
    if len(rows) < 2 or len(cells) <= len(rows):
        return False
    return sum(len(block.text) for block in blocks) / len(cells) <= _TABLE_CELL_CHARS


def _table(blocks: Sequence[Block]) -> list[list[list[Block]]]:
    """Rows of cells of blocks."""
    cells = [list(members) for _cell, members in groupby(blocks, key=lambda block: block.cell)]
    return [list(row) for _row, row in groupby(cells, key=lambda cell: cell[0].cell[0])]


def _group_html(name: str, blocks: Sequence[Block], *, base_url: str) -> str:
    if name == "table" and _is_table(blocks):
        rows = "".join(_row_html(row, base_url) for row in _table(blocks))
        return f"<table><tbody>{rows}</tbody></table>"
    if name in {"ul", "ol"}:
        items = "".join(
            _wrap("li" if block.kind in {"li", "p"} else block.kind, block, base_url=base_url)
            for block in blocks
        )
        return f"<{name}>{items}</{name}>" if "<li>" in items else items
    inner = "\n".join(_wrap(_tag(block), block, base_url=base_url) for block in blocks)
    return f"<blockquote>{inner}</blockquote>" if name == "blockquote" else inner


def _row_html(row: Sequence[Sequence[Block]], base_url: str) -> str:
    cells = ("<br>".join("".join(_inline(b, base_url)).strip() for b in cell) for cell in row)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _tag(block: Block) -> str:
    return block.kind if block.kind in {"h2", "h3", "pre"} else "p"


def _wrap(tag: str, block: Block, *, base_url: str) -> str:
    inner = "".join(_inline(block, base_url)).strip()
    return f"<{tag}>{inner}</{tag}>"


def _inline(block: Block, base_url: str) -> Iterator[str]:
    for piece in _spaced(block):
        if isinstance(piece, str):
            yield "<br>" if piece == BREAK else escape(piece, quote=False)
        elif piece[0] == "+a":
            yield f'<a href="{escape(_absolute(piece[1], base_url))}">'
        else:
            yield f"<{'/' if piece[0][0] == '-' else ''}{piece[0][1:]}>"


def _spaced(block: Block) -> Iterator[Piece]:
    """The pieces with runs of white space folded to one space, across the inline tags too."""
    spaced = True
    for piece in block.pieces:
        if not isinstance(piece, str) or piece == BREAK:
            spaced = spaced or piece == BREAK
            yield piece
            continue
        folded = " ".join(piece.split())
        if piece[:1].isspace() and not spaced:
            folded = " " + folded
        if piece[-1:].isspace() and folded.strip():
            folded += " "
        if folded:
            spaced = folded[-1] == " "
            yield folded


def _absolute(href: str, base_url: str) -> str:
    try:
        return urljoin(base_url, href.strip())
    except ValueError:
        return ""
