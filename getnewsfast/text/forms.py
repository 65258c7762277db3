"""One stem for all forms of a word: «کتاب‌هایشان» is found by «کتاب», «نمی‌روند» by «رفتن».

Endings are taken off only where a lexicon knows what is left: «تهران» is no plural of «تهر».
The lexicon is learnt by ``tools/make_word_forms.py``; it is read at the first word asked for.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from getnewsfast.text.conjugation import Conjugation, Verb
from getnewsfast.text.normalise import key_words

# How a base must end for an ending: a consonant, a vowel (ا و), a silent heh, a yeh.
_ANY: Final = "CVHY"
# Possessives, the verb «to be», the indefinite yeh and the kasra's, in the spelling of the key.
_ENCLITICS: Final = (
    ("C", "م ت ش ی ست یم ید ند ام اش"),
    ("V", "م ت ش ی یی یم یت یش ست ند ید ییم یید یند یمان یتان یشان"),
    ("H", "ام ات اش ای ی یی ست است ایم اید اند"),
    ("Y", "ام ات اش ای م ت ش ست یم ید ند"),
    (_ANY, "مان تان شان اند ایم اید است"),
)
# Plurals and degrees; each ends as the third word says, and takes the enclitics of that.
_MIDDLES: Final = (
    (_ANY, "ها", "V"),
    ("CVY", "ان", "C"),
    ("V", "یان", "C"),
    ("C", "ات", "C"),
    ("Y", "جات", "C"),
    (_ANY, "تر", "C"),
    (_ANY, "ترین", "C"),
    (_ANY, "ترها", "V"),
    (_ANY, "ترینها", "V"),
    (_ANY, "ترینان", "C"),
)
# «نویسندگان» of «نویسنده», «مذاکرات» of «مذاکره», «کارخانجات» of «کارخانه».
_INSTEAD_OF_HEH: Final = ("گان", "ات", "جات", "گانی")
_SHORTEST_BASE: Final = 2
# Without the lexicon's word only these are endings beyond doubt.
_SURE: Final = ("ها", "ترین")
_SHORTEST_UNKNOWN: Final = 3
_CACHED: Final = 200_000
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that are not forms of another, odd forms with their stems, and the verbs."""

    words: frozenset[str]
    odd: dict[str, str]
    verbs: Conjugation


def _after(final: str) -> frozenset[str]:
    found = [""]
    for finals, endings in _ENCLITICS:
        if final in finals:
            found += endings.split()
    return frozenset(found)


def _make_endings() -> dict[str, frozenset[str]]:
    """Every ending with the kinds of words it may follow."""
    table: dict[str, set[str]] = {}
    for final in _ANY:
        for ending in _after(final) - {""}:
            table.setdefault(ending, set()).add(final)
    for finals, middle, final in _MIDDLES:
        for ending in _after(final):
            table.setdefault(middle + ending, set()).update(finals)
    return {ending: frozenset(finals) for ending, finals in table.items()}


ENDINGS: Final = _make_endings()
_HEH_ENDINGS: Final = frozenset(
    middle + ending for middle in _INSTEAD_OF_HEH for ending in _after("C")
)
_SURE_ENDINGS: Final = frozenset(
    ending for ending in ENDINGS if ending.startswith(_SURE) or ending.startswith("ترین")
)
_LONGEST_ENDING: Final = max(map(len, ENDINGS))
_FINALS: Final = {"ا": "V", "و": "V", "ه": "H", "ی": "Y", "آ": "V"}


def split_endings(word: str) -> Iterator[tuple[str, str]]:
    """The ways to read a word as base and ending, longest base first: ``("کتاب", "هایش")``."""
    for at in range(len(word) - 1, max(_SHORTEST_BASE, len(word) - _LONGEST_ENDING) - 1, -1):
        ending = word[at:]
        finals = ENDINGS.get(ending)
        if finals:
            final = _FINALS.get(word[at - 1], "C")
            # A closing و or ه may be a consonant: «گروه», «عضو».
            if final in finals or (final in "VH" and word[at - 1] in "وه" and "C" in finals):
                yield word[:at], ending
        if ending in _HEH_ENDINGS:
            yield f"{word[:at]}ه", ending


