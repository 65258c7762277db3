"""A mended text in pieces: what stayed as it was, and what was changed by which rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from getnewsfast.text.characters import HALF_SPACE
from getnewsfast.text.normalise import Change, Explained
from getnewsfast.text.rules import Rule

# A change is shown with its word, as far as this; a text without spaces stays in small pieces.
WORD_CHARS: Final = 20
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})
_PLAIN: Final = frozenset((HALF_SPACE, " ", "\n", "\t"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Without rules both sides are the same."""

    before: str
    after: str
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a run of changes stands: in the original, and in the text that is shown."""

    start: int
    end: int
    shown_start: int
    shown_end: int
    rules: tuple[Rule, ...]


def list_pieces(text: str, explained: Explained) -> list[Piece]:
    """All of the text, in order: joined, ``before`` is the original and ``after`` the result.

    Changes in one word are one piece, so that «مي شود» → «می‌شود» is read as words.
    """
    pieces = []
    at = shown_at = 0
    for span in _widen(text, explained.text, _join(text, explained.changes)):
        if at < span.start or shown_at < span.shown_start:
            pieces.append(Piece(text[at : span.start], explained.text[shown_at : span.shown_start]))
        before = text[span.start : span.end]
        after = explained.text[span.shown_start : span.shown_end]
        pieces.append(Piece(before, after, span.rules))
        at, shown_at = span.end, span.shown_end
    if at < len(text) or shown_at < len(explained.text):
        pieces.append(Piece(text[at:], explained.text[shown_at:]))
    return pieces


def _join(text: str, changes: Sequence[Change]) -> list[_Span]:
    """One span for changes with no space between them."""
    spans: list[_Span] = []
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        last = spans[-1] if spans else None
        if last is None or (change.start > last.end and _has_space(text[last.end : change.start])):
            places = (change.start, change.end, change.shown_start, change.shown_end)
            spans.append(_Span(*places, (change.rule,)))
            continue
        spans[-1] = _Span(
            last.start,
            max(last.end, change.end),
            min(last.shown_start, change.shown_start),
            max(last.shown_end, change.shown_end),
            last.rules if change.rule in last.rules else (*last.rules, change.rule),
        )
    return spans


def _has_space(text: str) -> bool:
    return len(text) > WORD_CHARS or any(map(str.isspace, text))


def _widen(text: str, shown: str, spans: Sequence[_Span]) -> Iterator[_Span]:
    """Each span with the rest of its word, which both sides have alike."""
    floor = shown_floor = 0
    for number, span in enumerate(spans):
        last = number + 1 == len(spans)
        ceiling = len(text) if last else spans[number + 1].start
        shown_ceiling = len(shown) if last else spans[number + 1].shown_start
        head = _count_alike(
            reversed(text[max(floor, span.start - WORD_CHARS) : span.start]),
            reversed(shown[max(shown_floor, span.shown_start - WORD_CHARS) : span.shown_start]),
        )
        tail = _count_alike(
            iter(text[span.end : min(ceiling, span.end + WORD_CHARS)]),
            iter(shown[span.shown_end : min(shown_ceiling, span.shown_end + WORD_CHARS)]),
        )
        floor, shown_floor = span.end + tail, span.shown_end + tail
        yield _Span(span.start - head, floor, span.shown_start - head, shown_floor, span.rules)


def _count_alike(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for sign, shown_sign in zip(one, other, strict=False):
        if sign != shown_sign or sign.isspace():
            break
        count += 1
    return count


def show_unseen(text: str) -> str:
    """Invisible characters by their numbers, «[U+200F]»; half-spaces and plain spaces stay."""
    if text.isprintable():
        return text
    return "".join(sign if sign in _PLAIN else _show_sign(sign) for sign in text)


def _show_sign(sign: str) -> str:
    return f"[U+{ord(sign):04X}]" if unicodedata.category(sign) in _UNSEEN else sign
