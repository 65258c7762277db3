"""Mend a text: an editor pastes it, and sees each change with its reason. Nothing is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from getnewsfast.collect.models import LANGUAGES
from getnewsfast.collect.templatetags.moments import shown_number
from getnewsfast.newsdesk.core.pieces import Piece, list_pieces, show_unseen
from getnewsfast.newsdesk.rule_names import RULE_NAMES, tell_reason
from getnewsfast.text.characters import HALF_SPACE
from getnewsfast.text.detect import direction
from getnewsfast.text.digits import Shown
from getnewsfast.text.normalise import explain
from getnewsfast.text.rules import Rule

# Some 200 kB of Persian, thirty long articles.
MOST_CHARS: Final = 100_000
DIGITS: Final = [
    (Shown.AS_THEY_CAME, _("as they came")),
    (Shown.PERSIAN, _("Persian")),
    (Shown.LATIN, _("Latin")),
]


class MendForm(forms.Form):
    text = forms.CharField(
        label=_("Text"),
        strip=False,
        widget=forms.Textarea({"rows": 12, "dir": "auto", "spellcheck": "false"}),
        error_messages={"required": _("Paste a text first.")},
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, initial="fa")
    digits = forms.ChoiceField(label=_("Digits"), choices=DIGITS, initial=Shown.AS_THEY_CAME)
    every_fault = forms.BooleanField(
        label=_("Mend rare faults too"),
        required=False,
        help_text=_(
            "A kind of lost half-spaces that the text as a whole does not suffer from is left"
            " alone, unless you ask for it here."
        ),
    )
    rules = forms.MultipleChoiceField(
        label=_("Rules"),
        choices=[(rule, RULE_NAMES[rule]) for rule in Rule],
        initial=list(Rule),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose one rule at least.")},
    )

    def clean_text(self) -> str:
        # Browsers send a line break as two characters.
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if not text.strip():
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        if len(text) > MOST_CHARS:
            sentence = _(
                "The text has {count} characters; {most} at most are mended at once. Paste it in"
                " parts."
            )
            places = {"count": f"{len(text):,}", "most": f"{MOST_CHARS:,}"}
            raise forms.ValidationError(
                str(sentence).format_map({name: shown_number(n) for name, n in places.items()})
            )
        return text


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule that changed something: its number in the marks, how often, and why."""

    number: int
    name: str | Promise
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece as the page shows it; half-spaces are drawn between the parts of ``after``."""

    before: str
    after: list[str]
    lines: list[RuleLine]

    @property
    def is_gone(self) -> bool:
        return self.after == [""]

    @property
    def reasons(self) -> str:
        return " ".join(line.reason for line in self.lines)


@require_http_methods(["GET", "HEAD", "POST"])
def mend_text(request: HttpRequest) -> HttpResponse:
    form = MendForm(request.POST) if request.method == "POST" else MendForm()
    title = gettext("Mend a text")
    context: dict[str, object] = {
        "form": form,
        "header_title": title,
        "header_icon": "pilcrow",
        "breadcrumbs_items": [{"url": "", "label": title}],
    }
    if form.is_bound and form.is_valid():
        context |= _mend(form)
    return render(request, "newsdesk/mend.html", context)


def _mend(form: MendForm) -> dict[str, object]:
    wish = form.cleaned_data
    explained = explain(
        wish["text"],
        wish["language"],
        rules=frozenset(map(Rule, wish["rules"])),
        gate=not wish["every_fault"],
        digits=Shown(wish["digits"]),
    )
    counts = Counter(change.rule for change in explained.changes)
    lines = {
        rule: RuleLine(number, RULE_NAMES[rule], counts[rule], tell_reason(rule))
        for number, rule in enumerate((rule for rule in Rule if rule in counts), start=1)
    }
    return {
        "mended": explained.text,
        "marks": _list_marks(list_pieces(wish["text"], explained), lines),
        "rule_lines": list(lines.values()),
        "change_count": len(explained.changes),
        "language": wish["language"],
        "direction": direction(wish["language"]),
    }


def _list_marks(pieces: Iterable[Piece], lines: dict[Rule, RuleLine]) -> list[Mark]:
    return [
        Mark(
            show_unseen(piece.before),
            show_unseen(piece.after).split(HALF_SPACE),
            [lines[rule] for rule in piece.rules],
        )
        for piece in pieces
    ]
