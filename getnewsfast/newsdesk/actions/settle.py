"""Settle what the public sees of an article, as its source's terms allow."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from wagtail.rich_text import expand_db_html

from getnewsfast.articles.models import Article
from getnewsfast.articles.queries import list_stems
from getnewsfast.collect.models import Source
from getnewsfast.extract.core.sanitise import clean_html, plain_text
from getnewsfast.newsdesk.core.terms import Shown, Terms, TextTerms, show_text
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.text.normalise import key
from getnewsfast.text.slug import slugify

# PostgreSQL refuses a tsvector over 1 MB; a Persian letter takes two bytes.
LONGEST_SEARCH_KEY = 200_000
# Wagtail's editor writes <b> and <i>, which are not among the tags the site allows.
_EDITORS_TAGS = re.compile(r"<(/?)(b|i)\b[^<>]*>")
_SITES_TAGS = {"b": "strong", "i": "em"}


def read_terms(source: Source) -> Terms:
    return Terms(
        text=TextTerms(source.text_terms),
        excerpt_words=source.excerpt_words,
        images_allowed=source.images_allowed,
        indexable=source.indexable,
        credit=source.credit,
    )


def make_public(article: Article) -> Shown:
    """What the public may see of the article as it stands, safe to be shown; nothing is saved."""
    body_html = expand_db_html(article.body)
    shown = show_text(read_terms(article.source), lead=article.lead, body_html=body_html)
    safe = clean_html(_as_site_html(shown.body_html), base_url=article.original_url)
    return replace(shown, body_html=safe)


def settle(article: Article, now: datetime) -> bool:
    """Save what the public sees; whether it differs from before. Raises GiveUp where the article
    must not be published at all. Running it again changes nothing.
    """
    check_publishable(article, now)
    shown = make_public(article)
    search_key = _make_search_key(article)
    columns = {
        # An address once given stays: readers, feeds and channels hold it.
        "slug": article.slug or slugify(article.headline),
        "public_lead": shown.lead,
        "public_body": shown.body_html,
        "is_cut": shown.is_cut,
        "search_key": search_key,
        "search_stems": list_stems(search_key),
        "expire_at": _find_expiry(article, now),
    }
    changed = {name: value for name, value in columns.items() if getattr(article, name) != value}
    for name, value in changed.items():
        setattr(article, name, value)
    if changed:
        Article.objects.filter(pk=article.pk).update(**changed)
    return bool(changed)


def check_publishable(article: Article, now: datetime) -> None:
    """Raise GiveUp with the reason where an article must not be published."""
    source = article.source
    if article.duplicate_of is not None:
        raise GiveUp(
            _("This text is already there as “{headline}”; a duplicate is not published."),
            headline=article.duplicate_of.headline,
        )
    if not article.headline.strip():
        raise GiveUp(_("An article without a headline is not published."))
    has_text = bool(article.lead.strip() or plain_text(article.body).strip())
    if not has_text and source.text_terms != Source.TextTerms.HEADLINE:
        raise GiveUp(_("An article without text is not published."))
    limit = _last_day(article, now)
    if limit is not None and limit <= now:
        raise GiveUp(
            _("{source} allows {days} days on the site, and they are over."),
            source=source.name,
            days=source.expires_after_days,
        )


def _last_day(article: Article, now: datetime) -> datetime | None:
    days = article.source.expires_after_days
    return (article.first_published_at or now) + timedelta(days=days) if days else None


def _find_expiry(article: Article, now: datetime) -> datetime | None:
    """An editor may take an article off earlier than the terms do, never later."""
    ends = [end for end in (article.expire_at, _last_day(article, now)) if end and end > now]
    return min(ends, default=None)


def _as_site_html(body_html: str) -> str:
    return _EDITORS_TAGS.sub(lambda tag: f"<{tag[1]}{_SITES_TAGS[tag[2]]}>", body_html)


def _make_search_key(article: Article) -> str:
    tags = " ".join(tag.name for tag in article.tags.all())
    words = " ".join([article.headline, article.lead, plain_text(article.body), tags])
    return key(words[: LONGEST_SEARCH_KEY * 2])[:LONGEST_SEARCH_KEY]
