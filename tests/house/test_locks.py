"""The locks hold what the oldest machine we promise can run."""

from __future__ import annotations

import re
from importlib.metadata import metadata
from typing import Final

import pytest
from packaging.specifiers import SpecifierSet

from tests.house.tree import ROOT

OLDEST_PYTHON: Final = "3.11.2"  # Debian 12's


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_every_locked_package_runs_on_the_python_of_debian_12(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    names = re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE)
    assert len(names) > 40
    refusing = [
        name
        for name in names
        if OLDEST_PYTHON not in SpecifierSet(metadata(name)["Requires-Python"] or "")
    ]
    assert refusing == []


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_every_locked_package_has_its_hashes_and_no_host(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    assert "://" not in text
    for block in re.split(r"^(?=[a-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block, block
