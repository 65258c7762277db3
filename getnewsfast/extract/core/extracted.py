"""What the extractor hands on: an article's fields, and where each of them came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article as read; what the page does not tell is empty, or None for a moment.

    ``body_html`` is sanitised; ``body_text`` has one paragraph a line; the lead is in neither.
    ``signed_off`` are the lines after the text that are none of it («کد خبر: ۱۲۳»).
    Moments are aware and in UTC. ``sources`` names the place of each filled field: ``json-ld``,
    ``og``, ``meta``, ``title``, ``page``, ``url``, ``text``, ``lead`` or ``feed``.
    """

    headline: str = ""
    kicker: str = ""
    lead: str = ""
    body_html: str = ""
    body_text: str = ""
    image_url: str = ""
    image_caption: str = ""
    image_credit: str = ""
    byline: str = ""
    published_at: datetime | None = None
    modified_at: datetime | None = None
    section_names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    signed_off: tuple[str, ...] = ()
    canonical_url: str = ""
    language: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)

    def sourced(self, **places: str) -> Extracted:
        """The same with the places of those of its fields that are filled."""
        filled = {name: place for name, place in places.items() if getattr(self, name)}
        return replace(self, sources={**self.sources, **filled})
