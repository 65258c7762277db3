"""The article as the page describes it in JSON-LD (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from lxml import etree

from getnewsfast.extract.core.sanitise import plain_text

_ARTICLE_TYPE: Final = re.compile(r"(?:Article|Posting|Report|NewsItem)$")
_WRAPPERS: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")
_MAX_CHARS: Final = 1_000_000
_MAX_NODES: Final = 400
_TRAILING_COMMA: Final = re.compile(r",\s*(?=[}\]])")
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_TAGS: Final = re.compile(r"</?(?:p|br|div|a|strong|em|b|i|span|ul|li|h\d)\b[^<>]{0,300}>")

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Structured:
    """What JSON-LD says; every text is plain, empty where nothing is said."""

    headline: str = ""
    description: str = ""
    body: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    image_url: str = ""
    image_caption: str = ""
    image_credit: str = ""


def read_structured(root: etree._Element) -> Structured:
    """The fullest article node of the page's JSON-LD; an empty ``Structured`` without one.

    Tolerant as the web needs: raw line breaks in strings, comment marks around the object,
    trailing commas; what still does not parse is passed over.
    """
    nodes = [node for script in _scripts(root) for node in _nodes(_load(script))]
    articles = [node for node in nodes if _is_article(node)]
    crumbs = tuple(
        name for node in nodes if _has_type(node, "BreadcrumbList") for name in _crumbs(node)
    )
    if not articles:
        return Structured(sections=crumbs)
    return _structured(max(articles, key=_fullness), crumbs)


def _structured(node: Json, crumbs: tuple[str, ...]) -> Structured:
    image = _first_object(node.get("image") or node.get("thumbnailUrl"))
    return Structured(
        headline=_text(node.get("headline") or node.get("name")),
        description=_text(node.get("description")),
        body=_body(node.get("articleBody")),
        published=_text(node.get("datePublished") or node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        authors=tuple(_names(node.get("author") or node.get("creator"))),
        publisher=next(iter(_names(node.get("publisher"))), ""),
        sections=tuple(_names(node.get("articleSection"))) or crumbs,
        keywords=tuple(_keywords(node.get("keywords"))),
        language=_text(node.get("inLanguage")),
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage")),
        image_url=_text(image.get("url") or image.get("contentUrl") or image.get("@id")),
        image_caption=_text(image.get("caption") or image.get("description")),
        image_credit=_text(image.get("creditText"))
        or next(iter(_names(image.get("author") or image.get("copyrightHolder"))), ""),
    )


def _scripts(root: etree._Element) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            text = "".join(script.itertext())
            if text and len(text) <= _MAX_CHARS:
                yield text


def _load(text: str) -> object:
    text = _WRAPPING.sub("", text).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object) -> Iterator[Json]:
    """Every object that may be the article, breadth first, a bounded number of them."""
    queue = [value]
    for count, current in enumerate(queue):
        if count > _MAX_NODES:
            return
        if isinstance(current, list):
            queue.extend(current[:_MAX_NODES])
        elif isinstance(current, dict):
            yield current
            queue.extend(current[name] for name in _WRAPPERS if name in current)


def _types(node: Json) -> list[str]:
    kinds = node.get("@type")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind]


def _has_type(node: Json, name: str) -> bool:
    return name in _types(node)


def _is_article(node: Json) -> bool:
    return any(_ARTICLE_TYPE.search(kind) for kind in _types(node))


def _fullness(node: Json) -> int:
    fields = ("headline", "datePublished", "author", "image", "description", "articleBody")
    return sum(1 for name in fields if node.get(name))


def _text(value: object) -> str:
    if isinstance(value, list):
        value = next((item for item in value if item), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("@id") or value.get("url")
    if not isinstance(value, str | int | float):
        return ""
    text = unescape(unescape(str(value)))
    return " ".join(_TAGS.sub(" ", text).split())


def _body(value: object) -> str:
    if isinstance(value, list):
        value = "\n".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return ""
    if _TAGS.search(value) or "&lt;" in value:
        return plain_text(unescape(value) if "&lt;" in value else value)
    return "\n".join(
        filter(None, (" ".join(line.split()) for line in unescape(value).splitlines()))
    )


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if name and not name.startswith(("http://", "https://")):
            yield name


def _keywords(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        yield from split_list(_text(item))


def split_list(text: str) -> Iterable[str]:
    """``'دلار، بورس, طلا'`` → three names: lists come with either comma or semicolon."""
    return filter(None, (name.strip() for name in re.split(r"[,،;؛|]", text)))


def _first_object(value: object) -> Json:
    if isinstance(value, list):
        value = next((item for item in value if item), None)
    if isinstance(value, dict):
        return value
    return {"url": value} if isinstance(value, str) else {}


def _crumbs(node: Json) -> Iterator[str]:
    """The names between the home page and the article itself."""
    items = node.get("itemListElement")
    names = []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            names.append(_text(item.get("name")) or _text(item.get("item")))
    yield from (name for name in names[1:-1] if name and not name.startswith("http"))
