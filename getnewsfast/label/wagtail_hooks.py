"""The map of section names takes its place in the desk's menu."""

# mypy: disable-error-code="untyped-decorator"
# Wagtail\'s hooks have no types.

from __future__ import annotations

from wagtail import hooks

from getnewsfast.label.screens import SectionNameViewSet


@hooks.register("register_admin_viewset")
def register_section_names() -> SectionNameViewSet:
    return SectionNameViewSet("section_names", url_prefix="section-names")
