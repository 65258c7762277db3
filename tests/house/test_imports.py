"""Importing the hub, all of it, asks nothing of the network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT

# Runs in an interpreter of its own: here most modules are imported already.
PROGRAM = """
import importlib, pkgutil, socket

def refuse(*_args, **_options):
    raise AssertionError("a module opened a connection while it was imported")

socket.socket.connect = refuse
socket.socket.connect_ex = refuse
socket.getaddrinfo = refuse

import django
django.setup()
import getnewsfast
names = [found.name for found in pkgutil.walk_packages(getnewsfast.__path__, "getnewsfast.")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_importing_every_module_opens_no_connection(tmp_path: Path) -> None:
    surroundings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "getnewsfast.settings",
        "GETNEWSFAST_DATA": str(tmp_path),
        "GETNEWSFAST_SECRET_KEY": "tests",
    }
    words = [sys.executable, "-W", "error", "-c", PROGRAM]
    done = subprocess.run(
        words, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    modules = [file for file in (ROOT / "getnewsfast").rglob("*.py") if file.name != "__init__.py"]
    assert int(done.stdout) >= len(modules)
    assert list(tmp_path.iterdir()) == [], "Importing writes nothing either."
