"""Put into a new hub what it needs to begin: sections, names, roles, sources, an administrator.

Each function can run again and again: it adds what is missing and leaves what an editor changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from getnewsfast.articles.models import Section
from getnewsfast.collect.models import LANGUAGES, Feed, Source
from getnewsfast.collect.starter import StarterFeed
from getnewsfast.label.models import SectionName
from getnewsfast.label.starter import read_starter_sections
from getnewsfast.newsdesk.models import Rule
from getnewsfast.newsdesk.roles import ensure_roles
from getnewsfast.system.secrets import make_password
from getnewsfast.text.normalise import key

ADMINISTRATOR = "admin"
KNOWN_LANGUAGES = {code for code, _name in LANGUAGES}


@transaction.atomic
def furnish() -> None:
    """Sections with the usual names for them, and the desk's roles."""
    ensure_roles()
    if Section.objects.exists():
        return
    for order, starter in enumerate(read_starter_sections(), start=1):
        section = Section.objects.create(
            slug=starter.slug, name=starter.name, name_en=starter.name_en, order=order * 10
        )
        names = {key(name): name for name in [starter.slug, starter.name, *starter.names]}
        SectionName.objects.bulk_create(
            [
                SectionName(name=name, name_key=folded, section=section)
                for folded, name in names.items()
            ],
            ignore_conflicts=True,
        )


def ensure_administrator(name: str = ADMINISTRATOR) -> str:
    """Make the first administrator; the password, or an empty string where there is one already."""
    users: Any = get_user_model()
    if users.objects.filter(is_superuser=True).exists():
        return ""
    password = make_password()
    users.objects.create_superuser(name, "", password)
    return password


@transaction.atomic
def add_starter_sources(feeds: Iterable[StarterFeed]) -> tuple[int, int]:
    """Add real sources that are not there yet; how many sources and feeds were new.

    New sources wait for an editor and are shown as excerpts, as their owners' terms are not known.
    """
    source_count = feed_count = 0
    for starter in feeds:
        if starter.language not in KNOWN_LANGUAGES:
            continue
        source, is_new = Source.objects.get_or_create(
            slug=_choose_slug(starter),
            defaults={
                "name": starter.name or starter.name_en,
                "name_en": starter.name_en,
                "language": starter.language,
                "homepage": starter.homepage,
            },
        )
        source_count += is_new
        _feed, is_new = Feed.objects.get_or_create(
            url=starter.url, defaults={"source": source, "section_name": starter.section_name}
        )
        feed_count += is_new
    return source_count, feed_count


def _choose_slug(starter: StarterFeed) -> str:
    """Two languages of one host are two sources, each with a name and a language of its own."""
    others = Source.objects.filter(slug=starter.slug).exclude(language=starter.language)
    return f"{starter.slug}-{starter.language}" if others.exists() else starter.slug


@transaction.atomic
def add_demo_sources(agencies: Iterable[dict[str, Any]]) -> None:
    """The demo wire's agencies, with terms of every kind, looked at every few seconds."""
    for number, agency in enumerate(agencies):
        source, _is_new = Source.objects.update_or_create(
            slug=agency["slug"],
            defaults={
                "name": agency["name_fa"] or agency["name_en"],
                "name_en": agency["name_en"],
                "language": agency["language"],
                "homepage": agency["homepage"],
                "is_local": True,
                "trust": Source.Trust.APPROVE,
                # Four of five agencies let us show everything; one an excerpt, as most do.
                "text_terms": Source.TextTerms.EXCERPT if number == 3 else Source.TextTerms.FULL,
                "images_allowed": True,
                "indexable": number == 0,
            },
        )
        selectors = agency.get("selectors") or {}
        source.feeds.exclude(url=agency["feed_url"]).delete()
        Feed.objects.update_or_create(
            url=agency["feed_url"],
            defaults={
                "source": source,
                "kind": agency["feed_kind"],
                "selectors": _name_selectors(selectors),
                "floor_seconds": 2,
                "ceiling_seconds": 4,
            },
        )


def add_demo_rule() -> None:
    """A rule that holds something back, so that the newsdesk has a line to decide."""
    Rule.objects.get_or_create(
        name="خبرهای تاجیکی را دبیر ببیند",
        defaults={"language": "tg", "verdict": Rule.Verdict.HOLD},
    )


def _name_selectors(selectors: dict[str, str]) -> dict[str, str]:
    names = {"item": "item", "link": "link", "title": "headline", "date": "date"}
    return {ours: selectors[theirs] for theirs, ours in names.items() if selectors.get(theirs)}
