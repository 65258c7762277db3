"""Quotation marks of typewriters and other languages to «…», where they surely pair."""

from __future__ import annotations

import re
from typing import Final

from getnewsfast.text.characters import ARABIC

_MARKS: Final = re.compile('["“”„]+')
_ANY_MARK: Final = re.compile('["“”„]')
_LETTER: Final = re.compile(f"[{ARABIC}]")
_ANGLED: Final = re.compile(r"(?<!<)<<([^<>\n]{1,400})>>(?!>)")
_LEFT_BORDER: Final = frozenset(" \n([«")


def set_guillemets(text: str) -> str:
    """``او گفت "سلام".`` is «او گفت «سلام».», also with ``“ ”`` in either order and ``<< >>``.

    A paragraph where one mark has no partner («لوله 15"») or no Persian letter keeps all its marks.
    """
    if "<<" in text:
        text = _ANGLED.sub(r"«\1»", text)
    if not _ANY_MARK.search(text):
        return text
    return "\n".join(map(_set_in_paragraph, text.split("\n")))


def _set_in_paragraph(line: str) -> str:
    if not _LETTER.search(line):
        return line
    pieces = []
    end = depth = 0
    for match in _MARKS.finditer(line):
        opens = _opens(line, match, depth=depth)
        depth += 1 if opens else -1
        if depth < 0:
            return line
        pieces += [line[end : match.start()], "«" if opens else "»"]
        end = match.end()
    return line if depth else "".join([*pieces, line[end:]])


def _opens(line: str, match: re.Match[str], *, depth: int) -> bool:
    is_after_border = match.start() == 0 or line[match.start() - 1] in _LEFT_BORDER
    if not depth:
        return is_after_border
    return is_after_border and match.end() < len(line) and line[match.end()] != " "
