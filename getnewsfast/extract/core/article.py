"""The article from a page, or from its feed where the page cannot be had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import Final
from zoneinfo import ZoneInfo

from getnewsfast.extract.core.blocks import read_blocks
from getnewsfast.extract.core.body import (
    article_blocks,
    article_region,
    list_sign_offs,
    weigh_blocks,
)
from getnewsfast.extract.core.extracted import Extracted
from getnewsfast.extract.core.fields import read_fields
from getnewsfast.extract.core.head import Head, read_head
from getnewsfast.extract.core.metadata import Scene, gather_metadata
from getnewsfast.extract.core.page import parse_html, read_page
from getnewsfast.extract.core.render import render_html, render_text
from getnewsfast.extract.core.sanitise import plain_text, sanitise
from getnewsfast.extract.core.structured import Structured, read_structured
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.text.detect import detect_language

__all__ = ["Extracted", "extract_article", "from_feed"]

# The shortest flash report: «زلزله ۴٫۲ ریشتری در کرمان رخ داد.»
_SHORTEST_LETTERS: Final = 25
_LONGEST_CHARS: Final = 500_000  # the longest of the measured articles has 116,000
# A page that shows a teaser while its JSON-LD carries the whole text (paywall, late scripts).
_TEASER_SHARE: Final = 0.5
_SAME_OPENING_CHARS: Final = 60
_FRAME: Final = "<html><body><div>{}</div></body></html>"


@dataclass(frozen=True, slots=True)
class _Body:
    html: str
    text: str
    source: str


def extract_article(
    body: bytes, *, url: str, content_type: str = "", now: datetime, zone: ZoneInfo
) -> Extracted:
    """Read a page's bytes. ``zone`` is the source's, for dates that name none.

    Raises ``GiveUp`` with a reason for a person: not HTML, empty, too large, nested too deeply,
    or without the text of an article. Half-spaces («می‌رود») are kept, every one.
    """
    root = read_page(body, content_type=content_type)
    head, structured, page = read_head(root), read_structured(root), read_blocks(root)
    weights = weigh_blocks(page)
    region = article_region(page, weights)
    if region is None:
        raise GiveUp(_("The page holds no article text."))
    fields = read_fields(page, region, description=_description(head, structured))
    blocks = article_blocks(page, region, weights=weights, dropped=fields.lead_blocks)
    base_url = head.base if head.base.startswith(("http://", "https://")) else url
    text = _settle(
        _Body(render_html(blocks, base_url=base_url), render_text(blocks), "page"),
        lead=fields.lead,
        described=structured.body,
    )
    if text.source == "lead":
        fields = replace(fields, lead="")
    scene = Scene(head, structured, fields, region.element, url)
    return replace(
        gather_metadata(scene, body_text=text.text, now=now, zone=zone),
        body_html=sanitise(text.html, base_url=base_url),
        body_text=text.text,
        signed_off=list_sign_offs(page, region),
    ).sourced(body_text=text.source)


def from_feed(
    summary: str,
    content_html: str,
    *,
    headline: str,
    url: str,
    language: str = "",
) -> Extracted:
    """The feed's own text, for when the page cannot be had; both texts may be HTML.

    The content is the body and a summary that does not open it is the lead; without content the
    summary is the body. ``language`` is what the feed declares, for a text too short to tell.
    Raises ``GiveUp`` if the feed has no text either.
    """
    summary_text = plain_text(summary)
    has_content = bool(plain_text(content_html))
    page = read_blocks(parse_html(_FRAME.format(content_html if has_content else summary)))
    whole = page.regions[-1] if page.regions else None
    blocks = article_blocks(page, whole, weights=weigh_blocks(page)) if whole else []
    text = render_text(blocks)
    if not any(map(str.isalpha, text)):
        raise GiveUp(_("Neither the page nor the feed holds text."))
    opens = not has_content or text.startswith(summary_text[:_SAME_OPENING_CHARS])
    return Extracted(
        headline=plain_text(headline).replace("\n", " "),
        lead="" if opens else summary_text,
        body_html=sanitise(render_html(blocks, base_url=url), base_url=url),
        body_text=text,
        canonical_url=url,
        language=detect_language(text) or language,
    ).sourced(headline="feed", lead="feed", body_text="feed")


def paragraphs_html(text: str) -> str:
    """Plain paragraphs, one a line, to HTML."""
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line)


def _description(head: Head, structured: Structured) -> str:
    return structured.description or head.first(("og:description", "description"))


def _settle(text: _Body, *, lead: str, described: str) -> _Body:
    """The page's text; the lead where it is all there is; JSON-LD's where that is far fuller."""
    if not text.text and lead:
        text = _Body(paragraphs_html(lead), lead, "lead")
    if len(text.text) < _TEASER_SHARE * len(described):
        text = _Body(paragraphs_html(described), described, "json-ld")
    if len(text.text) > _LONGEST_CHARS:
        raise GiveUp(_("The page's text is too long for an article."))
    if sum(map(str.isalpha, text.text[: 20 * _SHORTEST_LETTERS])) < _SHORTEST_LETTERS:
        raise GiveUp(_("The page holds no article text."))
    return text
