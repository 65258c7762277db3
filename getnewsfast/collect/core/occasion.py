"""Where and when a document was fetched: what its links and dates are relative to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from getnewsfast.text.dates import read_date


@dataclass(frozen=True, slots=True)
class Occasion:
    """``url`` is the address that answered, ``zone`` the source's, for times without a zone."""

    url: str
    now: datetime
    zone: ZoneInfo

    def moment(self, raw: str) -> datetime | None:
        """A date as a feed writes it, in UTC, or None for what cannot be the time of a text.

        Years before 1990 and times more than two days ahead are not believed. A Jalali year is
        read as one: «۱۴۰۵/۰۹/۰۳» is a day of 2026.
        """
        return read_date(raw.strip(), now=self.now, zone=self.zone)
