"""Weights of the parts of words by language, learnt by ``tools/train_languages.py``.

A word's scores do not depend on its neighbours, so each is worked out once and kept. The scores of
all languages, and the letters of all scripts, stand side by side in one large integer: a text is
then one sum.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import struct
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

MODEL_FILE: Final = Path(__file__).parent / "models" / "languages.gz"
SCRIPTS: Final = ("arabic", "cyrillic", "latin", "other")
# More tells nothing new: ten words are told right more than 998 times in a thousand.
SAMPLE_CHARS: Final = 3_000
# Bits of one number among those side by side: so many characters score less than 2 ** 32.
FIELD: Final = 32
UNIT: Final = 256
_LONGEST_RUN: Final = 4
# The weight of a word grows with the root of its runs: long words are not the whole of a headline.
_USUAL_RUNS: Final = 10
_KNOWN: Final = "+"
_KNOWN_WITH_ENDING: Final = "~"
_UNKNOWN: Final = "-"
_LEAST_STEM: Final = 3
# Azerbaijani speaks of «ورزشلر» and «جنوبی افریقانین»: its endings on words that are Persian too.
_ENDINGS_LISTED: Final = (
    "نین نون ین نن دن دان ده دا لر لار لری لاری لرین لارین لرینده لارین سی سینین سنین سینده"
    " سیندا یندا ینده سینن نان ینان ینن لیق لیک لیغ لق لی چی دیر یندن یندان لردن لاردان لره"
    " لارا سین یله نی"
)
_ENDINGS: Final = frozenset(_ENDINGS_LISTED.split())
_BEST: Final = re.compile("ترین(?:ها)?$")  # «بزرگترین» is Persian
_LONGEST_ENDING: Final = max(map(len, _ENDINGS))
_WORD_CHARS: Final = 200  # sentences that lost their spaces are told too
_KEPT_TOKENS: Final = 60_000  # some 15 MB
_KEPT_TOKEN_CHARS: Final = 60

_WORD: Final = re.compile(r"[^\W\d_]+")
_ADDRESS: Final = re.compile(r"://|@|^www\.|^[#&]\w")
# Half-spaces part words; Arabic marks, kashida and the dot of a lowered «İ» are no letters.
_KASHIDA: Final = "\u0640"
_MARKS: Final = {0x200C: " ", 0x0640: None, 0x0670: None, 0x0307: None} | dict.fromkeys(
    range(0x064B, 0x0653)
)
_PERSIAN_LETTERS: Final = str.maketrans("يكىة", "یکیه")
# The last letter of each script's blocks in turn, with the script's place; and what is no letter.
_BLOCKS: Final = (
    (0x60, 3),
    (0x7A, 2),
    (0xBF, 3),
    (0x24F, 2),
    (0x258, 3),
    (0x259, 2),
    (0x3FF, 3),
    (0x52F, 1),
    (0x5FF, 3),
    (0x6FF, 0),
    (0x74F, 3),
    (0x77F, 0),
    (0x1DFF, 3),
    (0x1EFF, 2),
    (0xFB4F, 3),
    (0xFDFF, 0),
    (0xFE6F, 3),
    (0xFEFC, 0),
    (0x10FFFF, 3),
)
_BLOCK_ENDS: Final = [end for end, _ in _BLOCKS]


def split_words(text: str) -> list[str]:
    """Words in small letters, without marks, parted at half-spaces: «می‌روم» is two."""
    lowered = text.lower()
    if lowered.isalpha() and _KASHIDA not in lowered:
        return [lowered]
    return _WORD.findall(lowered.translate(_MARKS))


def script_of(word: str) -> int:
    """The place in ``SCRIPTS`` of a word's first letter."""
    return _BLOCKS[bisect_left(_BLOCK_ENDS, ord(word[0]))][1]


def list_parts(word: str, known: frozenset[str]) -> tuple[list[str], tuple[str, ...]]:
    """What tells a word's language: its runs, and its marks, which weigh the same in any word.

    Runs are of one to four letters, spaces for the word's ends, and the whole; marks say whether
    Persian knows the word. Of a Persian word with an Azerbaijani ending only the ending counts.
    """
    padded = f" {word[:_WORD_CHARS]} "
    marks: tuple[str, ...] = ()
    if len(word) >= _LEAST_STEM and not script_of(word):
        marks = _mark(word, known)
        if marks[0][0] == _KNOWN_WITH_ENDING:
            padded = f"{_KNOWN_WITH_ENDING}{padded[-len(marks[0]) :]}"
    runs = [*map(padded.__getitem__, _slice_runs(len(padded))), f" {word[:_WORD_CHARS]} "]
    return runs, marks


@cache
def _slice_runs(length: int) -> tuple[slice, ...]:
    """Where the runs of a padded word are; its spaces alone are none."""
    return tuple(
        slice(start, start + size)
        for size in range(1, _LONGEST_RUN + 1)
        for start in range(length - size + 1)
        if size > 1 or 0 < start < length - 1
    )


