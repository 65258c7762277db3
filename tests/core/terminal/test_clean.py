"""``getnewsfast clean``: documents, lines and lines of JSON, and what is said of wrong ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from getnewsfast.system.failures import GiveUp
from getnewsfast.terminal.clean import choose_rules
from getnewsfast.terminal.explanations import show
from getnewsfast.terminal.main import main
from getnewsfast.terminal.mending import Mending
from getnewsfast.text.normalise import display
from getnewsfast.text.rules import ALL, REASONS, Rule

WRONG, RIGHT = "كتاب ، كهن", "کتاب، کهن"


def clean(*words: object, text: str | bytes = "", language: str = "C") -> Result:
    done = CliRunner(env={"LC_ALL": language}).invoke(main, ["clean", *map(str, words)], text)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done


def in_utf8(done: Result) -> str:
    """What went to standard output, with its line ends as they are."""
    return done.stdout_bytes.decode()


# ── A document ───────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\r\n"])
def test_a_document_keeps_its_end(end: str) -> None:
    assert in_utf8(clean(text=WRONG + end)) == RIGHT + end


def test_paragraphs_and_line_ends_of_windows_are_kept() -> None:
    assert in_utf8(clean(text=f"{WRONG}\r\n\r\n{WRONG}\r\n")) == f"{RIGHT}\r\n\r\n{RIGHT}\r\n"


@pytest.mark.parametrize("text", ["", "\n", "سلام\n"])
def test_what_is_in_order_stays(text: str) -> None:
    assert in_utf8(clean(text=text)) == text


@pytest.mark.parametrize(
    ("digits", "shown"), [("as-they-came", "1405"), ("persian", "۱۴۰۵"), ("latin", "1405")]
)
def test_digits_are_shown_as_wished(digits: str, shown: str) -> None:
    assert in_utf8(clean("--digits", digits, text="در سال 1405 بود")) == f"در سال {shown} بود"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    assert in_utf8(clean(text=f"{mark}{WRONG}".encode(encoding))) == RIGHT


def test_an_older_encoding_is_named() -> None:
    body = WRONG.replace(" ، ", " ").encode("cp1256")
    assert in_utf8(clean("--encoding", "windows-1256", text=body)) == "کتاب کهن"


def test_a_file_is_read_and_another_written(tmp_path: Path) -> None:
    file, other = tmp_path / "متن.txt", tmp_path / "mended.txt"
    file.write_text(WRONG)
    done = clean(file, "--output", other)
    assert (done.output, other.read_text(), file.read_text()) == ("", RIGHT, WRONG)


def test_a_file_is_mended_in_its_place_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text(WRONG)
    file.chmod(0o640)
    assert clean(file, "-o", file).exit_code == 0
    assert file.read_text() == RIGHT
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_that_is_written_to_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "text", tmp_path / "link"
    file.write_text(WRONG)
    link.symlink_to(file)
    assert clean(link, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert file.read_text() == RIGHT


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("", ""),
        ("\n", "\n"),
        (f"{WRONG}\n\n{WRONG}", f"{RIGHT}\n\n{RIGHT}"),
        (f"{WRONG}\r\nسلام\r\n", f"{RIGHT}\r\nسلام\r\n"),
        ("یک\u2028دو\n", "یک دو\n"),
        ("یک\vدو\x85سه\n", None),
    ],
)
def test_as_many_lines_come_out_as_went_in(text: str, mended: str | None) -> None:
    shown = in_utf8(clean("--lines", text=text))
    assert shown.count("\n") == text.count("\n")
    assert mended is None or shown == mended


LETTERS = st.text(
    st.sampled_from("كتاب ،می\u200cهای\u2028\r\t\x0b\u2029\x85\u200f«»۱2."), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LETTERS.filter(lambda line: "\n" not in line), max_size=6))
def test_no_line_is_parted_or_joined(lines: list[str]) -> None:
    wish = {"is_explained": False, "is_patient": False, "gate": False}
    written: list[str] = []

    class Lines:
        def read_lines(self) -> Any:
            for line in lines:
                yield [line], "\n"

    Mending(**wish).take_lines(Lines(), written.append)  # type: ignore[arg-type]
    assert len(written) == len(lines)
    assert all(line.count("\n") == 1 and line.endswith("\n") for line in written)


def test_lines_longer_than_a_block_are_whole() -> None:
    long = "سلام دنیا " * 20_000 + "پایان"
    assert in_utf8(clean("--lines", text=f"{long}\n{long}")) == f"{long}\n{long}"


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────
def test_a_record_keeps_its_keys_in_their_order() -> None:
    line = json.dumps({"id": "۱", "text": WRONG, "more": {"كتاب": [1, None]}}, ensure_ascii=False)
    assert in_utf8(clean("--jsonl", text=f"{line}\n\n{line}\n")) == (
        line.replace(WRONG, RIGHT) + "\n\n" + line.replace(WRONG, RIGHT) + "\n"
    )


def test_half_a_surrogate_pair_makes_no_wrong_utf8() -> None:
    shown = in_utf8(clean("--jsonl", text='{"id": "\\ud800", "text": "a\\udfffb"}\n'))
    assert json.loads(shown)["id"] == "\ud800"


@pytest.mark.parametrize(
    "line", ["{", "[]", '"text"', "{}", '{"text": 1}', '{"text": null}', "[" * 100_000]
)
def test_a_line_that_is_no_document_is_named(line: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("before")
    done = clean("--jsonl", "-o", target, text=f'{{"text": "a"}}\n{line}\n')
    assert done.exit_code == 1
    assert "Line 2 " in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_wrong_lines_are_passed_on_where_that_is_wished() -> None:
    done = clean("--jsonl", "--keep-going", text=f'{{"text": 1}}\n{{"text": "{WRONG}"}}\n')
    assert done.exit_code == 1
    assert in_utf8(done) == f'{{"text": 1}}\n{{"text": "{RIGHT}"}}\n'
    assert "Line 1 " in done.stderr


# ── Explanations ─────────────────────────────────────────────────────────────────────────────────
def test_each_change_is_told_with_place_rule_words_and_reason() -> None:
    lines = in_utf8(clean("--explain", text="یک\nدو كتاب\n")).splitlines()
    place, rule, words, reason = lines[0].split("\t")
    assert (place, rule, words) == ("2:4", "arabic-letters", "«كتاب» → «کتاب»")
    assert reason == REASONS[Rule.ARABIC_LETTERS].english
    assert len(lines) == 1


def test_reasons_are_persian_in_a_persian_terminal() -> None:
    done = clean("--explain", text="كتاب", language="fa_IR.UTF-8")
    assert REASONS[Rule.ARABIC_LETTERS].persian in in_utf8(done)


def test_lines_are_explained_by_their_numbers() -> None:
    told = in_utf8(clean("--explain", "--lines", text="سلام\nكتاب\nسلام\nكهن"))
    assert [line.split("\t")[0] for line in told.splitlines()] == ["2:1", "4:1"]


def test_a_program_gets_the_changes_as_values() -> None:
    record = json.loads(in_utf8(clean("--jsonl", "--explain", text='{"id": 7, "text": "دو كتاب"}')))
    assert (record["id"], record["text"]) == (7, "دو کتاب")
    (change,) = record["changes"]
    assert (change["rule"], change["start"], change["end"]) == ("arabic-letters", 3, 4)
    assert (change["before"], change["after"], change["column"]) == ("ك", "ک", 4)


def test_what_nobody_sees_is_shown() -> None:
    assert show("می\u200cشود\u200f\n\t\x07") == "می¦شود[U+200F]⏎⇥[U+0007]"


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("only", "without", "chosen"),
    [
        ("", "", ALL),
        ("quotes", "", {Rule.QUOTES}),
        (" Quotes, dashes ,", "dashes", {Rule.QUOTES}),
        ("", "quotes", ALL - {Rule.QUOTES}),
    ],
)
def test_rules_are_chosen_by_name(only: str, without: str, chosen: frozenset[Rule]) -> None:
    assert choose_rules(only, without) == chosen


def test_only_the_chosen_rules_run() -> None:
    assert in_utf8(clean("--rules", "arabic-letters", text=WRONG)) == "کتاب ، کهن"
    assert in_utf8(clean("--without", "arabic-letters", text="كتاب")) == "كتاب"


def test_a_rule_that_is_none_is_told() -> None:
    with pytest.raises(GiveUp, match="no-such"):
        choose_rules("quotes,no-such", "")
    done = clean("--rules", "no-such")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "--list-rules" in done.stderr


@pytest.mark.parametrize("language", ["C", "fa_IR"])
def test_the_rules_are_listed_with_their_reasons(language: str) -> None:
    listed = clean("--list-rules", language=language).stdout.splitlines()
    assert [line.split()[0] for line in listed] == [str(rule) for rule in Rule]
    reason = REASONS[Rule.HALF_SPACES]
    assert (reason.persian if language == "fa_IR" else reason.english) in listed[-1]


# ── What goes wrong ──────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b"abc\xff", 4),
        ("ب".encode() * 40_000 + b"\xd8", 80_001),
        ("س".encode() * 70_000 + b"\xff", 140_001),
        (b"\xef\xbb\xbfa\xff", 5),
        (b"\xff\xfea\x00b", 5),
    ],
)
def test_a_byte_that_is_no_text_is_told_with_its_place(body: bytes, place: int) -> None:
    done = clean(text=body)
    assert done.exit_code == 1
    assert f"Byte {place} of standard input" in done.stderr
    assert "--encoding" in done.stderr


def test_what_is_wrong_is_told_in_persian_in_a_persian_terminal() -> None:
    assert "از ورودی استاندارد" in clean(text=b"\xff", language="fa_IR.UTF-8").stderr


@pytest.mark.parametrize("name", ["no-such", "hex", "rot13", ""])
def test_an_unknown_encoding_is_told(name: str) -> None:
    done = clean("--encoding", name, text="a")
    assert (done.exit_code, name in done.stderr) == ((1, True) if name else (0, True))


def test_files_that_cannot_be_read_or_written_are_told(tmp_path: Path) -> None:
    assert "No such file" in clean(tmp_path / "none").stderr
    assert clean(tmp_path).exit_code == 1
    done = clean("-o", tmp_path / "none" / "out", text=WRONG)
    assert (done.exit_code, "cannot be written" in done.stderr) == (1, True)


def test_two_ways_to_read_exclude_each_other() -> None:
    assert clean("--lines", "--jsonl").exit_code == 1


def test_a_text_of_any_kind_gives_what_the_display_form_is() -> None:
    for text in ("\u202e" * 50 + "سلام", "\x00\x01", "ا" * 5_000, "😀👩\u200d⚕️ می شود"):
        assert in_utf8(clean(text=text)) == display(text, "fa")


def test_every_command_is_listed() -> None:
    names = main.list_commands(click.Context(main))
    assert {"clean", "key", "dates", "detect", "demo", "worker"} <= set(names)
    for name in names:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        assert command.name == name
