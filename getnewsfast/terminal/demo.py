"""``getnewsfast demo``: the whole hub with an invented news wire of its own."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import click

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.processes import Program
from getnewsfast.terminal.hub import (
    Place,
    check_port,
    database,
    list_programs,
    prepare,
    read_health,
    run,
    wait_until_ready,
)
from getnewsfast.terminal.init import tell_password
from getnewsfast.terminal.options import enter, in_plain_words, place_options, say_line
from getnewsfast.terminal.up import tell_addresses

WIRE_SECONDS = 20.0
FIRST_ARTICLES_SECONDS = 120.0


@click.command()
@place_options("data-demo")
@click.option(
    "--every", default=4.0, show_default=True, help="Seconds between the wire's articles."
)
@in_plain_words
def demo(data: Path, port: int, every: float) -> None:
    """Run a hub on an invented news wire: five agencies, some sixty articles.

    \b
    Examples:
      getnewsfast demo
      getnewsfast demo --port 8100 --data /tmp/news-demo --every 2
    """
    place = enter(data, port)
    check_port(place)
    wire_port = _find_port(place)
    with database(place) as server:
        prepare(say_line)
        from getnewsfast.terminal.furnish import add_demo_rule, ensure_administrator, furnish

        furnish()
        add_demo_rule()
        password = ensure_administrator()
        programs = list_programs(place, [_wire_program(place, wire_port, every)])
        run(programs, server, on_ready=lambda stop: _tell(place, wire_port, password, stop))
    say_line(_("Stopped."))


def _wire_program(place: Place, wire_port: int, every: float) -> Program:
    command = [sys.executable, "-m", "getnewsfast.terminal.demowire"]
    options = ["--port", str(wire_port), "--every", str(every)]
    state = ["--state", str(place.data / "wire.json")]
    return Program("demo wire", [*command, *options, *state], is_quiet=True)


def _find_port(place: Place) -> int:
    """The wire keeps its port over restarts, since its articles' addresses hold it."""
    memory = place.data / "wire_port"
    port = int(memory.read_text()) if memory.exists() else _free_port()
    if memory.exists() and not _is_free(port):
        raise GiveUp(
            _("The demo wire's port {port} is taken. Stop the other demo or remove {file}."),
            port=port,
            file=memory,
        )
    memory.write_text(str(port))
    return port


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _tell(place: Place, wire_port: int, password: str, stop: threading.Event) -> None:
    from getnewsfast.terminal.furnish import add_demo_sources

    agencies = _read_catalogue(wire_port, stop)
    if agencies:
        add_demo_sources(agencies)
    if not wait_until_ready(place, stop):
        if not stop.is_set():
            say_line(_("The site does not answer yet. See what is wrong by: getnewsfast doctor"))
        return
    _show_progress(place, stop)
    tell_password(password)
    tell_addresses(place)


def _read_catalogue(wire_port: int, stop: threading.Event) -> list[dict[str, Any]]:
    deadline = time.monotonic() + WIRE_SECONDS
    while time.monotonic() < deadline and not stop.is_set():
        try:
            url = f"http://127.0.0.1:{wire_port}/wire.json"
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
                return list(json.load(answer)["agencies"])
        except (OSError, urllib.error.URLError):
            stop.wait(0.2)
    say_line(_("The demo wire does not answer on port {port}."), port=wire_port)
    return []


def _show_progress(place: Place, stop: threading.Event) -> None:
    """Until the first articles stand on the site, how far the line is."""
    deadline = time.monotonic() + FIRST_ARTICLES_SECONDS
    told = -1
    while time.monotonic() < deadline and not stop.is_set():
        count = int(str(read_health(place).get("published_count", 0)))
        if count != told:
            say_line(_("Articles on the site: {count}"), count=count)
            told = count
        if count >= 5:
            return
        stop.wait(1.0)
