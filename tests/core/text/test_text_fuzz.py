"""The fuzz target starts, makes the same texts again, and finds nothing in a few of them."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from getnewsfast.text.digits import Shown

SCRIPT = Path(__file__).parents[3] / "scripts" / "fuzz_text.py"


@pytest.fixture(scope="module")
def fuzz() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


def test_the_first_texts_have_no_fault(fuzz: dict[str, Any]) -> None:
    for seed in range(100):
        text = fuzz["make_text"](seed)
        assert text == fuzz["make_text"](seed)
        assert list(fuzz["find_faults"](text, Shown.PERSIAN)) == []
        fuzz["read_all"](text)


def test_what_is_raised_is_named_with_its_seed(
    fuzz: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ZeroDivisionError), fuzz["naming"](7, "متن"):
        raise ZeroDivisionError
    assert "seed 7 raises" in capsys.readouterr().out
