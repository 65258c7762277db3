"""Who decides: a person at the desk, a rule, or the hub itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from wagtail.log_actions import get_active_log_context

from getnewsfast.newsdesk.models import Rule


@dataclass(frozen=True, slots=True)
class Actor:
    """At most one of the two; neither is the hub itself (a source's trust, the clock)."""

    user: AbstractBaseUser | None = None
    rule_id: int | None = None


HUB = Actor()


def person(user: AbstractBaseUser) -> Actor:
    return Actor(user=user)


def rule(row: Rule) -> Actor:
    return Actor(rule_id=row.pk)


def whoever_is_at_the_desk() -> Actor:
    """The person whose request this is, as Wagtail's audit log knows it; the hub in a worker."""
    return Actor(user=get_active_log_context().user)
