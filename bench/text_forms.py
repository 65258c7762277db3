"""How well forms of one word are brought together, and how fast.

``python -m bench.text_forms`` prints F1 of noun and verb pairs and words a second, as JSON.
A pair counts as found where both words have one stem; F1 is of the pairs of one word.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from bench.word_form_pairs import Pair, read_pairs
from getnewsfast.text import forms

SHARED: Final = Path(__file__).resolve().parents[2] / "shared" / "data" / "persian"
_SPEED_LINES: Final = 20_000


def score(pairs: Iterable[Pair], stem: Callable[[str], str]) -> dict[str, float]:
    """Precision, recall and F1 of «these two are one word»."""
    hits = extra = missed = 0
    for pair in pairs:
        joined = stem(pair.one) == stem(pair.other)
        hits += joined and pair.is_same
        extra += joined and not pair.is_same
        missed += pair.is_same and not joined
    precision = hits / (hits + extra) if hits + extra else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    total = precision + recall
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / total, 4) if total else 0.0,
    }


def measure(shared: Path) -> dict[str, Any]:
    """The figures of the held-out half of the words, and the speed on running text."""
    pairs = read_pairs(shared)
    return {
        "nouns": score(pairs.nouns, forms.stem),
        "verbs": score(pairs.verbs, forms.stem),
        "noun_pairs": len(pairs.nouns),
        "verb_pairs": len(pairs.verbs),
        **_measure_speed(shared),
    }


def _measure_speed(shared: Path) -> dict[str, int]:
    lines = gzip.decompress((shared / "train.txt.gz").read_bytes()).decode().splitlines()
    started = time.perf_counter()
    forms.read_lexicon()
    loaded = time.perf_counter()
    forms.forget()
    words = sum(len(forms.stem_words(line)) for line in lines[:_SPEED_LINES])
    return {
        "load_ms": round((loaded - started) * 1000),
        "words_per_second": round(words / (time.perf_counter() - loaded)),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="the measuring data")
    print(json.dumps(measure(parser.parse_args().shared), indent=2))


if __name__ == "__main__":
    main()
