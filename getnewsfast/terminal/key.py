"""``getnewsfast key``: what is compared when texts are searched and told apart."""

from __future__ import annotations

from typing import Any

import click

from getnewsfast.terminal.options import in_plain_words
from getnewsfast.terminal.streams import open_output, read_source, text_options


@click.command()
@text_options
@in_plain_words
def key(**options: Any) -> None:
    """Print the comparison key of each line. Lines with one key are one to search and rules.

    Letters, digits, half-spaces, vowel signs and case are folded: «مي‌روم» and «می روم» are one.

    \b
    Examples:
      echo «كتابهاي ما» | getnewsfast key
      getnewsfast key headlines.txt | sort | uniq --repeated
    """
    from getnewsfast.text import normalise

    fold = normalise.key
    with open_output(options["output"]) as write:
        for lines, _end in read_source(options).read_lines():
            write("\n".join(map(fold, lines)) + "\n")
