"""``getnewsfast dates``: the moments that lines of text name, and what is doubtful about them."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import click

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.terminal.options import in_plain_words, speak
from getnewsfast.terminal.streams import open_output, read_source, text_options

if TYPE_CHECKING:
    from getnewsfast.text.dates import Reading

# The reader's own sentences, marked for translation.
SENTENCES: Final = (
    _("The text is empty."),
    _("The text is longer than 200 characters: it is no date."),
    _("The text names no day."),
    _("There is no such day in this month."),
    _("There is no such month."),
    _("There is no such time of day."),
    _("The month is of one calendar, the year of another."),
    _("A year of two digits among mere numbers could be any of them."),
    _("The moment lies outside the years 1 to 9999."),
)


@click.command()
@text_options
@click.option("--zone", default="Asia/Tehran", show_default=True, help="Of dates that name none.")
@click.option("--now", default="", help="ISO 8601; what «two hours ago» is counted from.")
@click.option("--json", "as_json", is_flag=True, help="An object for each line instead.")
@in_plain_words
def dates(**options: Any) -> None:
    """Read the date in each line: any calendar, language and digits that agencies write.

    Out come, with tabs between: the moment in UTC, the Iranian date, the calendar that was
    written, and what is doubtful or why nothing was read. Exit code 1 where a line was not read.

    \b
    Examples:
      echo "سه‌شنبه ۷ بهمن ۱۴۰۴ - ۱۱:۳۲" | getnewsfast dates
      getnewsfast dates --json --zone Asia/Kabul dates.txt
      echo "۲ ساعت پیش" | getnewsfast dates --now 2026-11-24T12:00+03:30
    """
    zone = _read_zone(options["zone"])
    now = _read_now(options["now"], zone)
    unread_count = 0
    with open_output(options["output"]) as write:
        for lines, _end in read_source(options).read_lines():
            told = []
            for line in lines:
                answer, is_read = _answer(line, now, zone, as_json=options["as_json"])
                unread_count += not is_read
                told.append(answer)
            write("\n".join(told) + "\n")
    if unread_count:
        sys.exit(1)


def _read_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    # OSError: «Asia» is a folder of zones.
    except (KeyError, ValueError, OSError) as error:
        raise GiveUp(
            _("No time zone is called “{name}”. Try Asia/Tehran or UTC."), name=name
        ) from error


def _read_now(text: str, zone: ZoneInfo) -> datetime:
    if not text:
        return datetime.now(UTC)
    try:
        now = datetime.fromisoformat(text)
    except ValueError as error:
        raise GiveUp(
            _("“{text}” is no moment in ISO 8601. Write it as in 2026-11-24T12:00+03:30."),
            text=text,
        ) from error
    return now if now.tzinfo else now.replace(tzinfo=zone)


def _answer(line: str, now: datetime, zone: ZoneInfo, *, as_json: bool) -> tuple[str, bool]:
    """The answer, and whether it is a good one; an empty line asks nothing."""
    from getnewsfast.text.dates import read_moment

    if not line.strip():
        return "", True
    reading = read_moment(line, now=now, zone=zone)
    told = _list_values(reading, zone) if as_json else _list_fields(reading, zone)
    answer = json.dumps(told, ensure_ascii=False) if isinstance(told, dict) else "\t".join(told)
    return answer, reading.moment is not None


def _list_fields(reading: Reading, zone: ZoneInfo) -> list[str]:
    doubts = ", ".join(reading.doubts)
    why = speak(reading.why) if reading.why else ""
    note = " ".join(filter(None, (why, f"({doubts})" if why and doubts else doubts)))
    return [_tell_utc(reading) or "", _tell_iranian(reading, zone), reading.calendar or "", note]


def _list_values(reading: Reading, zone: ZoneInfo) -> dict[str, object]:
    return {
        "moment": _tell_utc(reading),
        "iranian": _tell_iranian(reading, zone) or None,
        "calendar": reading.calendar,
        "has_time": reading.has_time,
        "zone_said": reading.zone_said,
        "doubts": list(reading.doubts),
        "why": speak(reading.why) if reading.why else None,
    }


def _tell_utc(reading: Reading) -> str | None:
    if reading.moment is None:
        return None
    return reading.moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _tell_iranian(reading: Reading, zone: ZoneInfo) -> str:
    from getnewsfast.text.dates import iranian_date, iranian_datetime

    if reading.moment is None:
        return ""
    try:
        return (iranian_datetime if reading.has_time else iranian_date)(reading.moment, zone=zone)
    except ValueError:  # before 622, where that calendar begins
        return ""
