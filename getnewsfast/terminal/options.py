"""What the commands share: options, the language of the terminal, failures in plain words."""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from getnewsfast.system.environment import WrongSetting
from getnewsfast.system.failures import Failure

if TYPE_CHECKING:
    from getnewsfast.terminal.hub import Place

TRANSLATIONS = Path(__file__).parent.parent / "locale"
Command = TypeVar("Command", bound=Callable[..., Any])


def speak(message: str, **places: object) -> str:
    """A sentence in the operator's language.

    Not by Django, which takes 0.2 s to start: the commands for texts do without it.
    """
    sentence = _catalogue().gettext(message) if terminal_language() == "fa" else message
    return sentence.format_map(places)


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("django", TRANSLATIONS, ["fa"], fallback=True)


def terminal_language() -> str:
    """Persian where the terminal is set to it, else English."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "fa" if (name or locale.getlocale()[0] or "").startswith("fa") else "en"


def say_line(message: str, **places: object) -> None:
    click.echo(speak(message, **places))


def say_aside(message: str, **places: object) -> None:
    """To the person only: what a command writes may go into a file or to another program."""
    click.echo(speak(message, **places), err=True)


def in_plain_words(command: Command) -> Command:
    """Failures end as one sentence and exit code 1, never as a traceback."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> Any:
        try:
            return command(*args, **options)
        except Failure as failure:
            click.secho(speak(failure.message, **failure.places), fg="red", err=True)
        except WrongSetting as wrong:
            click.secho(str(wrong), fg="red", err=True)
        sys.exit(1)

    return run  # type: ignore[return-value]


def place_options(default_data: str) -> Callable[[Command], Command]:
    """``--data`` and ``--port``, from the command line, else the environment."""

    def decorate(command: Command) -> Command:
        port = click.option(
            "--port",
            envvar="GETNEWSFAST_PORT",
            show_envvar=True,
            default=8000,
            show_default=True,
            type=click.IntRange(1, 65535),
            help="Port of the site.",
        )
        data = click.option(
            "--data",
            envvar="GETNEWSFAST_DATA",
            show_envvar=True,
            default=default_data,
            show_default=True,
            type=click.Path(file_okay=False, path_type=Path),
            help="Folder that holds everything of this hub.",
        )
        return data(port(command))

    return decorate


def enter(data: Path, port: int) -> Place:
    # The hub brings Django and the database driver: only for the commands that enter it.
    from getnewsfast.terminal.hub import Place

    place = Place(data.expanduser().resolve(), port)
    place.enter()
    return place
