"""What makes a text the same, and the story that holds its versions."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from getnewsfast.articles.models import Article
from getnewsfast.text.slug import slugify


class Fingerprint(models.Model):
    """The comparison key of a text, hashed, and the article that had it first."""

    key_hash = models.CharField(max_length=64, primary_key=True)
    first_article = models.ForeignKey(Article, models.CASCADE, related_name="fingerprints")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("fingerprint")
        verbose_name_plural = _("fingerprints")


class Story(models.Model):
    """The happening, as readers see it: a lasting page that holds the articles about it."""

    headline = models.CharField(_("headline"), max_length=500)
    slug = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.pk, self.slug or slugify(self.headline)])


class StoryMember(models.Model):
    """An article's place in its story: one story at most."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="members")
    article = models.OneToOneField(Article, models.CASCADE, related_name="membership")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("article of a story")
        verbose_name_plural = _("articles of stories")
