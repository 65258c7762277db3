"""How well the language of a few words is told, and how fast.

``python -m bench.text_languages`` prints, as JSON, the share of the development sentences of
SIB-200 whose language is told right by their first five and ten words, by language; of Persian
headlines that are told for Persian; how often two languages in one text are found to be mixed, and
one language not; and texts a second, of ten to twenty-five words.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from getnewsfast.text.detect import detect, detect_language
from getnewsfast.text.language_model import load_model

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
# SIB-200's name of a language, and ours; Dari is written Persian, Azerbaijani here in Arabic.
LANGUAGES: Final = {
    "arb_Arab": "ar",
    "azb_Arab": "az",
    "ckb_Arab": "ckb",
    "eng_Latn": "en",
    "pbt_Arab": "ps",
    "pes_Arab": "fa",
    "prs_Arab": "fa",
    "rus_Cyrl": "ru",
    "tgk_Cyrl": "tg",
    "urd_Arab": "ur",
}
LENGTHS: Final = {"five": 5, "ten": 10}
_ROUNDS: Final = 3


def read_sentences(shared: Path, part: str = "dev") -> dict[str, list[str]]:
    """The sentences of a part by SIB-200's name of their language; line by line the same."""
    return {name: list(_read(shared, f"{name}.{part}.tsv.gz")) for name in LANGUAGES}


def _read(shared: Path, name: str) -> Iterator[str]:
    path = shared / "data" / "persian" / "languages" / name
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["text"]


def read_headlines(shared: Path) -> list[str]:
    """Persian headlines of a newspaper."""
    packed = (shared / "data" / "persian" / "sections" / "hamshahri.json.gz").read_bytes()
    found: list[dict[str, Any]] = json.loads(gzip.decompress(packed))
    return [item["title"] for item in found]


def score(sentences: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    """By language, the share told right by the first five and ten words."""
    return {
        name: {
            length: round(
                sum(
                    detect_language(" ".join(text.split()[:words])) == LANGUAGES[name]
                    for text in texts
                )
                / len(texts),
                4,
            )
            for length, words in LENGTHS.items()
        }
        for name, texts in sentences.items()
    }


def score_headlines(headlines: list[str]) -> float:
    """The share told for Persian."""
    return round(sum(detect_language(line) == "fa" for line in headlines) / len(headlines), 4)


def score_mixed(sentences: dict[str, list[str]]) -> dict[str, float]:
    """Of two sentences in a row: found mixed where their languages differ, and where not."""
    names = list(sentences)
    differ, same = [], []
    for at, name in enumerate(names):
        for number in range(0, len(sentences[name]) - 1, 5):
            first = sentences[name][number]
            same.append(detect(f"{first}\n{sentences[name][number + 1]}").is_mixed)
            for other in names[at + 1 :]:
                if LANGUAGES[other] != LANGUAGES[name]:
                    differ.append(detect(f"{first}\n{sentences[other][number + 1]}").is_mixed)
    return {
        "found": round(sum(differ) / len(differ), 4),
        "invented": round(sum(same) / len(same), 4),
    }


def measure_speed(sentences: dict[str, list[str]]) -> dict[str, int]:
    """Texts a second of processor time: all languages in turn, first words unmet, then met."""
    texts = [
        " ".join(text.split()[: 10 + number % 16])
        for number, row in enumerate(zip(*sentences.values(), strict=True))
        for text in row
    ]
    started = time.process_time()
    load_model.cache_clear()
    load_model()
    loaded = time.process_time()
    for text in texts:
        detect_language(text)
    met = time.process_time()
    for text in texts * _ROUNDS:
        detect_language(text)
    return {
        "load_ms": round((loaded - started) * 1000),
        "per_second_of_unmet_words": round(len(texts) / (met - loaded)),
        "per_second": round(len(texts) * _ROUNDS / (time.process_time() - met)),
    }


def measure(shared: Path) -> dict[str, Any]:
    """All figures."""
    sentences = read_sentences(shared)
    return {
        **score(sentences),
        "persian_headlines": score_headlines(read_headlines(shared)),
        "mixed": score_mixed(sentences),
        **measure_speed(sentences),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="the measuring data")
    print(json.dumps(measure(parser.parse_args().shared), indent=2))


if __name__ == "__main__":
    main()
