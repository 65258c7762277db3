"""Sources and feeds at the desk: what is watched, how it goes, and why it does not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from getnewsfast.collect.models import Entry, Feed, Source
from getnewsfast.collect.templatetags.moments import shown_number

FETCHES_SHOWN = 20
ENTRIES_SHOWN = 20


class MomentColumn(Column):
    """How long ago; the Iranian date on pointing at it."""

    cell_template_name = "collect/moment_cell.html"


def describe_state(source: Source) -> str:
    """How it goes with a source, in words. Its feeds must be at hand."""
    feeds = [feed for feed in source.feeds.all() if feed.enabled]
    failing = [feed for feed in feeds if feed.error_count]
    if not source.enabled:
        return _now("not watched")
    if not feeds:
        return _now("no feed to watch")
    if failing:
        return ngettext(
            "{count} feed with errors", "{count} feeds with errors", len(failing)
        ).format(count=shown_number(len(failing)))
    if all(feed.looked_at is None for feed in feeds):
        return _now("not looked at yet")
    return _now("well")


def describe_last_error(source: Source) -> str:
    failing = [feed for feed in source.feeds.all() if feed.error_count and feed.enabled]
    worst = max(failing, key=lambda feed: feed.error_count, default=None)
    return shown_number(worst.reason_text) if worst else ""


class SourceIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Source]:
        return Source.objects.annotate(last_new_at=Max("feeds__last_new_at")).prefetch_related(
            "feeds"
        )


class FeedsPanel(Panel):
    """A source's feeds with their last looks, and the entries that could not be taken."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "collect/feeds_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            feeds = self.instance.feeds.order_by("url")
            context["source"] = self.instance
            context["feeds"] = [(feed, feed.fetches.first()) for feed in feeds]
            context["entries"] = Entry.objects.filter(source=self.instance).exclude(reason="")[
                :ENTRIES_SHOWN
            ]
            return context


class FetchesPanel(Panel):
    """A feed's last looks and what came of them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "collect/fetches_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["feed"] = self.instance
            context["fetches"] = self.instance.fetches.all()[:FETCHES_SHOWN]
            return context


class SourceViewSet(ModelViewSet):
    model = Source
    icon = "globe"
    menu_order = 10
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = SourceIndexView
    search_fields = ("name", "name_en", "slug")
    list_display = (
        "name",
        Column("state", label=_("state"), accessor=describe_state),
        MomentColumn("last_new_at", label=_("last new entry"), sort_key="last_new_at"),
        Column(
            "feed_count",
            label=_("feeds"),
            accessor=lambda source: shown_number(len(source.feeds.all())),
        ),
        Column("last_error", label=_("last error"), accessor=describe_last_error),
        "trust",
        BooleanColumn("enabled", label=_("watched")),
    )
    panels = (
        FeedsPanel(heading=_("Feeds"), icon="rotate"),
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("name_en"),
                FieldPanel("slug"),
                FieldPanel("homepage"),
                FieldPanel("language"),
                FieldPanel("zone"),
            ],
            heading=_("The publisher"),
            icon="globe",
        ),
        MultiFieldPanel(
            [FieldPanel("enabled"), FieldPanel("trust"), FieldPanel("is_local")],
            heading=_("Watching"),
            icon="view",
        ),
        MultiFieldPanel(
            [
                FieldPanel("text_terms"),
                FieldPanel("excerpt_words"),
                FieldPanel("images_allowed"),
                FieldPanel("indexable"),
                FieldPanel("credit_line"),
                FieldPanel("expires_after_days"),
                FieldPanel("contact"),
            ],
            heading=_("Terms: what its owner lets us do"),
            icon="key",
        ),
    )


class FeedIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Feed]:
        return Feed.objects.select_related("source")


class FeedCreateView(CreateView):
    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "source": self.request.GET.get("source")}


class FeedViewSet(ModelViewSet):
    model = Feed
    icon = "rotate"
    menu_order = 20
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = FeedIndexView
    add_view_class = FeedCreateView
    list_filter = ("source", "enabled", "kind")
    search_fields = ("url",)
    list_display = (
        "url",
        Column("source", label=_("source"), sort_key="source__name"),
        "kind",
        MomentColumn("looked_at", label=_("last look"), sort_key="looked_at"),
        MomentColumn("last_new_at", label=_("last new entry"), sort_key="last_new_at"),
        Column(
            "reason_text",
            label=_("last error"),
            accessor=lambda feed: shown_number(feed.reason_text) if feed.error_count else "",
        ),
        BooleanColumn("enabled", label=_("watched")),
    )
    panels = (
        FetchesPanel(heading=_("Last looks"), icon="history"),
        FieldPanel("source"),
        FieldPanel("url"),
        FieldPanel("enabled"),
        FieldPanel("kind"),
        FieldPanel("section_name"),
        MultiFieldPanel(
            [FieldPanel("floor_seconds"), FieldPanel("ceiling_seconds")],
            heading=_("How often"),
            icon="time",
        ),
        MultiFieldPanel(
            [FieldPanel("selectors")],
            heading=_("Listing page"),
            icon="code",
            classname="collapsed",
        ),
    )


class WatchingGroup(ModelViewSetGroup):
    menu_label = _("Sources")
    menu_icon = "globe"
    menu_order = 30
    items = (SourceViewSet("sources"), FeedViewSet("feeds"))
