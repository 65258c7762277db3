"""The starter list: real sources with their feeds, as a table that ships with the hub.

``feeds.tsv`` has one feed a line: the source's names, language, the section of the feed, the home
page, the feed's address, and how sure its address is (``evidence``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

TABLE = Path(__file__).with_name("feeds.tsv")
WHOLE = "all"  # the section name of a feed that carries everything


@dataclass(frozen=True, slots=True)
class StarterFeed:
    """One line of the list."""

    name: str
    name_en: str
    language: str
    section_name: str
    homepage: str
    url: str
    evidence: str

    @property
    def slug(self) -> str:
        """The source's address on our site, from its host: ``mehrnews.com`` gives ``mehrnews``."""
        host = urlsplit(self.homepage).hostname or ""
        return host.removeprefix("www.").replace(".", "-").removesuffix("-com").removesuffix("-ir")


def read_starter_list(path: Path = TABLE) -> tuple[StarterFeed, ...]:
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t")
        return tuple(_read_line(row) for row in rows)


def _read_line(row: dict[str, str]) -> StarterFeed:
    section = row["category"].strip()
    return StarterFeed(
        name=row["name_fa"].strip(),
        name_en=row["name_en"].strip(),
        language=row["language"].strip(),
        section_name="" if section == WHOLE else section,
        homepage=row["homepage"].strip(),
        url=row["feed_url"].strip(),
        evidence=row["evidence"].strip(),
    )


def choose_languages(feeds: Iterable[StarterFeed], languages: set[str]) -> list[StarterFeed]:
    return [feed for feed in feeds if not languages or feed.language in languages]
