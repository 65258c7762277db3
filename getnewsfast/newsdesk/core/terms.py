"""What a source's terms let the public see of its text. Nothing is shown that this has not cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lxml import etree, html


class TextTerms(StrEnum):
    FULL = "full"
    EXCERPT = "excerpt"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the owner of a text allows."""

    text: TextTerms
    excerpt_words: int
    images_allowed: bool
    indexable: bool
    credit: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the public sees; ``is_cut`` where the source has more than we show."""

    lead: str
    body_html: str
    is_cut: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of text in the tree: the text inside an element, or the one that follows it."""

    element: html.HtmlElement
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def put(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text

    @property
    def opens_block(self) -> bool:
        return self.element.tag in _BLOCKS


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a text ends: after ``offset`` characters of ``place``, at a sentence's end or not."""

    place: _Place
    offset: int
    ends_sentence: bool


_BLOCKS: Final = frozenset(
    {
        "p",
        "h2",
        "h3",
        "h4",
        "li",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
    }
)
_HEADINGS: Final = frozenset({"h2", "h3", "h4"})
_WORD: Final = re.compile(r"\S*\w\S*")
_SENTENCE_END: Final = re.compile(r"[.!?؟…][»”\"')\]]*$")
_DANGLING: Final = re.compile(r"[\s،؛,;:–—(«“-]+$")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# A sentence's end is preferred to a word's when at least this part of the allowance is kept.
_LEAST_KEPT: Final = 0.6


def show_text(terms: Terms, *, lead: str, body_html: str) -> Shown:
    """The lead and the body the public may see.

    Full terms show all; an excerpt has at most ``excerpt_words`` words of lead and body together
    and ends with a sentence where one ends nearby, otherwise with a whole word and «…»; headline
    terms show neither. The HTML stays valid, and is not sanitised here.
    """
    if terms.text is TextTerms.FULL:
        return Shown(lead=lead, body_html=body_html, is_cut=False)
    if terms.text is TextTerms.HEADLINE:
        return Shown(lead="", body_html="", is_cut=bool(lead.strip() or body_html.strip()))
    return _excerpt(lead, body_html, word_count=terms.excerpt_words)


def _excerpt(lead: str, body_html: str, *, word_count: int) -> Shown:
    lead_root = html.Element("p")
    lead_root.text = _UNPRINTABLE.sub("", lead)
    lead_is_cut = _shorten(lead_root, word_count)
    left = word_count - _count_words(lead_root.text or "")
    if not body_html.strip():
        return Shown(lead=lead_root.text or "", body_html="", is_cut=lead_is_cut)
    if lead_is_cut or left <= 0:
        return Shown(lead=lead_root.text or "", body_html="", is_cut=True)
    body_root = _parse(body_html)
    body_is_cut = _shorten(body_root, left)
    return Shown(lead=lead_root.text or "", body_html=_inner_html(body_root), is_cut=body_is_cut)


def _count_words(text: str) -> int:
    """Words as a reader counts them: «کتاب‌ها» is one, a lone dash is none."""
    return len(_WORD.findall(text))


def _parse(body_html: str) -> html.HtmlElement:
    return html.fragment_fromstring(_UNPRINTABLE.sub("", body_html), create_parent="div")


def _inner_html(root: html.HtmlElement) -> str:
    inner = "".join(html.tostring(child, encoding="unicode") for child in root)
    return _escape(root.text or "") + inner


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _shorten(root: html.HtmlElement, word_count: int) -> bool:
    """Cut the tree after ``word_count`` words; whether anything had to go."""
    cut = _find_cut(list(_places(root)), word_count)
    if cut is None:
        return False
    kept = cut.place.text[: cut.offset]
    cut.place.put(kept if cut.ends_sentence else _DANGLING.sub("", kept) + "…")
    _drop_rest(root, cut.place)
    return True


def _places(element: html.HtmlElement) -> Iterator[_Place]:
    """Every stretch of text below an element, in the order of reading."""
    if isinstance(element.tag, str):
        yield _Place(element, is_tail=False)
        for child in element:
            yield from _places(child)
            yield _Place(child, is_tail=True)


def _find_cut(places: list[_Place], word_count: int) -> _Cut | None:
    """The best end at or before the last word allowed; None where all words are."""
    count, best, last = 0, None, None
    for place in places:
        if place.opens_block and last is not None and not _is_heading(last.place):
            last = _Cut(last.place, last.offset, ends_sentence=True)
            best = last if count >= word_count * _LEAST_KEPT else best
        for word in _WORD.finditer(place.text):
            if count == word_count:
                return best or last
            count += 1
            ends = _SENTENCE_END.search(word.group()) is not None
            last = _Cut(place, word.end(), ends_sentence=ends)
            if ends and count >= word_count * _LEAST_KEPT:
                best = last
    return None


def _is_heading(place: _Place) -> bool:
    return any(node.tag in _HEADINGS for node in (place.element, *place.element.iterancestors()))


def _drop_rest(root: html.HtmlElement, place: _Place) -> None:
    """Remove everything that is read after a place."""
    element: etree._Element = place.element
    if place.is_tail:
        element = _drop_following(element)
    else:
        for child in list(element):
            element.remove(child)
    while element is not root:
        element.tail = None
        element = _drop_following(element)


def _drop_following(element: etree._Element) -> etree._Element:
    """Remove the siblings after an element; its parent."""
    parent = element.getparent()
    assert parent is not None  # every place lies below the root
    for sibling in list(element.itersiblings()):
        parent.remove(sibling)
    return parent
