"""Who decides: a person at the desk, a rule, or the hub itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from wagtail.log_actions import get_active_log_context


@dataclass(frozen=True, slots=True)
class Actor:
    """At most one of the two; neither is the hub itself (a source's trust, the clock)."""

    user: User | None = None
    rule_id: int | None = None


HUB = Actor()


def person(user: User | AnonymousUser) -> Actor:
    if not isinstance(user, User):
        raise PermissionDenied
    return Actor(user=user)


def whoever_is_at_the_desk() -> Actor:
    """The person whose request this is, as Wagtail's audit log knows it; the hub in a worker."""
    return Actor(user=get_active_log_context().user)
