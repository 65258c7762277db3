"""Who comes in, what the desk's pages may load, which language it speaks."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import AbstractUser, Group
from django.test import Client

from getnewsfast.newsdesk.policy import DESK_POLICY
from getnewsfast.newsdesk.roles import CHIEF_EDITOR, EDITOR, ensure_roles
from tests import build

LOGIN = "/desk/login/"


def log_in(client: Client, password: str) -> Any:
    return client.post(LOGIN, {"username": "dabir", "password": password})


def test_an_editor_logs_in(client: Client, editor: AbstractUser) -> None:
    answer = log_in(client, "a long password")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")


@pytest.mark.parametrize(("language", "words"), [("fa", "۱۵"), ("en", "15 minutes")])
def test_too_many_wrong_passwords_close_the_door(
    client: Client, editor: AbstractUser, settings: Any, language: str, words: str
) -> None:
    settings.LANGUAGE_CODE = language
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = log_in(client, "wrong")
    assert answer.status_code == 429
    assert words in answer.content.decode()
    assert answer.headers["Retry-After"] == "900"
    assert log_in(client, "a long password").status_code == 429


def test_another_name_is_not_locked_out_with_the_first(
    client: Client, editor: AbstractUser, chief: AbstractUser, settings: Any
) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        log_in(client, "wrong")
    answer = client.post(LOGIN, {"username": "sardabir", "password": "a long password"})
    assert answer.status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client: Client, editor: AbstractUser) -> None:
    log_in(client, "wrong")
    log_in(client, "a long password")
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize("address", [LOGIN, "/desk/queue/", "/desk/articles/", "/desk/account/"])
def test_the_desk_has_a_policy_of_its_own(desk: Client, address: str) -> None:
    assert desk.get(address).headers["Content-Security-Policy"] == DESK_POLICY


def test_no_script_of_the_desk_is_inline(chiefs_desk: Client) -> None:
    article = build.make_article()
    pages = ["/desk/queue/", "/desk/users/", f"/desk/articles/edit/{article.pk}/", "/desk/sources/"]
    for page in pages:
        html = chiefs_desk.get(page).content.decode()
        inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", html)
        assert inline == [], page
        assert not re.search(r"\son[a-z]+=", html), page


def test_the_desk_is_persian_whatever_the_browser_asks_for(desk: Client) -> None:
    page = desk.get("/desk/queue/", headers={"Accept-Language": "en-US,en"}).content.decode()
    assert '<html lang="fa" dir="rtl"' in page


def test_a_person_may_choose_english(desk: Client, editor: AbstractUser) -> None:
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = "en"
    profile.save()
    assert '<html lang="en" dir="ltr"' in desk.get("/desk/queue/").content.decode()


@pytest.mark.django_db
def test_roles_are_made_once_and_keep_what_was_added() -> None:
    ensure_roles()
    group = Group.objects.get(name=EDITOR)
    count = group.permissions.count()
    ensure_roles()
    assert Group.objects.filter(name__in=[EDITOR, CHIEF_EDITOR]).count() == 2
    assert group.permissions.count() == count
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()


@pytest.mark.parametrize(
    "address",
    [
        "/desk/sources/",
        "/desk/feeds/",
        "/desk/rules/",
        "/desk/users/",
        "/desk/settings/publish/sitesettings/",
    ],
)
def test_only_the_chief_editor_runs_the_paper(
    desk: Client, chiefs_desk: Client, address: str
) -> None:
    assert desk.get(address).status_code == 302
    assert chiefs_desk.get(address, follow=True).status_code == 200
    assert chiefs_desk.get(address, follow=True).request["PATH_INFO"].startswith(address)
