"""Our templates, styles and scripts: they parse, and hold to the policy and both directions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from django.template import Origin
from django.template.loader import get_template

from tests.house.tree import PACKAGE, list_files, name_of, read

# The demo's agencies imitate other people's sites and are no faces of ours.
FOREIGN: Final = PACKAGE / "terminal" / "demowire"
# Attributes through which a browser would load something; a link that a reader follows is not one.
LOADS: Final = re.compile(
    r"<(?:link|script|img|iframe|source|video|audio|object|embed|use|image|input)\b[^>]*?"
    r"\b(?:src|srcset|href|data|poster)\s*=\s*[\"']?\s*(?:https?:)?//",
    re.IGNORECASE,
)
INLINE: Final = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "a javascript: address": re.compile(r"[\"']\s*javascript:", re.IGNORECASE),
    # Structured data is no program: a browser never runs it, and the policy does not ask.
    "a script in the page": re.compile(
        r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")", re.IGNORECASE
    ),
}
PHYSICAL: Final = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:"
    r"|(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b",
)


def list_faces(*suffixes: str) -> list[Path]:
    return [
        file
        for file in list_files()
        if file.suffix in suffixes and PACKAGE in file.parents and FOREIGN not in file.parents
    ]


def list_templates() -> list[Path]:
    return [file for file in list_faces(".html") if "templates" in file.parts]


def without_comments(style: str) -> str:
    return re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)


def template_name(file: Path) -> str:
    parts = file.relative_to(PACKAGE).parts
    return "/".join(parts[parts.index("templates") + 1 :])


@pytest.mark.parametrize("file", list_templates(), ids=name_of)
def test_a_template_parses_and_is_the_one_of_its_name(file: Path) -> None:
    template = get_template(template_name(file))
    origin: Origin = template.origin  # type: ignore[attr-defined]
    assert Path(origin.name) == file, "Another template of this name comes first."


@pytest.mark.parametrize("file", list_templates(), ids=name_of)
def test_a_template_has_no_inline_style_or_script(file: Path) -> None:
    assert [what for what, pattern in INLINE.items() if pattern.search(read(file))] == []


@pytest.mark.parametrize("file", list_faces(".css"), ids=name_of)
def test_a_style_sheet_knows_no_left_and_right(file: Path) -> None:
    assert [found.group() for found in PHYSICAL.finditer(without_comments(read(file)))] == []


def test_the_guard_against_left_and_right_sees_them() -> None:
    for rule in ("margin-left: 1px", "text-align:right", "left: 0", "border-top-left-radius:2px"):
        assert PHYSICAL.search(f"a {{ {rule} }}"), rule
    for rule in ("margin-inline-start: 1px", "text-align: start", "inset-inline: 0"):
        assert not PHYSICAL.search(f"a {{ {rule} }}"), rule


@pytest.mark.parametrize("file", list_faces(".html", ".css", ".js", ".svg"), ids=name_of)
def test_a_face_loads_nothing_from_a_foreign_host(file: Path) -> None:
    text = read(file)
    assert not LOADS.search(text)
    assert not re.search(r"url\(\s*[\"']?\s*(?:https?:)?//", text, re.IGNORECASE)
    assert not re.search(r"@import\s+[\"']?(?:url\()?[\"']?(?:https?:)?//", text, re.IGNORECASE)
    if file.suffix == ".js":
        assert not re.search(r"[\"'`](?:https?|wss?)://", text)
