"""White space: one space between words, paragraphs apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from getnewsfast.text.edits import Edit, Search, Step, Swap
from getnewsfast.text.rules import Rule

_BREAK: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def _find_edges(text: str) -> Iterator[Edit]:
    """What stands before the first word and after the last."""
    head = len(text) - len(text.lstrip())
    if head:
        yield 0, head, ""
    end = len(text.rstrip())
    if head <= end < len(text):
        yield end, len(text), ""


LINE_BREAK_STEP: Final[Step] = Swap(Rule.WHITE_SPACE, _BREAK, "\n")
# Tabs, no-break spaces and their like.
ODD_SPACE_STEP: Final[Step] = Swap(Rule.WHITE_SPACE, re.compile(r"[^\S\n ]"), " ")
WHITE_SPACE_STEPS: Final[tuple[Step, ...]] = (
    Swap(Rule.WHITE_SPACE, re.compile(" {2,}"), " ", ("  ",)),
    Swap(Rule.WHITE_SPACE, re.compile(" \n ?|\n "), "\n", (" \n", "\n ")),
    Swap(Rule.WHITE_SPACE, re.compile("\n{3,}"), "\n\n", ("\n\n\n",)),
    Search(Rule.WHITE_SPACE, _find_edges, ()),
)
