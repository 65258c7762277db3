"""The repository as the house tests see it: its files, its stages, its documents."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
PACKAGE: Final = ROOT / "getnewsfast"
DOCS: Final = ROOT / "docs"
# The line, in the order an article goes through it; «what travels» and the ground stand beside it.
LINE: Final = ("collect", "extract", "group", "label", "newsdesk", "publish")
BESIDE_THE_LINE: Final = ("articles", "system", "terminal", "text")
PERSIAN: Final = re.compile(r"[\u0600-\u06ff]")


@cache
def list_files() -> tuple[Path, ...]:
    """What belongs to the repository: committed, or new and not ignored."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout
    files = [ROOT / name for name in listed.decode().split("\0") if name]
    return tuple(sorted(file for file in files if file.is_file()))


def list_modules(*folders: str) -> list[Path]:
    """Python files below these folders of the repository; what a machine wrote is left out."""
    roots = [ROOT / folder for folder in folders]
    return [
        file
        for file in list_files()
        if file.suffix == ".py"
        and "migrations" not in file.parts
        and any(root in file.parents for root in roots)
    ]


def list_documents() -> list[Path]:
    return [file for file in list_files() if file.suffix == ".md" and is_document(file)]


def is_document(file: Path) -> bool:
    """A page for people; the demo's articles are Markdown too, but are what it publishes."""
    return file.parent == ROOT or DOCS in file.parents


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


@cache
def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def parse(file: Path) -> ast.Module:
    return ast.parse(read(file), filename=str(file))


def without_code_blocks(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def find_headings(text: str) -> list[tuple[int, str]]:
    """The headings of a Markdown page, with their levels."""
    found = re.findall(r"^(#{1,6}) (.+)$", without_code_blocks(text), re.MULTILINE)
    return [(len(marks), heading.strip()) for marks, heading in found]


def read_rows(text: str) -> list[list[str]]:
    """The cells of every table row of a Markdown page, headings and rules left out."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [row for row in cells if not set("".join(row)) <= set("-: ")]
