"""The commands, as an operator meets them: real folders, real ports, real signals."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
from pathlib import Path

import pytest

from getnewsfast.system.processes import Program
from tests.flow.hubs import (
    Ended,
    Hub,
    copy_hub,
    find_password,
    find_port,
    find_processes,
    run,
    wait_until,
)


@pytest.fixture
def data(made_hub: Path, tmp_path: Path) -> Path:
    return copy_hub(made_hub, tmp_path / "data")


def assert_one_sentence(done: Ended, *words: str, code: int = 1) -> None:
    assert done.code == code, done.said
    assert "Traceback" not in done.said
    for word in words:
        assert word in done.said
    if code == 1:
        assert len(done.said.strip().splitlines()) == 1, done.said


def test_help_shows_how_to_begin(tmp_path: Path) -> None:
    done = run("--help", folder=tmp_path)
    assert done.code == 0
    for line in ("getnewsfast demo", "getnewsfast init", "getnewsfast up --port 8080"):
        assert line in done.said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["demo", "init", "up", "doctor", "watch", "worker"])
def test_each_command_shows_an_example(tmp_path: Path, name: str) -> None:
    done = run(name, "--help", folder=tmp_path)
    assert done.code == 0 and "Example" in done.said and f"getnewsfast {name}" in done.said


def test_init_makes_a_hub_and_tells_the_password_once(first_init: tuple[Path, Ended]) -> None:
    data, first = first_init
    assert first.code == 0, first.said
    assert find_password(first.said)
    assert "starter list" in first.said and "Ready." in first.said
    key = data / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    secret = key.read_text()

    second = run("init", "--data", data, folder=data.parent)
    assert second.code == 0, second.said
    assert find_password(second.said) == "" and "starter list" not in second.said
    assert key.read_text() == secret
    assert find_processes(data) == []


def test_up_stops_cleanly_and_survives_being_killed(data: Path) -> None:
    with Hub(data, "up") as hub:
        hub.wait_until_well()
        assert len(find_processes(data)) >= 4, "database, web, watch, worker"
        assert hub.read("/")[0] == 200
        hub.send(signal.SIGKILL)
    wait_until(lambda: find_processes(data) == [], lambda: find_processes(data), 10)

    with Hub(data, "up", port=hub.port) as hub:
        hub.wait_until_well()
        assert hub.read("/about/")[0] == 200
        assert "password" not in hub.said, "everything is still there"
        assert hub.send(signal.SIGINT) == 0, hub.said
        assert find_processes(data) == []
    assert hub.said.strip().endswith("Stopped.")


def test_two_hubs_live_side_by_side_and_a_running_one_is_left_alone(
    data: Path, made_hub: Path, tmp_path: Path
) -> None:
    other_data = copy_hub(made_hub, tmp_path / "other")
    with Hub(data, "up") as hub, Hub(other_data, "up") as other:
        hub.wait_until_well()
        other.wait_until_well()

        again = run("up", "--data", data, "--port", find_port(), folder=tmp_path)
        assert_one_sentence(again, "running")
        taken = run("up", "--data", tmp_path / "third", "--port", hub.port, folder=tmp_path)
        assert_one_sentence(taken, f"Port {hub.port} is taken")

        assert hub.health()["status"] == other.health()["status"] == "ok"
        other.send(signal.SIGTERM)
        assert hub.read("/")[0] == 200
    assert find_processes(data) == find_processes(other_data) == []


def test_doctor_finds_a_good_hub_in_order_and_a_taken_port_not(data: Path) -> None:
    place = ("--data", data, "--offline")
    good = run("doctor", *place, "--port", find_port(), folder=data.parent)
    assert good.code == 0, good.said
    assert "✗" not in good.said and "Everything is in order." in good.said

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        bad = run("doctor", *place, "--port", port, folder=data.parent)
    assert bad.code == 1
    assert f"✗ Another program holds port {port}." in bad.said
    assert bad.said.count("✗") == 1 and "1 faults found." in bad.said
    assert find_processes(data) == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("GETNEWSFAST_PORT", "eighty", 2),
        ("GETNEWSFAST_PORT", "99999", 2),
        ("GETNEWSFAST_WORKERS", "many", 1),
        ("GETNEWSFAST_DEBUG", "perhaps", 1),
        ("DATABASE_URL", "mysql://somewhere", 1),
    ],
)
def test_a_wrong_setting_ends_in_a_sentence_that_names_it(
    tmp_path: Path, name: str, value: str, code: int
) -> None:
    done = run("up", folder=tmp_path, **{name: value})
    assert_one_sentence(done, name, code=code)


def test_a_folder_that_cannot_be_written_ends_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    below = run("up", "--data", file / "data", "--port", find_port(), folder=tmp_path)
    assert_one_sentence(below, "cannot be written", "--data")
    itself = run("up", "--data", file, folder=tmp_path)
    assert_one_sentence(itself, "is a file", code=2)


def test_a_database_that_does_not_answer_ends_in_a_sentence(tmp_path: Path) -> None:
    url = f"postgresql://nobody@127.0.0.1:{find_port()}/nothing"
    done = run("init", folder=tmp_path, DATABASE_URL=url)
    assert_one_sentence(done, "DATABASE_URL")


def test_a_program_that_falls_is_started_again_and_all_end_with_the_supervisor(
    tmp_path: Path,
) -> None:
    """With children of their own, which no one else would end."""
    import threading

    from getnewsfast.system.processes import Supervisor

    marks = tmp_path / "marks"
    words = ["sh", "-c", f"echo $$ >> {marks}; sleep 300 & echo $! >> {marks}; sleep 0.2"]
    supervisor = Supervisor([Program("falling", words)])
    supervisor.start()
    watching = threading.Thread(target=supervisor.watch_over)
    watching.start()
    try:
        wait_until(lambda: marks.exists() and len(marks.read_text().split()) >= 4, seconds=10)
    finally:
        supervisor.stop.set()
        watching.join()
        supervisor.end()
    alive = [pid for pid in marks.read_text().split() if is_running(int(pid))]
    assert alive == []


def is_running(pid: int) -> bool:
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(state) and not state.startswith("Z")


def read_server_pid(data: Path) -> int:
    file = data / "postgres/cluster/postmaster.pid"
    lines = file.read_text().splitlines() if file.exists() else []
    return int(lines[0]) if lines else 0


def test_a_database_killed_alone_is_started_again(data: Path) -> None:
    with Hub(data, "up") as hub:
        hub.wait_until_well()
        killed = read_server_pid(data)
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: read_server_pid(data) not in (0, killed), lambda: hub.said)
        hub.wait_until_well()
        assert hub.read("/")[0] == 200
        assert hub.send(signal.SIGINT) == 0, hub.said
    assert find_processes(data) == []


@pytest.mark.parametrize("name", ["watch", "worker"])
def test_a_process_without_its_database_says_so(tmp_path: Path, name: str) -> None:
    assert_one_sentence(run(name, "--data", tmp_path, folder=tmp_path), "database does not answer")
