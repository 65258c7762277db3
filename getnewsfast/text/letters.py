"""The right letters: what other keyboards, encodings and programs put in their place is mended."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from getnewsfast.text.characters import (
    ARABIC,
    ARABIC_SCRIPT_LANGUAGES,
    BIDI,
    HALF_SPACE,
    HALF_SPACED_LANGUAGES,
    INVISIBLE,
    MARKS,
    PRESENTATION,
    UNSEEN,
    language_of,
    presentation_table,
)
from getnewsfast.text.edits import Edit, Exchange, Group, Step, Swap, run_groups
from getnewsfast.text.rules import Rule
from getnewsfast.text.white_space import LINE_BREAK_STEP, ODD_SPACE_STEP

_PERSIAN: Final = {
    "ي": "ی",
    "ى": "ی",
    "ے": "ی",
    "ۍ": "ی",
    "ۓ": "ئ",
    "ٸ": "ئ",
    "ك": "ک",
    "ڪ": "ک",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ٵ": "أ",
    "ٶ": "ؤ",
}
# «خانۀ»: ISIRI 6219 and Unicode's own decomposition write the hamza as a mark.
_HEH_WITH_HAMZA: Final = {"ۀ": "ه\u0654", "ۂ": "ه\u0654"}
_HAMZA_FOR_YEH: Final = re.compile(f"ه\u200c?[ء\u0654]+(?![{ARABIC}])")
_ARABIC_DIGITS: Final = dict(zip("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True))

_JOINERS: Final = "\u200d\ufe0e\ufe0f\U000e0020-\U000e007f"
# In real news each of these stands where the half-space should be; between two letters only.
_STANDS_IN: Final = re.compile(
    f"(?<=[{ARABIC}{PRESENTATION}])[{INVISIBLE}{_JOINERS}\u200c\u00ac]+(?=[{ARABIC}{PRESENTATION}])"
)
_STAND_INS: Final = frozenset("\u200d\u200e\u200f\u00ad\u00ac")
# What is left of «¬» at a word's border.
_STRAY_NOT_SIGN: Final = re.compile(
    f"(?<=[{ARABIC}{PRESENTATION}])\u00ac+|\u00ac+(?=[{ARABIC}{PRESENTATION}])"
)
_SYMBOL: Final = "[\u00a9\u00ae\u203c-\u205e\u2070-\u3299\U0001f000-\U0001faff]"
# Whole emoji are kept («👩‍⚕️», flags, keycaps); elsewhere what glues them is dropped.
_EMOJI_OR_JOINER: Final = re.compile(
    "(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f|[#*0-9]\ufe0f?\u20e3\ufe0f?"
    f"|{_SYMBOL}[\ufe0e\ufe0f]?(?:\u200d{_SYMBOL}[\ufe0e\ufe0f]?)*)|[{_JOINERS}]"
)
_KASHIDA: Final = re.compile("\u0640+")
_IS_ARABIC: Final = re.compile(f"[{ARABIC}]")
# Vowel signs tell words apart («مُلک», «مَلِک») and stay; but not twice, and not on nothing.
_IDLE_MARK: Final = re.compile(f"(?<![{ARABIC}])[\u064b-\u0652]+|([\u064b-\u0652])\\1+")

_HARAKAT: Final = re.compile("[\u064b-\u0652]")
_BESIDE: Final = f"\\w{MARKS}"
_IDLE_HALF_SPACE: Final = re.compile(
    f"\u200c(?:(?<![{_BESIDE}]\u200c)|(?![{_BESIDE}])|(?<![{ARABIC}]\u200c)(?![{ARABIC}]))"
)
_MANY_HALF_SPACES: Final = re.compile("\u200c{2,}")
# What Persian is written with. The first steps change nothing of it, so one look is enough; and
# looking for anything else is three times as fast as looking for each thing they change.
_ODD: Final = re.compile("[^\n -~«»…–\u060c\u061b\u061f\u0620-\u06ff\u200c]")
_SHAPES: Final = presentation_table()
_SHAPE: Final = re.compile(f"[{PRESENTATION}]")


def _swap_for_half_space(match: re.Match[str]) -> str:
    return match[0] if _STAND_INS.isdisjoint(match[0]) else HALF_SPACE


def _spell_out(match: re.Match[str]) -> str:
    return _SHAPES.get(ord(match[0]), match[0])


def _unstretch(match: re.Match[str]) -> str:
    """«ســـلام» loses it; the one of a lone «هـ» shapes the letter and stays."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    is_inside = _IS_ARABIC.match(before) and _IS_ARABIC.match(after)
    return "" if is_inside else "\u0640"


