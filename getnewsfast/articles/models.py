"""The rows that travel along the line."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin

from getnewsfast.articles.core.status import Facts, Status, find_status
from getnewsfast.articles.queries import SEARCH_VECTOR, STEMS_VECTOR, ArticleManager
from getnewsfast.collect.models import LANGUAGES, Entry, Source
from getnewsfast.text.agencies import find_agency
from getnewsfast.text.detect import direction
from getnewsfast.text.normalise import key
from getnewsfast.text.slug import slugify

# What belongs to the article and not to one revision of it: publishing an old revision must not
# bring back an old verdict, or make a duplicate an original again.
NOT_REVISED = (
    "entry_version",
    "image_url",
    "source_image_id",
    "attribution",
    "source_changed",
    "duplicate_of_id",
    "verdict",
    "slug",
    "public_lead",
    "public_body",
    "is_cut",
    "search_key",
    "search_stems",
)
CREDITED_FACTS = ("agency_name", "quoting", "repost_of")
BODY_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "blockquote", "hr"]


class Section(models.Model):  # type: ignore[django-manager-missing]  # made by from_queryset
    """Where on the site an article stands: one, from a short fixed list."""

    name = models.CharField(_("name"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True, allow_unicode=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    in_menu = models.BooleanField(_("in the menu"), default=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        english = (get_language() or "").startswith("en")
        return self.name_en if english and self.name_en else self.name

    def get_absolute_url(self) -> str:
        return reverse("section", args=[self.slug])


class Tag(models.Model):
    """A free name an article is filed under. Two spellings of one name share one tag by its key."""

    name = models.CharField(_("name"), max_length=100)
    key = models.CharField(max_length=120, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, allow_unicode=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        self.key = key(self.name)[:120]
        self.slug = self.slug or slugify(self.name)
        super().save(*args, **options)

    def get_absolute_url(self) -> str:
        return reverse("tag", args=[self.slug])


class Article(PreviewableMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel):
    """One text of one source, extracted and cleaned: what is judged, published, shown.

    Three stages write it, each its own columns: extract the text, label the section and tags,
    newsdesk the verdict and what the public may see.
    """

    class Verdict(models.TextChoices):
        NONE = "", _("not judged yet")
        APPROVE = "approve", _("approved")
        HOLD = "hold", _("held")
        REJECT = "reject", _("rejected")

    # Where it comes from
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="articles", verbose_name=_("source")
    )
    entry = models.OneToOneField(
        Entry, models.PROTECT, related_name="article", null=True, blank=True, editable=False
    )
    entry_version = models.PositiveIntegerField(default=0, editable=False)
    original_url = models.URLField(_("original address"), max_length=2000, blank=True)
    source_published_at = models.DateTimeField(_("published by the source"), null=True, blank=True)
    source_modified_at = models.DateTimeField(_("changed by the source"), null=True, blank=True)
    found_at = models.DateTimeField(_("found"), null=True, editable=False)
    source_section_names = models.JSONField(default=list, blank=True, editable=False)
    source_tag_names = models.JSONField(default=list, blank=True, editable=False)
    text_from_feed = models.BooleanField(
        _("text taken from the feed"), default=False, editable=False
    )
    attribution = models.JSONField(  # names of facts as in getnewsfast.text.credits
        _("attribution"), default=dict, blank=True, editable=False
    )
    source_changed = models.BooleanField(
        _("the source has changed its text since an editor worked on it"),
        default=False,
        editable=False,
    )

    # What it says
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default="fa")
    kicker = models.CharField(_("kicker"), max_length=300, blank=True)
    headline = models.CharField(_("headline"), max_length=500)
    lead = models.TextField(_("lead"), blank=True)
    body = RichTextField(_("text"), blank=True, features=BODY_FEATURES)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    image_url = models.URLField(_("image address"), max_length=2000, blank=True, editable=False)
    image = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image"),
    )
    source_image = models.ForeignKey(  # the one we took from the source, under its terms
        "wagtailimages.Image", models.SET_NULL, null=True, related_name="+", editable=False
    )
    image_caption = models.CharField(_("image caption"), max_length=1000, blank=True)
    image_credit = models.CharField(_("image credit"), max_length=300, blank=True)

    # Where it stands
    section = models.ForeignKey(
        Section,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    tags = ParentalManyToManyField(Tag, blank=True, related_name="articles", verbose_name=_("tags"))
    duplicate_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="duplicates",
        verbose_name=_("duplicate of"),
        editable=False,
    )
    verdict = models.CharField(
        _("verdict"), max_length=10, choices=Verdict.choices, blank=True, editable=False
    )

    # What the public sees, as the source's terms allow; written at each publication
    slug = models.CharField(max_length=200, blank=True, editable=False)
    public_lead = models.TextField(blank=True, editable=False)
    public_body = models.TextField(blank=True, editable=False)
    is_cut = models.BooleanField(default=False, editable=False)
    search_key = models.TextField(blank=True, editable=False)
    search_stems = models.TextField(blank=True, editable=False)

    objects: ClassVar[ArticleManager] = ArticleManager()  # type: ignore[type-arg]  # made by from_queryset
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-found_at", "-pk"]
        indexes = [
            models.Index(
                fields=["-first_published_at", "-id"], condition=Q(live=True), name="article_newest"
            ),
            models.Index(
                fields=["section", "-first_published_at", "-id"],
                condition=Q(live=True),
                name="article_newest_in_section",
            ),
            models.Index(
                fields=["source", "-first_published_at", "-id"],
                condition=Q(live=True),
                name="article_newest_of_source",
            ),
            models.Index(fields=["-found_at", "-id"], name="article_newest_found"),
            GinIndex(SEARCH_VECTOR, name="article_words"),
            GinIndex(STEMS_VECTOR, name="article_stems"),
        ]

    def __init__(self, *args: Any, **values: Any) -> None:
        if not args:  # Wagtail's default is live; ours waits for a verdict
            values.setdefault("live", False)
        super().__init__(*args, **values)

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk, self.slug or slugify(self.headline)])

    @property
    def direction(self) -> str:
        return direction(self.language)

    def with_content_json(self, content: dict[str, Any]) -> Article:
        revised: Article = super().with_content_json(content)
        for name in NOT_REVISED:
            setattr(revised, name, getattr(self, name))
        return revised

    @property
    def credited_to(self) -> str:
        """Who reported it, as the text said: «ایسنا، رویترز»; without the source itself."""
        source = find_agency(self.source.name)
        names = [self.attribution.get(fact, "") for fact in CREDITED_FACTS]
        others = [name for name in names if name and (not source or find_agency(name) != source)]
        return "، ".join(dict.fromkeys(others))

    @property
    def shows_image(self) -> bool:
        """Whether the terms let its picture be shown: an editor's own is not the source's."""
        if self.image_id is None:
            return False
        is_the_sources = self.image_id == self.source_image_id
        return not is_the_sources or bool(self.source.images_allowed)

    @property
    def status(self) -> Status:
        return find_status(
            Facts(
                is_live=self.live,
                was_published=self.first_published_at is not None,
                # A draft may name a time without anyone having approved it. The query is rare.
                is_scheduled=not self.live
                and self.go_live_at is not None
                and self.approved_schedule,
                is_duplicate=self.duplicate_of_id is not None,
                verdict=self.verdict,
            )
        )

    @property
    def seconds_behind(self) -> int | None:
        """Seconds from the source's publication to ours."""
        if self.first_published_at is None or self.source_published_at is None:
            return None
        return max(0, int((self.first_published_at - self.source_published_at).total_seconds()))

    @property
    def changed_at(self) -> datetime | None:
        changed_at: datetime | None = self.last_published_at or self.first_published_at
        return changed_at

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "publish/article.html"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        # The site's page is made by a later stage; the preview asks for it by its address' view.
        from django.urls import get_callable

        view = get_callable("getnewsfast.publish.views.preview_article")
        response: HttpResponse = view(request, self)
        return response
