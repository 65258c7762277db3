"""``getnewsfast up``: run the hub until Ctrl-C."""

from __future__ import annotations

import threading
from pathlib import Path

import click

from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.terminal.hub import (
    Place,
    check_port,
    database,
    list_programs,
    prepare,
    run,
    wait_until_ready,
)
from getnewsfast.terminal.init import set_up
from getnewsfast.terminal.options import enter, in_plain_words, place_options, say_line


@click.command()
@place_options("data")
@in_plain_words
def up(data: Path, port: int) -> None:
    """Run the whole hub: database, site, desk, watch and workers.

    A new folder is made into a hub first, as by «init».

    \b
    Examples:
      getnewsfast up
      getnewsfast up --data /srv/news --port 8080
      GETNEWSFAST_WORKERS=2 DATABASE_URL=postgresql://hub@localhost/news getnewsfast up
    """
    place = enter(data, port)
    check_port(place)
    with database(place) as server:
        prepare(say_line)
        set_up(starter=None, languages="fa")
        run(list_programs(place), server, on_ready=lambda stop: _tell(place, stop))
    say_line(_("Stopped."))


def _tell(place: Place, stop: threading.Event) -> None:
    if wait_until_ready(place, stop):
        tell_addresses(place)
    elif not stop.is_set():
        say_line(_("The site does not answer yet. See what is wrong by: getnewsfast doctor"))


def tell_addresses(place: Place) -> None:
    say_line(_("Site: {url}"), url=f"{place.url}/")
    say_line(_("Desk: {url}"), url=f"{place.url}/desk/")
    say_line(_("Stop by Ctrl-C."))
