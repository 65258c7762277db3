"""Where the tests' hub lives: a folder of its own, named before Django reads its settings."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

DATA = Path(tempfile.mkdtemp(prefix="getnewsfast-tests-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)

# What a developer's shell may hold must not reach the tests.
for name in [name for name in os.environ if name.startswith("GETNEWSFAST_")]:
    del os.environ[name]
os.environ["GETNEWSFAST_DATA"] = str(DATA)
os.environ["GETNEWSFAST_SECRET_KEY"] = "tests"
os.environ["GETNEWSFAST_LOG_LEVEL"] = "ERROR"
os.environ.pop("DATABASE_URL", None)