def _split_row(row: str) -> tuple[str, str]:
    form, _tab, stem = row.partition("\t")
    return form, stem


def read_lexicon() -> Lexicon:
    """The lexicon in the package, read anew: 35 ms."""
    packed = files("getnewsfast.text").joinpath("models", "word_forms.txt.gz").read_bytes()
    verbs, odd, words = gzip.decompress(packed).decode().split("\n\n")
    return Lexicon(
        words=frozenset(words.split()),
        odd=dict(map(_split_row, odd.split("\n"))),
        verbs=Conjugation(Verb(*line.split("\t")) for line in verbs.split("\n")),
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon in the package, read once."""
    return read_lexicon()


def find_stem(word: str, known: Lexicon) -> str:
    """The stem of one word of the key, by a lexicon; the word itself where it has no other."""
    odd = known.odd.get(word)
    if odd:
        return odd
    verb = known.verbs.find_prefixed(word) if word.startswith(("می", "نمی")) else ""
    verb = verb if verb and word not in known.words else known.verbs.find_bare(word)
    if verb:
        return verb
    if word in known.words or len(word) > _LONGEST:
        return word
    if "ها" in word and word[0] in "بن":  # «نبردهای» is of «نبرد», not of «برده»
        for base, ending in split_endings(word):
            if ending.startswith("ها") and base in known.words:
                return _settle_base(base, known)
    verb = known.verbs.find_prefixed(word)
    if verb or _is_without(word, known):
        return verb or word
    return _take_off(word, known)


def _is_without(word: str, known: Lexicon) -> bool:
    """«بی‌نام» is no «بینا» of mine."""
    return word.startswith("بی") and word[2:] in known.words


def _settle_base(base: str, known: Lexicon) -> str:
    return known.odd.get(base) or known.verbs.find_nominal(base) or base


def _is_possessed(base: str, known: Lexicon) -> bool:
    """«کتابتان» is of «کتاب» and «تان», though «کتابت» is a word; «مردمان» is of «مردم»."""
    shorter = base[:-1]
    return base[-1] in "متش" and len(shorter) > _SHORTEST_UNKNOWN and shorter in known.words


def _take_off(word: str, known: Lexicon) -> str:
    for base, ending in split_endings(word):
        if base in known.words or base in known.verbs.infinitives or base in known.odd:
            if ending == "ان" and _is_possessed(base, known):
                base = base[:-1]
            return _settle_base(base, known)
    verb = known.verbs.find_joined(word)
    if verb:
        return verb
    for base, ending in reversed(list(split_endings(word))):
        if ending in _SURE_ENDINGS and len(base) >= _SHORTEST_UNKNOWN:
            return _take_off(base, known)
    return word


_stems: dict[str, str] = {}


def stem(word: str) -> str:
    """What all forms of a word share: «کتاب‌هایشان» → «کتاب», «می‌روند» → «رفتن».

    A word of the comparison key is answered at 900,000 a second of running text, 150,000 where
    none was met before; other spellings are brought to the key first. Never raises.
    """
    found = _stems.get(word)
    if found is None:
        found = _remember(word, " ".join(_stem_key_word(part) for part in key_words(word)))
    return found


def stem_words(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order: «کتاب‌هایشان را می‌خوانند» → کتاب را خواندن."""
    return tuple(map(_stem_key_word, key_words(text)))


def forget() -> None:
    """Empty the memory of stems already found."""
    _stems.clear()


def _stem_key_word(word: str) -> str:
    found = _stems.get(word)
    if found is None:
        is_persian = "\u0620" <= word[0] <= "\u06ff"
        found = _remember(word, find_stem(word, lexicon()) if is_persian else word)
    return found


def _remember(word: str, found: str) -> str:
    if len(_stems) >= _CACHED:
        _stems.clear()
    _stems[word] = found
    return found
