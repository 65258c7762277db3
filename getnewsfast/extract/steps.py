"""From an entry to an article: fetch the page, keep it, read it, save what it says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from getnewsfast.articles.models import Article
from getnewsfast.collect.models import LANGUAGES, Entry
from getnewsfast.extract.core.article import Extracted, extract_article, from_feed
from getnewsfast.extract.core.attributed import take_out_attribution
from getnewsfast.extract.core.display import display_article, display_line
from getnewsfast.extract.models import Snapshot
from getnewsfast.system.failures import Failure, GiveUp, TryAgain
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.http import Answer, retry_after_seconds
from getnewsfast.system.outbound import fetch_allowed
from getnewsfast.text.agencies import find_agency

KNOWN_LANGUAGES = {code for code, _name in LANGUAGES}
MOST_NAMES = 30
NAMED_FACTS = {"agency_name", "place", "reporter", "quoting", "repost_of"}  # shown as they are
BUSY_STATUSES = {408, 425, 429, 500, 502, 503, 504}


async def fetch_page(entry_id: int, *, last_try: bool) -> None:
    """Keep the page of an entry as a snapshot, or the reason why there is none.

    Raises TryAgain where the page may yet be had; on the last try the reason is kept instead, and
    the article is made from the feed's own text.
    """
    entry = await Entry.objects.select_related("source").aget(pk=entry_id)
    if await Snapshot.objects.filter(entry=entry, version=entry.version).aexists():
        return
    failure: Failure | None = None
    answer: Answer | None = None
    try:
        answer = await _ask_for_page(entry)
    except TryAgain as again:
        if not last_try:
            raise
        failure = again
    except GiveUp as never:
        failure = never
    await sync_to_async(_keep, thread_sensitive=False)(entry, answer, failure)


async def _ask_for_page(entry: Entry) -> Answer:
    if not entry.link:
        raise GiveUp(_("The feed gave no address for this entry."))
    answer = await fetch_allowed(
        entry.link,
        headers={"Accept": "text/html,application/xhtml+xml"},
        local=entry.source.is_local,
    )
    if answer.status in BUSY_STATUSES:
        wait = retry_after_seconds(answer, timezone.now())
        raise TryAgain(
            _("The source answered {status} for the page."),
            status=answer.status,
            after_seconds=min(wait or 20.0, 600.0),
        )
    if answer.status != 200:
        raise GiveUp(_("The source answered {status} for the page."), status=answer.status)
    return answer


def _keep(entry: Entry, answer: Answer | None, failure: Failure | None) -> None:
    now = timezone.now()
    snapshot = Snapshot(
        entry=entry,
        version=entry.version,
        url=answer.url if answer else entry.link,
        content_type=(answer.headers.get("content-type", "") if answer else "")[:200],
        packed=Snapshot.pack(answer.body) if answer else b"",
        fetched_at=now,
        expires_at=now + timedelta(days=settings.SNAPSHOT_DAYS),
    )
    snapshot.set_reason(failure)
    Snapshot.objects.bulk_create([snapshot], ignore_conflicts=True)


def make_article(entry_id: int) -> int | None:
    """Make or renew the article of an entry from its snapshot; its id, or None with a reason kept.

    Running it again changes nothing. A text an editor has worked on is never overwritten.
    """
    entry = Entry.objects.select_related("source").get(pk=entry_id)
    article = Article.objects.filter(entry=entry).first()
    if article is not None and article.entry_version >= entry.version:
        return int(article.pk)
    try:
        extracted, is_from_feed = _read_text(entry)
    except GiveUp as failure:
        entry.set_reason(failure)
        entry.save(update_fields=["reason", "reason_places"])
        return int(article.pk) if article else None
    return _save_article(entry, extracted, is_from_feed=is_from_feed)


def _read_text(entry: Entry) -> tuple[Extracted, bool]:
    """What the page says; where it cannot be read, what the feed said."""
    snapshot = Snapshot.objects.filter(entry=entry, version=entry.version).first()
    now, zone = timezone.now(), ZoneInfo(entry.source.zone)
    if snapshot is not None and snapshot.packed:
        try:
            extracted = extract_article(
                snapshot.body,
                url=snapshot.url,
                content_type=snapshot.content_type,
                now=now,
                zone=zone,
            )
            return extracted, False
        except GiveUp as failure:
            snapshot.set_reason(failure)
            snapshot.save(update_fields=["reason", "reason_places"])
    return _read_feed_text(entry), True


def _read_feed_text(entry: Entry) -> Extracted:
    return from_feed(
        headline=entry.headline,
        summary=entry.summary,
        content_html=entry.content_html,
        url=entry.link,
        language=entry.language or entry.source.language,
    )


@transaction.atomic
def _save_article(entry: Entry, extracted: Extracted, *, is_from_feed: bool) -> int:
    entry = Entry.objects.select_for_update(of=("self",)).select_related("source").get(pk=entry.pk)
    article = Article.objects.select_for_update(of=("self",)).filter(entry=entry).first()
    if article is None:
        article = Article(source=entry.source, entry=entry, found_at=entry.found_at)
    elif article.entry_version >= entry.version:
        return int(article.pk)
    elif article.latest_revision_id:
        article.source_changed, article.entry_version = True, entry.version
        article.save(update_fields=["source_changed", "entry_version"])
        return int(article.pk)
    _fill(article, entry, extracted, is_from_feed=is_from_feed)
    article.save()
    entry.set_reason(None)
    entry.save(update_fields=["reason", "reason_places"])
    return int(article.pk)


def _fill(article: Article, entry: Entry, extracted: Extracted, *, is_from_feed: bool) -> None:
    language = _choose_language(extracted.language, entry.source.language)
    headline = extracted.headline or entry.headline
    article.entry_version = entry.version
    article.original_url = _web_address(extracted.canonical_url or entry.link)
    article.source_published_at = _believable(
        entry.published_at or extracted.published_at, entry.found_at
    )
    article.source_modified_at = extracted.modified_at or entry.updated_at
    article.text_from_feed = is_from_feed
    article.source_section_names = _join_names(entry.section_names, extracted.section_names)
    article.source_tag_names = _join_names(entry.tag_names, extracted.tags)
    article.language = language
    article.image_url = _web_address(extracted.image_url or entry.image_url)
    agency = find_agency(entry.source.name)
    text = take_out_attribution(
        extracted.lead or (entry.summary if is_from_feed else ""),
        extracted.body_html,
        language=language,
        own=agency.key if agency else "",
        signed_off=extracted.signed_off,
    )
    article.attribution = _show_names(text.facts, language)
    byline = extracted.byline or text.facts.get("reporter", "")
    lines = [extracted.kicker, headline, text.lead, byline]
    lines += [extracted.image_caption, extracted.image_credit]
    shown, article.body = display_article(lines, text.body_html, language)
    kicker, headline, article.lead, byline, caption, credit = shown
    article.kicker, article.headline, article.byline = kicker[:300], headline[:500], byline[:300]
    article.image_caption, article.image_credit = caption[:1000], credit[:300]


def _show_names(facts: dict[str, str], language: str) -> dict[str, str]:
    return {
        name: display_line(value, language) if name in NAMED_FACTS else value
        for name, value in facts.items()
    }


def _believable(published_at: datetime | None, found_at: datetime) -> datetime | None:
    """Nothing is published after we found it: where clocks differ, the later time gives way."""
    return min(published_at, found_at) if published_at else None


def _join_names(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*first, *second]))[:MOST_NAMES]


def _choose_language(found: str, usual: str) -> str:
    return found if found in KNOWN_LANGUAGES else usual


def _web_address(url: str) -> str:
    return url if url.startswith(("http://", "https://")) and len(url) <= 2000 else ""


def forget_snapshots(now: datetime) -> int:
    """Drop the pages whose time is over; the count."""
    return Snapshot.objects.filter(expires_at__lte=now).delete()[0]
