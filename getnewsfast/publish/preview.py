"""What the public would see of an article that is still being worked on."""

from __future__ import annotations

import re
from typing import Final

from wagtail.rich_text import expand_db_html

from getnewsfast.articles.models import Article
from getnewsfast.extract.core.sanitise import clean_html
from getnewsfast.newsdesk.actions.settle import read_terms
from getnewsfast.newsdesk.core.terms import show_text

_EDITORS_TAGS: Final = re.compile(r"<(/?)(b|i)>")
_SITES_TAGS: Final = {"b": "strong", "i": "em"}


def fill_public(article: Article) -> Article:
    """The article with its public columns as its source's terms cut them; nothing is saved."""
    body_html = expand_db_html(article.body)
    shown = show_text(read_terms(article.source), lead=article.lead, body_html=body_html)
    site_html = _EDITORS_TAGS.sub(lambda tag: f"<{tag[1]}{_SITES_TAGS[tag[2]]}>", shown.body_html)
    article.public_lead = shown.lead
    article.public_body = clean_html(site_html, base_url=article.original_url)
    article.is_cut = shown.is_cut
    return article
