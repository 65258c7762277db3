"""Pairs of word forms with truth: forms of one word, and words that look like forms of another.

Nouns and adjectives: the training text writes «کتاب‌هایش» with a half-space, so its first part is
the word; endings that are never set apart are taken from words that lilak does not list. Words
that lilak lists though they look like another with an ending («باران», «بار») are the pairs that
must stay apart. Verbs: forms that lilak lists and the text uses, of the one verb of hazm's list
whose stem they hold; forms of verbs that begin alike must stay apart, and so must nouns that look
like a form. Half the words, by a hash, are held out: wrong pairs were only read of the
other half. The lexicon is learnt from the same dictionaries and text, though, so the figures
promise less for words that none of them has: with the held-out words taken out of the lexicon
precision stays at .99 and recall of nouns falls to .49.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Final

from getnewsfast.text.normalise import key_words


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD: Final = re.compile(r"[\u0621-\u06cc\u200c]+")
_PARTED: Final = frozenset(
    [
        "ها",
        "های",
        "هایی",
        "هایم",
        "هایت",
        "هایش",
        "هایمان",
        "هایتان",
        "هایشان",
        "هاست",
        "ای",
        "ی",
        "اش",
        "ام",
        "ات",
        "شان",
        "مان",
        "تان",
        "تر",
        "ترین",
        "تری",
        "ترها",
        "ترین\u200cها",
        "اند",
        "ایم",
        "اید",
    ]
)
_JOINED: Final = _set("مان تان شان یش یم یت ات ان گان ش م ت ی ها های هایی تر ترین")
_NO_SINGULARS: Final = frozenset(
    ["verb", "noun_plural", "adjective_comparative", "adjective_superlative"]
)
_PAST: Final = "(?:ن|ب)?(?:ن?می)?(?:{})(?:م|ی|یم|ید|ند|ه|هام|های|هایم|هاید|هاند)?"
_PRESENT: Final = "(?:ن|ب|می|نمی)(?:{})(?:م|ی|د|یم|ید|ند)"
_FORMS_OF_A_VERB: Final = 8
_MOST_NEGATIVES: Final = 3
_FREQUENT: Final = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words of the key, and whether they are forms of one word."""

    one: str
    other: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is measured: both kinds of word."""

    nouns: tuple[Pair, ...]
    verbs: tuple[Pair, ...]


def read_pairs(shared: Path, *, held_out: bool = True) -> Pairs:
    """The pairs of one half of the words; ``shared`` is the folder of the measuring data."""
    kinds = _read_kinds(shared / "lexicon" / "lilak" / "lexicon.gz")
    text = _read_lines(shared / "train.txt.gz") + _read_lines(shared / "dev.txt.gz")
    counts = Counter(word for line in text for word in key_words(line))
    parted = Counter(word for line in text for word in _WORD.findall(line) if "\u200c" in word)
    singulars = {word for word, found in kinds.items() if found - _NO_SINGULARS}
    nouns = {*_list_parted(parted, singulars), *_list_joined(counts, kinds, singulars)}
    nouns |= set(_list_lookalikes(counts, kinds, singulars))
    verbs = set(_list_verbs(shared, counts, kinds, singulars))
    return Pairs(_choose(nouns, held_out=held_out), _choose(verbs, held_out=held_out))


def is_held_out(word: str) -> bool:
    """Half of all words, always the same."""
    return sha256(word.encode()).digest()[0] % 2 == 1


def _choose(pairs: Iterable[Pair], *, held_out: bool) -> tuple[Pair, ...]:
    chosen = [pair for pair in pairs if is_held_out(pair.other) == held_out]
    return tuple(sorted(chosen, key=lambda pair: (pair.other, pair.one, pair.is_same)))


def _fold(word: str) -> str:
    return "".join(key_words(word))


def _read_lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode().splitlines()


def _read_kinds(path: Path) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in _read_lines(path):
        if line and not line.startswith("#"):
            word, kind = line.split(",")[:2]
            kinds[_fold(word)].add(kind)
    return dict(kinds)


def _list_parted(parted: Counter[str], singulars: set[str]) -> Iterator[Pair]:
    for word, count in parted.items():
        base, _half_space, ending = word.partition("\u200c")
        if count >= _FREQUENT and ending in _PARTED and len(base) > 1:
            folded = _fold(base)
            if folded in singulars:
                yield Pair(_fold(word), folded, is_same=True)


def _list_joined(
    counts: Counter[str], kinds: dict[str, set[str]], singulars: set[str]
) -> Iterator[Pair]:
    """«کشورها», «دوستان», «پدرش»: not lilak's words, but one of its words with one ending."""
    for word, count in counts.items():
        if count < _FREQUENT or kinds.get(word, set()) - {"noun_plural"}:
            continue
        bases = {base for base in _strip(word) if base in singulars and len(base) > 2}
        if len(bases) == 1:
            (base,) = bases
            if counts[base] >= count and "noun_singular" in kinds[base]:
                yield Pair(word, base, is_same=True)


