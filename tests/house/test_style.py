"""The house style that a machine can see: names, sizes, the three lines of a package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.house.tree import (
    BESIDE_THE_LINE,
    LINE,
    PACKAGE,
    list_files,
    list_modules,
    name_of,
    parse,
    read,
)

MOST_FUNCTION_LINES: Final = 60
MOST_FILE_LINES: Final = 450
MOST_ARGUMENTS: Final = 5
MOST_DEPTH: Final = 3
BLOCKS: Final = (ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)
CODE: Final = ("getnewsfast", "scripts", "tests", "bench")
# Files that are nothing but data, each with its reason. Keep this list short.
DATA_FILES: Final[dict[str, str]] = {}
EMPTY_NAMES: Final = {
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "managers",
    "service", "services", "handler", "handlers", "data", "info",
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


def find_functions(file: Path) -> Iterator[Function]:
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def count_lines(function: Function) -> int:
    """Its lines without the docstring and without the functions inside it, which count alone."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    for node in ast.walk(function):
        if node is not function and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines -= (node.end_lineno or node.lineno) - node.lineno
    return lines


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [
        f"{name_of(file)}:{function.lineno} {function.name}: {count_lines(function)}"
        for file in list_modules(*CODE)
        for function in find_functions(file)
        if count_lines(function) > MOST_FUNCTION_LINES
    ]
    assert long == []


def test_no_file_is_longer_than_450_lines() -> None:
    scripts = [file for file in list_files() if file.suffix in {".js", ".mjs"}]
    long = {
        name_of(file): count
        for file in [*list_modules(*CODE), *scripts]
        if (count := len(read(file).splitlines())) > MOST_FILE_LINES
    }
    assert {name: count for name, count in long.items() if name not in DATA_FILES} == {}
    assert set(DATA_FILES) <= set(long), "An exemption that is no longer needed is taken out."


def test_functions_take_few_arguments_and_most_of_them_by_name() -> None:
    """Five at most, a method's self apart; options that pass through (``**``) are not counted."""
    faults = []
    for file in list_modules("getnewsfast"):
        for function in find_functions(file):
            names = [one.arg for one in [*function.args.posonlyargs, *function.args.args]]
            count = len([name for name in names if name not in ("self", "cls")])
            if count + len(function.args.kwonlyargs) > MOST_ARGUMENTS:
                faults.append(f"{name_of(file)}:{function.lineno} {function.name}")
    assert faults == []


def test_nothing_is_nested_deeper_than_three() -> None:
    faults = [
        f"{name_of(file)}:{function.lineno} {function.name}"
        for file in list_modules("getnewsfast", "scripts")
        for function in find_functions(file)
        if measure_depth(function.body) > MOST_DEPTH
    ]
    assert faults == []


def measure_depth(nodes: Iterable[ast.AST]) -> int:
    """How deep blocks stand in each other; ``elif`` is no deeper than its ``if``."""
    return max((_depth_of(node) for node in nodes), default=0)


def _depth_of(node: ast.AST) -> int:
    if isinstance(node, Function | ast.ClassDef):
        return 0
    if isinstance(node, ast.If):
        is_elif = len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)
        other = measure_depth(node.orelse)
        return max(1 + measure_depth(node.body), other if is_elif else 1 + other)
    below = measure_depth(ast.iter_child_nodes(node))
    return below + 1 if isinstance(node, BLOCKS) else below


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    faults = [
        name_of(file)
        for file in list_modules("getnewsfast", "scripts", "tests")
        for part in file.relative_to(PACKAGE.parent).with_suffix("").parts
        if part in EMPTY_NAMES or set(part.split("_")) & (EMPTY_NAMES - {"data", "info"})
    ]
    assert faults == []


@pytest.mark.parametrize("stage", [*LINE, *BESIDE_THE_LINE])
def test_a_package_says_what_comes_in_what_goes_out_and_what_it_never_does(stage: str) -> None:
    docstring = ast.get_docstring(parse(PACKAGE / stage / "__init__.py")) or ""
    places = [docstring.find(word) for word in ("In:", "Out:", "Never:")]
    assert -1 not in places, docstring
    assert places == sorted(places), "In, out, never: in this order."


def test_nothing_is_left_to_be_done() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    faults = [
        f"{name_of(file)}: {found.group()}"
        for file in list_modules(*CODE)
        if file != Path(__file__) and (found := marks.search(read(file)))
    ]
    assert faults == []


def test_persian_words_are_never_told_by_isalnum() -> None:
    """'می‌رود'.isalnum() is False: the half-space makes such a filter drop the word."""
    faults = [
        f"{name_of(file)}:{node.lineno}"
        for file in list_modules("getnewsfast")
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Attribute) and node.attr == "isalnum"
    ]
    assert faults == []
