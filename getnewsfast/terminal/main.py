"""The commands, in the order an operator meets them."""

from __future__ import annotations

import click

from getnewsfast import __version__
from getnewsfast.terminal import demo, doctor, init, processes, up

EXAMPLES = """
\b
Examples:
  getnewsfast demo                            a hub with an invented news wire, in ./data-demo
  getnewsfast init                            make a real hub in ./data
  getnewsfast up --port 8080                  run it, until Ctrl-C
  getnewsfast up --data /srv/news --port 80   another one beside it
  getnewsfast doctor                          what is wrong, in plain words
"""


@click.group(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="getnewsfast")
def main() -> None:
    """Get News Fast: watches news agencies and publishes each article seconds later."""


for module in (demo, init, up, doctor, processes):
    for command in module.COMMANDS:
        main.add_command(command)
