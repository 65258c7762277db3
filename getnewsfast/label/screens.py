"""The map from the sources' section names to ours; what has no section yet comes first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from getnewsfast.articles.models import Section
from getnewsfast.collect.screens import MomentColumn
from getnewsfast.collect.templatetags.moments import shown_number
from getnewsfast.label.models import SectionName
from getnewsfast.text.normalise import key

SECTIONS_KEY = "getnewsfast.desk_sections"


class ChoiceColumn(Column):
    """Our section, to choose right in the list: a small form that works without scripts."""

    cell_template_name = "label/section_cell.html"

    def get_cell_context_data(
        self, instance: SectionName, parent_context: Any
    ) -> Mapping[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["row"] = instance
        context["sections"] = _sections_for(parent_context["request"])
        context["token"] = get_token(parent_context["request"])
        return context


def _sections_for(request: HttpRequest) -> list[Section]:
    """Our sections, read once for all rows of the list."""
    kept = request.META.setdefault(SECTIONS_KEY, None)
    if kept is None:
        kept = request.META[SECTIONS_KEY] = list(Section.objects.all())
    sections: list[Section] = kept
    return sections


class SectionNameIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[SectionName]:
        return SectionName.objects.select_related("source", "section")

    def order_queryset(self, queryset: QuerySet[SectionName]) -> QuerySet[SectionName]:
        if self.is_explicitly_ordered:
            ordered: QuerySet[SectionName] = super().order_queryset(queryset)
            return ordered
        return queryset.order_by(F("section").asc(nulls_first=True), "-seen_count", "name")


@require_POST
@permission_required("label.change_sectionname", raise_exception=True)
def choose_section(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the section chosen in the list; an empty choice takes it away."""
    row = get_object_or_404(SectionName, pk=pk)
    number = request.POST.get("section", "")
    row.section = get_object_or_404(Section, pk=int(number)) if number.isdecimal() else None
    row.save(update_fields=["section"])
    log(instance=row, action="wagtail.edit", user=request.user)
    if row.section is None:
        messages.success(request, _now("“{name}” has no section now.").format(name=row.name))
    else:
        messages.success(
            request,
            _now("“{name}” stands in “{section}” from now on.").format(
                name=row.name, section=row.section
            ),
        )
    return redirect(reverse("section_names:index"))


class SectionNameForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean()
        folded = key(values.get("name", ""))[:200]
        rows = SectionName.objects.filter(name_key=folded, source=values.get("source"))
        if rows.exclude(pk=self.instance.pk).exists():
            self.add_error("name", _("This name is there already, perhaps in another spelling."))
        return values


class SectionNameViewSet(ModelViewSet):
    model = SectionName
    icon = "list-ul"
    add_to_admin_menu = True
    menu_order = 40
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = SectionNameIndexView
    list_filter = ("source", "section")
    search_fields = ("name", "name_key")
    list_per_page = 50
    list_display = (
        "name",
        Column("source", label=_("source"), accessor=lambda row: row.source or _("every source")),
        ChoiceColumn("section", label=_("our section")),
        Column(
            "seen_count",
            label=_("times seen"),
            accessor=lambda row: shown_number(row.seen_count),
            sort_key="seen_count",
        ),
        MomentColumn("seen_at", label=_("last seen"), sort_key="seen_at"),
    )
    edit_handler = ObjectList(
        [FieldPanel("source"), FieldPanel("name"), FieldPanel("section")],
        base_form_class=SectionNameForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns: list[URLPattern] = super().get_urlpatterns()
        return [*patterns, path("<int:pk>/choose/", choose_section, name="choose")]
