"""What was changed in a text and why, in lines for a person and in values for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from getnewsfast.newsdesk.core.pieces import show_unseen
from getnewsfast.terminal.options import terminal_language
from getnewsfast.text.characters import HALF_SPACE
from getnewsfast.text.rules import REASONS, Rule

if TYPE_CHECKING:
    from getnewsfast.text.normalise import Change, Explained

# How much of its word is shown on each side of a change.
CONTEXT_CHARS: Final = 20
_SIGNS: Final = str.maketrans({HALF_SPACE: "¦", "\n": "⏎", "\t": "⇥"})


def tell_changes(text: str, explained: Explained, *, first_line: int = 1) -> Iterator[str]:
    """``3:14 half-spaces «می شود» → «می¦شود»`` and the reason, a line for each change."""
    for change, line, column in _find_places(text, explained, first_line):
        before, after = _show_in_its_word(text, change)
        reason = tell_reason(change.rule)
        yield f"{line}:{column}\t{change.rule}\t«{before}» → «{after}»\t{reason}"


def list_changes(text: str, explained: Explained) -> list[dict[str, Any]]:
    """The same for a program: offsets in code points, line and column counted from 1."""
    return [
        {
            "rule": str(change.rule),
            "start": change.start,
            "end": change.end,
            "before": change.before,
            "after": change.after,
            "shown_start": change.shown_start,
            "shown_end": change.shown_end,
            "line": line,
            "column": column,
            "reason": tell_reason(change.rule),
        }
        for change, line, column in _find_places(text, explained, 1)
    ]


def tell_reason(rule: Rule) -> str:
    reason = REASONS[rule]
    return reason.persian if terminal_language() == "fa" else reason.english


def _find_places(
    text: str, explained: Explained, first_line: int
) -> Iterator[tuple[Change, int, int]]:
    line, line_start, at = first_line, 0, 0
    for change in sorted(explained.changes, key=lambda change: (change.start, change.end)):
        line += text.count("\n", at, change.start)
        line_start = max(line_start, text.rfind("\n", at, change.start) + 1)
        at = change.start
        yield change, line, change.start - line_start + 1


def _show_in_its_word(text: str, change: Change) -> tuple[str, str]:
    """Before and after with the rest of the word: a space for a half-space says nothing alone."""
    start, end = change.start, change.end
    least, most = max(0, start - CONTEXT_CHARS), min(len(text), end + CONTEXT_CHARS)
    while start > least and not text[start - 1].isspace():
        start -= 1
    while end < most and not text[end].isspace():
        end += 1
    head, tail = text[start : change.start], text[change.end : end]
    return show(f"{head}{change.before}{tail}"), show(f"{head}{change.after}{tail}")


def show(text: str) -> str:
    """With signs for what nobody sees: «می¦شود», «کتاب[U+200F]»."""
    return show_unseen(text).translate(_SIGNS)
