"""Times and numbers on the desk's screens, in the reader's calendar and digits."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.timesince import timesince
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from getnewsfast.text.dates_shown import iranian_datetime, time_ago
from getnewsfast.text.digits import localise

register = template.Library()
MINUTE_SECONDS = 60


@register.filter
def shown_number(value: object) -> str:
    """A number in the digits of the desk's language: «۱۲» in Persian. Nothing stays empty."""
    return "" if value is None else localise(str(value), _language())


@register.filter
def moment(at: datetime) -> str:
    """A time as the reader's calendar says it, with the machine's form beside it."""
    return format_html('<time datetime="{}">{}</time>', _machine_form(at), say_moment(at))


@register.filter
def ago(at: datetime) -> str:
    """How long ago, with the date for whoever points at it."""
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', _machine_form(at), say_moment(at), say_ago(at)
    )


def say_moment(at: datetime) -> str:
    """«۳ آذر ۱۴۰۵، ۱۸:۳۰» in Persian; 2026-11-24 18:30 in English."""
    if _language() == "fa":
        return iranian_datetime(at, zone=timezone.get_current_timezone())
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"


def say_ago(at: datetime) -> str:
    now = timezone.localtime()
    if _language() == "fa":
        return time_ago(at, now=now)
    if (now - at).total_seconds() < MINUTE_SECONDS:
        return _("just now")
    return _("{duration} ago").format(duration=timesince(at, now, depth=1))


def _language() -> str:
    return (get_language() or "fa").split("-")[0]


def _machine_form(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
