"""Words and pictures of the paper's templates."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, Protocol

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from getnewsfast.articles.models import Article
from getnewsfast.publish.links import web_address
from getnewsfast.publish.paper import absolute
from getnewsfast.publish.pictures import Cut, Picture, find_picture
from getnewsfast.text.dates_shown import iranian_date
from getnewsfast.text.digits import localise

register = template.Library()
register.filter("web_address", web_address)
register.simple_tag(absolute)

MINUTE: Final = 60
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR


class Spoken(Protocol):
    """What has a language: an article, a version of a story."""

    @property
    def language(self) -> str: ...

    @property
    def direction(self) -> str: ...


@register.simple_tag(takes_context=True)
def tongue(context: Context, text: Spoken) -> SafeString | str:
    """``lang`` and ``dir`` of a text that is not in the page's language."""
    if text.language == context["language"]:
        return ""
    return format_html(' lang="{}" dir="{}"', text.language, text.direction)


@register.simple_tag
def picture(article: Article, cut: str) -> Picture | None:
    return find_picture(article, Cut[cut])


@register.filter
def day(at: datetime) -> str:
    """«سه‌شنبه ۳ آذر ۱۴۰۵» in Persian; Tuesday 24 November 2026 in English."""
    if _language() == "fa":
        return iranian_date(at, zone=timezone.get_current_timezone())
    return date_format(timezone.localtime(at), "l j F Y")


@register.filter
def clock(at: datetime) -> str:
    """«۱۸:۳۰»: the time of day alone, for a list whose day is known."""
    return localise(f"{timezone.localtime(at):%H:%M}", _language())


@register.filter
def duration(seconds: int) -> str:
    """«۱۲ ثانیه», «۵ دقیقه», «۳ ساعت», «۲ روز»: in the largest unit of which there are two."""
    if seconds < 2 * MINUTE:
        count, said = seconds, ngettext("{count} second", "{count} seconds", seconds)
    elif seconds < 2 * HOUR:
        count = seconds // MINUTE
        said = ngettext("{count} minute", "{count} minutes", count)
    elif seconds < 2 * DAY:
        count = seconds // HOUR
        said = ngettext("{count} hour", "{count} hours", count)
    else:
        count = seconds // DAY
        said = ngettext("{count} day", "{count} days", count)
    return said.format(count=localise(str(count), _language()))


@register.filter
def after(later: Any, earlier: Any) -> str:
    """How long after another moment; nothing where one is unknown or they are the same."""
    if not isinstance(later, datetime) or not isinstance(earlier, datetime) or later <= earlier:
        return ""
    return duration(int((later - earlier).total_seconds()))


def _language() -> str:
    return (get_language() or "fa").split("-")[0]
