"""Hang a duplicate on the first article with its text, and keep both in one story."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from getnewsfast.articles.models import Article
from getnewsfast.extract.core.sanitise import plain_text
from getnewsfast.group.core.fingerprint import hash_text
from getnewsfast.group.models import Fingerprint, Story, StoryMember
from getnewsfast.text.slug import slugify


@transaction.atomic
def group_article(article_id: int) -> None:
    """Find out whether this text was here before.

    The fingerprint's primary key decides a race: of two workers with one text, one is first.
    """
    article = Article.objects.select_for_update(of=("self",)).get(pk=article_id)
    key_hash = hash_text(
        headline=article.headline, lead=article.lead, body=plain_text(article.body)
    )
    if not key_hash:
        return
    Fingerprint.objects.bulk_create(
        [Fingerprint(key_hash=key_hash, first_article=article)], ignore_conflicts=True
    )
    first = Fingerprint.objects.select_related("first_article").get(pk=key_hash).first_article
    if first.pk == article.pk or _is_on_the_site(article):
        return
    first = first.duplicate_of or first
    if first.pk == article.pk:
        return
    article.duplicate_of = first
    article.save(update_fields=["duplicate_of"])
    _join_story(first, article)


def _is_on_the_site(article: Article) -> bool:
    """A published page keeps its address, even where its new text is another's."""
    return article.live or article.first_published_at is not None


def _join_story(first: Article, duplicate: Article) -> None:
    member = StoryMember.objects.filter(article=first).select_related("story").first()
    if member is None:
        story = Story.objects.create(
            headline=first.headline, slug=slugify(first.headline), created_at=timezone.now()
        )
        StoryMember.objects.create(story=story, article=first)
    else:
        story = member.story
    StoryMember.objects.get_or_create(article=duplicate, defaults={"story": story})
