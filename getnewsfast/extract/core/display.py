"""The display form of what a page said: letters, digits, punctuation and spacing put right."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final

from getnewsfast.text.digits import localise
from getnewsfast.text.normalise import display

# Sanitised HTML only: every tag is closed, every attribute quoted.
_TAG: Final = re.compile(r'(<[^<>"]*(?:"[^"]*"[^<>"]*)*>)')


def display_line(text: str, language: str) -> str:
    """The display form of a headline, lead or name: «كاهش 20 درصدي» becomes «کاهش ۲۰ درصدی»."""
    return localise(display(text, language), language)


def display_html(html: str, language: str) -> str:
    """The display form of sanitised HTML; tags, attributes and addresses stay as they are.

    «كتابهاي <em>تازه</em> ,» keeps its ``em`` and gets Persian letters and comma. Spaces between a
    text and a tag are kept, since they part words.
    """
    pieces = _TAG.split(html)
    pieces[::2] = [_display_piece(piece, language) for piece in pieces[::2]]
    return "".join(pieces)


def _display_piece(piece: str, language: str) -> str:
    if not piece.strip():
        return piece
    text = unescape(piece)
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return head + escape(display_line(text, language), quote=False) + tail
