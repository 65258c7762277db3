"""What the desk calls the rules that mend a text; their reasons stand beside them in the core."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from getnewsfast.text.rules import REASONS, Rule

RULE_NAMES: Final[dict[Rule, Promise]] = {
    Rule.MOJIBAKE: _("wrong encoding"),
    Rule.STAND_INS: _("stand-ins of the half-space"),
    Rule.BIDI: _("direction controls"),
    Rule.INVISIBLE: _("invisible characters"),
    Rule.PRESENTATION_FORMS: _("shapes of letters"),
    Rule.KASHIDA: _("kashida"),
    Rule.COMPOSITION: _("letters in parts"),
    Rule.DIACRITICS: _("vowel signs"),
    Rule.HALF_SPACE_TIDY: _("idle half-spaces"),
    Rule.WHITE_SPACE: _("spaces and empty lines"),
    Rule.ARABIC_LETTERS: _("Arabic letters"),
    Rule.HAMZA: _("hamza"),
    Rule.ARABIC_DIGITS: _("Arabic digits"),
    Rule.BRACKETS: _("spaces at brackets"),
    Rule.MARK_SPACING: _("spaces at punctuation"),
    Rule.ELLIPSIS: _("ellipsis"),
    Rule.QUOTES: _("quotation marks"),
    Rule.PERSIAN_MARKS: _("Persian punctuation"),
    Rule.DASHES: _("dashes"),
    Rule.DIGITS: _("digits"),
    Rule.SEPARATORS: _("separators in numbers"),
    Rule.HALF_SPACES: _("half-spaces"),
}


def tell_reason(rule: Rule) -> str:
    """Why the rule changes a text, in the language of the desk."""
    reason = REASONS[rule]
    return reason.persian if (get_language() or "fa").startswith("fa") else reason.english
