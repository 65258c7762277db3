"""Every field but the body, each from the most trustworthy place that has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from lxml import etree

from getnewsfast.extract.core.addresses import canonical, host_names
from getnewsfast.extract.core.extracted import Extracted
from getnewsfast.extract.core.fields import PageFields
from getnewsfast.extract.core.head import Head
from getnewsfast.extract.core.headline import choose_headline, strip_site
from getnewsfast.extract.core.images import LeadImage, choose_image
from getnewsfast.extract.core.moments import first_moment
from getnewsfast.extract.core.structured import Structured, split_list
from getnewsfast.text.detect import detect_language
from getnewsfast.text.normalise import key

_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "itemprop:datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "dcsext.articlefirstpublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "datecreated",
    "article_date_original",
    "nastooh:publishdate",
)
_MODIFIED: Final = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "article:updated_time",
    "datemodified",
    "itemprop:datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_SECTION_PARTS: Final = re.compile(r"\s*[>»/|,،]\s*")
_LANGUAGE_CHARS: Final = 2_000  # enough to tell a language, at a fifth of the cost
_MAX_TAGS: Final = 20
_TAG_CHARS: Final = 60
_LEAD_CHARS: Final = (40, 800)
_TRUNCATED: Final = re.compile(r"(?:\.\.\.|…|\[…\])\s*$")
_URL_DAY: Final = re.compile(r"/((?:19|20|13|14)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_ARCHIVED: Final = re.compile(r"^https?://web\.archive\.org/web/\w+/(?=https?://)")


@dataclass(frozen=True, slots=True)
class Scene:
    """All that was read from one page, before anything is chosen."""

    head: Head
    structured: Structured
    fields: PageFields
    element: etree._Element
    url: str

    @property
    def site_names(self) -> list[str]:
        """What the site calls itself, to be told from headlines and authors."""
        named = [*self.head.all(("og:site_name",)), *self.head.all(("application-name",))]
        return [*named, self.structured.publisher, *host_names(_ARCHIVED.sub("", self.url))]


def gather_metadata(scene: Scene, *, body_text: str, now: datetime, zone: ZoneInfo) -> Extracted:
    """All but the body. ``body_text`` tells the language and whether a lead repeats it."""
    texts = _with_texts(scene, body_text, now=now, zone=zone)
    return _with_image(_with_labels(texts, scene), scene)


def _with_texts(scene: Scene, body_text: str, *, now: datetime, zone: ZoneInfo) -> Extracted:
    headline, headline_from = _headline(scene)
    lead, lead_from = _lead(scene, body_text)
    byline, byline_from = _byline(scene)
    published, published_from = first_moment(_published(scene), now=now, zone=zone)
    modified, modified_from = first_moment(_modified(scene), now=now, zone=zone)
    if modified and published and modified < published:
        modified = None
    language, language_from = _language(scene, body_text)
    return Extracted(
        headline=headline,
        kicker=scene.fields.kicker,
        lead=lead,
        byline=byline,
        published_at=published,
        modified_at=modified,
        language=language,
    ).sourced(
        headline=headline_from,
        kicker="page",
        lead=lead_from,
        byline=byline_from,
        published_at=published_from,
        modified_at=modified_from,
        language=language_from,
    )


def _with_labels(extracted: Extracted, scene: Scene) -> Extracted:
    sections, sections_from = _sections(scene, extracted.headline)
    tags, tags_from = _tags(scene)
    return replace(
        extracted, section_names=sections, tags=tags, canonical_url=_canonical(scene)
    ).sourced(section_names=sections_from, tags=tags_from)


def _with_image(extracted: Extracted, scene: Scene) -> Extracted:
    image = _image(scene)
    return replace(
        extracted, image_url=image.url, image_caption=image.caption, image_credit=image.credit
    ).sourced(image_url=image.source)


def _headline(scene: Scene) -> tuple[str, str]:
    head, site = scene.head, scene.site_names
    described = [
        (strip_site(text, site), source)
        for text, source in (
            (scene.structured.headline, "json-ld"),
            (head.first(("og:title", "twitter:title", "dc.title")), "og"),
            (head.title, "title"),
        )
    ]
    return choose_headline([strip_site(text, site) for text in scene.fields.headings], described)


def _lead(scene: Scene, body_text: str) -> tuple[str, str]:
    """The page's own lead; else the description, unless it is cut off or repeats the text."""
    if scene.fields.lead:
        return scene.fields.lead, "page"
    body = key(body_text[:3000])
    for text, source in (
        (scene.structured.description, "json-ld"),
        (scene.head.first(("og:description",)), "og"),
    ):
        fits = _LEAD_CHARS[0] <= len(text) <= _LEAD_CHARS[1] and not _TRUNCATED.search(text)
        if fits and key(text)[:80] not in body:
            return text, source
    return "", ""


