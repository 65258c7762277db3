"""Agencies' conventions: who reported a text, where, and what of it is no text.

«به گزارش خبرگزاری ایلنا،», «تهران- ایرنا-», «ایسنا/خوزستان», «انتهای پیام/ ۴۱۲», «کد خبر ۱۲۳»,
«ارسال به دوستان»: each is recognised, kept as a fact and taken out of what a reader is shown.
What is not surely one of them stays: «به گزارش سازمان ملل،» is content.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from getnewsfast.text.agencies import fold
from getnewsfast.text.credit_lines import find_line_end, read_line
from getnewsfast.text.credit_openings import find_opening
from getnewsfast.text.credits import Attribution, Finding, Kind, Span, gather

__all__ = ["Attribution", "Kind", "Span", "read_attribution", "remove_spans", "strip_attribution"]

# A credit may follow a lead of one or two paragraphs; deeper, it is a quotation.
_OPENING_LINES: Final = 3
# Their scripts have no «به گزارش»: the words are not looked for there.
_OTHER_SCRIPTS: Final = frozenset({"en", "ru", "tr", "az", "tg", "fr", "de", "es"})


@dataclass(slots=True)
class _Reading:
    """A text being read: its lines ``[start, end]`` that are still text, and what was found."""

    text: str
    folded: str
    lines: list[list[int]]
    agencies: set[str]
    reports: bool
    found: list[Finding] = field(default_factory=list)

    def take(self, found: Finding) -> None:
        self.found.append(found)
        if found.kind in {Kind.CREDIT, Kind.DATELINE} and found.facts.get("agency"):
            self.agencies.add(found.facts["agency"])


def read_attribution(text: str, *, language: str = "fa", own: str = "") -> Attribution:
    """The origin a text tells of, and the spans that tell it; a paragraph is a line.

    «به گزارش ایسنا، وزیر نیرو گفت …» has agency ``'isna'`` and one credit span. ``own`` is the
    table's key of the source itself: its credit is looked for in the second and third paragraph
    too, where another's is a quotation. Clauses as «به گزارش …» are read in languages of Arabic
    script only; what reads alike in all of them, datelines and codes, always. Linear time.
    """
    lines = [[start, end] for start, end in _lines(text) if end > start]
    reading = _Reading(
        text, fold(text), lines, {own} - {""}, reports=language not in _OTHER_SCRIPTS
    )
    reading.lines = [line for line in lines if _keep_line(reading, line)]
    _take_edges(reading)
    return gather(reading.found)


def strip_attribution(
    paragraphs: Sequence[str], *, language: str = "fa", own: str = ""
) -> tuple[tuple[str, ...], Attribution]:
    """The paragraphs without what tells of their origin, and what it told.

    ``['ایسنا/خوزستان', 'باران بارید.', 'انتهای پیام']`` leaves ``('باران بارید.',)``. A paragraph
    left empty goes. The spans count in ``'\\n'.join(paragraphs)``. Doing it twice changes nothing.
    """
    attribution = read_attribution("\n".join(paragraphs), language=language, own=own)
    kept, start, spans = [], 0, deque(attribution.spans)
    for paragraph in paragraphs:
        end, here = start + len(paragraph), []
        while spans and spans[0].end <= end:
            span = spans.popleft()
            here.append(Span(span.kind, span.start - start, span.end - start))
        shown = _close_gaps(remove_spans(paragraph, here)) if here else paragraph
        if shown or not here:
            kept.append(shown)
        start = end + 1
    return tuple(kept), attribution


def remove_spans(text: str, spans: Sequence[Span]) -> str:
    """The text without its spans, which are in order."""
    pieces, at = [], 0
    for span in spans:
        pieces.append(text[at : span.start])
        at = span.end
    return "".join([*pieces, text[at:]])


def _close_gaps(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, without the white space around it."""
    start = 0
    for line in text.split("\n"):
        inner = line.strip()
        first = start + len(line) - len(line.lstrip())
        yield first, first + len(inner)
        start += len(line) + 1


def _keep_line(reading: _Reading, line: list[int]) -> bool:
    """Take what is surely no text wherever it stands; False where nothing of the line is left."""
    found = _read_line(reading, line, at_edge=False)
    while found is None:
        found = _line_end(reading, line, is_last=False)
        if found is None:
            return True
        _cut_end(reading, line, found)
        found = _read_line(reading, line, at_edge=False) if line[1] > line[0] else found
    if line[1] > line[0]:
        reading.take(found)
    return False


def _take_edges(reading: _Reading) -> None:
    """From both ends inwards, until what stands there is text."""
    lines, first = reading.lines, 0
    is_moving = True
    while is_moving and first < len(lines):
        is_moving = _take_last(reading)
        if first < len(lines):
            step = _take_first(reading, first)
            is_moving, first = is_moving or step >= 0, first + max(step, 0)


def _take_last(reading: _Reading) -> bool:
    line = reading.lines[-1]
    found = _read_line(reading, line, at_edge=True)
    if found is not None:
        reading.take(found)
        reading.lines.pop()
        return True
    found = _line_end(reading, line, is_last=True)
    if found is None:
        return False
    _cut_end(reading, line, found)
    if line[0] >= line[1]:
        reading.lines.pop()
    return True


def _take_first(reading: _Reading, first: int) -> int:
    """1 where the first line went, 0 where a part of one of the first lines did, else -1."""
    line = reading.lines[first]
    found = _read_line(reading, line, at_edge=True)
    if found is not None and found.kind is not Kind.CODE:
        reading.take(found)
        line[0] = line[1]
        return 1
    for number, other in enumerate(reading.lines[first : first + _OPENING_LINES]):
        if _take_opening(reading, other, is_first=number == 0):
            return int(line[0] >= line[1])
    return -1


def _take_opening(reading: _Reading, line: list[int], *, is_first: bool) -> bool:
    found = find_opening(
        reading.text, reading.folded, start=line[0], end=line[1], reports=reading.reports
    )
    is_own = found is not None and found.facts.get("agency", "") in reading.agencies
    if found is None or not (is_first or is_own):
        return False
    if found.end == found.start:  # a fact to keep once, and the words stay
        if is_first and found not in reading.found:
            reading.take(found)
        return False
    reading.take(found)
    line[0] = found.end
    return True


def _read_line(reading: _Reading, line: list[int], *, at_edge: bool) -> Finding | None:
    return read_line(reading.text, reading.folded, start=line[0], end=line[1], at_edge=at_edge)


def _line_end(reading: _Reading, line: list[int], *, is_last: bool) -> Finding | None:
    return find_line_end(reading.text, reading.folded, start=line[0], end=line[1], is_last=is_last)


def _cut_end(reading: _Reading, line: list[int], found: Finding) -> None:
    reading.take(found)
    line[1] = found.start
    while line[1] > line[0] and reading.text[line[1] - 1].isspace():
        line[1] -= 1
