"""Punctuation and white space as a Persian page sets them. Doing it twice changes nothing more."""

from __future__ import annotations

import re
from typing import Final

from getnewsfast.text.characters import ARABIC, ARABIC_SCRIPT_LANGUAGES, language_of
from getnewsfast.text.quotes import set_guillemets

_LETTER: Final = f"[{ARABIC}]"
_SPACES: Final = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_SPACE_AT_BREAK: Final = re.compile(r" ?\n ?")
_MANY_BREAKS: Final = re.compile(r"\n{3,}")

# Inside an address no character is punctuation.
_ADDRESS: Final = re.compile(
    r"((?:[A-Za-z]{2,10}://|www\.)[^\s«»،؛؟]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255})"
)
_ELLIPSIS: Final = re.compile(r"(?:\.{3}|…)[.…]*")

_QUESTION: Final = re.compile(rf"(?<=[{ARABIC}»)\]])( ?)(\?+)(?![\w=&])")
_COMMA: Final = re.compile(rf"(?<=[{ARABIC}»)\]]) ?,(?= ?(?:[{ARABIC}«(\d]|$))", re.MULTILINE)
_SEMICOLON: Final = re.compile(rf"(?<=[{ARABIC}»)\]]) ?;(?= ?(?:[{ARABIC}«(\d]|$))", re.MULTILINE)

_SPACE_BEFORE: Final = re.compile(
    r" (?=[،؛؟»…)\]])"
    r"| (?=!(?!=)|\.{3})"
    r"| (?=\.(?:[\s»)\]]|$))"
    rf"|(?<={_LETTER}) (?=:{_LETTER})"
    r"|(?<!\d) (?=:(?:\s|$))"
    r"|(?<=\d) (?=:(?: \D|$))"
)
_SPACE_INSIDE: Final = re.compile(r"(?<=[«(\[]) ")
# After a closing «»» an ending may follow at once: «پرسپولیس»ی‌ها.
_ENDING: Final = r"(?:ی|ها|های|هایی|هایش|ام|ات|اش|ای|ست|اند|م|ش)(?![ARABIC])".replace(
    "ARABIC", ARABIC
)
_SPACE_AFTER: Final = re.compile(
    rf"(?<=[؛؟!])(?=[{ARABIC}«(])"
    rf"|(?<=،)(?=[{ARABIC}«(])"
    r"|(?<=[^\d]،)(?=\d)"
    rf"|(?<={_LETTER}…)(?=[{ARABIC}«])"
    rf"|(?<=[{ARABIC}»]:)(?=[{ARABIC}«\d])"
    # Not in «بی.بی.سی» or «ه.ش»: a sentence seldom ends or begins with so short a word.
    rf"|(?<={_LETTER}{_LETTER}{_LETTER}\.)(?={_LETTER}{_LETTER})"
    rf"|(?<=»)(?=[{ARABIC}«])(?!{_ENDING})"
    rf"|(?<=[{ARABIC}\d])(?=«)"
)


def mend_spacing(text: str, *, language: str = "fa") -> str:
    """One space between words, none before «،؛:.!؟»» and one after; paragraphs stay apart.

    For languages in Arabic letters also: ``?`` ``,`` ``;`` after Persian words become «؟» «،» «؛»,
    ``...`` becomes «…»; in Persian ``"سلام"`` becomes «سلام» in guillemets. Numbers, Latin words
    and addresses keep their punctuation. At most one empty line is left between paragraphs.
    """
    language = language_of(language)
    text = _mend_white_space(text)
    if language not in ARABIC_SCRIPT_LANGUAGES:
        return text
    pieces = _ADDRESS.split(text) if _may_hold_address(text) else [text]
    for place in range(0, len(pieces), 2):
        pieces[place] = _mend_marks(pieces[place], is_persian=language == "fa")
    return _mend_white_space("".join(pieces))


def _mend_white_space(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SPACES.sub(" ", text)
    if "\n" in text:
        text = _MANY_BREAKS.sub("\n\n", _SPACE_AT_BREAK.sub("\n", text))
    return text.strip()


def _may_hold_address(text: str) -> bool:
    return "://" in text or "www." in text or "@" in text


def _mend_marks(text: str, *, is_persian: bool) -> str:
    text = _close_up(text)
    if "..." in text or "…" in text:
        text = _ELLIPSIS.sub("…", text)
    if is_persian:
        text = _close_up(set_guillemets(text))
    if "?" in text:
        text = _QUESTION.sub(lambda match: "؟" * len(match[2]), text)
    text = _COMMA.sub("،", text)
    text = _SEMICOLON.sub("؛", text)
    return _SPACE_AFTER.sub(" ", text)


def _close_up(text: str) -> str:
    return _SPACE_INSIDE.sub("", _SPACE_BEFORE.sub("", text))
