"""What no rule may touch is covered while the rules run: addresses, code, Latin lines, Arabic.

A cover is as long as what it hides, so no place in the text moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from getnewsfast.text.arabic_words import WORD, find_arabic
from getnewsfast.text.characters import COVER_ARABIC, COVER_LATIN, COVER_TAG, MARKS

# Of an e-mail address. Persian digits too: shown as Latin ones, they would be part of it.
_NAME: Final = r"A-Za-z0-9۰-۹٠-٩_\-"
_FOREIGN: Final = re.compile(
    r"^[ -~]*[A-Za-z][ -~]*$"
    r"|(?:[A-Za-z][A-Za-z0-9+.-]{1,12}://|www\.)[^\s«»،؛؟]*[^\s«»،؛؟.,:;!?…)\]'\"]"
    rf"|(?<![{_NAME}+])[{_NAME}+][{_NAME}.+]{{0,63}}@[{_NAME}]+(?:\.[{_NAME}]+)+"
    r"|`[^`\n]+`"
    f"|[{COVER_LATIN}{COVER_ARABIC}{COVER_TAG}]+",
    re.MULTILINE,
)
# Without one of these there is nothing foreign: a line of ASCII only is a line among others.
_SIGNS: Final = ("\n", "://", "www.", "@", "`", COVER_LATIN, COVER_ARABIC, COVER_TAG)
_TAG: Final = re.compile(f"(?<![\\w&/])[#@][\\w{MARKS}\u200c]+")
_COVERS: Final = {sign: re.compile(f"{sign}+") for sign in (COVER_LATIN, COVER_ARABIC, COVER_TAG)}


@dataclass(frozen=True, slots=True)
class Covered:
    """A text with covers in it, and what lies under them in order, by the kind of cover."""

    text: str
    hidden: tuple[tuple[str, str], ...] = ()

    def uncover(self, text: str) -> str:
        """The text, whatever became of it between the covers, with all that was hidden."""
        for sign, hidden in reversed(self.hidden):
            text = _put_back(text, sign, hidden)
        return text


def cover_foreign(text: str, *, is_persian: bool) -> Covered:
    """Covers lines of ASCII, addresses and `code`; in Persian, words quoted in Arabic."""
    covered = Covered(text)
    if text.isascii() or _holds_foreign(text):
        covered = _cover(covered, COVER_LATIN, [one.span() for one in _FOREIGN.finditer(text)])
    if is_persian:
        runs = find_arabic(covered.text)
        words = (one for run in runs for one in WORD.finditer(covered.text, *run))
        covered = _cover(covered, COVER_ARABIC, [word.span() for word in words])
    return covered


def _holds_foreign(text: str) -> bool:
    for sign in _SIGNS:  # noqa: SIM110 -- twice as fast as any()
        if sign in text:
            return True
    return False


def cover_tags(covered: Covered) -> Covered:
    """Covers hashtags and handles as well: they have their letters by now."""
    if "#" not in covered.text and "@" not in covered.text:
        return covered
    return _cover(covered, COVER_TAG, [one.span() for one in _TAG.finditer(covered.text)])


def _cover(covered: Covered, sign: str, spans: list[tuple[int, int]]) -> Covered:
    if not spans:
        return covered
    pieces, hidden = [], []
    reached = 0
    for start, end in spans:
        pieces += [covered.text[reached:start], sign * (end - start)]
        hidden.append(covered.text[start:end])
        reached = end
    text = "".join([*pieces, covered.text[reached:]])
    return Covered(text, (*covered.hidden, (sign, "".join(hidden))))


def _put_back(text: str, sign: str, hidden: str) -> str:
    pieces = []
    reached = taken = 0
    for match in _COVERS[sign].finditer(text):
        pieces += [text[reached : match.start()], hidden[taken : taken + len(match[0])]]
        taken += len(match[0])
        reached = match.end()
    return "".join([*pieces, text[reached:]])
