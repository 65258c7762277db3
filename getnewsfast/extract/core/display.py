"""The display form of what a page said: letters, digits, half-spaces, punctuation put right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from typing import Final

from getnewsfast.text.digits import Shown
from getnewsfast.text.normalise import display, display_pieces

# Sanitised HTML only: every tag is closed, every attribute quoted.
TAG: Final = re.compile(r'(<[^<>"]*(?:"[^"]*"[^<>"]*)*>)')


def display_line(text: str, language: str) -> str:
    """The display form of a headline, lead or name: «كاهش 20 درصدي» becomes «کاهش ۲۰ درصدی»."""
    return display(text, language, digits=Shown.PERSIAN)


def display_html(html: str, language: str) -> str:
    """The display form of sanitised HTML; tags, attributes and addresses stay as they are.

    «كتابهاي <em>تازه</em> ,» keeps its ``em`` and gets Persian letters and comma. Spaces between a
    text and a tag are kept, since they part words. Which faults of half-spaces are mended is
    decided on the whole body; no word is joined across a tag.
    """
    return display_article((), html, language)[1]


def display_article(lines: Sequence[str], html: str, language: str) -> tuple[list[str], str]:
    """The display forms of an article's lines (headline, lead, …) and of its sanitised body.

    They are one document: a headline alone is too short to show what its software does to
    half-spaces, its body is not.
    """
    pieces = TAG.split(html)
    texts = [unescape(piece) for piece in pieces[::2]]
    shown = display_pieces([*lines, *texts], language, digits=Shown.PERSIAN)
    body = shown[len(lines) :]
    pieces[::2] = [_set_between(piece, text) for piece, text in zip(texts, body, strict=True)]
    return shown[: len(lines)], "".join(pieces)


def _set_between(piece: str, shown: str) -> str:
    """A piece's display form with the space it had on either side of its tags."""
    if not shown:
        return piece if not piece.strip() else " "
    head = " " if piece[:1].isspace() else ""
    tail = " " if piece[-1:].isspace() else ""
    return head + escape(shown, quote=False) + tail
