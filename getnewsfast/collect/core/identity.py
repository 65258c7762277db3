"""How an entry is known again: the ladder guid → address → fingerprint."""

from __future__ import annotations

import hashlib

from getnewsfast.collect.core.urls import url_key
from getnewsfast.collect.core.values import FoundEntry, Identity
from getnewsfast.text.normalise import key


def identify(entry: FoundEntry) -> Identity:
    """The rungs of an entry's identity and the hash that tells whether it changed.

    The fingerprint (comparison form of the headline, and the day) is meant for entries without
    guid and link; it is ``''`` where there are no words at all. The content hash leaves the
    times out: feeds touch ``updated`` without changing a letter.
    """
    return Identity(
        guid=entry.guid,
        url_key=url_key(entry.link),
        fingerprint=_fingerprint(entry),
        content_hash=_digest(entry.headline, entry.summary, entry.content_html),
    )


def _fingerprint(entry: FoundEntry) -> str:
    words = key(entry.headline or entry.summary)
    day = entry.published_at or entry.updated_at
    return _digest(words, day.date().isoformat() if day else "") if words else ""


def _digest(*parts: str) -> str:
    """SHA-256 of parts that cannot run into each other."""
    joined = "\x00".join(parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()
