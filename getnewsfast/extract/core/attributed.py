"""What a text tells of its origin, out of the shown text and into facts; its HTML stays sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from getnewsfast.extract.core.display import TAG
from getnewsfast.text.attribution import Span, read_attribution, remove_spans, strip_attribution

_LONGEST_FACT: Final = 200
_INLINE: Final = re.compile(r"</?(?:a|strong|em|b|i|u|s|sub|sup|span|mark|small|code)\b", re.I)
_EMPTY: Final = re.compile(
    r"<(p|li|ul|ol|h2|h3|blockquote|strong|em|b|i|a)(?:\s[^<>]*)?>(?:\s|<br\s?/?>)*</\1>"
)
_GAP: Final = re.compile(
    r"(?:(?<=<p>)|(?<=<li>))(?:\s|<br\s?/?>)+|(?:\s|<br\s?/?>)+(?=</(?:p|li)>)"
)
_NESTED: Final = 4  # list in list, emphasis in link: each empty round uncovers one more


@dataclass(frozen=True, slots=True)
class Attributed:
    """Lead and body as they are shown, and the facts that were among them, by name."""

    lead: str
    body_html: str
    facts: dict[str, str]


def take_out_attribution(
    lead: str, body_html: str, *, language: str, own: str = "", signed_off: Sequence[str] = ()
) -> Attributed:
    """«به گزارش ایسنا، …» and «انتهای پیام/ ۴۱» out of lead and body, and kept as facts.

    ``body_html`` is sanitised; ``own`` is the agency's key of the source; ``signed_off`` are the
    lines that were no part of the body from the start. A body that is nothing else stays.
    """
    paragraphs, told = strip_attribution(lead.split("\n"), language=language, own=own)
    pieces = TAG.split(body_html)
    text, starts = _read_pieces(pieces)
    attribution = read_attribution(text, language=language, own=own)
    signed = read_attribution("\n".join(signed_off), language=language, own=own)
    facts = signed.facts | told.facts | attribution.facts
    shown = _without_spans(pieces, starts, attribution.spans) if attribution.spans else body_html
    if not any(map(str.isalpha, TAG.sub("", shown))):
        shown = body_html
    return Attributed(
        lead="\n".join(paragraphs).strip(),
        body_html=shown,
        facts={name: value[:_LONGEST_FACT] for name, value in facts.items()},
    )


def _read_pieces(pieces: Sequence[str]) -> tuple[str, list[int]]:
    """The text, a line for each block, and where in it each text piece starts."""
    texts, starts, length = [], [], 0
    for position, piece in enumerate(pieces):
        if position % 2:
            text = "" if _INLINE.match(piece) else "\n"
        else:
            starts.append(length)
            text = unescape(piece).replace("\n", " ")
        texts.append(text)
        length += len(text)
    return "".join(texts), starts


def _without_spans(pieces: Sequence[str], starts: Sequence[int], spans: Sequence[Span]) -> str:
    kept, left = list(pieces), 0
    for position, start in enumerate(starts):
        text = unescape(pieces[2 * position])
        end = start + len(text)
        while left < len(spans) and spans[left].end <= start:
            left += 1
        here = []
        for span in spans[left:]:
            if span.start >= end:
                break
            cut = Span(span.kind, max(span.start, start) - start, min(span.end, end) - start)
            here.append(cut)
        if here:
            kept[2 * position] = escape(remove_spans(text, here), quote=False)
    return _close_up("".join(kept))


def _close_up(html: str) -> str:
    for _round in range(_NESTED):
        html, emptied = _EMPTY.subn("", html)
        if not emptied:
            break
    return re.sub(r"\n{2,}", "\n", _GAP.sub("", html)).strip()
