"""What every page of the paper has: its language, its headers, its name and menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final
from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from getnewsfast.articles.models import Section
from getnewsfast.publish.models import SiteSettings
from getnewsfast.text.detect import direction

View = Callable[..., HttpResponse]

# Five seconds: a proxy takes the rush off the hub, and a withdrawn page is gone at once.
CACHE_CONTROL: Final = "public, max-age=5"
INDEXED: Final = "index,follow,max-image-preview:large"
NOT_INDEXED: Final = "noindex,follow"


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself to browsers and search engines; addresses are paths."""

    title: str
    path: str
    description: str = ""
    robots: str = INDEXED
    feed_path: str = ""


def paper_page(view: View) -> View:
    """A page for any reader: in the paper's language whatever the browser asks for, without a
    session, and for GET and HEAD only. It reads, so it needs no transaction.
    """

    @require_safe
    @transaction.non_atomic_requests
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        with translation.override(settings.LANGUAGE_CODE):
            response = view(request, *args, **values)
        return mark_public(response)

    return answer


def mark_public(response: HttpResponse) -> HttpResponse:
    response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    response.headers.setdefault("Content-Language", settings.LANGUAGE_CODE)
    return response


def read_menu() -> list[Section]:
    return list(Section.objects.filter(in_menu=True))


def render_page(template: str, head: Head, **context: Any) -> HttpResponse:
    """A page within the paper's frame; two queries, less what the view has read already. The
    template gets no request: nothing of one reader can enter it.
    """
    if "paper" not in context:
        context["paper"] = SiteSettings.load()
    if "menu" not in context:
        context["menu"] = read_menu()
    frame = {
        "head": head,
        "language": settings.LANGUAGE_CODE,
        "direction": direction(settings.LANGUAGE_CODE),
        "now": timezone.now(),
    }
    return HttpResponse(render_to_string(template, frame | context))


def absolute(path: str) -> str:
    """A path of the site as readers see it from outside."""
    return urljoin(settings.SITE_URL, path)
