"""Articles: the list, the form, the road to the site and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import django_filters
from django.contrib import messages
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, PublishingPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    IndexView,
    RevisionsUnscheduleView,
    SnippetViewSet,
)

from getnewsfast.articles.core.status import Status
from getnewsfast.articles.models import Article
from getnewsfast.articles.queries import NOT_LISTED
from getnewsfast.collect.screens import MomentColumn
from getnewsfast.newsdesk.actions.hold import hold
from getnewsfast.newsdesk.actor import person
from getnewsfast.newsdesk.forms import ArticleForm, ImageChooser
from getnewsfast.system.failures import GiveUp, gettext_noop
from getnewsfast.system.reasons import say
from getnewsfast.text.normalise import display

STATUS_WORDS = {
    Status.WAITING: _("waiting"),
    Status.HELD: _("held"),
    Status.REJECTED: _("rejected"),
    Status.SCHEDULED: _("scheduled"),
    Status.PUBLISHED: _("published"),
    Status.UNPUBLISHED: _("unpublished"),
    Status.DUPLICATE: _("duplicate"),
}
OFF = Q(live=False, duplicate_of=None)
BY_STATUS = {
    Status.WAITING: OFF & Q(first_published_at=None, verdict=""),
    Status.HELD: OFF & Q(first_published_at=None, verdict="hold"),
    Status.REJECTED: OFF & Q(verdict="reject"),
    Status.SCHEDULED: OFF & Q(go_live_at__isnull=False, verdict="approve"),
    Status.PUBLISHED: Q(live=True),
    Status.UNPUBLISHED: OFF & Q(first_published_at__isnull=False) & ~Q(verdict="reject"),
    Status.DUPLICATE: Q(live=False, duplicate_of__isnull=False),
}


class ArticleFilters(WagtailFilterSet):
    status = django_filters.ChoiceFilter(
        label=_("status"),
        choices=[(status.value, word) for status, word in STATUS_WORDS.items()],
        method="keep_status",
    )

    class Meta:
        model = Article
        fields = ("section", "source", "language")

    def keep_status(self, articles: QuerySet[Article], name: str, value: str) -> QuerySet[Article]:
        return articles.filter(BY_STATUS[Status(value)])


class ArticleIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Article]:
        articles: QuerySet[Article] = super().get_base_queryset()
        return articles.select_related("source", "section").defer(*NOT_LISTED)

    def search_queryset(self, queryset: QuerySet[Article]) -> QuerySet[Article]:
        # Headlines are kept in their display form: «مي‌روم» typed with Arabic letters finds «می‌روم».
        for word in display(self.search_query, "fa").split():
            queryset = queryset.filter(headline__icontains=word)
        return queryset


class Publishing:
    """What the form's buttons do when the terms or the desk's rules say no."""

    def publish_action(self) -> HttpResponse | None:
        try:
            with transaction.atomic():
                response: HttpResponse | None = super().publish_action()  # type: ignore[misc]
                return response
        except GiveUp as failure:
            messages.error(self.request, say(failure.message, failure.places))  # type: ignore[attr-defined]
            return redirect(self.get_edit_url())  # type: ignore[attr-defined]


class ArticleCreateView(Publishing, CreateView):
    pass


class ArticleEditView(Publishing, EditView):
    def get_object(self, queryset: QuerySet[Article] | None = None) -> Article:
        if self.request.method == "POST":
            # Saving writes the whole row: a verdict that falls meanwhile must not be undone by it.
            Article.objects.select_for_update().filter(pk=self.object_pk).first()
        article: Article = super().get_object(queryset)
        return article


class ArticleUnscheduleView(RevisionsUnscheduleView):
    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        response: HttpResponse = super().post(request, *args, **options)
        if not self.object.live:
            hold(
                self.object,
                by=person(request.user),
                now=timezone.now(),
                reason=gettext_noop("Its schedule was cancelled."),
            )
        return response


class OriginPanel(Panel):
    """Where the article comes from and what was decided about it; to read, not to change."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "newsdesk/panels/origin.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            article = self.instance
            context["article"] = article
            context["status"] = STATUS_WORDS[article.status]
            context["verdicts"] = article.verdicts.select_related("user", "rule")[:5]
            context["duplicates"] = article.duplicates.select_related("source")[:10]
            return context


class ArticleViewSet(SnippetViewSet):
    model = Article
    icon = "doc-full"
    add_to_admin_menu = True
    menu_order = 20
    url_prefix = "articles"
    url_namespace = "articles"
    list_per_page = 30
    index_view_class = ArticleIndexView
    add_view_class = ArticleCreateView
    edit_view_class = ArticleEditView
    revisions_unschedule_view_class = ArticleUnscheduleView
    filterset_class = ArticleFilters
    search_fields = ("headline",)
    ordering = ("-found_at", "-pk")
    copy_view_enabled = False
    list_display = (
        "headline",
        Column("source", label=_("source"), sort_key="source__name"),
        Column("section", label=_("section"), accessor=lambda article: article.section or "—"),
        StatusTagColumn(
            "status",
            label=_("status"),
            accessor=lambda article: STATUS_WORDS[article.status],
            primary=lambda article: article.live,
        ),
        MomentColumn("found_at", label=_("found"), sort_key="found_at"),
    )
    edit_handler = ObjectList(
        [
            OriginPanel(heading=_("Origin and verdicts"), icon="info-circle"),
            FieldPanel("kicker"),
            FieldPanel("headline", classname="title", required_on_save=True),
            FieldPanel("lead"),
            FieldPanel("body"),
            MultiFieldPanel(
                [
                    FieldPanel("image", widget=ImageChooser),
                    FieldPanel("image_caption"),
                    FieldPanel("image_credit"),
                ],
                heading=_("image"),
                icon="image",
            ),
            MultiFieldPanel(
                [FieldPanel("section"), FieldPanel("tags")],
                heading=_("Where it stands"),
                icon="tag",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("byline"),
                    FieldPanel("language"),
                    FieldPanel("source", permission="collect.change_source"),
                ],
                heading=_("Whose it is"),
                icon="user",
            ),
            PublishingPanel(),
        ],
        base_form_class=ArticleForm,
    )
