"""Install each mender from its lock into its own folder, and run texts through it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
SCRATCH: Final = ROOT / ".bench"
OURS: Final = ""
UNTOUCHED: Final = "untouched"
INSTALL_SECONDS: Final = 900.0
RUN_SECONDS: Final = 1800.0
# A port that nobody listens on: a library that fetches models while it runs says so at once
# instead of being measured with a network that other machines may not have.
NO_NETWORK: Final = dict.fromkeys(
    ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"
)


class NotMeasured(Exception):
    """A mender that could not be installed or run, and why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A mender: its name in the table, the package it comes in (ours: none), how it runs."""

    name: str
    package: str = OURS
    by_node: bool = False
    label: str = ""

    @property
    def shown(self) -> str:
        return self.label or self.name

    @property
    def version(self) -> str:
        """The locked one."""
        if self.by_node:
            lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
            return str(lock["packages"][f"node_modules/{self.package}"]["version"])
        if not self.package:
            return "" if self.name == UNTOUCHED else "this checkout"
        lock_file = (HERE / f"{self.package}.txt").read_text(encoding="utf-8")
        found = re.search(rf"^{re.escape(self.package)}==(\S+)", lock_file, re.MULTILINE)
        return found[1] if found else "?"


@dataclass(frozen=True, slots=True)
class Run:
    """What came out, and what it cost in processor time and memory."""

    texts: list[str]
    load_ms: float
    cpu_seconds: float
    peak_mb: float


def make_scratch() -> Path:
    """The folder of all that a measurement installs; it tells git itself to pass it over."""
    SCRATCH.mkdir(exist_ok=True)
    (SCRATCH / ".gitignore").write_text("*\n", encoding="ascii")
    return SCRATCH


def install(peer: Peer) -> list[str]:
    """Make the mender's environment where it is not there yet; the command that runs it."""
    if not peer.package:
        return [sys.executable, str(HERE / "mend_lines.py"), peer.name]
    make_scratch()
    folder = SCRATCH / ("node" if peer.by_node else peer.package)
    lock = HERE / ("package-lock.json" if peer.by_node else f"{peer.package}.txt")
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    mark = folder / "installed.sha256"
    if not mark.exists() or mark.read_text() != digest:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (_install_from_npm if peer.by_node else _install_from_pypi)(folder, lock)
        mark.write_text(digest)
    if peer.by_node:
        return ["node", str(HERE / "mend_lines.mjs"), peer.name, str(folder)]
    return [str(folder / "bin" / "python"), str(HERE / "mend_lines.py"), peer.name]


def _install_from_pypi(folder: Path, lock: Path) -> None:
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
    _install([*pip, "--quiet", "--require-hashes", "-r", str(lock)], folder)


def _install_from_npm(folder: Path, lock: Path) -> None:
    if shutil.which("npm") is None:
        raise NotMeasured("needs node and npm, which are not here")
    shutil.copy(lock, folder)
    shutil.copy(lock.with_name("package.json"), folder)
    _install(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], folder)


def _install(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
    )
    if done.returncode:
        raise NotMeasured(f"does not install: {_last_line(done.stderr)}")


def lock(package: str) -> None:
    """Renew one package's lock, with hashes and without any host."""
    options = ("--quiet", "--generate-hashes", "--strip-extras", "--allow-unsafe", "--no-header")
    hosts = ("--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links")
    subprocess.run(
        [
            str(Path(sys.executable).with_name("pip-compile")),
            *options,
            *hosts,
            "--no-annotate",
            "--upgrade",
            "--output-file",
            str(HERE / f"{package}.txt"),
            "-",
        ],
        input=package,
        text=True,
        capture_output=True,
        check=True,
    )


def run(command: Sequence[str], texts: Sequence[str]) -> Run:
    """Mend the texts in a process of its own, without a network and with an empty home."""
    home = make_scratch() / "home"
    home.mkdir(exist_ok=True)
    surroundings = {**os.environ, **NO_NETWORK, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(
            command,
            cwd=home,
            env=surroundings,
            input="".join(json.dumps(text) + "\n" for text in texts),
            capture_output=True,
            text=True,
            timeout=RUN_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotMeasured(f"took longer than {RUN_SECONDS:.0f} s") from error
    if done.returncode:
        raise NotMeasured(f"fails: {_last_line(done.stderr)}")
    mended = [str(json.loads(line)) for line in done.stdout.splitlines()]
    if len(mended) != len(texts):
        raise NotMeasured(f"gave {len(mended)} texts back for {len(texts)}")
    return Run(texts=mended, **json.loads(_last_line(done.stderr)))


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["nothing was said"])[-1][:300]
