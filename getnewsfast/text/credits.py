"""The values of ``attribution``: what a text says of where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a span is."""

    CREDIT = "credit"  # «به گزارش ایسنا،»
    DATELINE = "dateline"  # «تهران- ایرنا-»
    REPORTER = "reporter"  # «خبرنگار: مینا راد»
    END_MARK = "end-mark"  # «انتهای پیام/ ۴۱۲۳»
    CODE = "code"  # «کد خبر: ۸۵۱۲۳۴»
    PUBLISHED = "published"  # «تاریخ انتشار: …»
    REPOST = "repost"  # «منبع: ایسنا»
    BOILERPLATE = "boilerplate"  # «ارسال به دوستان»


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]``, in code points, is no part of the article's own text."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a text tells of its origin; what it does not tell is empty.

    ``agency`` is a key of the agencies' table, ``agency_name`` as written; ``quoting`` is the
    second source («به نقل از روابط عمومی …»), ``repost_of`` the one the text was taken from.
    Codes have Latin digits. ``spans`` are in order, without overlap, and are what goes out.
    """

    agency: str = ""
    agency_name: str = ""
    place: str = ""
    reporter: str = ""
    reporter_code: str = ""
    news_code: str = ""
    published_note: str = ""
    quoting: str = ""
    repost_of: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def facts(self) -> dict[str, str]:
        """The filled facts by name, for keeping: ``{'agency': 'isna', 'place': 'خوزستان'}``."""
        named = {name: getattr(self, name) for name in FACTS}
        return {name: value for name, value in named.items() if value}


FACTS = (
    "agency",
    "agency_name",
    "place",
    "reporter",
    "reporter_code",
    "news_code",
    "published_note",
    "quoting",
    "repost_of",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing recognised. Where ``end`` is ``start`` it is a fact only: nothing goes out."""

    kind: Kind
    start: int
    end: int
    facts: Mapping[str, str] = field(default_factory=dict)


def gather(findings: Iterable[Finding]) -> Attribution:
    """One attribution of many findings: the first to tell a fact is believed."""
    facts: dict[str, str] = {}
    ordered = sorted(findings, key=lambda found: (found.start, found.end))
    for found in ordered:
        if "agency" in found.facts and "agency" in facts:  # a second agency is not the author
            continue
        for name, value in found.facts.items():
            if value:
                facts.setdefault(name, value)
    spans = tuple(Span(f.kind, f.start, f.end) for f in ordered if f.end > f.start)
    return Attribution(spans=spans, **facts)
