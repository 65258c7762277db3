"""Who may do what at the desk: the editor works on articles, the chief editor runs the paper."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission

EDITOR = "دبیر"
CHIEF_EDITOR = "سردبیر"
# Wagtail's first migration makes these two for its pages; here they would only confuse.
WAGTAILS_OWN = ("Editors", "Moderators")

EDITOR_MAY = (
    "wagtailadmin.access_admin",
    "articles.view_article",
    "articles.change_article",
    "articles.publish_article",
    "articles.lock_article",
    "articles.add_tag",
    "articles.change_tag",
    "label.change_sectionname",
)
CHIEF_EDITOR_MAY = (
    *EDITOR_MAY,
    "articles.add_article",
    "articles.delete_article",
    "articles.unlock_article",
    "articles.add_section",
    "articles.change_section",
    "articles.delete_section",
    "articles.delete_tag",
    "collect.add_source",
    "collect.change_source",
    "collect.delete_source",
    "collect.add_feed",
    "collect.change_feed",
    "collect.delete_feed",
    "label.add_sectionname",
    "label.delete_sectionname",
    "newsdesk.add_rule",
    "newsdesk.change_rule",
    "newsdesk.delete_rule",
    "publish.change_sitesettings",
    "auth.add_user",
    "auth.change_user",
    "auth.delete_user",
)
WITH_IMAGES = ("add_image", "change_image", "choose_image")


@transaction.atomic
def ensure_roles() -> None:
    """Make the two groups and give them what they lack; what was added by hand stays."""
    Group.objects.filter(name__in=WAGTAILS_OWN, user=None).delete()
    for name, may in ((EDITOR, EDITOR_MAY), (CHIEF_EDITOR, CHIEF_EDITOR_MAY)):
        group, _is_new = Group.objects.get_or_create(name=name)
        group.permissions.add(*_find_permissions(may))
        _open_images(group)


def _find_permissions(names: Iterable[str]) -> list[Permission]:
    found = []
    for name in names:
        app_label, codename = name.split(".")
        found.append(Permission.objects.get(content_type__app_label=app_label, codename=codename))
    return found


def _open_images(group: Group) -> None:
    root = Collection.get_first_root_node()
    for codename in WITH_IMAGES:
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=codename
        )
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
