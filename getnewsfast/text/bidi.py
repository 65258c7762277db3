"""Text of two directions: which one it has, and what must be set apart to be shown right.

Unicode UAX 9. Brackets, signs and numbers have no direction of their own: in a Persian headline
the «++» of «C++» would stand before the C, and the groups of a telephone number in reversed order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape
from typing import Final

from getnewsfast.text.characters import MARKS

_OPENERS: Final = {"ltr": "\u2066", "rtl": "\u2067"}
_CLOSER: Final = "\u2069"
_ISOLATE_SIGN: Final = re.compile("[\u2066-\u2069\n\u2029]")
_TO_DIRECTION: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_OTHER: Final = {"ltr": "rtl", "rtl": "ltr"}

_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_PERSIAN_DIGITS: Final = "\u0660-\u0669\u06f0-\u06f9"
_L: Final = rf"[^\W\d_{_RTL}]"
_R: Final = f"(?:(?![{_PERSIAN_DIGITS}])[{_RTL}])"

_ADDRESS: Final = (
    r"(?:(?:[A-Za-z]{2,10}://|www\.)[^\s«»،؛؟<>\u0600-\u06ff]*[A-Za-z0-9/=&_-]"
    r"|(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9.-]*[A-Za-z0-9])"
)
_NUMBER: Final = r"\d+(?:[.,:/٫٬-]\d+)*[%٪]?"
# «-10%», «$100»; «+98 21 1234 5678», «2026-11-24», «021-12345678»: to be read from left to right.
_SIGNED: Final = r"(?<![\w.+-])[+\-−±][$€£]?\d[\d.,٫٬/]*[%٪]?|(?<!\w)[$€£]\d[\d.,]*"
_GROUPS: Final = (
    r"(?<![\w+])(?:\+|\(\+?)?\d{1,4}\)?(?:[ -]\d{2,4}){2,5}(?![\w-])"
    r"|(?<!\w)\(?[0۰]\d{2,3}\)?[ -]\d{7,8}(?!\w)"
)
_LATIN_WORD: Final = rf"(?<![\d_])[@#]?\d*{_L}(?:{_L}|[\d_'’{MARKS}])*"
_LATIN_TAIL: Final = r"(?:[+#°]+(?![\w]))?"
_LATIN_JOIN: Final = r"(?: |[-‐–—./:&,+=@~%*|]{1,3} ?)"
_LATIN_BRACKETS: Final = rf" ?\((?:{_L}|[\d .,&/+-])+\)"
_LATIN_RUN: Final = (
    rf"{_LATIN_WORD}{_LATIN_TAIL}"
    rf"(?:{_LATIN_JOIN}(?:{_LATIN_WORD}|{_NUMBER}){_LATIN_TAIL}|{_LATIN_BRACKETS})*"
    rf"(?:(?<=\.{_L})\.)?"
)
_IN_RTL: Final = re.compile(f"{_ADDRESS}|{_GROUPS}|{_SIGNED}|{_LATIN_RUN}")

_ARABIC_WORD: Final = rf"[@#]?{_R}(?:{_R}|[_\u200c\u200d]|\d)*"
_ARABIC_JOIN: Final = r"(?: |[-‐–—./:،؛,]{1,3} ?)"
_ARABIC_GROUP: Final = rf" ?(?:\((?:{_R}|[\d \u200c.،-])+\)|«(?:{_R}|[\d \u200c.،!-])+»)"
_ARABIC_RUN: Final = (
    rf"{_ARABIC_WORD}(?:{_ARABIC_JOIN}(?:{_ARABIC_WORD}|{_NUMBER})|{_ARABIC_GROUP})*[!٪]?"
)
_IN_LTR: Final = re.compile(_ARABIC_RUN)


def first_strong(text: str) -> str:
    """``'rtl'`` or ``'ltr'`` by the first letter that has a direction, ``''`` where none has.

    UAX 9, P2 and P3: what stands inside isolates is passed over. «۲۰ درصد iPhone» is rtl.
    """
    for piece, isolated in _split_isolates(text):
        if isolated:
            continue
        for letter in piece:
            direction = _TO_DIRECTION.get(unicodedata.bidirectional(letter))
            if direction:
                return direction
    return ""


def isolate(text: str, *, base: str) -> str:
    """The text with U+2066 or U+2067 and U+2069 around each run of the other direction.

    ``base`` is the direction of the line, ``'rtl'`` or ``'ltr'``. «زبان C++ آمد» has «C++» set
    apart with its signs, «iPhone 15 Pro (نسخهٔ 2)» only «iPhone 15 Pro»; addresses, handles,
    negative numbers and telephone numbers are runs as well. A range «۱۰-۲۰» is none: Persian reads
    it from right to left. Isolated text stays as it is; doing it twice changes nothing. For plain
    text that is shown, never for text that is stored or compared.
    """
    opener = _OPENERS[_OTHER[base]]
    return "".join(
        f"{opener}{piece}{_CLOSER}" if is_run else piece for piece, is_run in _find_runs(text, base)
    )


def isolate_html(text: str, *, base: str) -> str:
    """The same for a page: escaped HTML, each run in ``<bdi>`` with its direction."""
    tag = f'<bdi dir="{_OTHER[base]}">'
    return "".join(
        f"{tag}{escape(piece)}</bdi>" if is_run else escape(piece)
        for piece, is_run in _find_runs(text, base)
    )


def _find_runs(text: str, base: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each is a run of the other direction, not yet isolated."""
    pattern = _IN_RTL if base == "rtl" else _IN_LTR
    for piece, isolated in _split_isolates(text):
        end = 0
        for match in () if isolated else pattern.finditer(piece):
            yield piece[end : match.start()], False
            yield match.group(), True
            end = match.end()
        yield piece[end:], False


def _split_isolates(text: str) -> Iterator[tuple[str, bool]]:
    """What stands outside isolates and inside them; a line's end closes all that are open."""
    start = depth = 0
    for match in _ISOLATE_SIGN.finditer(text):
        after = _follow_depth(depth, match.group())
        if bool(after) != bool(depth):
            end = match.start() if after else match.end()
            yield text[start:end], bool(depth)
            start = end
        depth = after
    yield text[start:], bool(depth)


def _follow_depth(depth: int, sign: str) -> int:
    if sign in "\n\u2029":
        return 0
    return depth + 1 if sign != _CLOSER else max(0, depth - 1)
