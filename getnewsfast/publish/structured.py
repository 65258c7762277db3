"""What an article says to machines: schema.org's NewsArticle."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from getnewsfast.articles.models import Article, Tag
from getnewsfast.publish.links import web_address
from getnewsfast.publish.paper import absolute
from getnewsfast.publish.pictures import Picture

# Inside <script> these could end it, open a comment, or break an old JavaScript's string.
UNSAFE_IN_SCRIPT: Final = {
    ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"
}
HEADLINE_LENGTH: Final = 110  # what search engines show at most


def describe_article(
    article: Article, *, paper_name: str, tags: list[Tag], picture: Picture | None
) -> dict[str, Any]:
    """The agency is the author, the hub the publisher; ``isBasedOn`` names the original."""
    agency = {"@type": "NewsMediaOrganization", "name": article.source.credit}
    agency["url"] = web_address(article.source.homepage)
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": absolute(article.get_absolute_url()),
        "headline": article.headline[:HEADLINE_LENGTH],
        "description": article.public_lead,
        "inLanguage": article.language,
        "datePublished": _moment(article.first_published_at),
        "dateModified": _moment(article.changed_at),
        "author": _without_empty(agency),
        "sourceOrganization": _without_empty(agency),
        "creditText": article.source.credit,
        "isBasedOn": web_address(article.original_url),
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": paper_name,
            "url": absolute("/"),
        },
        "articleSection": str(article.section) if article.section else "",
        "keywords": [tag.name for tag in tags],
        "image": _describe_picture(article, picture),
    }
    return _without_empty(described)


def _describe_picture(article: Article, picture: Picture | None) -> dict[str, Any]:
    if picture is None:
        return {}
    described = {
        "@type": "ImageObject",
        "url": absolute(picture.url),
        "width": picture.width,
        "height": picture.height,
        "caption": article.image_caption,
        "creditText": article.image_credit,
    }
    return _without_empty(described)


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""


def _without_empty(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value}


def script_text(described: dict[str, Any]) -> SafeString:
    """JSON that may stand inside ``<script type="application/ld+json">`` whatever it says."""
    text = json.dumps(described, ensure_ascii=False)
    return mark_safe(text.translate(UNSAFE_IN_SCRIPT))  # noqa: S308 - escaped on this very line
