"""Documents as lines of JSON: ``{"id": …, "text": …}``; what else a document holds is kept."""

from __future__ import annotations

import json
from typing import Any

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _

TEXT = "text"


def read_record(line: str, number: int) -> dict[str, Any]:
    """The document of a line, with its text; GiveUp names the line of what is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GiveUp(_("Line {line} is not JSON: {error}."), line=number, error=error) from error
    if not isinstance(record, dict) or not isinstance(record.get(TEXT), str):
        raise GiveUp(
            _("Line {line} is no document: an object with the key “text”, a string, is wanted."),
            line=number,
        )
    return record


def write_record(record: dict[str, Any]) -> str:
    """One line, in readable letters; escaped where half a surrogate pair would be no UTF-8."""
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(record)
    return line
