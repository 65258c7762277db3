"""When the article was published and last changed, from the most trustworthy place that tells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from getnewsfast.text.dates import read_date

_FUTURE = timedelta(days=1)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def first_moment(
    candidates: Iterable[tuple[str, str]], *, now: datetime, zone: ZoneInfo
) -> tuple[datetime | None, str]:
    """``(moment in UTC, where from)`` of the first ``(text, where)`` that holds a sane date.

    Both calendars and all digits are read (``'۱۴۰۳/۰۲/۲۱ - ۱۸:۵۹'``); a date without zone is in
    ``zone``. A later candidate of the same day lends its time to one that has only a day.
    Dates more than a day after ``now`` or before 1990 are passed over.
    """
    found: datetime | None = None
    where = ""
    for text, source in candidates:
        moment = _sane(text, now=now, zone=zone) if text else None
        if moment is None:
            continue
        local = moment.astimezone(zone)
        if found is None:
            found, where = moment, source
            if not _is_midnight(local):
                break
        elif local.date() == found.astimezone(zone).date() and not _is_midnight(local):
            return moment, source
    return found, where


def _sane(text: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    moment = read_date(text, now=now, zone=zone)
    if moment is None:
        return None
    moment = moment.astimezone(UTC)
    return moment if _EARLIEST <= moment <= now + _FUTURE else None


def _is_midnight(local: datetime) -> bool:
    return (local.hour, local.minute, local.second) == (0, 0, 0)
