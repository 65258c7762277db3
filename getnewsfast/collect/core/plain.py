"""Plain text out of what feeds put into titles, names and tags."""

from __future__ import annotations

import html
import re
from typing import Final

HEADLINE_CHARS: Final = 1_000
NAME_CHARS: Final = 200
SUMMARY_CHARS: Final = 2_000
CONTENT_CHARS: Final = 500_000
GUID_CHARS: Final = 1_000

# Markup in front of the limit is dropped, so more than the limit is looked at, but not without end.
MARKUP_PER_CHAR: Final = 40

# Not XML, or refused by PostgreSQL (NUL), or no character at all (lone surrogates from JSON); and
# the overrides and isolates that let a headline pretend to be something else (a file «exe.jpg»).
_NEVER: Final = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069"
# Invisible marks, all but the half-space (U+200C) and the joiner (U+200D), which Persian needs.
_INVISIBLE: Final = r"\u200b\u200e\u200f\u061c\u2060-\u2064\ufeff\u00ad"
_UNCLEAN: Final = re.compile(f"[{_NEVER}]+")
_UNSHOWN: Final = re.compile(f"[{_NEVER}{_INVISIBLE}]+")
# The control range C1 holds nothing printable: what stands there was meant in windows-1252.
_C1: Final = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_HAS_C1: Final = re.compile(r"[\x80-\x9f]")
_SPACES: Final = re.compile(r"[ \t\r\n\u2028\u2029]+")
_MARKS: Final = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)
# html.unescape() fails on numbers of more than 4,300 digits; no character has more than seven.
_HUGE_REFERENCE: Final = re.compile(r"&#x?[0-9a-fA-F]{8,};?", re.IGNORECASE)

_BLOCK_NAMES: Final = (
    "address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|"
    "hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_INLINE_NAMES: Final = (
    "a|abbr|acronym|area|audio|b|base|bdi|bdo|big|body|button|canvas|caption|center|cite|code|col|"
    "colgroup|data|del|details|dfn|em|embed|font|head|html|i|iframe|img|input|ins|kbd|label|"
    "legend|link|map|mark|marquee|math|meta|nobr|noscript|o:p|object|option|param|picture|q|"
    "rp|rt|ruby|s|samp|script|select|small|source|span|strike|strong|style|sub|summary|sup|svg|"
    "template|textarea|time|title|track|tt|u|var|video|wbr"
)
# Each attempt ends at the next angle bracket, so unclosed tags cost no more than closed ones.
_BLOCK: Final = re.compile(rf"</?(?:{_BLOCK_NAMES})(?:[\s/][^<>]*)?>", re.IGNORECASE)
_INLINE: Final = re.compile(rf"</?(?:{_INLINE_NAMES})(?:[\s/][^<>]*)?>", re.IGNORECASE)
_UNSEEN: Final = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))


def clean(text: str) -> str:
    """The text without what no reader sees and no database takes: controls, bidi overrides."""
    return _printable(_UNCLEAN.sub("", text))


def one_line(text: str, limit: int = NAME_CHARS) -> str:
    """Plain text on one line of at most ``limit`` characters; half-spaces stay: «می‌شود»."""
    text = _printable(_UNSHOWN.sub("", text[: limit * MARKUP_PER_CHAR]))
    return _SPACES.sub(" ", _MARKS.sub(r"\1", text)).strip()[:limit].rstrip()


def text_of(markup: str, limit: int = HEADLINE_CHARS) -> str:
    """The words of a piece of HTML on one line: tags dropped, entities undone once.

    A ``<`` that opens no HTML tag is a letter like any other: «نرخ a < b» stays whole.
    """
    markup = markup[: limit * MARKUP_PER_CHAR]
    if "<" in markup:
        for opening, closing in _UNSEEN:
            markup = _without(markup, opening=opening, closing=closing)
        markup = _INLINE.sub("", _BLOCK.sub(" ", markup))
    if "&" in markup:
        markup = html.unescape(_HUGE_REFERENCE.sub("", markup))
    return one_line(markup, limit)


def has_markup(text: str) -> bool:
    """Whether the text holds at least one HTML tag."""
    return bool(_BLOCK.search(text) or _INLINE.search(text))


def html_of(text: str) -> str:
    """Plain text as HTML: escaped, one paragraph for each block between empty lines."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{html.escape(block, quote=False)}</p>" for block in blocks if block)


def _printable(text: str) -> str:
    return text.translate(_C1) if _HAS_C1.search(text) else text


def _without(markup: str, *, opening: str, closing: str) -> str:
    """Drop the stretches from ``opening`` to ``closing``; one that never closes stays."""
    folded = markup.lower()
    if len(folded) != len(markup) or opening not in folded:
        return markup
    kept: list[str] = []
    at = 0
    while (start := folded.find(opening, at)) >= 0:
        end = folded.find(closing, start)
        if end < 0:
            break
        kept.append(markup[at:start])
        at = end + len(closing)
    kept.append(markup[at:])
    return " ".join(kept)
