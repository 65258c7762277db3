"""What the reference says is what the code does: settings, commands, addresses, health, hooks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, Final

import click
from django.urls import URLPattern, get_resolver

from getnewsfast.newsdesk import urls as desk_urls
from getnewsfast.publish import urls as paper_urls
from getnewsfast.terminal.main import main
from tests.house.tree import (
    DOCS,
    PACKAGE,
    ROOT,
    find_headings,
    list_modules,
    parse,
    read,
    read_rows,
)

REFERENCE: Final = DOCS / "reference"
READERS: Final = {"read_text", "read_flag", "read_number", "read_list", "read_path", "read_choice"}
VARIABLE: Final = re.compile(r"\b(?:GETNEWSFAST_[A-Z_]+|DATABASE_URL)\b")
SHARED_OPTIONS: Final = {"--data", "--port", "--help"}


# ── Settings ─────────────────────────────────────────────────────────────────────────────────────
def find_settings() -> dict[str, object]:
    """The variables settings.py reads, with their defaults where these are plain values."""
    found: dict[str, object] = {}
    for node in ast.walk(parse(PACKAGE / "settings.py")):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in READERS
        ):
            name, *rest = node.args
            assert isinstance(name, ast.Constant)
            default = rest[0].value if rest and isinstance(rest[0], ast.Constant) else None
            found.setdefault(str(name.value), default)
    return found


def read_documented_settings() -> dict[str, str]:
    rows = read_rows(read(REFERENCE / "settings.md"))
    return {row[0].strip("`"): row[1] for row in rows if VARIABLE.fullmatch(row[0].strip("`"))}


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    assert set(read_documented_settings()) == set(find_settings())


def test_the_documented_defaults_are_those_of_the_code() -> None:
    documented = read_documented_settings()
    for name, default in find_settings().items():
        if default not in (None, ""):
            assert str(default) in documented[name], name


def test_no_other_variable_is_read_anywhere() -> None:
    named = {name for file in list_modules("getnewsfast") for name in VARIABLE.findall(read(file))}
    assert named <= set(find_settings())


# ── Commands ─────────────────────────────────────────────────────────────────────────────────────
def find_options(command: click.Command) -> set[str]:
    named = {
        name
        for option in command.params
        if isinstance(option, click.Option)
        for name in [*option.opts, *option.secondary_opts]
        if name.startswith("--")
    }
    return named - SHARED_OPTIONS


def read_documented_commands() -> dict[str, set[str]]:
    """The options documented below each command's heading."""
    parts = re.split(r"^## ", read(REFERENCE / "commands.md"), flags=re.MULTILINE)[1:]
    named = {part.partition("\n")[0].strip(): part for part in parts}
    del named["make"]
    options = {name: [row[0] for row in read_rows(part)] for name, part in named.items()}
    return {name: set(re.findall(r"--[a-z-]+", " ".join(cells))) for name, cells in options.items()}


def test_every_command_and_option_is_documented_and_none_that_is_not_there() -> None:
    there = {name: find_options(command) for name, command in main.commands.items()}
    assert read_documented_commands() == there


def test_every_make_command_is_documented_and_none_that_is_not_there() -> None:
    there = set(re.findall(r"^([a-z-]+):.*##", read(ROOT / "Makefile"), re.MULTILINE))
    rows = [row[0] for row in read_rows(read(REFERENCE / "commands.md"))]
    documented = {name for cell in rows for name in re.findall(r"`make ([a-z-]+)`", cell)}
    assert documented == there - {"help"}


# ── Addresses and health ─────────────────────────────────────────────────────────────────────────
def list_addresses(patterns: list[Any], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield prefix + re.sub(r"<\w+:(\w+)>", r"<\1>", str(pattern.pattern))


def read_documented_addresses() -> set[str]:
    rows = [row[0] for row in read_rows(read(REFERENCE / "addresses.md"))]
    return {address for cell in rows for address in re.findall(r"`(/[^`]*)`", cell)}


def test_every_address_of_site_and_desk_is_documented() -> None:
    ours = {*list_addresses(paper_urls.urlpatterns, "/")}
    ours |= {*list_addresses(desk_urls.urlpatterns, "/desk/")}
    assert ours - read_documented_addresses() == set()


def test_every_documented_address_is_there() -> None:
    resolver = get_resolver()
    for address in read_documented_addresses():
        assert resolver.resolve(re.sub(r"<\w+_id>", "1", address).replace("<slug>", "سیاست"))


def test_every_field_of_the_health_answer_is_documented() -> None:
    answer = next(
        node
        for node in ast.walk(parse(PACKAGE / "publish" / "health.py"))
        if isinstance(node, ast.FunctionDef) and node.name == "read_state"
    )
    told = next(node.value for node in ast.walk(answer) if isinstance(node, ast.Return))
    assert isinstance(told, ast.Dict)
    fields = {str(name.value) for name in told.keys if isinstance(name, ast.Constant)}
    rows = read_rows(read(REFERENCE / "health.md"))
    assert {row[0].strip("`") for row in rows} - {"field"} == fields


# ── Wagtail's hooks ──────────────────────────────────────────────────────────────────────────────
def find_hooks() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for file in list_modules("getnewsfast"):
        for name in re.findall(r'hooks\.register\("(\w+)"\)', read(file)):
            found.setdefault(name, set()).add(str(file.relative_to(PACKAGE)))
    return found


def test_the_list_of_wagtail_hooks_is_whole() -> None:
    text = read(ROOT / "ARCHITECTURE.md").partition("## Wagtail hooks in use")[2]
    documented = {
        row[0].strip("`"): set(re.findall(r"`([^`]+)`", row[1])) for row in read_rows(text)[1:]
    }
    assert documented == find_hooks()


def test_the_architecture_has_a_paragraph_for_every_folder() -> None:
    text = read(ROOT / "ARCHITECTURE.md")
    folders = [file.parent.name for file in PACKAGE.glob("*/__init__.py")]
    assert [folder for folder in folders if f"\n`{folder}/` " not in text] == []


def test_the_flow_is_told_in_nine_numbered_sentences() -> None:
    text = read(ROOT / "ARCHITECTURE.md").partition("## Codemap")[0]
    assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == list("123456789")


def test_contributing_has_a_recipe_for_each_usual_change() -> None:
    headings = {heading for _level, heading in find_headings(read(ROOT / "CONTRIBUTING.md"))}
    assert {"A new source", "A new rule condition", "A new page", "A new step"} <= headings
