"""The rows of watching: who publishes, where we look, what each look brought."""

from __future__ import annotations

from datetime import datetime

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from getnewsfast.system.reasons import Reasoned

LANGUAGES = [
    ("fa", _("Persian")),
    ("en", _("English")),
    ("ar", _("Arabic")),
    ("tg", _("Tajik")),
    ("ckb", _("Kurdish")),
    ("az", _("Azerbaijani")),
    ("ru", _("Russian")),
    ("tr", _("Turkish")),
]


class Source(models.Model):  # type: ignore[django-manager-missing]  # the articles' manager
    """A publisher we take news from: owner of feeds, trust and terms of use."""

    class Trust(models.TextChoices):
        APPROVE = "approve", _("publish by itself")
        HOLD = "hold", _("wait for an editor")

    class TextTerms(models.TextChoices):
        FULL = "full", _("full text")
        EXCERPT = "excerpt", _("excerpt with link")
        HEADLINE = "headline", _("headline only")

    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True, allow_unicode=True)
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default="fa")
    homepage = models.URLField(_("home page"), max_length=1000)
    zone = models.CharField(_("time zone"), max_length=60, default="Asia/Tehran")
    enabled = models.BooleanField(_("watched"), default=True)
    trust = models.CharField(
        _("new articles"), max_length=10, choices=Trust.choices, default=Trust.HOLD
    )
    is_local = models.BooleanField(
        _("on this machine"),
        default=False,
        help_text=_("Allow private and loopback addresses for this source. For trials only."),
    )

    # The terms: what its owner lets us do. The default is the careful one.
    text_terms = models.CharField(
        _("text"), max_length=10, choices=TextTerms.choices, default=TextTerms.EXCERPT
    )
    excerpt_words = models.PositiveIntegerField(
        _("words of an excerpt"), default=60, validators=[MinValueValidator(1)]
    )
    images_allowed = models.BooleanField(_("images"), default=False)
    indexable = models.BooleanField(_("search engines may index"), default=False)
    credit_line = models.CharField(
        _("credit line"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty for the source's name."),
    )
    expires_after_days = models.PositiveIntegerField(
        _("days on the site"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    contact = models.CharField(_("contact for rights"), max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self) -> str:
        english = (get_language() or "").startswith("en")
        return self.name_en if english and self.name_en else self.name

    @property
    def credit(self) -> str:
        return self.credit_line or self.name


class FeedQuerySet(models.QuerySet["Feed"]):
    def due(self, now: datetime) -> FeedQuerySet:
        free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        return self.filter(
            free, enabled=True, source__enabled=True, next_look_at__lte=now
        ).order_by("next_look_at")


class Feed(Reasoned):
    """One address at a source that we look at again and again."""

    class Kind(models.TextChoices):
        AUTO = "", _("recognised by itself")
        RSS = "rss", "RSS"
        ATOM = "atom", "Atom"
        JSON = "json", "JSON Feed"
        SITEMAP = "sitemap", _("sitemap")
        LISTING = "listing", _("listing page")

    source = models.ForeignKey(
        Source, models.CASCADE, related_name="feeds", verbose_name=_("source")
    )
    url = models.URLField(_("address"), max_length=2000, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, blank=True)
    section_name = models.CharField(
        _("section of its entries"),
        max_length=100,
        blank=True,
        help_text=_("Where every entry of this feed belongs to one section: its name."),
    )
    selectors = models.JSONField(
        _("selectors of a listing page"),
        default=dict,
        blank=True,
        help_text=_("CSS: item, link, headline, date. Empty: found by themselves."),
    )
    enabled = models.BooleanField(_("watched"), default=True)
    floor_seconds = models.PositiveIntegerField(_("at most every … seconds"), default=30)
    ceiling_seconds = models.PositiveIntegerField(_("at least every … seconds"), default=300)

    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    body_hash = models.CharField(max_length=64, blank=True, editable=False)
    next_look_at = models.DateTimeField(_("next look"), default=timezone.now)
    looked_at = models.DateTimeField(_("last look"), null=True, editable=False)
    last_new_at = models.DateTimeField(_("last new entry"), null=True, editable=False)
    recent_gaps_seconds = models.JSONField(default=list, editable=False)
    error_count = models.PositiveIntegerField(_("errors in a row"), default=0, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    lease_holder = models.CharField(max_length=80, blank=True, editable=False)

    objects = FeedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ["source", "url"]
        indexes = [
            models.Index(fields=["next_look_at"], condition=Q(enabled=True), name="feed_due")
        ]

    def __str__(self) -> str:
        return self.url


class Fetch(Reasoned):
    """One look at a feed, and what came of it."""

    class Outcome(models.TextChoices):
        NEW = "new", _("new entries")
        SAME = "same", _("nothing new")
        ERROR = "error", _("error")

    feed = models.ForeignKey(Feed, models.CASCADE, related_name="fetches")
    at = models.DateTimeField(_("time"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    status = models.PositiveIntegerField(_("HTTP status"), null=True)
    seconds = models.FloatField(_("seconds"), default=0)
    byte_count = models.PositiveIntegerField(_("bytes"), default=0)
    entry_count = models.PositiveIntegerField(_("entries"), default=0)
    new_count = models.PositiveIntegerField(_("new"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("fetch")
        verbose_name_plural = _("fetches")
        ordering = ["-at"]
        indexes = [models.Index(fields=["feed", "-at"], name="fetch_newest")]


class Entry(Reasoned):
    """One item as a feed gave it, unchanged. ``version`` counts the texts it has had."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="entries")
    feed = models.ForeignKey(Feed, models.CASCADE, related_name="entries")
    guid = models.TextField(blank=True)
    link = models.TextField(blank=True)
    url_key = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64)
    content_hash = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)

    headline = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    content_html = models.TextField(blank=True)
    image_url = models.TextField(blank=True)
    language = models.CharField(max_length=20, blank=True)
    authors = models.JSONField(default=list)
    section_names = models.JSONField(default=list)
    tag_names = models.JSONField(default=list)
    published_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["-found_at"]
        # The identity ladder: GUID, then canonical URL, then fingerprint. Long texts are hashed,
        # since a btree row holds 2,700 bytes and an agency's GUID may be longer.
        constraints = [
            models.UniqueConstraint(
                F("feed"),
                MD5("guid"),
                condition=~Q(guid=""),
                name="entry_guid_once",
            ),
            models.UniqueConstraint(
                F("source"),
                MD5("url_key"),
                condition=~Q(url_key=""),
                name="entry_url_once",
            ),
            models.UniqueConstraint(
                fields=["source", "fingerprint"],
                condition=Q(guid="", url_key=""),
                name="entry_fingerprint_once",
            ),
        ]
        indexes = [models.Index(fields=["-found_at"], name="entry_newest")]

    def __str__(self) -> str:
        return self.headline or self.link or self.guid
