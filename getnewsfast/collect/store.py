"""Keep what a look brought: entries by the identity ladder, and the look itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.db.models.functions import MD5

from getnewsfast.collect.core.identity import identify
from getnewsfast.collect.core.values import FoundEntry, Identity
from getnewsfast.collect.events import entries_found
from getnewsfast.collect.models import Entry, Feed

WRITTEN_FIELDS = (
    "headline",
    "summary",
    "content_html",
    "image_url",
    "language",
    "authors",
    "section_names",
    "tag_names",
    "published_at",
    "updated_at",
    "content_hash",
    "version",
)


@dataclass(frozen=True, slots=True)
class Stored:
    """How many entries of a look were new, and how many had another text than before."""

    new_count: int
    changed_count: int


@transaction.atomic
def store_entries(feed: Feed, found: Sequence[FoundEntry], *, now: datetime) -> Stored:
    """Each entry once: known by GUID, else by canonical URL, else by fingerprint.

    Of two watchers that store one entry at once, the database's constraints let one be first.
    New and changed entries are announced in this transaction.
    """
    pairs = _drop_twins([(entry, identify(entry)) for entry in found])
    known = _find_known(feed, [identity for _entry, identity in pairs])
    new, changed = [], []
    for entry, identity in pairs:
        row = known.find(identity)
        if row is None:
            new.append(
                _write(Entry(feed=feed, source_id=feed.source_id, found_at=now), entry, identity)
            )
        elif row.feed_id == feed.pk and row.content_hash != identity.content_hash:
            # Another feed of the source may word it otherwise: were both heard, they would edit
            # the entry in turns for ever.
            row.version += 1
            changed.append(_write(row, entry, identity, renew=True))
    made = _insert(new)
    if changed:
        Entry.objects.bulk_update(changed, WRITTEN_FIELDS)
    if made or changed:
        entries_found.send(sender=Entry, entries=[*made, *changed])
    return Stored(len(made), len(changed))


def _drop_twins(pairs: Sequence[tuple[FoundEntry, Identity]]) -> list[tuple[FoundEntry, Identity]]:
    """A feed that lists one entry twice means it once; nothing to know it by means nothing."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for entry, identity in reversed(pairs):  # oldest first, so that their ids follow time
        marks = [("guid", identity.guid), ("url", identity.url_key)]
        rungs = {mark for mark in marks if mark[1]}
        if not rungs and identity.fingerprint:
            rungs = {("fingerprint", identity.fingerprint)}
        if rungs and not rungs & seen:
            kept.append((entry, identity))
        seen |= rungs
    return kept


@dataclass(frozen=True, slots=True)
class _Known:
    by_guid: dict[str, Entry]
    by_url: dict[str, Entry]
    by_fingerprint: dict[str, Entry]

    def find(self, identity: Identity) -> Entry | None:
        if identity.guid and identity.guid in self.by_guid:
            return self.by_guid[identity.guid]
        if identity.url_key:
            return self.by_url.get(identity.url_key)
        return None if identity.guid else self.by_fingerprint.get(identity.fingerprint)


def _find_known(feed: Feed, identities: Sequence[Identity]) -> _Known:
    guids = [one.guid for one in identities if one.guid]
    urls = [one.url_key for one in identities if one.url_key]
    prints = [one.fingerprint for one in identities if not one.guid and not one.url_key]
    mine = Entry.objects.filter(source_id=feed.source_id).select_for_update()
    # The hashes are what the unique indexes hold; the texts themselves settle a collision.
    by_guid = mine.alias(mark=MD5("guid")).filter(
        feed=feed, mark__in=[_md5(guid) for guid in guids], guid__in=guids
    )
    by_url = mine.alias(mark=MD5("url_key")).filter(
        mark__in=[_md5(url) for url in urls], url_key__in=urls
    )
    bare = mine.filter(Q(guid="", url_key=""), fingerprint__in=prints)
    return _Known(
        {row.guid: row for row in by_guid} if guids else {},
        {row.url_key: row for row in by_url} if urls else {},
        {row.fingerprint: row for row in bare} if prints else {},
    )


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _insert(entries: Sequence[Entry]) -> list[Entry]:
    """Insert what no one inserted meanwhile; the rows that are ours."""
    made = []
    for entry in entries:
        try:
            with transaction.atomic():
                entry.save(force_insert=True)
        except IntegrityError:  # another watcher was first: the constraints decide the race
            continue
        made.append(entry)
    return made


def _write(row: Entry, found: FoundEntry, identity: Identity, *, renew: bool = False) -> Entry:
    if not renew:
        row.guid, row.link = identity.guid, found.link
        row.url_key, row.fingerprint = identity.url_key, identity.fingerprint
    row.content_hash = identity.content_hash
    row.headline, row.summary = found.headline, found.summary
    row.content_html, row.image_url = found.content_html, found.image_url
    row.language = found.language[:20]
    row.authors, row.section_names = list(found.authors), list(found.sections)
    row.tag_names = list(found.tags)
    row.published_at, row.updated_at = found.published_at, found.updated_at
    return row
