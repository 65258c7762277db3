"""What the half-space training knows: lexica, and counts over well-typeset sentences."""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Final

from getnewsfast.text.halfspace import fold_word
from getnewsfast.text.halfspace_features import (
    IS_FIRST,
    IS_LEFT,
    IS_PREFIX,
    IS_RIGHT,
    IS_SECOND,
    IS_SUFFIX,
    MAY_BE_HELD,
    MAY_HOLD,
    Facts,
    count_class,
    share_class,
    space_class,
)

Z: Final = "\u200c"
PIECE: Final = re.compile(
    r"[\u0621-\u064a\u066e-\u06d3\u200c]+|[^\s\u0621-\u064a\u066e-\u06d3\u200c]+|\s+"
)
# How near a source is to what a news hub reads today; PerSpell and the Quran write otherwise.
SOURCE_WEIGHTS: Final = {
    "farsnews": 1.0, "pquad": 1.0, "varzesh3": 0.8, "asriran": 2.0, "fars18": 2.0, "fj_comb": 1.5,
    "parsinlu_rc": 0.8, "pquad_q": 0.6, "perspell": 0.3, "quran_ansarian": 0.25, "reactfa": 0.6,
}  # fmt: skip
_LILAK_KINDS: Final = {
    "noun_singular": "N", "noun_plural": "L", "adjective": "A", "verb": "V", "adverb": "D",
    "adjective_comparative": "C", "adjective_superlative": "C",
}  # fmt: skip


def read_lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode().splitlines()


def read_tokens(line: str) -> list[tuple[str, bool, bool]]:
    """The pieces between white space: (folded text, whether a word, whether after one space)."""
    found = []
    after_space = False
    for piece in PIECE.findall(line):
        if piece.isspace():
            after_space = piece == " "
            continue
        stripped = piece.strip(Z)
        if stripped:
            found.append((stripped, "\u0621" <= piece[0] <= "\u06d3" or piece[0] == Z, after_space))
            after_space = False
    return found


class Counts:
    """Everything counted, weighted by source; ``facts`` leaves out what is being learnt from."""

    def __init__(self, folder: Path) -> None:
        self.sources = read_lines(folder / "train.src.txt.gz")
        self.lines = [
            fold_word(line).replace("_", Z) for line in read_lines(folder / "train.txt.gz")
        ]
        self._read_lexica(folder / "lexicon")
        self._count()

    def _read_lexica(self, folder: Path) -> None:
        self.web: Counter[str] = Counter()
        self.tags: dict[str, str] = {}
        self.lilak: dict[str, str] = {}
        compounds = set()
        for line in read_lines(folder / "hazm/words.dat.gz"):
            word, count, tags = line.split("\t")
            word = fold_word(word)
            if " " not in word:
                self.web[word] = max(self.web[word], int(count))
                self.tags.setdefault(word, tags)
        for line in read_lines(folder / "shekar/vocab.csv.gz"):
            word, count = line.rsplit(",", 1)
            word = fold_word(word)
            if " " not in word and count.isdecimal():
                self.web[word] = max(self.web[word], int(count))
        for line in read_lines(folder / "lilak/lexicon.gz"):
            word, _, rest = fold_word(line).partition(",")
            if rest and not line.startswith("#"):
                self.lilak.setdefault(word, rest.split(",")[0])
        compounds.update(word for word in (*self.web, *self.lilak) if Z in word)
        compounds.update(fold_word(w) for w in read_lines(folder / "shekar/compound_words.csv.gz"))
        self.compounds = {pair for word in compounds for pair in pairwise(word.split(Z))}

    def _count(self) -> None:
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.occurrences: dict[str, Counter[str]] = defaultdict(Counter)
        names = "used left right half_spaces spaces bound_next free_next bound_before free_before"
        for name in names.split():
            setattr(self, name, Counter())
        for line, source in zip(self.lines, self.sources, strict=True):
            self._count_line(line, SOURCE_WEIGHTS[source])
        self.whole = Counter({word: forms.get(word, 0) for word, forms in self.forms.items()})

    def _count_line(self, line: str, weight: float) -> None:
        last = ""
        for token, is_word, after_space in read_tokens(line):
            if not is_word:
                last = ""
                continue
            parts = [part for part in token.split(Z) if part]
            joined = "".join(parts)
            self.forms[joined][Z.join(parts)] += weight
            self.occurrences[joined][Z.join(parts)] += 1
            for part in parts:
                self.used[part] += weight
            for a, b in pairwise(parts):
                self.half_spaces[a, b] += weight
                self.left[a] += weight
                self.right[b] += weight
            if last and after_space:
                self.spaces[last, parts[0]] += weight
                self.free_next[last] += weight
                self.free_before[parts[0]] += weight
            last = parts[-1]

    def kind(self, word: str) -> str:
        if word in self.lilak:
            return _LILAK_KINDS.get(self.lilak[word], "X")
        if word not in self.web:
            return "-"
        tags = set(self.tags.get(word, "0").split(","))
        for kind, needed in (("?", {"0"}), ("L", {"PL"}), ("B", {"AJ", "N"}), ("A", {"AJ"}),
                             ("N", {"N"}), ("D", {"ADV"}), ("V", {"V"})):  # fmt: skip
            if needed <= tags:
                return kind
        return "X"

    def web_class(self, word: str) -> int:
        count = self.web.get(word, -1)
        if count < 0:
            return int(word in self.lilak)
        return 1 + sum(count >= border for border in (1e3, 3e4, 3e5, 3e6, 3e7))

    def facts(
        self, word: str, *, less: float = 0.0, less_whole: float = 0.0, less_space: float = 0.0
    ) -> Facts:
        """``less`` is taken from its half-spaces on both sides."""
        left = max(self.left.get(word, 0) - less, 0)
        right = max(self.right.get(word, 0) - less, 0)
        used = max(self.used.get(word, 0) - less - less_whole - less_space, 0)
        whole = max(self.whole.get(word, 0) - less_whole, 0)
        free_next = max(self.free_next.get(word, 0) - less_space, 0)
        free_before = max(self.free_before.get(word, 0) - less_space, 0)
        return Facts(
            self.kind(word), self.web_class(word), count_class(used), count_class(whole),
            count_class(left), count_class(right), share_class(left, free_next),
            share_class(right, free_before), self.marks(word),
        )  # fmt: skip

    def marks(self, word: str) -> str:
        left, right = self.left.get(word, 0), self.right.get(word, 0)
        return "".join(
            mark
            for mark, holds in (
                (IS_LEFT, left >= 12),
                (IS_RIGHT, right >= 12),
                (IS_FIRST, left >= 4),
                (IS_SECOND, right >= 4),
                (MAY_HOLD, left / (left + self.free_next.get(word, 0) + 0.7) >= 0.01),
                (MAY_BE_HELD, right / (right + self.free_before.get(word, 0) + 0.7) >= 0.01),
                (IS_PREFIX, left >= 3),
                (IS_SUFFIX, right >= 3),
            )
            if holds
        )

    def pair_counts(self, a: str, b: str, *, less: float = 0.0, less_space: float = 0.0) -> str:
        half_spaces = count_class(self.half_spaces.get((a, b), 0) - less)
        return f"{half_spaces}{space_class(self.spaces.get((a, b), 0) - less_space)}"

    def is_compound(self, a: str, b: str) -> str:
        return "1" if (a, b) in self.compounds else "0"