def _strip(word: str) -> Iterator[str]:
    for ending in _JOINED:
        if word.endswith(ending) and len(word) > len(ending):
            yield word[: -len(ending)] + ("ه" if ending == "گان" else "")


def _list_lookalikes(
    counts: Counter[str], kinds: dict[str, set[str]], singulars: set[str]
) -> Iterator[Pair]:
    """«باران» and «بار»; of words in ی only what lilak calls an adjective is one for certain."""
    for word in sorted(singulars):
        if counts[word] < _FREQUENT or "noun_plural" in kinds[word]:
            continue
        if word.endswith("ی") and "adjective" not in kinds[word]:
            continue
        for base in _strip(word):
            if base in singulars and counts[base] >= _FREQUENT and len(base) > 1:
                yield Pair(word, base, is_same=False)


def _list_verbs(
    shared: Path, counts: Counter[str], kinds: dict[str, set[str]], singulars: set[str]
) -> Iterator[Pair]:
    forms = _gather_forms(shared, counts, kinds, singulars)
    for infinitive, found in forms.items():
        best = sorted(found, key=lambda form: (-counts[form], form))[:_FORMS_OF_A_VERB]
        for one, other in combinations([*best, infinitive], 2):
            yield Pair(one, other, is_same=True)
    alike: dict[str, list[str]] = defaultdict(list)
    for infinitive in sorted(forms):
        alike[infinitive[:2]].append(infinitive)
    for group in alike.values():
        for one, other in combinations(group, 2):
            for form in sorted(forms[one])[:_MOST_NEGATIVES]:
                yield Pair(form, other, is_same=False)
    for word in sorted(singulars):
        if counts[word] >= _FREQUENT and word[0] in "بن" and kinds[word] <= {"noun_singular"}:
            for infinitive in forms:
                if word[1:4] == infinitive[:3]:
                    yield Pair(word, infinitive, is_same=False)


def _gather_forms(
    shared: Path, counts: Counter[str], kinds: dict[str, set[str]], singulars: set[str]
) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    listed = [
        word
        for word, found in kinds.items()
        if "verb" in found and counts[word] and word not in singulars
    ]
    for line in _read_lines(shared / "lexicon" / "hazm" / "verbs.dat.gz"):
        past, _, present = (_fold(part) for part in line.partition("#"))
        if not past or not present:
            continue
        stems = {present, present[:-1]} if present[-2:] in ("ای", "وی") else {present}
        present = "|".join(sorted(stems))
        pattern = re.compile(f"{_PAST.format(past)}|{_PRESENT.format(present)}")
        for word in listed:
            if pattern.fullmatch(word):
                owners[word].add(f"{past}ن")
    forms: dict[str, set[str]] = defaultdict(set)
    for word, names in owners.items():
        if len(names) == 1:
            forms[next(iter(names))].add(word)
    return {name: found for name, found in sorted(forms.items()) if len(found) > 1}
