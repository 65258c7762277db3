"""Sources and feeds take their place in the desk's menu."""

# mypy: disable-error-code="untyped-decorator"
# Wagtail\'s hooks have no types.

from __future__ import annotations

from wagtail import hooks

from getnewsfast.collect.screens import WatchingGroup


@hooks.register("register_admin_viewset")
def register_watching() -> WatchingGroup:
    return WatchingGroup()
