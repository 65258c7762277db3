"""Whose language a page speaks: at the desk the editor's, in the paper the paper's own."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

DESK: Final = "/desk/"


class PaperLocaleMiddleware(LocaleMiddleware):
    """Django's, for the desk alone. The paper's pages are the same for everybody, so they must not
    vary by the browser's languages: a cache would keep one page for each wording of that header.
    """

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith(DESK):
            super().process_request(request)
        else:
            translation.activate(settings.LANGUAGE_CODE)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path_info.startswith(DESK):
            return super().process_response(request, response)
        return response
