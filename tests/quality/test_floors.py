"""Floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.floors import Pinned, find_sunk, raise_floors


def test_a_floor_is_raised_and_never_lowered() -> None:
    floors = {"body": 0.93, "kept": 0.9996}
    assert raise_floors(floors, {"body": 0.95, "kept": 0.9996})["body"] == 0.95
    with pytest.raises(ValueError, match="kept"):
        raise_floors(floors, {"body": 0.95, "kept": 0.99})


def test_a_figure_that_is_no_longer_measured_has_sunk() -> None:
    with pytest.raises(ValueError, match="body"):
        raise_floors({"body": 0.9}, {})
    assert find_sunk(Pinned("", 0.01, {"body": 0.9}), {}) == {"body": 0.0}


def test_a_figure_may_lie_below_its_floor_by_the_room_it_has() -> None:
    pinned = Pinned("", 0.01, {"body": 0.9, "kept": 0.9})
    assert find_sunk(pinned, {"body": 0.895, "kept": 0.88}) == {"kept": 0.88}
    assert find_sunk(pinned, {"body": 0.895, "kept": 0.9}, lambda *_: 0.0) == {"body": 0.895}


def test_what_is_pinned_is_read_as_it_was_written(tmp_path: Path) -> None:
    pinned = Pinned("abc", 0.002, {"body": 0.93})
    pinned.write(tmp_path / "floors.json")
    assert Pinned.read(tmp_path / "floors.json") == pinned
