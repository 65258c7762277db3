"""Write a verdict: on the article, in the verdicts kept for ever, and in the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from wagtail.log_actions import log

from getnewsfast.articles.models import Article
from getnewsfast.newsdesk.actor import Actor
from getnewsfast.newsdesk.models import Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with who, when and why. The reason is a translatable sentence with places."""

    verdict: str
    by: Actor
    at: datetime
    reason: str = ""
    places: Mapping[str, str] = field(default_factory=dict)


def record_verdict(article: Article, ruling: Ruling) -> None:
    """Write the ruling on a locked article."""
    Verdict.objects.create(
        article=article,
        verdict=ruling.verdict,
        rule_id=ruling.by.rule_id,
        user=ruling.by.user,
        at=ruling.at,
        reason=ruling.reason,
        reason_places=dict(ruling.places),
    )
    article.verdict = ruling.verdict
    Article.objects.filter(pk=article.pk).update(verdict=ruling.verdict)
    log(
        instance=article,
        action=f"newsdesk.{ruling.verdict}",
        user=ruling.by.user,
        data={"reason": ruling.reason, "places": dict(ruling.places)},
    )
