"""The article's form: tags by their names, times in the Iranian calendar."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db import transaction
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.images.widgets import AdminImageChooser

from getnewsfast.articles.models import Tag
from getnewsfast.text.calendars import iranian_day
from getnewsfast.text.dates import read_date
from getnewsfast.text.digits import to_persian
from getnewsfast.text.normalise import display, key

MOST_TAGS = 30
LONGEST_TAG = 60
LONGEST_PLAN = timedelta(days=3650)
TEXT_FIELDS = {"kicker", "headline", "lead", "byline", "image_caption", "image_credit"}


class MomentInput(forms.TextInput):
    """A time, typed in either calendar and any digits. It takes part in Wagtail's schedule box."""

    def __init__(self) -> None:
        super().__init__(
            attrs={
                "dir": "ltr",
                "autocomplete": "off",
                "data-controller": "w-action",
                "data-action": "w-dialog:hidden->w-action#reset",
                "data-w-dialog-target": "notify",
            }
        )

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["placeholder"] = write_moment(timezone.now())
        return context


class MomentField(forms.Field):
    """A time as «۱۴۰۵/۰۹/۰۳ ۱۸:۳۰», or 2026-11-24 18:30, in the desk's zone."""

    widget = MomentInput

    def prepare_value(self, value: Any) -> Any:
        return write_moment(value) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        text = str(value or "").strip()
        if isinstance(value, datetime) or not text:
            return value or None
        # The reader of dates refuses what lies ahead of «now»: here the future is meant.
        zone = timezone.get_current_timezone()
        found = read_date(text, now=timezone.now() + LONGEST_PLAN, zone=ZoneInfo(str(zone)))
        if found is None:
            example = write_moment(timezone.now())
            raise forms.ValidationError(
                _("This is no time. An example: %(example)s"), params={"example": example}
            )
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        if isinstance(initial, datetime):  # the box shows minutes only
            return str(data or "").strip() != write_moment(initial)
        return bool(str(data or "").strip())


def write_moment(at: datetime) -> str:
    """The form the box shows, in the calendar of the desk's language; MomentField reads both."""
    local = timezone.localtime(at)
    if not (get_language() or "fa").startswith("fa"):
        return f"{local:%Y-%m-%d %H:%M}"
    year, month, day = iranian_day(local)
    return to_persian(f"{year}/{month:02}/{day:02} {local:%H:%M}")


class ImageChooser(AdminImageChooser):
    """Wagtail's chooser without its inline script; desk.js starts it (see policy)."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        chosen = self.get_value_data(value)
        options = json.dumps(self.get_js_init_options(attrs["id"], name, chosen))
        return format_html(
            '{}<template data-desk-chooser="{}" data-desk-options="{}"></template>',
            mark_safe(self.render_html(name, chosen, attrs)),  # noqa: S308  # Wagtail's own template
            attrs["id"],
            options,
        )


class TagNamesInput(forms.TextInput):
    """One line of names; with scripts, Wagtail's tag boxes with completion."""

    def __init__(self) -> None:
        options = {"allowSpaces": True, "tagLimit": MOST_TAGS, "autocompleteOnly": False}
        super().__init__(
            attrs={
                "data-controller": "w-tag",
                "data-w-tag-delay-value": 200,
                "data-w-tag-url-value": reverse_lazy("newsdesk_complete_tag"),
                "data-w-tag-options-value": json.dumps(options),
            }
        )


class TagNamesField(forms.Field):
    """Names of tags, separated by commas («،» or ","). A name that is new makes a tag."""

    widget = TagNamesInput

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return "، ".join(tag.name for tag in _find_tags(value)).replace("،", ",")

    def to_python(self, value: Any) -> list[str]:
        names: dict[str, str] = {}
        for part in str(value or "").replace("،", ",").split(","):
            name = display(part, "fa").strip(' "#')
            if key(name):
                names.setdefault(key(name)[:120], name)
        return list(names.values())

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > MOST_TAGS:
            raise forms.ValidationError(
                _("No more than %(most)s tags."), params={"most": MOST_TAGS}
            )
        for name in value:
            if len(name) > LONGEST_TAG:
                raise forms.ValidationError(
                    _("“%(name)s” is too long for a tag."), params={"name": name}
                )

    def clean(self, value: Any) -> list[Tag]:
        return _ensure_tags(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = {tag.key for tag in _find_tags(initial or [])}
        return before != {key(name)[:120] for name in self.to_python(data)}


def _find_tags(values: Iterable[Any]) -> list[Tag]:
    values = list(values)
    tags = [value for value in values if isinstance(value, Tag)]
    numbers = [value for value in values if not isinstance(value, Tag)]
    return tags + (list(Tag.objects.filter(pk__in=numbers)) if numbers else [])


@transaction.atomic
def _ensure_tags(names: Iterable[str]) -> list[Tag]:
    tags = []
    for name in names:
        tag = Tag.objects.filter(key=key(name)[:120]).first()
        tags.append(
            tag or Tag.objects.get_or_create(key=key(name)[:120], defaults={"name": name})[0]
        )
    return tags


class ArticleForm(WagtailAdminModelForm):
    """What an editor may change of an article."""

    go_live_at = MomentField(label=_("publish at"), required=False)
    expire_at = MomentField(label=_("take off at"), required=False)
    tags = TagNamesField(label=_("tags"), required=False, help_text=_("Names separated by commas."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in TEXT_FIELDS & self.fields.keys():
            self.fields[name].widget.attrs["dir"] = "auto"  # an English article at a Persian desk

    def save(self, commit: bool = True) -> Any:
        if self.instance.found_at is None:  # written at the desk, not found at a source
            self.instance.found_at = timezone.now()
        return super().save(commit)
