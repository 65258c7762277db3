"""Text that was decoded wrongly, decoded again: only where the letters leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from getnewsfast.text.edits import Edit, Search
from getnewsfast.text.rules import Rule


class BrokenEncoding(ValueError):
    """The text was decoded wrongly, and characters were lost on the way: it cannot be restored."""


@dataclass(frozen=True, slots=True)
class _Misreading:
    """UTF-8 read in a single-byte encoding: a lead byte's letter, then a continuation's."""

    pieces: re.Pattern[str]
    sure: re.Pattern[str]
    to_bytes: dict[int, int]


# What follows an Arabic letter in honest text too.
_HONEST: Final = "،؛؟«»\u200c\u200d\u00a0"
# Lead bytes of the Arabic block; of «»; of the half-space, dashes and curly marks.
_ARABIC_LEADS: Final = bytes(range(0xD8, 0xDC))
# Letters come in rows: three pairs after each other. «Ø§» alone may be anything.
_SURE_PAIRS: Final = 3


def _bytes_of(encoding: str) -> dict[int, int]:
    """Each character above ASCII to its byte; bytes without a character stay themselves (C1)."""
    table = {code: code for code in range(0x80, 0x100)} if encoding == "cp1252" else {}
    for byte in range(0x80, 0x100):
        table[ord(bytes([byte]).decode(encoding, "ignore") or chr(byte))] = byte
    return table


def _misreading(encoding: str) -> _Misreading:
    to_bytes = _bytes_of(encoding)
    leads, rests, two, three = (
        "".join(re.escape(chr(code)) for code, byte in to_bytes.items() if byte in wanted)
        for wanted in (_ARABIC_LEADS, range(0x80, 0xC0), (0xC2,), (0xE2,))
    )
    pair = f"[{leads}][{rests}]"
    piece = f"{pair}|[{two}][{rests}]|[{three}][{rests}][{rests}]"
    # In UTF-8 read as windows-1256 a continuation may be a letter: «عکس» holds no sign that is not.
    signs = "".join(
        re.escape(chr(code))
        for code, byte in to_bytes.items()
        if byte in range(0x80, 0xC0) and not chr(code).isalpha() and chr(code) not in _HONEST
    )
    sure = f"(?:{pair}){{0,2}}[{leads}][{signs}](?:{pair}){{{_SURE_PAIRS - 1}}}"
    return _Misreading(re.compile(f"(?:{piece})+"), re.compile(sure), to_bytes)


_MISREADINGS: Final = (_misreading("cp1252"), _misreading("cp1256"))

# windows-1256 read as Latin-1 or windows-1252: words of nothing but accented letters.
_ACCENTED: Final = "\u0081\u008d-\u0090\u0098\u009d\u00c0-\u00ff\u02dc\u017d\u017e"
_BETWEEN: Final = "\\s!-@\u00a0-\u00bf"
_ACCENTED_RUN: Final = re.compile(
    f"(?<![A-Za-z])[{_ACCENTED}]+(?:[{_BETWEEN}]+[{_ACCENTED}]+)+[\u00a1\u00ba\u00bf]?(?![A-Za-z])"
)
_FREQUENT: Final = frozenset(
    ("در", "به", "از", "را", "با", "است", "و", "آن", "من", "في", "على", "شد", "اين", "مي", "هاي")
)
_FEWEST_LETTERS: Final = 10
_LATIN_BYTES: Final = _bytes_of("cp1252")
# What mojibake cannot do without: the letter alef.
_SIGNS: Final = ("Ø", "Ù", "ط§", "Ç")
_LOST: Final = re.compile("[ØÙÚÛ](?=[ØÙÚÛ \ufffd])")


def _find(text: str) -> Iterator[Edit]:
    for misreading in _MISREADINGS:
        if misreading.sure.search(text):
            yield from _find_misread(text, misreading)
            return
    for match in _ACCENTED_RUN.finditer(text):
        put = _read_again(match[0], "cp1256", _LATIN_BYTES)
        if put and _is_persian(put):
            yield match.start(), match.end(), put


def _find_misread(text: str, misreading: _Misreading) -> Iterator[Edit]:
    for match in misreading.pieces.finditer(text):
        put = _read_again(match[0], "utf-8", misreading.to_bytes)
        if put:
            yield match.start(), match.end(), put


def _read_again(text: str, encoding: str, to_bytes: dict[int, int]) -> str:
    """The text as it was meant, or ``''`` where its bytes are none of that encoding."""
    try:
        return bytes(to_bytes.get(code, code) for code in map(ord, text)).decode(encoding)
    except ValueError:
        return ""


def _is_persian(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < _FEWEST_LETTERS or any(letter < "\u0600" for letter in letters):
        return False
    return any(word in _FREQUENT for word in re.split(r"\W+", text))


MOJIBAKE_STEP: Final = Search(Rule.MOJIBAKE, _find, _SIGNS)


def restore(text: str) -> str:
    """The text as it was meant: ``'Ø³Ù„Ø§Ù…'`` is «سلام»; honest text comes back as it is.

    Read back are UTF-8 taken for Latin-1, windows-1252 or windows-1256, and windows-1256 taken
    for Latin-1 or windows-1252. Raises ``BrokenEncoding`` where characters were lost.
    """
    restored = MOJIBAKE_STEP.run(text)
    is_misread = _MISREADINGS[0].pieces.search(text) is not None
    if is_misread and len(_LOST.findall(text)) >= _SURE_PAIRS:
        raise BrokenEncoding("The text was decoded wrongly, and characters of it are lost.")
    return restored
