"""The four contracts of .importlinter, and the folders they speak of."""

from __future__ import annotations

import ast
import configparser
import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import BESIDE_THE_LINE, LINE, PACKAGE, ROOT, parse

CONTRACTS = ("flow", "core", "door", "transports")


def read_contracts() -> configparser.ConfigParser:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    return contracts


def read_layers() -> list[str]:
    lines = read_contracts()["importlinter:contract:flow"]["layers"].split()
    return [line.removeprefix("getnewsfast.") for line in lines]


def test_the_four_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "getnewsfast.settings"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in done.stdout


def test_no_contract_was_taken_out() -> None:
    sections = set(read_contracts().sections())
    assert {f"importlinter:contract:{name}" for name in CONTRACTS} <= sections


def test_every_package_stands_in_a_layer() -> None:
    packages = {file.parent.name for file in PACKAGE.glob("*/__init__.py")}
    assert packages | {"flow"} == set(read_layers())


def test_stages_stand_in_the_alphabet_as_in_the_flow() -> None:
    upwards = [layer for layer in reversed(read_layers()) if layer not in BESIDE_THE_LINE]
    assert upwards == [*LINE, "flow"]
    assert list(LINE) == sorted(LINE)


def test_the_line_calls_its_stages_in_the_order_of_their_folders() -> None:
    tree = parse(PACKAGE / "flow.py")
    line = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name in ("take_in", "carry_on")
    ]
    called = [
        node.func.value.id
        for function in sorted(line, key=lambda node: node.lineno)
        for node in sorted(_calls(function), key=lambda node: (node.lineno, node.col_offset))
        if isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in LINE
    ]
    assert called == sorted(called)
    assert set(called) == {"extract", "group", "label", "newsdesk"}


def _calls(function: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(function) if isinstance(node, ast.Call)]