def _byline(scene: Scene) -> tuple[str, str]:
    site = {key(name) for name in scene.site_names if name}
    candidates = (
        (list(scene.structured.authors), "json-ld"),
        (scene.head.all(("author", "article:author", "dc.creator", "parsely-author")), "meta"),
        ([scene.fields.byline], "page"),
    )
    for names, source in candidates:
        people = [n for n in names if n and key(n) not in site and "://" not in n and len(n) <= 100]
        if people:
            return "، ".join(people) if _is_persian(people[0]) else ", ".join(people), source
    return "", ""


def _is_persian(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def _sections(scene: Scene, headline: str) -> tuple[tuple[str, ...], str]:
    meta = scene.head.all(("article:section", "og:article:section", "section"))
    for names, source in (
        (scene.structured.sections, "json-ld"),
        ([part for text in meta for part in _SECTION_PARTS.split(text)], "meta"),
        (scene.fields.sections, "page"),
    ):
        found = tuple(n for n in _distinct(names) if n != headline and len(n) <= _TAG_CHARS)
        if found:
            return found[:5], source
    return (), ""


def _tags(scene: Scene) -> tuple[tuple[str, ...], str]:
    keywords = scene.head.all(("news_keywords", "keywords"))
    for names, source in (
        (scene.head.all(("article:tag", "og:article:tag")), "og"),
        (scene.structured.keywords, "json-ld"),
        (scene.fields.tags, "page"),
        (keywords, "meta"),
    ):
        parts = (part for name in names for part in split_list(name))
        found = tuple(_distinct(part for part in parts if len(part) <= _TAG_CHARS))
        if found:
            return found[:_MAX_TAGS], source
    return (), ""


def _distinct(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        text = " ".join(name.replace("_", " ").strip("# ").split())
        if text and key(text) not in seen:
            seen.add(key(text))
            yield text


def _published(scene: Scene) -> Iterator[tuple[str, str]]:
    yield scene.structured.published, "json-ld"
    for name in _PUBLISHED:
        for value in scene.head.meta.get(name, ()):
            yield value, "meta"
    # In the Nastooh family this one is the moment the page was rendered, not published.
    if not any(name.startswith("nastooh:") for name in scene.head.meta):
        yield scene.head.first(("date",)), "meta"
    for value in _nearest_times(scene.element):
        yield value, "page"
    for text in scene.fields.dates:
        yield text, "page"
    found = _URL_DAY.search(_ARCHIVED.sub("", scene.url))
    if found:
        yield "-".join(part.zfill(2) for part in found.groups()), "url"


def _modified(scene: Scene) -> Iterator[tuple[str, str]]:
    yield scene.structured.modified, "json-ld"
    for name in _MODIFIED:
        for value in scene.head.meta.get(name, ()):
            yield value, "meta"


def _nearest_times(element: etree._Element) -> Iterator[str]:
    """``<time datetime>`` in the smallest element around the article that has one."""
    node: etree._Element | None = element
    while node is not None:
        times = [time.get("datetime", "") for time in node.iter("time")]
        if any(times):
            yield next(value for value in times if value)
            return
        node = node.getparent()


def _image(scene: Scene) -> LeadImage:
    structured, head = scene.structured, scene.head
    described = (
        (structured.image_url, "json-ld"),
        *((address, "og") for address in head.all(("og:image", "og:image:url", "twitter:image"))),
        (head.first(("thumbnail", "itemprop:image", "image")), "meta"),
    )
    around = scene.element.getparent()
    around = scene.element if around is None else around
    image = choose_image(described, around, base_url=scene.url)
    return LeadImage(
        image.url,
        image.caption or (structured.image_caption if image.source == "json-ld" else ""),
        image.credit or structured.image_credit,
        image.source,
    )


def _canonical(scene: Scene) -> str:
    addresses = [scene.head.canonical, scene.head.first(("og:url",)), scene.structured.url]
    return canonical(addresses, url=scene.url)


def _language(scene: Scene, body_text: str) -> tuple[str, str]:
    detected = detect_language(body_text[:_LANGUAGE_CHARS])
    if detected:
        return detected, "text"
    for declared in (
        scene.structured.language,
        scene.head.language,
        scene.head.first(("og:locale",)),
    ):
        code = re.split(r"[-_]", declared.strip().lower())[0]
        if re.fullmatch(r"[a-z]{2,3}", code):
            return code, "meta"
    return "", ""
