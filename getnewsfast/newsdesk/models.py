"""The desk's rules and its verdicts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from getnewsfast.articles.models import Article, Section
from getnewsfast.collect.models import LANGUAGES, Source
from getnewsfast.system.reasons import Reasoned


class Rule(models.Model):
    """A condition with a verdict, written by an editor, tried by the machine, first match wins."""

    class Verdict(models.TextChoices):
        APPROVE = "approve", _("approve")
        HOLD = "hold", _("hold")

    name = models.CharField(_("name"), max_length=200)
    enabled = models.BooleanField(_("in force"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    source = models.ForeignKey(
        Source,
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("source"),
        help_text=_("Empty: any."),
    )
    section = models.ForeignKey(
        Section,
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("section"),
        help_text=_("Empty: any."),
    )
    language = models.CharField(
        _("language"),
        max_length=8,
        choices=LANGUAGES,
        blank=True,
        help_text=_("Empty: any."),
    )
    words = models.TextField(
        _("words"),
        blank=True,
        help_text=_(
            "One word or phrase a line; one of them in headline or lead is enough. Empty: any."
        ),
    )
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict.choices)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class Verdict(Reasoned):
    """Approve, hold or reject, with who and why; kept for ever."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="verdicts")
    verdict = models.CharField(_("verdict"), max_length=10, choices=Article.Verdict.choices)
    rule = models.ForeignKey(Rule, models.SET_NULL, null=True, blank=True, related_name="verdicts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    at = models.DateTimeField(_("time"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["-at", "-pk"]
