"""Sections, tags and rules: short lists that the chief editor keeps."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSet

from getnewsfast.articles.models import Section, Tag
from getnewsfast.newsdesk.models import Rule
from getnewsfast.text.normalise import key


class SectionViewSet(ModelViewSet):
    model = Section
    icon = "list-ul"
    add_to_settings_menu = True
    menu_order = 20
    copy_view_enabled = False
    add_to_reference_index = False
    sort_order_field = "order"
    list_display = (
        "name",
        "name_en",
        "slug",
        BooleanColumn("in_menu", label=_("in the menu")),
    )
    panels = (
        FieldPanel("name"),
        FieldPanel("name_en"),
        FieldPanel("slug"),
        FieldPanel("in_menu"),
    )


class TagForm(WagtailAdminModelForm):
    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        folded = key(name)[:120]
        if not folded or Tag.objects.filter(key=folded).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(
                _("This tag is there already, perhaps in another spelling.")
            )
        return name


class TagViewSet(ModelViewSet):
    model = Tag
    icon = "tag"
    add_to_settings_menu = True
    menu_order = 30
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = ("name", "slug")
    search_fields = ("name", "key")
    edit_handler = ObjectList([FieldPanel("name")], base_form_class=TagForm)


class RuleViewSet(ModelViewSet):
    model = Rule
    icon = "tasks"
    add_to_settings_menu = True
    menu_order = 10
    copy_view_enabled = False
    add_to_reference_index = False
    sort_order_field = "order"
    ordering = ("order", "pk")
    list_display = (
        "name",
        "verdict",
        Column("source", label=_("source"), accessor=lambda rule: rule.source or _("any")),
        Column("section", label=_("section"), accessor=lambda rule: rule.section or _("any")),
        BooleanColumn("enabled", label=_("in force")),
    )
    panels = (
        FieldPanel("name"),
        FieldPanel("enabled"),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldPanel("section"),
                FieldPanel("language"),
                FieldPanel("words"),
            ],
            heading=_("If an article is"),
            help_text=_("All of these must hold. A word with * at its end stands for any ending."),
        ),
        FieldPanel("verdict", heading=_("then")),
        FieldPanel("order", help_text=_("The first rule that matches decides.")),
    )
