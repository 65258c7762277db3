"""``getnewsfast key``, ``dates`` and ``detect``: an answer for each line or text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from getnewsfast.terminal.dates import SENTENCES
from getnewsfast.terminal.main import main
from getnewsfast.text.date_doubts import Why

NOW = ("--now", "2026-11-24T12:00+03:30")


def run(*words: object, text: str | bytes = "", language: str = "C") -> Result:
    done = CliRunner(env={"LC_ALL": language}).invoke(main, [*map(str, words)], text)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done


# ── Keys ─────────────────────────────────────────────────────────────────────────────────────────
def test_spellings_of_one_word_have_one_key() -> None:
    told = run("key", text="كتابهاي\nکتاب\u200cهای\nکتاب های\n").stdout.splitlines()
    assert len(told) == 3
    assert len(set(told)) == 1


def test_an_empty_line_has_an_empty_key() -> None:
    assert run("key", text="۱۲\n\nA").stdout == "12\n\na\n"


def test_keys_go_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "keys"
    assert run("key", "-o", target, text="كتاب").stdout == ""
    assert target.read_text() == "کتاب\n"


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "سه‌شنبه ۷ بهمن ۱۴۰۴ - ۱۱:۳۲",
            ["2026-01-27T08:02:00Z", "۷ بهمن ۱۴۰۴، ۱۱:۳۲", "iranian", "no-zone"],
        ),
        (
            "Tue, 24 Nov 2026 11:30:00 +0330",
            ["2026-11-24T08:00:00Z", "۳ آذر ۱۴۰۵، ۱۱:۳۰", "gregorian", ""],
        ),
        ("۲ ساعت پیش", ["2026-11-24T06:30:00Z", "۳ آذر ۱۴۰۵، ۱۰:۰۰", "", "relative"]),
    ],
)
def test_a_date_is_told_in_both_calendars(text: str, fields: list[str]) -> None:
    done = run("dates", *NOW, text=f"{text}\n")
    assert (done.exit_code, done.stdout.rstrip("\n").split("\t")) == (0, fields)


def test_the_zone_is_that_of_a_date_without_one() -> None:
    told = run("dates", *NOW, "--zone", "UTC", text="۱۴۰۵/۰۹/۰۳ ۱۱:۳۰").stdout
    assert told.startswith("2026-11-24T11:30:00Z\t")


def test_what_is_no_date_says_why_and_the_others_are_read() -> None:
    done = run("dates", *NOW, text="کتاب\n\n۱۴۰۵/۰۹/۰۳\n")
    lines = done.stdout.splitlines()
    assert done.exit_code == 1
    assert lines[0].split("\t") == ["", "", "", str(Why.NO_DAY)]
    assert lines[1] == ""
    assert lines[2].startswith("2026-11-23T20:30:00Z\t")


def test_why_is_told_in_persian_in_a_persian_terminal() -> None:
    told = run("dates", text="کتاب", language="fa_IR.UTF-8").stdout
    assert str(Why.NO_DAY) not in told
    assert "روز" in told


def test_a_program_gets_dates_as_values() -> None:
    told = run("dates", *NOW, "--json", text="۳ آذر ۱۴۰۵\nکتاب").stdout.splitlines()
    first, second = map(json.loads, told)
    assert first["moment"] == "2026-11-23T20:30:00Z"
    assert (first["calendar"], first["has_time"], first["zone_said"]) == ("iranian", False, False)
    assert (second["moment"], second["why"]) == (None, Why.NO_DAY)


@pytest.mark.parametrize(
    "words", [("--zone", "Asia"), ("--zone", "Nowhere"), ("--zone", "../zone"), ("--now", "today")]
)
def test_a_wrong_zone_or_moment_is_told(words: tuple[str, str]) -> None:
    done = run("dates", *words, text="۳ آذر ۱۴۰۵")
    assert (done.exit_code, done.stdout) == (1, "")
    assert words[1] in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_every_reason_of_the_reader_is_marked_for_translation() -> None:
    assert set(SENTENCES) == set(Why)


# ── Languages ────────────────────────────────────────────────────────────────────────────────────
PERSIAN = "این کتاب را در روزهای گذشته خواندم و برای دیگران هم گفتم که چه بود"
ENGLISH = "The book that I have read in the last days was about the sea"


def test_a_text_is_one_document() -> None:
    assert run("detect", text=f"{PERSIAN}\n{PERSIAN}").stdout == "fa\n"


def test_lines_are_told_one_by_one() -> None:
    assert run("detect", "--lines", text=f"{PERSIAN}\n{ENGLISH}\n۱۲").stdout == "fa\nen\n?\n"


def test_a_program_gets_language_and_direction() -> None:
    told = run("detect", "--lines", "--json", text=f"{PERSIAN}\n12").stdout.splitlines()
    assert json.loads(told[0]) == {"language": "fa", "direction": "rtl", "is_mixed": False}
    assert json.loads(told[1]) == {"language": None, "direction": None, "is_mixed": False}


def test_a_text_in_two_languages_is_mixed() -> None:
    assert run("detect", text=f"{PERSIAN}\n{ENGLISH}").stdout == "mixed\n"
