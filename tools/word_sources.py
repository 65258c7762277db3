"""The dictionaries and counts that the lexicon of word forms is learnt from, in key spelling."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from getnewsfast.text.normalise import key_words


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SHARED: Final = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "persian"
# About two uses in the training text: one stands for 160,000 of shekar's web counts.
_KNOWN_ON_THE_WEB: Final = 300_000
_KNOWN_IN_TEXT: Final = 5
_NO_SINGULARS: Final = frozenset(
    ["verb", "noun_plural", "adjective_comparative", "adjective_superlative"]
)
_ONE: Final = _set("یک هر هیچ چنین چه چند چندین برخی بعضی")


@dataclass(frozen=True)
class Sources:
    """What the dictionaries and the text say of words."""

    kinds: dict[str, set[str]]  # lilak: parts of speech
    tagged: dict[str, tuple[int, frozenset[str]]]  # hazm: count and parts of speech
    web: dict[str, int]  # shekar: counts
    compounds: set[str]
    verbs: list[tuple[str, str]]
    counts: Counter[str]
    indefinite: Counter[str]
    parted: Counter[tuple[str, str]]  # what stands before and after a half-space

    @cached_property
    def singulars(self) -> set[str]:
        return {word for word, kinds in self.kinds.items() if kinds - _NO_SINGULARS}

    @cached_property
    def plurals(self) -> set[str]:
        return {
            word
            for word, kinds in self.kinds.items()
            if kinds <= {"noun_plural", "verb"} and "noun_plural" in kinds
        }

    @cached_property
    def verb_forms(self) -> set[str]:
        return {word for word, kinds in self.kinds.items() if "verb" in kinds}

    @cached_property
    def marked_plurals(self) -> set[str]:
        return {word for word, (_count, tags) in self.tagged.items() if "PL" in tags}

    @cached_property
    def participles(self) -> set[str]:
        return {past + "ه" for past, _present in self.verbs}

    @cached_property
    def live_pasts(self) -> set[str]:
        """Past stems of verbs that the text uses."""
        return {past for past, _present in self.verbs if self.counts["می" + past + "ند"]}

    def candidates(self) -> Iterator[tuple[str, bool]]:
        """Words outside lilak, and whether another source knows them well enough."""
        for word in sorted(self.tagged.keys() | self.web.keys() | self.counts.keys()):
            count, tags = self.tagged.get(word, (0, frozenset()))
            is_tagged = count > 0 and "PL" not in tags and tags != {"0"}
            is_seen = (
                self.web.get(word, 0) >= _KNOWN_ON_THE_WEB or self.counts[word] >= _KNOWN_IN_TEXT
            )
            yield word, (is_tagged or is_seen) and "noun_plural" not in self.kinds.get(word, ())


def fold(word: str) -> str:
    """A dictionary's word as one word of the key."""
    return "".join(key_words(word))


def read_lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode().splitlines()


def read_sources(shared: Path) -> Sources:
    """Everything, read once."""
    counts, indefinite = _count(shared / "train.txt.gz")
    parted = _count_parted(shared / "train.txt.gz")
    lexica = shared / "lexicon"
    web = {}
    for line in read_lines(lexica / "shekar" / "vocab.csv.gz"):
        word, _, count = line.rpartition(",")
        web[fold(word)] = int(count)
    return Sources(
        kinds=_read_kinds(lexica / "lilak" / "lexicon.gz"),
        tagged=_read_tagged(lexica / "hazm" / "words.dat.gz"),
        web=web,
        compounds=set(map(fold, read_lines(lexica / "shekar" / "compound_words.csv.gz"))),
        verbs=_read_verbs(lexica),
        counts=counts,
        indefinite=indefinite,
        parted=parted,
    )


def _count(path: Path) -> tuple[Counter[str], Counter[str]]:
    counts: Counter[str] = Counter()
    indefinite: Counter[str] = Counter()
    for line in read_lines(path):
        words = ["", *key_words(line), ""]
        counts.update(words[1:-1])
        for before, word, after in zip(words, words[1:], words[2:], strict=False):
            if before in _ONE or after == "که":
                indefinite[word] += 1
    return counts, indefinite


def _count_parted(path: Path) -> Counter[tuple[str, str]]:
    parted: Counter[tuple[str, str]] = Counter()
    for line in read_lines(path):
        for word in line.split():
            base, half_space, ending = word.rpartition("\u200c")
            if half_space and ending in ("های", "ای"):
                parted[fold(base), ending] += 1
    return parted


def _read_kinds(path: Path) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in read_lines(path):
        if line and not line.startswith("#"):
            word, kind = line.split(",")[:2]
            kinds[fold(word)].add(kind)
    return kinds


def _read_tagged(path: Path) -> dict[str, tuple[int, frozenset[str]]]:
    tagged = {}
    for line in read_lines(path):
        cells = line.split("\t")
        if len(cells) == 3:
            tagged[fold(cells[0])] = (int(cells[1]), frozenset(cells[2].split(",")))
    return tagged


def _read_verbs(lexica: Path) -> list[tuple[str, str]]:
    pairs = []
    for line in read_lines(lexica / "hazm" / "verbs.dat.gz"):
        past, _, present = line.partition("#")
        if past:
            pairs.append((fold(past), fold(present)))
    known = {past for past, _present in pairs}
    for line in read_lines(lexica / "shekar" / "verbs.csv.gz"):
        present, past = line.split(",")[:2]
        if fold(past) not in known:
            pairs.append((fold(past), fold(present)))
    return sorted(set(pairs))
