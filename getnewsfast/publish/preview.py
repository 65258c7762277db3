"""What the public would see of an article that is still being worked on."""

from __future__ import annotations

from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actions.settle import make_public


def fill_public(article: Article) -> Article:
    """The article with its public columns as its source's terms cut them; nothing is saved."""
    shown = make_public(article)
    article.public_lead = shown.lead
    article.public_body = shown.body_html
    article.is_cut = shown.is_cut
    return article
