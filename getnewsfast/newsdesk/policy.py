"""The desk's safety: what its pages may load, and what a locked-out person reads."""

from __future__ import annotations

from math import ceil
from typing import Any

from axes.helpers import get_cool_off
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.deprecation import MiddlewareMixin

DESK = "/desk/"
DESK_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'self'",
    ]
)


class DeskPolicyMiddleware(MiddlewareMixin):
    """What the desk's pages may load (the site's policy is stricter and set elsewhere), and their
    language: the hub's own, whatever the browser asks for, unless a person has chosen another.
    """

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        if request.path.startswith(DESK):
            translation.activate(settings.LANGUAGE_CODE)
            request.LANGUAGE_CODE = settings.LANGUAGE_CODE

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path.startswith(DESK):
            response.headers.setdefault("Content-Security-Policy", DESK_POLICY)
        return response


def refuse_login(
    request: HttpRequest,
    original_response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """The answer to one who has typed too many wrong passwords (AXES_LOCKOUT_CALLABLE)."""
    cool_off = get_cool_off(request)
    minutes = ceil(cool_off.total_seconds() / 60) if cool_off else 0
    answer = render(request, "newsdesk/locked_out.html", {"minutes": minutes}, status=429)
    if cool_off:
        answer["Retry-After"] = str(int(cool_off.total_seconds()))
    return answer
