"""What a site answered, as a value; and what it asks of us before the next time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MOST_RETRY_SECONDS = 24 * 3600.0
# Never of use to a caller, and sites send dozens.
LEFT_OUT = frozenset({"set-cookie", "set-cookie2"})


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of any status; only one of 2xx has its body read."""

    url: str  # the last one, after redirects
    status: int
    headers: Mapping[str, str]  # keys in lower case; repeated ones joined by commas
    body: bytes  # unpacked
    seconds: float  # without the wait for our turn
    redirects: tuple[str, ...]  # the addresses that sent us on, in order
    permanent_url: str | None  # where 301 and 308 alone led: the address to ask from now on
    wire_bytes: int  # of the body, before unpacking


def retry_after_seconds(answer: Answer, now: datetime) -> float | None:
    """How long ``Retry-After`` asks us to stay away (RFC 9110 §10.2.3), at most a day.

    Seconds and dates are read; a date that has passed is 0, an unreadable header ``None``.
    ``now`` carries its zone.
    """
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), MOST_RETRY_SECONDS)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:  # the standard library's reading of «-0000»
        moment = moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), MOST_RETRY_SECONDS)


def read_headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers as text that a database takes: UTF-8 where it is, Latin-1 otherwise."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name = _read_text(raw_name).lower()
        if name in LEFT_OUT:
            continue
        value = _read_text(raw_value).strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _read_text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
