"""A reason kept in a row: the sentence as a msgid and its places, translated when it is shown."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from getnewsfast.system.failures import Failure


def say(message: str, places: dict[str, str]) -> str:
    """The sentence in the language of whoever reads it."""
    if not message:
        return ""
    sentence = gettext(message)
    try:
        return sentence.format_map(places)
    except (KeyError, ValueError, IndexError):
        return sentence


class Reasoned(models.Model):
    """A row that can say in words why it is as it is."""

    reason = models.TextField(_("reason"), blank=True, editable=False)
    reason_places = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def reason_text(self) -> str:
        return say(self.reason, self.reason_places)

    def set_reason(self, failure: Failure | None) -> None:
        self.reason = failure.message if failure else ""
        self.reason_places = failure.places if failure else {}
