"""A hub made once for all tests that only need one to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flow.hubs import Ended, forget_sources, run


@pytest.fixture(scope="session")
def first_init(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """``getnewsfast init`` in an empty folder, with the starter list: its data, what it said."""
    folder = tmp_path_factory.mktemp("hub")
    return folder / "data", run("init", folder=folder)


@pytest.fixture(scope="session")
def made_hub(first_init: tuple[Path, Ended]) -> Path:
    """The data folder of a hub that is made, stands still and watches no one. Copy it."""
    data, done = first_init
    assert done.code == 0, done.said
    forget_sources(data)
    return data
