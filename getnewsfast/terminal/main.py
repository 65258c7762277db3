"""The commands, in the order an operator meets them."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Final

import click

EXAMPLES: Final = """
\b
Examples:
  getnewsfast demo                            a hub with an invented news wire, in ./data-demo
  getnewsfast init                            make a real hub in ./data
  getnewsfast up --port 8080                  run it, until Ctrl-C
  getnewsfast up --data /srv/news --port 80   another one beside it
  getnewsfast doctor                          what is wrong, in plain words
  getnewsfast clean article.txt               mend a Persian text; needs no hub
"""
# Each command and the module that has it, under the command's own name.
MODULES: Final = {
    "demo": "demo",
    "init": "init",
    "up": "up",
    "doctor": "doctor",
    "watch": "processes",
    "worker": "processes",
    "clean": "clean",
    "key": "key",
    "dates": "dates",
    "detect": "detect",
}


class LateCommands(MutableMapping[str, click.Command]):
    """Commands whose modules are imported when they are asked for.

    ``clean`` answers in a tenth of a second; Django alone, which it does not need, takes two.
    """

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules
        self._added: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._added:
            module = import_module(f"getnewsfast.terminal.{self._modules[name]}")
            self._added[name] = getattr(module, name)
        return self._added[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._added[name] = command

    def __delitem__(self, name: str) -> None:
        del self._modules[name]
        self._added.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules | self._added)

    def __len__(self) -> int:
        return len(self._modules | self._added)


def _tell_version(context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from getnewsfast import __version__

        click.echo(f"getnewsfast, version {__version__}")
        context.exit()


@click.group(
    commands=LateCommands(MODULES),
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Get News Fast: watches news agencies and publishes each article seconds later."""
