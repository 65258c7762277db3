"""Quotation marks of typewriters and other languages to «…», where they surely pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from getnewsfast.text.characters import ARABIC, COVER_ARABIC
from getnewsfast.text.edits import Edit

_PARAGRAPH: Final = re.compile('[^\n]*["“”„][^\n]*')
_TURNED: Final = re.compile("(?:^|[ (:])»[^ \n][^\n]*", re.MULTILINE)
_ANGLES: Final = re.compile("(?<!<)<<(?!<)|(?<!>)>>(?!>)|\n")
_MARKS: Final = re.compile('["“”„]+')
_GUILLEMETS: Final = re.compile("[«»]")
_LETTER: Final = re.compile(f"[{ARABIC}{COVER_ARABIC}]")
_LEFT_BORDER: Final = frozenset(" \n([«:")
SIGNS: Final = ('"', "“", "”", "„")


def find_marks(text: str) -> Iterator[Edit]:
    """``او گفت "سلام".`` is «او گفت «سلام».», also with ``“ ”`` in either order.

    A mark inside a quotation is «» as well. A paragraph where one mark has no partner («لوله 15"»)
    or no Persian letter keeps all its marks.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        if _LETTER.search(paragraph[0]):
            for start, end, put in _find_in(paragraph[0]):
                yield paragraph.start() + start, paragraph.start() + end, put


def find_angled(text: str) -> Iterator[Edit]:
    """``<<سلام>>`` is «سلام», one inside another too; not across lines."""
    opened: list[int] = []
    edits: list[Edit] = []
    for match in _ANGLES.finditer(text):
        if match[0] == "\n":
            opened.clear()
        elif match[0] == "<<":
            opened.append(match.start())
        elif opened:
            edits.append((opened[-1], opened.pop() + 2, "«"))
            edits.append((match.start(), match.end(), "»"))
    return iter(sorted(edits))


def _find_in(line: str) -> list[Edit]:
    edits: list[Edit] = []
    depth = 0
    for match in _MARKS.finditer(line):
        opens = _opens(line, match, depth=depth)
        depth += 1 if opens else -1
        if depth < 0:
            return []
        edits.append((match.start(), match.end(), "«" if opens else "»"))
    return [] if depth else edits


def _opens(line: str, match: re.Match[str], *, depth: int) -> bool:
    is_after_border = match.start() == 0 or line[match.start() - 1] in _LEFT_BORDER
    if not depth:
        return is_after_border
    return is_after_border and match.end() < len(line) and line[match.end()] != " "


def find_turned(text: str) -> Iterator[Edit]:
    """``او گفت: »سلام«``: guillemets typed the other way round, each of a paragraph or none."""
    if not _TURNED.search(text):
        return
    start = 0
    for line in text.split("\n"):
        for place, put in _turn(line):
            yield start + place, start + place + 1, put
        start += len(line) + 1


def _turn(line: str) -> list[tuple[int, str]]:
    places = [match.start() for match in _GUILLEMETS.finditer(line)]
    if len(places) % 2 or any(mark in line for mark in SIGNS):
        return []
    turned: list[tuple[int, str]] = []
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        is_turned = line[opening] == "»" and line[closing] == "«"
        is_outside = opening == 0 or line[opening - 1] in _LEFT_BORDER
        if not is_turned or not is_outside or line[opening + 1] in (" ", "«"):
            return []
        turned += [(opening, "«"), (closing, "»")]
    return turned
