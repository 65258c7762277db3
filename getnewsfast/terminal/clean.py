"""``getnewsfast clean``: a text as a reader should see it, or what would be changed and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

import click

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.terminal.options import in_plain_words, say_aside
from getnewsfast.terminal.streams import open_output, read_source, text_options

if TYPE_CHECKING:
    from getnewsfast.text.rules import Rule

DIGITS: Final = ("as-they-came", "persian", "latin")


@click.command()
@text_options
@click.option("--lines", is_flag=True, help="Each line is a text by itself; without the gate.")
@click.option("--jsonl", is_flag=True, help='Each line is a document: {"id": …, "text": …}.')
@click.option("--explain", is_flag=True, help="Instead of the text, each change and its reason.")
@click.option("--rules", default="", metavar="NAMES", help="Only these, with commas between them.")
@click.option("--without", default="", metavar="NAMES", help="All rules but these.")
@click.option("--list-rules", is_flag=True, help="Print the rules and their reasons, and end.")
@click.option(
    "--digits",
    default=DIGITS[0],
    show_default=True,
    type=click.Choice(DIGITS),
    help="Which digits a number in Persian text is shown in.",
)
@click.option("--language", default="fa", show_default=True, help="Of the text: fa, ar, en …")
@click.option("--keep-going", is_flag=True, help="With --jsonl: pass a wrong line on as it is.")
@in_plain_words
def clean(**options: Any) -> None:
    """Mend a text: half-spaces, letters, spaces, punctuation. Needs no hub and no database.

    FILE, else standard input, is one document in UTF-8. A kind of lost half-spaces that the
    document as a whole does not suffer from is left alone: that is the gate. In explanations
    the half-space is shown as ¦.

    \b
    Examples:
      getnewsfast clean article.txt
      getnewsfast clean article.txt --output article.txt --digits persian
      getnewsfast clean article.txt --explain
      getnewsfast clean --lines headlines.txt > mended.txt
      getnewsfast clean --jsonl --without quotes,dashes articles.jsonl -o mended.jsonl
      getnewsfast clean --list-rules
    """
    if options["list_rules"]:
        _list_rules()
        return
    if options["lines"] and options["jsonl"]:
        raise GiveUp(_("Choose one of --lines and --jsonl."))
    rules = choose_rules(options["rules"], options["without"])
    fault_count = _mend(rules, options)
    if fault_count:
        say_aside(_("{count} lines are no documents; they were passed on."), count=fault_count)
        sys.exit(1)


def choose_rules(only: str, without: str) -> frozenset[Rule]:
    """Those named, less those named; GiveUp for a name that no rule has."""
    from getnewsfast.text.rules import ALL

    chosen = _read_names(only) if only else ALL
    return chosen - _read_names(without)


def _read_names(names: str) -> frozenset[Rule]:
    from getnewsfast.text.rules import Rule

    words = [word.strip().lower() for word in names.split(",") if word.strip()]
    known = {str(rule) for rule in Rule}
    wrong = [word for word in words if word not in known]
    if wrong:
        raise GiveUp(
            _("No rule is called “{name}”. See their names by: getnewsfast clean --list-rules"),
            name=wrong[0],
        )
    return frozenset(map(Rule, words))


def _mend(rules: frozenset[Rule], options: dict[str, Any]) -> int:
    """Mend all that is read; how many lines were no documents."""
    # Imported here: it takes the model's time to load, and «--help» need not wait for it.
    from getnewsfast.terminal.mending import Mending
    from getnewsfast.text.digits import Shown

    mending = Mending(
        is_explained=options["explain"],
        is_patient=options["keep_going"],
        language=options["language"],
        rules=rules,
        gate=not options["lines"],
        digits=Shown[options["digits"].replace("-", "_").upper()],
    )
    source = read_source(options)
    with open_output(options["output"]) as write:
        if options["jsonl"]:
            return mending.take_records(source, write)
        if options["lines"]:
            mending.take_lines(source, write)
        else:
            mending.take_document(source, write)
    return 0


def _list_rules() -> None:
    from getnewsfast.terminal.explanations import tell_reason
    from getnewsfast.text.rules import Rule

    width = max(map(len, Rule))
    for rule in Rule:
        click.echo(f"{rule:<{width}}  {tell_reason(rule)}")
