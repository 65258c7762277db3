"""A real PostgreSQL for the tests that need one, started on first use."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from getnewsfast.system.postgres import EmbeddedPostgres
from tests.environment import DATA

SHARED = Path(__file__).parent.parent.parent / "shared"
# What makes a throw-away server quick; a crash of it would lose nothing but test rows.
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@pytest.fixture(scope="session")
def postgres() -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(DATA, THROW_AWAY)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(postgres: EmbeddedPostgres) -> None:
    """The database of the tests is made on the server above."""


@pytest.fixture(autouse=True)
def plain_files(settings: Any) -> None:
    """Tests ask for style sheets by their plain names: nothing is collected for them."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def made_good(request: pytest.FixtureRequest) -> Iterator[None]:
    """Make good what Django leaves behind where a test commits: it empties its tables afterwards,
    the root collection that Wagtail's migrations made with them, but not the tables of the jobs;
    and a job without its rows would busy the workers of a later test.
    """
    mark = request.node.get_closest_marker("django_db")
    if "transactional_db" not in request.fixturenames and not (
        mark and mark.kwargs.get("transaction")
    ):
        yield
        return
    request.getfixturevalue("transactional_db")
    from django.db import connection
    from wagtail.models import Collection

    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    yield
    with connection.cursor() as cursor:
        cursor.execute("truncate procrastinate_jobs, procrastinate_workers cascade")


@pytest.fixture
def shared() -> Path:
    """The folder of measuring data beside the checkout; without it such a test is skipped."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("CI"):
        pytest.fail("CI must have the measuring data in ../shared.")
    pytest.skip("needs the measuring data in ../shared, which is not here")


def run_async(work: Any) -> Any:
    """Run a coroutine to its end, for tests of steps that fetch."""
    return asyncio.run(work)
