"""The desk's map from the sources' section names to ours."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from getnewsfast.articles.models import Section
from getnewsfast.collect.models import Source
from getnewsfast.text.normalise import key


class SectionName(models.Model):
    """A section's name in a source's own words. Without a section it waits for an editor."""

    source = models.ForeignKey(
        Source,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="section_names",
        verbose_name=_("source"),
        help_text=_("Empty: for every source."),
    )
    name = models.CharField(_("name at the source"), max_length=200)
    name_key = models.CharField(max_length=200, editable=False)
    section = models.ForeignKey(
        Section,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="names",
        verbose_name=_("our section"),
    )
    seen_count = models.PositiveIntegerField(_("times seen"), default=0, editable=False)
    seen_at = models.DateTimeField(_("last seen"), null=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("section name")
        verbose_name_plural = _("section names")
        ordering = ["-seen_at", "name"]
        constraints = [
            models.UniqueConstraint(fields=["source", "name_key"], name="section_name_once"),
            models.UniqueConstraint(
                fields=["name_key"], condition=Q(source=None), name="section_name_for_all_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        self.name_key = key(self.name)[:200]
        super().save(*args, **options)
