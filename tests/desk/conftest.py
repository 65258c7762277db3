"""People at the desk, and their browsers."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser, Group
from django.test import Client

from getnewsfast.newsdesk.roles import CHIEF_EDITOR, EDITOR, ensure_roles


def _make(django_user_model: Any, name: str, role: str) -> AbstractUser:
    ensure_roles()
    user: AbstractUser = django_user_model.objects.create_user(name, password="a long password")
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def editor(db: None, django_user_model: Any) -> AbstractUser:
    return _make(django_user_model, "dabir", EDITOR)


@pytest.fixture
def chief(db: None, django_user_model: Any) -> AbstractUser:
    return _make(django_user_model, "sardabir", CHIEF_EDITOR)


@pytest.fixture
def desk(editor: AbstractUser) -> Client:
    """An editor's browser."""
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def chiefs_desk(chief: AbstractUser) -> Client:
    client = Client()
    client.force_login(chief)
    return client
