"""Steps that change a text, and where in it they changed something.

A step runs the same way with and without a log, so an explanation can never tell another story
than the text. Positions count code points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from getnewsfast.text.characters import HALF_SPACE
from getnewsfast.text.rules import Rule

# Start and end in the text before the step, and what stands there after it; in order, apart.
Edit = tuple[int, int, str]
Put = str | Callable[[re.Match[str]], str]


class Step(Protocol):
    """One thing done to a text by one rule."""

    @property
    def rule(self) -> Rule: ...

    def run(self, text: str, log: list[Edit] | None = None) -> str:
        """The text after the step; what it changed is added to the log."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Replaces what a pattern finds. Where none of the signs stands, it can find nothing."""

    rule: Rule
    pattern: re.Pattern[str]
    put: Put
    signs: tuple[str, ...] = ()

    def run(self, text: str, log: list[Edit] | None = None) -> str:
        for sign in self.signs:
            if sign in text:
                break
        else:
            if self.signs:
                return text
        if log is None:
            return self.pattern.sub(self.put, text)
        return _apply(text, self._find(text), log)

    def _find(self, text: str) -> Iterable[Edit]:
        for match in self.pattern.finditer(text):
            put = match.expand(self.put) if isinstance(self.put, str) else self.put(match)
            yield match.start(), match.end(), put


@dataclass(frozen=True, slots=True)
class Exchange:
    """Replaces each of a few strings by another, none of which holds one of the first.

    ``str.replace`` is ten times as fast as a pattern where the strings are frequent.
    """

    rule: Rule
    pairs: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, rule: Rule, pairs: dict[str, str]) -> Exchange:
        return cls(rule, tuple(pairs.items()), re.compile("|".join(map(re.escape, pairs))))

    def run(self, text: str, log: list[Edit] | None = None) -> str:
        if log is not None:
            put = dict(self.pairs)
            found = self.pattern.finditer(text)
            return _apply(text, ((one.start(), one.end(), put[one[0]]) for one in found), log)
        for wrong, right in self.pairs:
            if wrong in text:
                text = text.replace(wrong, right)
        return text


@dataclass(frozen=True, slots=True)
class Search:
    """Replaces what a function finds. Where none of the signs stands, it can find nothing."""

    rule: Rule
    find: Callable[[str], Iterable[Edit]]
    signs: tuple[str, ...] = ()

    def run(self, text: str, log: list[Edit] | None = None) -> str:
        for sign in self.signs:
            if sign in text:
                break
        else:
            if self.signs:
                return text
        return _apply(text, self.find(text), [] if log is None else log)


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that have something to do only where the pattern finds something."""

    steps: tuple[Step, ...]
    needs: re.Pattern[str] | None = None

    def only(self, rules: frozenset[Rule]) -> Group:
        return Group(tuple(step for step in self.steps if step.rule in rules), self.needs)


@dataclass(frozen=True, slots=True)
class Trace:
    """What each step that changed something changed, in the order of the steps."""

    rounds: list[tuple[Rule, list[Edit]]] = field(default_factory=list)

    def run(self, step: Step, text: str) -> str:
        log: list[Edit] = []
        after = step.run(text, log)
        if log:
            self.rounds.append((step.rule, log))
        return after


def run_groups(groups: Sequence[Group], text: str, trace: Trace | None = None) -> str:
    for group in groups:
        if group.needs is not None and not group.needs.search(text):
            continue
        for step in group.steps:
            text = step.run(text) if trace is None else trace.run(step, text)
    return text


def _apply(text: str, edits: Iterable[Edit], log: list[Edit]) -> str:
    pieces = []
    end = 0
    for edit in edits:
        start, stop, put = edit
        if text[start:stop] != put:
            log.append(_trim(text, edit))
        pieces += [text[end:start], put]
        end = stop
    return "".join([*pieces, text[end:]]) if pieces else text


def _trim(text: str, edit: Edit) -> Edit:
    """Without what is the same on both sides at its ends: a pattern may look at more."""
    start, end, put = edit
    most = min(end - start, len(put))
    head = 0
    while head < most and text[start + head] == put[head]:
        head += 1
    tail = 0
    while tail < most - head and text[end - 1 - tail] == put[len(put) - 1 - tail]:
        tail += 1
    return start + head, end - tail, put[head : len(put) - tail]


# How many characters are compared at once where two texts are alike.
_STRIDE: Final = 256


def compare(old: str, new: str) -> list[Edit]:
    """The edits between two texts that differ in spaces and half-spaces only; in linear time.

    From the first other difference on, all that is left is one edit.
    """
    edits: list[Edit] = []
    at = there = 0
    while at < len(old) or there < len(new):
        ahead = _alike(old, at, new, there)
        at, there = at + ahead, there + ahead
        if at == len(old) and there == len(new):
            break
        gone, come = _gap(old, at), _gap(new, there)
        if gone == at and come == there:
            edits.append(_trim(old, (at, len(old), new[there:])))
            break
        edits.append((at, gone, new[there:come]))
        at, there = gone, come
    return edits


def _alike(old: str, at: int, new: str, there: int) -> int:
    ahead = 0
    most = min(len(old) - at, len(new) - there)
    while ahead < most:
        stride = min(_STRIDE, most - ahead)
        one, other = at + ahead, there + ahead
        if old[one : one + stride] != new[other : other + stride]:
            break
        ahead += stride
    while ahead < most and old[at + ahead] == new[there + ahead]:
        ahead += 1
    return ahead


def _gap(text: str, at: int) -> int:
    while at < len(text) and text[at] in (" ", HALF_SPACE):
        at += 1
    return at


def carry(places: Sequence[int], edits: Sequence[Edit], *, ends: bool = False) -> list[int]:
    """Places in the text before a step as places after it, in order; linear.

    A place inside an edit goes to its start, or with ``ends`` to its end.
    """
    carried = []
    shift = number = 0
    for place in places:
        while number < len(edits) and _is_past(edits[number], place, ends=ends):
            start, end, put = edits[number]
            shift += len(put) - (end - start)
            number += 1
        inside = number < len(edits) and edits[number][0] < place
        if not inside:
            carried.append(place + shift)
            continue
        start, _, put = edits[number]
        carried.append(start + shift + (len(put) if ends else 0))
    return carried


def _is_past(edit: Edit, place: int, *, ends: bool) -> bool:
    """Whether a place lies after an edit; an insertion at a start comes after it, at an end not."""
    start, end, _ = edit
    return end < place or (end == place and (start < end or not ends))


def turn_back(edits: Sequence[Edit]) -> list[Edit]:
    """The edits that undo these, in places of the text after them, with blanks for what was."""
    undone = []
    shift = 0
    for start, end, put in edits:
        undone.append((start + shift, start + shift + len(put), " " * (end - start)))
        shift += len(put) - (end - start)
    return undone