@cache
def factor_of(runs: int) -> int:
    """How much each of so many runs weighs, in 1/``UNIT``."""
    return round(UNIT * math.sqrt(_USUAL_RUNS / runs))


def _mark(word: str, known: frozenset[str]) -> tuple[str, ...]:
    if word in known or (word := word.translate(_PERSIAN_LETTERS)) in known:
        return (_KNOWN,)
    for size in range(min(_LONGEST_ENDING, len(word) - _LEAST_STEM), 0, -1):
        if word[-size:] in _ENDINGS and word[:-size] in known and not _BEST.search(word):
            return (f"{_KNOWN_WITH_ENDING}{word[-size:]}",)
    return (_UNKNOWN,)


@dataclass(frozen=True, slots=True)
class Table:
    """One script: its languages (``_`` before those that are not ours), biases, and parts."""

    languages: tuple[str, ...]
    biases: tuple[float, ...]
    first_field: int
    weights: dict[str, int]


class Model(dict[str, int]):
    """From a token between spaces to its sums; works out what it has not met yet."""

    def __init__(self, tables: list[Table], known: frozenset[str], step: float) -> None:
        super().__init__()
        self.tables: Final = tables
        self._known: Final = known
        self._step: Final = step
        last = tables[-1]
        self._fields: Final = struct.Struct(f"<{last.first_field + len(last.languages)}I")

    def __missing__(self, token: str) -> int:
        words = split_words(token)
        if words == [token]:
            total = self._score(token)
        else:
            total = 0 if _ADDRESS.search(token) else sum(map(self.__getitem__, words))
        if len(self) >= _KEPT_TOKENS:
            self.clear()
        if len(token) <= _KEPT_TOKEN_CHARS:
            self[token] = total
        return total

    def _score(self, word: str) -> int:
        script = script_of(word)
        letters = len(word) << script * FIELD
        if script >= len(self.tables):
            return letters
        table = self.tables[script]
        find = table.weights.get
        runs, marks = list_parts(word, self._known)
        total = factor_of(len(runs)) * sum(filter(None, map(find, runs)))
        for mark in marks:
            total += UNIT * find(mark, 0)
        return letters + (total << table.first_field * FIELD)

    def sum_up(self, text: str) -> tuple[int, ...]:
        """Letters by script, then the scores of each table's languages, of the text's beginning."""
        total = sum(map(self.__getitem__, text[:SAMPLE_CHARS].split()))
        return self._fields.unpack(total.to_bytes(self._fields.size, "little"))

    def weigh(self, sums: tuple[int, ...], script: int) -> dict[str, float]:
        """How probable each language of a script is, for sums of ``sum_up``."""
        table = self.tables[script]
        first = table.first_field
        scores = [
            sums[first + place] * self._step / UNIT + bias
            for place, bias in enumerate(table.biases)
        ]
        most = max(scores)
        powers = [math.exp(score - most) for score in scores]
        total = sum(powers)
        return {
            language: power / total for language, power in zip(table.languages, powers, strict=True)
        }


def write_model(
    heads: list[dict[str, Any]], rows: list[bytes], words: list[str], step: float
) -> bytes:
    """A line of JSON, one of known words, then each script's parts and their weights; packed."""
    head = {"step": step, "tables": heads}
    lines = json.dumps(head, ensure_ascii=False, sort_keys=True), " ".join(words)
    return gzip.compress("\n".join(lines).encode() + b"\n" + b"".join(rows), 9, mtime=0)


def parse_model(packed: bytes) -> Model:
    """A model from a file's bytes."""
    head, words, rest = gzip.decompress(packed).split(b"\n", 2)
    about = json.loads(head)
    tables = []
    field = len(SCRIPTS)
    for table in about["tables"]:
        languages = tuple(table["languages"])
        text, weights, rest = (
            rest[: table["text"]],
            rest[table["text"] : table["text"] + table["weights"]],
            rest[table["text"] + table["weights"] :],
        )
        parts = text.decode().split("\n")
        found = _spread(weights, len(languages))
        tables.append(
            Table(languages, tuple(table["biases"]), field, dict(zip(parts, found, strict=True)))
        )
        field += len(languages)
    return Model(tables, frozenset(words.decode().split()), about["step"])


def _spread(weights: bytes, width: int) -> Iterator[int]:
    """A byte each side by side becomes a field each."""
    size = FIELD // 8
    wide = bytearray(len(weights) * size)
    wide[::size] = weights
    for start in range(0, len(wide), width * size):
        yield int.from_bytes(wide[start : start + width * size], "little")


@cache
def load_model() -> Model:
    """The model of the package, read on first use."""
    return parse_model(MODEL_FILE.read_bytes())
