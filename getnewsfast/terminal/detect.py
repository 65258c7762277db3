"""``getnewsfast detect``: which language a text is in."""

from __future__ import annotations

import json
from typing import Any

import click

from getnewsfast.terminal.options import in_plain_words
from getnewsfast.terminal.streams import open_output, read_source, text_options


@click.command()
@text_options
@click.option("--lines", is_flag=True, help="Each line is a text by itself.")
@click.option("--json", "as_json", is_flag=True, help="More of it, as JSON.")
@in_plain_words
def detect(**options: Any) -> None:
    """Print the code of the language that FILE, else standard input, is written in.

    The code is «fa», «ar», «ckb» and so on; «mixed» where two languages share the text, «?»
    where it cannot be told.

    \b
    Examples:
      getnewsfast detect article.txt
      getnewsfast detect --lines headlines.txt | sort | uniq --count
      getnewsfast detect --lines --json headlines.txt
    """
    tell = _tell_in_json if options["as_json"] else _tell
    source = read_source(options)
    with open_output(options["output"]) as write:
        if not options["lines"]:
            write(f"{tell(source.read_document())}\n")
            return
        for lines, _end in source.read_lines():
            write("\n".join(map(tell, lines)) + "\n")


def _tell(text: str) -> str:
    from getnewsfast.text import detect

    return detect.detect(text).code or "?"


def _tell_in_json(text: str) -> str:
    from getnewsfast.text import detect

    found = detect.detect(text)
    return json.dumps(
        {
            "language": found.language or None,
            "direction": _tell_direction(found.language, text),
            "is_mixed": found.is_mixed,
        }
    )


def _tell_direction(language: str, text: str) -> str | None:
    """An unknown language has none that could be told from its name; «az» is written both ways."""
    from getnewsfast.text.detect import direction, is_right_to_left

    if language == "az":
        return "rtl" if is_right_to_left(text) else "ltr"
    return direction(language) if language else None
