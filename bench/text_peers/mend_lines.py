"""Mend texts with one library, run by that library's own Python: ``mend_lines.py NAME``.

A JSON string a line comes in, and its mended text goes out in the same way. What it cost stands
on the last line of standard error. Only the standard library and the one named are imported.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

Mend = Callable[[str], str]


def load_getnewsfast() -> Mend:
    mend: Callable[..., str] = importlib.import_module(
        "getnewsfast.text.halfspace"
    ).mend_half_spaces
    return lambda text: mend(text, gate=False)


def load_getnewsfast_gated() -> Mend:
    mend: Mend = importlib.import_module("getnewsfast.text.halfspace").mend_half_spaces
    return mend


def load_hazm_normalizer() -> Mend:
    normalize: Mend = importlib.import_module("hazm_normalizer").Normalizer().normalize
    return normalize


def load_negar() -> Mend:
    editor: Any = importlib.import_module("negar.virastar").PersianEditor
    return lambda text: str(editor(text))


def load_parsikit() -> Mend:
    space: Mend = importlib.import_module("parsikit.text").smart_persian_spacing
    return space


def load_parsivar() -> Mend:
    normalize: Mend = importlib.import_module("parsivar").Normalizer().normalize
    return normalize


def load_parsivar_statistical() -> Mend:
    made = importlib.import_module("parsivar").Normalizer(statistical_space_correction=True)
    normalize: Mend = made.normalize
    return normalize


def load_shekar() -> Mend:
    normalize: Mend = importlib.import_module("shekar").Normalizer().normalize
    return normalize


LOADERS: Final[dict[str, Callable[[], Mend]]] = {
    "getnewsfast": load_getnewsfast,
    "getnewsfast-gated": load_getnewsfast_gated,
    "hazm-normalizer": load_hazm_normalizer,
    "parsikit": load_parsikit,
    "parsivar": load_parsivar,
    "parsivar-statistical": load_parsivar_statistical,
    "python-negar": load_negar,
    "shekar": load_shekar,
    "untouched": lambda: str,
}


def read_peak_mb() -> float:
    """Linux keeps it for each process alone; resource usage would count the parent's as well."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return round(int(found[1]) / 1024, 1) if found else 0.0


def main(name: str) -> None:
    """Some libraries print; only mended texts may reach standard output."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        texts = [json.loads(line) for line in sys.stdin]
        started = time.process_time()
        mend = LOADERS[name]()
        # What a library loads on first use is part of loading it.
        mend("این کتاب ها را می خوانم.")
        loaded = time.process_time()
        mended = [mend(text) for text in texts]
        ended = time.process_time()
        out.writelines(json.dumps(text) + "\n" for text in mended)
    cost = {
        "load_ms": round((loaded - started) * 1000, 1),
        "cpu_seconds": round(ended - loaded, 6),
        "peak_mb": read_peak_mb(),
    }
    print(json.dumps(cost), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
