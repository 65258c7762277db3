"""The other figures of the text engine: word forms, languages, characters and dates a second."""

from __future__ import annotations

import importlib
import importlib.util
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from getnewsfast.text.dates import read_date
from getnewsfast.text.detect import detect_language
from getnewsfast.text.forms import stem_words
from getnewsfast.text.normalise import display, key

DOCUMENT_LINES: Final = 20
_LEAST_SECONDS: Final = 1.0
_NOW: Final = datetime(2026, 1, 27, 12, tzinfo=UTC)
_ZONE: Final = ZoneInfo("Asia/Tehran")
# The ways in which agencies write the same morning.
DATES: Final = (
    "سه‌شنبه ۷ بهمن ۱۴۰۴ - ۱۱:۳۲",
    "۱۴۰۴/۱۱/۰۷ ساعت ۱۱:۳۲",
    "7 بهمن 1404 | 11:32",
    "Tue, 27 Jan 2026 11:32:00 +0330",
    "2026-01-27T11:32:00+03:30",
    "دقایقی پیش",
    "۲۷ ژانویه ۲۰۲۶",
    "January 27, 2026",
)


def measure_forms(shared: Path) -> dict[str, Any]:
    """Nouns and verbs brought together with their other forms."""
    return _measure_by("bench.text_forms", shared / "data" / "persian")


def measure_languages(shared: Path) -> dict[str, Any]:
    """The language of a few words, and of more."""
    return _measure_by("bench.text_languages", shared)


def _measure_by(module: str, shared: Path) -> dict[str, Any]:
    if importlib.util.find_spec(module) is None:
        return {"not_measured": f"there is no {module}"}
    measure: Callable[[Path], dict[str, Any]] = importlib.import_module(module).measure
    return measure(shared)


def measure_speeds(lines: Sequence[str]) -> dict[str, Any]:
    """Per second of processor time, in one process; the text is documents of usual length."""
    documents = [
        "\n".join(lines[at : at + DOCUMENT_LINES]) for at in range(0, len(lines), DOCUMENT_LINES)
    ]
    length = sum(map(len, documents))
    word_count = sum(len(document.split()) for document in documents)
    openings = [" ".join(line.split()[:10]) for line in lines]
    return {
        "display_characters_per_second": _per_second(lambda: _each(display, documents), length),
        "key_characters_per_second": _per_second(lambda: _each(key, documents), length),
        "stemmed_words_per_second": _per_second(lambda: _each(stem_words, documents), word_count),
        "languages_of_ten_words_per_second": _per_second(
            lambda: _each(detect_language, openings), len(openings)
        ),
        "dates_per_second": _per_second(lambda: _each(_read_date, DATES), len(DATES)),
    }


def _each(change: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        change(text)


def _read_date(text: str) -> object:
    return read_date(text, now=_NOW, zone=_ZONE)


def _per_second(work: Callable[[], None], amount: int) -> int:
    """The work again and again for a second, after once that loads what there is to load."""
    work()
    rounds = 0
    started = time.process_time()
    while (spent := time.process_time() - started) < _LEAST_SECONDS:
        work()
        rounds += 1
    return round(rounds * amount / spent)
