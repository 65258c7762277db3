"""The desk's place in Wagtail: its menu, its screens, its words in the audit log."""

# mypy: disable-error-code="untyped-decorator"
# Wagtail\'s hooks have no types.

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import register_snippet

from getnewsfast.newsdesk import urls
from getnewsfast.newsdesk.screens.articles import ArticleViewSet
from getnewsfast.newsdesk.screens.lists import RuleViewSet, SectionViewSet, TagViewSet
from getnewsfast.system.reasons import say

register_snippet(ArticleViewSet)

# Wagtail's pages, documents and workflows, of which this hub has none.
HIDDEN = {
    "explorer",
    "documents",
    "snippets",
    "reports",
    "help",
    "sites",
    "redirects",
    "collections",
    "workflows",
    "workflow-tasks",
}


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [path("", include(urls))]  # type: ignore[list-item]


@hooks.register("register_admin_viewset")
def register_lists() -> list[Any]:
    return [SectionViewSet("sections"), TagViewSet("tags"), RuleViewSet("rules")]


class QueueMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_article")


@hooks.register("register_admin_menu_item")
def register_queue() -> MenuItem:
    return QueueMenuItem(
        _("Newsdesk"),
        reverse("newsdesk_queue"),
        name="newsdesk",
        icon_name="clipboard-list",
        order=10,
    )


@hooks.register("register_admin_menu_item")
def register_mending() -> MenuItem:
    return MenuItem(
        _("Mend a text"),
        reverse("newsdesk_mend"),
        name="mend-text",
        icon_name="pilcrow",
        order=50,
    )


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
def hide_what_confuses(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN]


@hooks.register("construct_search")
def hide_search_areas(request: HttpRequest, search_areas: list[Any]) -> None:
    search_areas[:] = [area for area in search_areas if area.name not in ("pages", "documents")]


@hooks.register("insert_global_admin_css")
def add_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsdesk/desk.css"))


@hooks.register("insert_global_admin_js")
def add_script() -> str:
    return format_html('<script src="{}"></script>', static("newsdesk/desk.js"))


class VerdictFormatter(LogFormatter):
    """A verdict's line in the history of an article, with its reason."""

    def format_comment(self, log_entry: ModelLogEntry) -> str:
        return say(log_entry.data.get("reason", ""), log_entry.data.get("places", {}))


@hooks.register("register_log_actions")
def register_verdicts(actions: LogActionRegistry) -> None:
    @actions.register_action("newsdesk.approve")
    class Approved(VerdictFormatter):
        label = _("Approve")
        message = _("Approved")

    @actions.register_action("newsdesk.hold")
    class Held(VerdictFormatter):
        label = _("Hold")
        message = _("Held")

    @actions.register_action("newsdesk.reject")
    class Rejected(VerdictFormatter):
        label = _("Reject")
        message = _("Rejected")
