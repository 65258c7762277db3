"""``getnewsfast init``: make a hub, with everything it can find out by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from getnewsfast.collect.starter import choose_languages, read_starter_list
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.terminal.hub import database, prepare
from getnewsfast.terminal.options import enter, in_plain_words, place_options, say_line, speak


@click.command()
@place_options("data")
@click.option(
    "--starter/--no-starter",
    default=None,
    help="Add the starter list of real sources; asked where a person can answer.",
)
@click.option(
    "--languages", default="fa", show_default=True, help="Of the starter list: fa,en,ar,tg; or all."
)
@in_plain_words
def init(data: Path, port: int, starter: bool | None, languages: str) -> None:
    """Make the hub's folder, secret, database, sections and first administrator.

    Running it again adds what is missing and changes nothing else.

    \b
    Examples:
      getnewsfast init
      getnewsfast init --data /srv/news --starter --languages fa,en
    """
    place = enter(data, port)
    with database(place):
        prepare(say_line)
        set_up(starter=starter, languages=languages)
    say_line(_("Ready. Run it by: getnewsfast up --data {data}"), data=place.data)


def set_up(*, starter: bool | None, languages: str) -> None:
    """Furnish the hub, offer the starter list once, and print the administrator's password once."""
    from getnewsfast.collect.models import Source
    from getnewsfast.terminal.furnish import add_starter_sources, ensure_administrator, furnish

    furnish()
    if starter or (starter is None and not Source.objects.exists() and _agree(languages)):
        wanted = set() if languages == "all" else set(languages.split(","))
        feeds = choose_languages(read_starter_list(), wanted)
        source_count, feed_count = add_starter_sources(feeds)
        say_line(
            _("Added {sources} sources with {feeds} feeds from the starter list."),
            sources=source_count,
            feeds=feed_count,
        )
    tell_password(ensure_administrator())


def _agree(languages: str) -> bool:
    if not sys.stdin.isatty():
        return True
    question = _("Add the starter list of real sources ({languages})? They wait for your approval.")
    return click.confirm(speak(question, languages=languages), default=True)


def tell_password(password: str) -> None:
    if password:
        say_line(
            _("First administrator: admin   password: {password}   (shown this once)"),
            password=password,
        )
