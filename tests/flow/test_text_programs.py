"""The commands for texts as programs: pipes, exit codes, and nothing loaded that is not needed."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flow.hubs import clean_environment, command, run

WRONG, RIGHT = "كتاب ، كهن\n", "کتاب، کهن\n"


def pipe(*words: str, text: bytes, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*words),
        input=text,
        cwd=folder,
        env=clean_environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("name", ["clean", "key", "dates", "detect"])
def test_each_command_shows_an_example(tmp_path: Path, name: str) -> None:
    done = run(name, "--help", folder=tmp_path)
    assert done.code == 0
    assert f"getnewsfast {name}" in done.said and "Examples:" in done.said


@pytest.mark.parametrize("more", [(), ("--lines",)])
def test_a_text_goes_through_a_pipe_and_leaves_no_trace(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    done = pipe("clean", *more, text=WRONG.encode(), folder=tmp_path)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, RIGHT, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_trickles_is_answered_line_by_line(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("clean", "--lines"),
        cwd=tmp_path,
        env=clean_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdin is not None and program.stdout is not None
        for _ in range(3):
            program.stdin.write(WRONG.encode())
            program.stdin.flush()
            assert program.stdout.readline().decode() == RIGHT
        program.stdin.close()
        assert program.wait(60) == 0


@pytest.mark.parametrize("name", ["clean", "key", "dates", "detect"])
def test_a_reader_that_goes_away_ends_the_program_without_a_word(tmp_path: Path, name: str) -> None:
    file = tmp_path / "lines"
    file.write_text(WRONG * 30_000)
    lines = () if name in ("key", "dates") else ("--lines",)
    with subprocess.Popen(
        command(name, *lines, file),
        cwd=tmp_path,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None and program.stderr is not None
        assert program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(60) == 1


def test_a_fault_is_one_sentence(tmp_path: Path) -> None:
    done = pipe("clean", text=b"\xff", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_a_large_file_shows_a_bar_on_a_terminal_only(tmp_path: Path) -> None:
    file, target = tmp_path / "large", tmp_path / "mended"
    file.write_text("سلام\n" * 300_000)
    words = command("clean", "--lines", "--rules", "arabic-letters", file, "-o", target)
    leader, terminal = pty.openpty()
    try:
        done = subprocess.run(
            words, env=clean_environment(TERM="xterm"), stdout=terminal, stderr=terminal,
            stdin=subprocess.DEVNULL, timeout=60, check=False,
        )  # fmt: skip
        shown = os.read(leader, 100_000).decode()
    finally:
        os.close(terminal)
        os.close(leader)
    assert done.returncode == 0
    assert "large" in shown and "100%" in shown
    assert target.read_text() == file.read_text()
    quiet = pipe(*words[3:], text=b"", folder=tmp_path)
    assert (quiet.stdout, quiet.stderr) == (b"", b"")


def test_memory_is_that_of_a_line_not_of_the_file(tmp_path: Path) -> None:
    program = (
        "import resource, sys; from getnewsfast.terminal.main import main; "
        "main(sys.argv[1:], standalone_mode=False); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = []
    for count in (1_000, 400_000):
        file = tmp_path / f"{count}"
        file.write_text("سلام\n" * count)
        words = [sys.executable, "-c", program, "clean", "--lines", "-o", os.devnull, str(file)]
        done = subprocess.run(
            words, env=clean_environment(), capture_output=True, timeout=120, check=True
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < peaks[0] + 8_000, "kB; the second file has 3.6 MB."


@pytest.mark.parametrize("name", ["clean", "key", "dates", "detect"])
def test_neither_django_nor_the_database_driver_is_loaded(tmp_path: Path, name: str) -> None:
    program = (
        "import sys; from getnewsfast.terminal.main import main; "
        f"main([{name!r}], standalone_mode=False); "
        "print({'django', 'wagtail', 'psycopg', 'aiohttp', 'lxml'} & {*sys.modules}, "
        "file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input="۳ آذر ۱۴۰۵".encode(),
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == b"set()\n"
