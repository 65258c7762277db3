"""The sections a new hub begins with, and the usual names that lead to each (``sections.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("sections.toml")


@dataclass(frozen=True, slots=True)
class StarterSection:
    """A section of ours; ``names`` are what sources call it, in any language."""

    slug: str
    name: str
    name_en: str
    names: tuple[str, ...]


def read_starter_sections(path: Path = TABLE) -> tuple[StarterSection, ...]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["section"]
    return tuple(
        StarterSection(row["slug"], row["name"], row["name_en"], tuple(row["names"]))
        for row in rows
    )
