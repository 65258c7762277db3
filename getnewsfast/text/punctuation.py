"""Punctuation as a Persian page sets it. Doing it twice changes nothing more."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from getnewsfast.text.characters import (
    ARABIC,
    ARABIC_SCRIPT_LANGUAGES,
    COVER_ARABIC,
    COVER_TAG,
    language_of,
)
from getnewsfast.text.covers import cover_foreign, cover_tags
from getnewsfast.text.edits import Group, Search, Swap, run_groups
from getnewsfast.text.quotation_marks import SIGNS, find_angled, find_marks, find_turned
from getnewsfast.text.rules import Rule
from getnewsfast.text.white_space import LINE_BREAK_STEP, ODD_SPACE_STEP, WHITE_SPACE_STEPS

# What a word may begin or end with: a letter, a word quoted in Arabic, a hashtag.
_WORD: Final = f"{ARABIC}{COVER_ARABIC}{COVER_TAG}"
_LETTER: Final = f"[{_WORD}]"

_ELLIPSIS: Final = re.compile(r"(?:\.{3}|…)[.…]*")
_QUESTION: Final = re.compile(rf"(?<=[{_WORD}»)\]])( ?)(\?+)(?![\w=&])")
# After a hashtag no number follows: «#۱,۲۵۰» is none of ours.
_BEFORE_MARK, _BEFORE_NUMBER = f"[{_WORD}»)\\]]", f"[{ARABIC}{COVER_ARABIC}»)\\]]"
_COMMA: Final = re.compile(
    rf"(?<={_BEFORE_MARK}) ?,(?= ?(?:[{_WORD}«(]|$))|(?<={_BEFORE_NUMBER}) ?,(?= ?\d)",
    re.MULTILINE,
)
_SEMICOLON: Final = re.compile(_COMMA.pattern.replace(",", ";"), re.MULTILINE)
_DASH: Final = re.compile(rf"(?<=[{_WORD}»)]) --? (?=[{_WORD}«(])")

# Each begins with a character to look for, and only then looks around: three times as fast.
_SPACE_INSIDE: Final = re.compile(r" (?=[»)\]])| (?<=[«(\[] )")
_SPACE_BEFORE: Final = re.compile(
    r" (?=[،؛؟…!.:])(?:"
    r"(?=[،؛؟…])|(?=!(?!=)|\.{3})|(?=\.(?:[\s»)\]]|$))"
    rf"|(?<={_LETTER} )(?=:{_LETTER})|(?<!\d )(?=:(?:\s|$))|(?<=\d )(?=:(?: \D|$)))"
)
# After a closing «»» an ending may follow at once: «پرسپولیس»ی‌ها.
_ENDING: Final = f"(?:ی|ها|های|هایی|هایش|ام|ات|اش|ای|ست|اند|م|ش)(?![{ARABIC}])"
_SPACE_AFTER: Final = re.compile(
    r"[،؛؟!…:.](?:"
    rf"(?<=[؛؟!،])(?=[{_WORD}«(])"
    r"|(?<=[^\d]،)(?=\d)"
    rf"|(?<={_LETTER}…)(?=[{_WORD}«])"
    rf"|(?<=[{_WORD}»]:)(?=[{_WORD}«\d])"
    # Not in «بی.بی.سی» or «ه.ش»: a sentence seldom ends or begins with so short a word.
    rf"|(?<={_LETTER}{_LETTER}{_LETTER}\.)(?={_LETTER}{_LETTER}))"
)
_AFTER_QUOTE: Final = re.compile(rf"»(?=[{_WORD}«])(?!{_ENDING})")
_BEFORE_QUOTE: Final = re.compile(rf"«(?<=[{_WORD}\d]«)")
# «کتاب(ها)», «امام(ع)», «(الف)» are one word; «تهران(پایتخت)» is two.
_PART: Final = f"(?:ها|های|هایی|ان|یان|گان|ات|ین|ون|تر|ترین)(?![{ARABIC}])"
_BEFORE_BRACKET: Final = re.compile(
    rf"\((?<=[{_WORD}]\()(?=[{ARABIC}][{ARABIC}\u200c ]{{2}})(?!{_PART})"
)
_AFTER_BRACKET: Final = re.compile(rf"\)(?=[{_WORD}])(?!{_ENDING})")


def _shorten_dots(match: re.Match[str]) -> str:
    """After a Latin word three dots may belong to it: ``print...``."""
    before = match.string[match.start() - 1 : match.start()]
    return match[0] if before.isalpha() and before < "\u0590" else "…"


_CLOSE_UP: Final = Group(
    (
        Swap(
            Rule.MARK_SPACING,
            _SPACE_BEFORE,
            "",
            (" ،", " ؛", " ؟", " …", " !", " .", " :"),
        ),
        Swap(Rule.BRACKETS, _SPACE_INSIDE, "", ("« ", " »", "( ", " )", "[ ", " ]")),
    ),
    re.compile(r" [،؛؟…!.:»)\]]|[«(\[] "),
)
_QUOTES: Final = Group(
    (
        Search(Rule.QUOTES, find_angled, ("<<",)),
        Search(Rule.QUOTES, find_marks, SIGNS),
    )
)
# Before spaces are closed up: which way a guillemet opens is seen by the space beside it.
_TURNED: Final = Group((Search(Rule.QUOTES, find_turned, ("»",)),))
_MARKS: Final = Group(
    (
        Swap(Rule.PERSIAN_MARKS, _QUESTION, lambda match: "؟" * len(match[2]), ("?",)),
        Swap(Rule.PERSIAN_MARKS, _COMMA, "،", (",",)),
        Swap(Rule.PERSIAN_MARKS, _SEMICOLON, "؛", (";",)),
        Swap(Rule.MARK_SPACING, _SPACE_AFTER, r"\g<0> "),
        Swap(Rule.BRACKETS, _AFTER_QUOTE, "» ", ("»",)),
        Swap(Rule.BRACKETS, _BEFORE_QUOTE, " «", ("«",)),
        Swap(Rule.BRACKETS, _BEFORE_BRACKET, " (", ("(",)),
        Swap(Rule.BRACKETS, _AFTER_BRACKET, ") ", (")",)),
    )
)
_ELLIPSES: Final = Group((Swap(Rule.ELLIPSIS, _ELLIPSIS, _shorten_dots, ("...", "…")),))
_DASHES: Final = Group((Swap(Rule.DASHES, _DASH, " – ", (" - ", " -- ")),))
_WHITE_SPACE: Final = Group(WHITE_SPACE_STEPS)
_ODD_SPACES: Final = Group((LINE_BREAK_STEP, ODD_SPACE_STEP))


@cache
def marks(language: str) -> tuple[Group, ...]:
    """The steps that set the marks of a language; none for those in other letters."""
    if language not in ARABIC_SCRIPT_LANGUAGES:
        return ()
    if language != "fa":
        return (_CLOSE_UP, _ELLIPSES, _CLOSE_UP, _MARKS)
    return (_TURNED, _CLOSE_UP, _ELLIPSES, _QUOTES, _CLOSE_UP, _MARKS, _DASHES)


def mend_punctuation(text: str, *, language: str = "fa") -> str:
    """One space between words, none before «،؛:.!؟»» and one after; paragraphs stay apart.

    For languages in Arabic letters also: ``?`` ``,`` ``;`` after Persian words become «؟» «،» «؛»,
    ``...`` becomes «…»; in Persian ``"سلام"`` becomes «سلام» in guillemets, and a spaced hyphen a
    dash. Numbers, Latin words, addresses and hashtags keep their punctuation. At most one empty
    line is left between paragraphs.
    """
    language = language_of(language)
    text = run_groups((_ODD_SPACES, _WHITE_SPACE), text)
    covered = cover_tags(cover_foreign(text, is_persian=language == "fa"))
    return covered.uncover(run_groups(marks(language), covered.text))
