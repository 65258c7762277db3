"""Measure the article extractor on the corpus beside the checkout, and pin what it reaches.

``python -m tests.quality.pin_extraction`` prints the figures; ``--update`` raises the pinned
floors to them, and refuses to lower any.

Body: F1 of word 4-grams as multisets; a page's true and false positives and misses are divided
by their sum, precision and recall averaged over the pages (the metric of the 2019 article
extraction benchmark). Gate: the share of pages whose headline, lead and text together hold nine
tenths of the truth's words.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NotRequired, TypedDict
from zoneinfo import ZoneInfo

from getnewsfast.extract.core.article import extract_article
from getnewsfast.extract.core.extracted import Extracted
from getnewsfast.system.failures import GiveUp
from tests.quality.floors import SHARED, Figures, pin

CORPUS: Final = SHARED / "data" / "extract"
FLOORS: Final = Path(__file__).with_name("extraction_floors.json")
GATED: Final = ("fa", "fasyn", "fundfix")
SETS: Final = (*GATED, "aeb")
EPSILON: Final = 0.002  # a page more or less in a set of a hundred, on a quarter of its text
_WORD: Final = re.compile(r"\w+")
_NOW: Final = datetime(2027, 1, 1, tzinfo=UTC)
_ZONE: Final = ZoneInfo("Asia/Tehran")
_GATE_RECALL: Final = 0.9


class Record(TypedDict):
    """One page of the corpus with its truth."""

    id: str
    bench: str
    file: str
    url: str | None
    text: str
    lead: NotRequired[str]


def read_corpus() -> list[Record]:
    """The records of the measured sets."""
    index: list[Record] = json.loads(gzip.decompress((CORPUS / "index.json.gz").read_bytes()))
    return [record for record in index if record["bench"] in SETS]


def digest(records: Iterable[Record]) -> str:
    """One short name for these pages and these truths."""
    total = hashlib.sha256()
    for record in sorted(records, key=lambda record: record["id"]):
        total.update(record["id"].encode() + record["text"].encode())
        total.update((CORPUS / record["file"]).read_bytes())
    return total.hexdigest()[:16]


def measure(records: Iterable[Record]) -> Figures:
    """``{'fa_f1': …, 'gate': …}``, each rounded to four places."""
    shares: dict[str, list[Shares]] = {name: [] for name in SETS}
    passed = []
    for record in records:
        article = _extract(record)
        shares[record["bench"]].append(_best_shares(record, article))
        if record["bench"] in GATED:
            passed.append(_word_recall(record, article) >= _GATE_RECALL)
    figures = {f"{name}_f1": round(_f1(found), 4) for name, found in shares.items()}
    return {**figures, "gate": round(sum(passed) / len(passed), 4)}


Shares = tuple[float, float, float]


def _extract(record: Record) -> Extracted:
    page = gzip.decompress((CORPUS / record["file"]).read_bytes())
    try:
        return extract_article(page, url=record["url"] or "", now=_NOW, zone=_ZONE)
    except GiveUp:
        return Extracted()


def _shown(article: Extracted) -> str:
    """The text a reader sees on the page: with the lead where the page itself shows it."""
    lead = article.lead if article.sources.get("lead") == "page" else ""
    return f"{lead}\n{article.body_text}"


def _best_shares(record: Record, article: Extracted) -> Shares:
    """A truth with a lead of its own is met with or without it."""
    truths = [record["text"], *([f"{record['lead']}\n{record['text']}"] if _lead(record) else [])]
    text = _shown(article)
    return max((_shares(truth, text) for truth in truths), key=lambda shares: _f1([shares]))


def _lead(record: Record) -> str:
    return record.get("lead", "")


def _shares(truth: str, text: str) -> Shares:
    wanted, found = _shingles(truth), _shingles(text)
    hits = (wanted & found).total()
    extra, missed = found.total() - hits, wanted.total() - hits
    total = hits + extra + missed or 1
    return hits / total, extra / total, missed / total


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def _f1(pages: list[Shares]) -> float:
    precisions = [hit / (hit + extra) for hit, extra, _missed in pages if hit + extra]
    recalls = [hit / (hit + missed) for hit, _extra, missed in pages if hit + missed]
    if not precisions or not recalls:
        return 0.0
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _word_recall(record: Record, article: Extracted) -> float:
    wanted = Counter(_WORD.findall(record["text"]))
    found = Counter(_WORD.findall(f"{article.headline}\n{article.lead}\n{article.body_text}"))
    return (wanted & found).total() / max(1, wanted.total())


def measure_corpus() -> tuple[str, Figures]:
    """The digest of the corpus and its figures."""
    records = read_corpus()
    return digest(records), measure(records)


if __name__ == "__main__":
    sys.exit(pin(__doc__, FLOORS, EPSILON, measure_corpus))
