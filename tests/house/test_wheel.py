"""The wheel has everything a hub needs where there is no checkout and no Node."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.house.tree import PACKAGE, ROOT, list_files

NEEDED = [
    "getnewsfast/publish/static/publish/fonts/vazirmatn.woff2",
    "getnewsfast/publish/static/publish/fonts/OFL.txt",
    "getnewsfast/publish/static/publish/paper.css",
    "getnewsfast/publish/templates/publish/base.html",
    "getnewsfast/newsdesk/static/newsdesk/desk.css",
    "getnewsfast/newsdesk/static/newsdesk/desk.js",
    "getnewsfast/newsdesk/templates/newsdesk/queue.html",
    "getnewsfast/locale/fa/LC_MESSAGES/django.mo",
    "getnewsfast/text/agencies.tsv",
    "getnewsfast/text/models/halfspace.json.z",
    "getnewsfast/text/models/languages.gz",
    "getnewsfast/text/models/word_forms.txt.gz",
    "getnewsfast/collect/starter/feeds.tsv",
    "getnewsfast/label/starter/sections.toml",
    "getnewsfast/terminal/demowire/articles/running_order.txt",
    "getnewsfast/terminal/demowire/sites/sepidar/shell.html",
]


@cache
def list_packed() -> frozenset[str]:
    """What the build would pack, without packing it."""
    builder = WheelBuilder(str(ROOT))
    return frozenset(
        str(PurePosixPath(file.distribution_path)) for file in builder.recurse_included_files()
    )


@pytest.mark.parametrize("path", NEEDED)
def test_what_a_hub_needs_is_in_the_wheel(path: str) -> None:
    assert path in list_packed()


def test_every_file_of_the_package_is_in_the_wheel() -> None:
    ours = {file.relative_to(ROOT).as_posix() for file in list_files() if PACKAGE in file.parents}
    assert ours - list_packed() == set()


def test_nothing_else_is_in_the_wheel() -> None:
    assert [path for path in list_packed() if not path.startswith("getnewsfast/")] == []
    assert [path for path in list_packed() if "__pycache__" in path or "cache/" in path] == []


def test_every_catalogue_is_packed_in_its_compiled_form() -> None:
    catalogues = [file for file in list_files() if file.suffix == ".po"]
    compiled = {file.with_suffix(".mo").relative_to(ROOT).as_posix() for file in catalogues}
    assert compiled - list_packed() == set(), "Run «make assets»."