def _keep_one(match: re.Match[str]) -> str:
    return match[1] or ""


class _Composition:
    """Unicode NFC, word by word: no character is composed with a space."""

    rule: Final = Rule.COMPOSITION
    _swap: Final = Swap(
        Rule.COMPOSITION,
        re.compile(r"[^ \n]+"),
        lambda match: unicodedata.normalize("NFC", match[0]),
    )

    def run(self, text: str, log: list[Edit] | None = None) -> str:
        # «خانهٔ »: the most frequent mark alone makes the whole text doubtful, and slow to ask.
        asked = text.replace("ه\u0654 ", " ") if "ه\u0654 " in text else text
        return text if unicodedata.is_normalized("NFC", asked) else self._swap.run(text, log)


_UNSEEN_STEPS: Final[tuple[Step, ...]] = (
    Swap(Rule.BIDI, re.compile(f"[{BIDI}]+"), ""),
    Swap(Rule.INVISIBLE, re.compile(f"[{UNSEEN}]+"), ""),
    Swap(Rule.INVISIBLE, _EMOJI_OR_JOINER, r"\1"),
)
_STAND_IN_STEP: Final = Swap(Rule.STAND_INS, _STANDS_IN, _swap_for_half_space)
_NOT_SIGN_STEP: Final = Swap(Rule.STAND_INS, _STRAY_NOT_SIGN, "", ("\u00ac",))
_SHAPE_STEP: Final = Swap(Rule.PRESENTATION_FORMS, _SHAPE, _spell_out)
_KASHIDA_STEP: Final = Swap(Rule.KASHIDA, _KASHIDA, _unstretch, ("\u0640",))
_MARK_STEP: Final = Swap(Rule.DIACRITICS, _IDLE_MARK, _keep_one)
_HALF_SPACES: Final = Group(
    (
        Swap(Rule.HALF_SPACE_TIDY, _MANY_HALF_SPACES, HALF_SPACE, (HALF_SPACE * 2,)),
        Swap(Rule.HALF_SPACE_TIDY, _IDLE_HALF_SPACE, "", (HALF_SPACE,)),
    )
)
# A mark that is now one of several may have another place among them.
_HEH: Final = Group((Exchange.of(Rule.HAMZA, _HEH_WITH_HAMZA), _Composition()), re.compile("[ۀۂ]"))
_PERSIAN_LETTERS: Final = Group(
    (
        Exchange.of(Rule.ARABIC_LETTERS, _PERSIAN),
        Exchange.of(Rule.HAMZA, {"ی\u0654": "ئ"}),
        Swap(Rule.HAMZA, _HAMZA_FOR_YEH, "ه\u0654", ("ء", "\u0654")),
        Exchange.of(Rule.PERSIAN_MARKS, {"۔": "."}),
        Exchange.of(Rule.ARABIC_DIGITS, _ARABIC_DIGITS),
    )
)


@cache
def common_letters(language: str) -> tuple[Group, ...]:
    """The steps that do no harm to any word, of whatever language it is."""
    has_half_spaces = language in HALF_SPACED_LANGUAGES
    odd: list[Step] = [LINE_BREAK_STEP]
    odd += [_STAND_IN_STEP] if has_half_spaces else []
    odd += _UNSEEN_STEPS
    groups = [Group((*odd, ODD_SPACE_STEP), _ODD)]
    if language in ARABIC_SCRIPT_LANGUAGES:
        groups.append(Group((_SHAPE_STEP,), _SHAPE))
    if language == "fa":
        groups.append(Group((_KASHIDA_STEP,)))
    groups.append(Group((_Composition(),)))
    if language in ARABIC_SCRIPT_LANGUAGES:
        groups.append(Group((_MARK_STEP, _Composition()), _HARAKAT))
    groups.append(_HALF_SPACES)
    if has_half_spaces:
        groups.append(Group((_NOT_SIGN_STEP,)))
    return tuple(groups)


def own_letters(language: str) -> tuple[Group, ...]:
    """The steps to the letters of one language, which would spoil words of another."""
    return (_HEH, _PERSIAN_LETTERS) if language == "fa" else ()


def mend_letters(text: str, *, language: str = "fa") -> str:
    """The same text in the letters of its language, without invisible characters.

    Persian: «كتاب‌هاي» becomes «کتاب‌های», presentation forms become letters, «خانۀ» and «خانهء»
    become «خانهٔ», Arabic digits Persian ones; what stands for the half-space between letters
    becomes one. Arabic keeps its «ي» and «ك». Other scripts only lose their invisibles.
    """
    language = language_of(language)
    return run_groups((*common_letters(language), *own_letters(language)), text)
