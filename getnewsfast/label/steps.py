"""File an article: its section by the desk's map, its tags by their keys."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from getnewsfast.articles.models import Article, Tag
from getnewsfast.collect.models import Source
from getnewsfast.label.core.sections import choose_section
from getnewsfast.label.models import SectionName
from getnewsfast.text.normalise import display, key
from getnewsfast.text.slug import slugify

MOST_TAGS = 12
LONGEST_TAG = 60


@transaction.atomic
def label_article(article_id: int) -> None:
    """Give the article its section and tags; running it again changes nothing an editor chose."""
    article = (
        Article.objects.select_for_update(of=("self",))
        .select_related("source", "entry__feed")
        .get(pk=article_id)
    )
    if article.latest_revision_id:
        return
    _file_in_section(article)
    _tag(article)


def _file_in_section(article: Article) -> None:
    if article.section_id is not None:
        return
    feed_name = article.entry.feed.section_name if article.entry else ""
    names = [name for name in [feed_name, *article.source_section_names] if name]
    own, common = _read_maps(article.source)
    choice = choose_section(names, own=own, common=common)
    if choice.section_id is None:
        _list_unmapped(article.source, choice.unknown_names)
        return
    article.section_id = choice.section_id
    article.save(update_fields=["section"])


def _read_maps(source: Source) -> tuple[dict[str, int | None], dict[str, int | None]]:
    own: dict[str, int | None] = {}
    common: dict[str, int | None] = {}
    rows = SectionName.objects.filter(Q(source=source) | Q(source=None))
    for source_id, name_key, section_id in rows.values_list("source_id", "name_key", "section_id"):
        (common if source_id is None else own)[name_key] = section_id
    return own, common


def _list_unmapped(source: Source, names: Iterable[str]) -> None:
    """Names the map does not know wait in the desk's list, with how often they came."""
    now = timezone.now()
    for folded, name in {key(name)[:200]: name for name in names}.items():
        row, _is_new = SectionName.objects.get_or_create(
            source=source, name_key=folded, defaults={"name": name[:200], "seen_at": now}
        )
        SectionName.objects.filter(pk=row.pk).update(seen_count=F("seen_count") + 1, seen_at=now)


def _tag(article: Article) -> None:
    wanted: dict[str, str] = {}
    for name in article.source_tag_names:
        shown = display(name, article.language).strip("#، ").replace("_", " ")
        folded = key(shown)[:120]
        if folded and len(shown) <= LONGEST_TAG:
            wanted.setdefault(folded, shown)
    keys = sorted(wanted)[:MOST_TAGS]  # sorted: two workers take the rows in one order
    if not keys:
        return
    _make_tags({folded: wanted[folded] for folded in keys})
    through = Article.tags.through
    tag_ids = Tag.objects.filter(key__in=keys).values_list("pk", flat=True)
    through.objects.bulk_create(
        [through(article_id=article.pk, tag_id=tag_id) for tag_id in tag_ids],
        ignore_conflicts=True,
    )


def _make_tags(names: dict[str, str]) -> None:
    known = set(Tag.objects.filter(key__in=names).values_list("key", flat=True))
    new = [
        Tag(key=folded, name=name, slug=slugify(name))
        for folded, name in names.items()
        if folded not in known
    ]
    Tag.objects.bulk_create(new, ignore_conflicts=True)
