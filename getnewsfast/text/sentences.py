"""Where sentences end: «.» also stands in numbers, initials, abbreviations and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from getnewsfast.text.characters import ARABIC

_CLOSERS: Final = "»”’\"')\\]}›"
_END: Final = re.compile(
    f"(?P<marks>[.!?؟…۔]+)(?P<closers>[{_CLOSERS}]*)(?P<after>\\s*)|(?P<line>[\n\u2028\u2029]\\s*)"
)
_ADDRESS: Final = re.compile(r"(?:[A-Za-z]{2,10}://|www\.)[^\s«»،؛؟]+")
_ADDRESS_SIGNS: Final = ("://", "www.")
_ARABIC_LETTER: Final = re.compile(f"[{ARABIC}]")
_LAST_WORD: Final = re.compile(r"[\w\u200c]+$")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What stands before a «.» that ends no sentence; single letters («ا. ش.», «J.») need no list.
_SHORTENED: Final = _set(
    "mr mrs ms dr prof st vs etc no vol inc ltd co corp gen sen rep gov lt col jr sr fig al"
    " رک صص هق هش قم"
)
# After a question or a shout in quotes, and after «…», these go on with the sentence.
_GOES_ON: Final = _set(
    "و که را تا یا اما ولی گفت گفته می‌گوید پرسید پرسیده می‌پرسد نوشت نوشته است بود شد"
)
_NEXT_WORD: Final = re.compile(r"[\w\u200c]+|[^\s\w]")
# The longest word that is looked at before a «.»; keeps a text without spaces linear.
_REACH: Final = 24


def sentences(text: str) -> tuple[str, ...]:
    """«او آمد. ساعت ۱۲.۵ بود!» is ``('او آمد.', 'ساعت ۱۲.۵ بود!')``."""
    return tuple(text[start:end] for start, end in sentence_spans(text))


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence in code points; between them there is only white space.

    «.», «؟», «!» and «…» end one, with the closing quote after them, and each line ends one. Not
    the «.» of a number, an initial («ا. ش.»), an abbreviation, an address or a list's «۱.»; nor a
    mark in brackets amid a sentence, nor a quoted «برو!» where «و» or «گفت» follows.
    """
    return tuple(_find_spans(text))


def _find_spans(text: str) -> Iterator[tuple[int, int]]:
    addresses = _find_addresses(text)
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        if match.start() < start or match.start() in addresses:
            continue
        if match["line"] is not None:
            end = start + len(text[start : match.start()].rstrip())
        elif _ends_sentence(text, start, match):
            end = match.end("closers")
        else:
            continue
        if end > start:
            yield start, end
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _find_addresses(text: str) -> frozenset[int]:
    """The places inside addresses, without the punctuation that ends them."""
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return frozenset()
    places: set[int] = set()
    for match in _ADDRESS.finditer(text):
        places.update(range(match.start(), match.start() + len(match.group().rstrip(".!?…)"))))
    return frozenset(places)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    marks, closers, place = match["marks"], match["closers"], match.end()
    if place == len(text) or "\n" in match["after"]:
        return True
    if not match["after"]:
        return _ends_without_space(text, match)
    following = _NEXT_WORD.match(text, place)
    word = following.group() if following else ""
    if word in "،؛,;:":
        return False
    if set(closers) & set(")]}"):
        return text[start] in "([{" and not _goes_on(word)
    if marks == ".":
        return not _is_shortened(text, start, match.start())
    if closers or "…" in marks or ".." in marks:
        return not _goes_on(word)
    return True


def _goes_on(word: str) -> bool:
    return word in _GOES_ON or ("a" <= word[:1] <= "z")


def _ends_without_space(text: str, match: re.Match[str]) -> bool:
    """«رفت.او»: a forgotten space, between words of Arabic letters only, and not of one letter."""
    before = text[max(0, match.start() - 3) : match.start()]
    after = text[match.end() : match.end() + 2]
    if not after or not _ARABIC_LETTER.match(after) or "…" in match["marks"]:
        return False
    if match["marks"] != ".":
        return True
    return all(map(_ARABIC_LETTER.match, before + after)) and len(before) == 3 and len(after) == 2


def _is_shortened(text: str, start: int, place: int) -> bool:
    found = _LAST_WORD.search(text, max(start, place - _REACH), place)
    if not found:
        return False
    word = found.group()
    if word[0].isdecimal():
        return found.start() == start
    return len(word) == 1 or word.lower() in _SHORTENED
