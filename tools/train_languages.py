"""Learn which parts of words tell languages.

``python -m tools.train_languages`` writes ``getnewsfast/text/models/languages.gz``; the same
inputs give the same bytes. A softmax regression over the letters, letter runs and words of short
stretches of text, one for each script; AdaGrad, weights decayed, small ones left out.
``--folds 5`` writes nothing: it trains on four fifths and counts the mistakes in the last, five
times, at the first five and ten words. The texts are listed in ``tools/language_sources.py``.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import mul
from pathlib import Path
from typing import Any, Final

from getnewsfast.text.language_model import (
    MODEL_FILE,
    SCRIPTS,
    UNIT,
    Model,
    factor_of,
    list_parts,
    parse_model,
    split_words,
    write_model,
)
from tools.language_sources import (
    Text,
    blend_words,
    draw_words,
    get_declarations,
    read_declarations,
    read_known,
    read_persian,
    read_sentences,
    read_translations,
)

ROOT: Final = Path(__file__).resolve().parent.parent
SEED: Final = 4
ROUNDS: Final = 6
RATE: Final = 0.1
# Of a weight by example; a part that few examples hold decays when it is met, by as much more.
DECAY: Final = 5e-5
STRETCHES: Final = 4
LENGTHS: Final = (2, 3, 4, 5, 5, 6, 8, 10, 14)
LEAST_SEEN: Final = 4
LEAST_SPAN: Final = 0.3
STEP: Final = 1 / 24
# Azerbaijani in Arabic letters is full of Persian words, and English of French ones: each of their
# sentences is drawn from twice as often.
TIMES: Final = {("arabic", "az"): 2, ("latin", "en"): 2}
# Added to the biases once learnt. Persian has most sentences to learn from, and lost too few of
# its shortest texts; English and Russian stand against many languages.
LEANINGS: Final = {("arabic", "fa"): -0.2, ("latin", "en"): 0.5, ("cyrillic", "ru"): 0.5}
_ARABIC_KEYS: Final = str.maketrans("یک", "يك")
_PERSIAN_KEYS: Final = str.maketrans("يك", "یک")

Example = tuple[list[int], list[float], int]


def spell_otherwise(text: Text, stretch: str, draw: random.Random) -> str:
    """Now and then as it is typed on another keyboard, or without half-spaces."""
    chance = draw.random()
    if text.language in {"fa", "az"} and chance < 0.08:
        return stretch.translate(_ARABIC_KEYS)
    if text.language == "fa" and chance < 0.18:
        return stretch.replace("\u200c", "")
    if text.language in {"fa", "az"} and chance > 0.95:
        return stretch.replace(" ", "")
    if text.language == "ckb" and chance < 0.15:
        return stretch.replace("ە ", "ه ").replace("ە", "ه\u200c")
    if text.language == "ar" and chance < 0.04:
        return stretch.translate(_PERSIAN_KEYS)
    return stretch


def cut_stretches(text: Text, draw: random.Random) -> Iterator[str]:
    """A sentence's first five words, and a few stretches of it."""
    words = text.text.split()
    count = STRETCHES if len(words) > 5 and text.source not in {"press", "words"} else 1
    for _ in range(count * TIMES.get((text.script, text.language), 1)):
        length = draw.choice(LENGTHS)
        start = draw.randrange(max(1, len(words) - length + 1))
        yield spell_otherwise(text, " ".join(words[start : start + length]), draw)
    yield spell_otherwise(text, " ".join(words[:5]), draw)


class Learner:
    """The regression of one script; weights by language, then by part."""

    def __init__(self, script: str, languages: Sequence[str], known: frozenset[str]) -> None:
        self.script: Final = script
        self.languages: Final = list(languages)
        self._known: Final = known
        self._parts: dict[str, list[tuple[str, float]]] = {}
        self.numbers: dict[str, int] = {}
        self.weights: list[list[float]] = []
        self._squares: list[list[float]] = []
        self._decays: list[float] = []
        self.biases = [0.0] * len(languages)

    def _list_parts(self, stretch: str) -> list[tuple[str, float]]:
        """Parts with how much each weighs."""
        found: list[tuple[str, float]] = []
        for word in split_words(stretch):
            parts = self._parts.get(word)
            if parts is None:
                runs, marks = list_parts(word, self._known)
                weight = factor_of(len(runs)) / UNIT
                parts = [*((run, weight) for run in runs), *((mark, 1.0) for mark in marks)]
                self._parts[word] = parts
            found += parts
        return found

    def learn(self, stretches: Sequence[tuple[str, str]]) -> None:
        """From stretches with their language."""
        seen: Counter[str] = Counter()
        for stretch, _ in stretches:
            seen.update({part for part, _ in self._list_parts(stretch)})
        kept = sorted(part for part, count in seen.items() if count >= LEAST_SEEN)
        self.numbers = {part: number for number, part in enumerate(kept)}
        self.weights = [[0.0] * len(kept) for _ in self.languages]
        self._squares = [[1e-3] * len(kept) for _ in self.languages]
        self._decays = [DECAY * len(stretches) / seen[part] for part in kept]
        examples = [
            (*self._number(stretch), self.languages.index(language))
            for stretch, language in stretches
        ]
        draw = random.Random(SEED)
        for turn in range(ROUNDS):
            draw.shuffle(examples)
            for example in examples:
                self._step(example, RATE / (1 + turn))

    def _number(self, stretch: str) -> tuple[list[int], list[float]]:
        find = self.numbers.get
        sums: defaultdict[int, float] = defaultdict(float)
        for part, weight in self._list_parts(stretch):
            number = find(part)
            if number is not None:
                sums[number] += weight
        return list(sums), list(sums.values())

    def _step(self, example: Example, rate: float) -> None:
        numbers, values, truth = example
        decays = self._decays
        for place, slope in enumerate(self._slopes(numbers, values, truth)):
            if abs(slope) < 0.003:
                continue
            weights, squares = self.weights[place], self._squares[place]
            self.biases[place] -= 0.02 * rate * slope
            for number, value in zip(numbers, values, strict=True):
                pull = slope * value + decays[number] * weights[number]
                squares[number] += pull * pull
                weights[number] -= rate * pull / math.sqrt(squares[number])

    def _slopes(self, numbers: list[int], values: list[float], truth: int) -> list[float]:
        scores = [
            bias + sum(map(mul, map(weights.__getitem__, numbers), values))
            for bias, weights in zip(self.biases, self.weights, strict=True)
        ]
        most = max(scores)
        powers = [math.exp(score - most) for score in scores]
        total = sum(powers)
        slopes = [power / total for power in powers]
        slopes[truth] -= 1
        return slopes

    def pack(self) -> tuple[dict[str, Any], bytes]:
        """The table's head and its bytes; a part's weights count from their least."""
        parts, rows = [], bytearray()
        for part, number in self.numbers.items():
            column = [weights[number] for weights in self.weights]
            least = min(column)
            if max(column) - least >= LEAST_SPAN:
                parts.append(part)
                rows += bytes(min(255, round((weight - least) / STEP)) for weight in column)
        text = "\n".join(parts).encode()
        biases = [
            round(bias + LEANINGS.get((self.script, language), 0.0), 4)
            for bias, language in zip(self.biases, self.languages, strict=True)
        ]
        head = {
            "languages": self.languages,
            "biases": biases,
            "text": len(text),
            "weights": len(rows),
        }
        return head, text + bytes(rows)


def train(texts: Iterable[Text], known: list[str]) -> bytes:
    """The model's file."""
    draw = random.Random(SEED)
    stretches: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for text in texts:
        stretches[text.script] += [(each, text.language) for each in cut_stretches(text, draw)]
    heads, rows = [], []
    for script in SCRIPTS[:3]:
        languages = sorted({language for _, language in stretches[script]})
        learner = Learner(script, languages, frozenset(known))
        learner.learn(stretches[script])
        head, packed = learner.pack()
        heads.append(head)
        rows.append(packed)
    return write_model(heads, rows, known, STEP)


def count_mistakes(model: Model, texts: Iterable[Text], *, words: int) -> Counter[tuple[str, str]]:
    """By source, and ``all`` as what; the rest are the languages taken for it."""
    found: Counter[tuple[str, str]] = Counter()
    for text in texts:
        name = f"{text.language} {text.source}"
        start = " ".join(text.text.split()[:words])
        odds = model.weigh(model.sum_up(start), SCRIPTS.index(text.script))
        best = max(odds, key=odds.__getitem__)
        found[name, "all"] += 1
        if best != text.language and not (best[0] == text.language[0] == "_"):
            found[name, best] += 1
    return found


def check_folds(texts: Sequence[Text], known: list[str], folds: int) -> dict[str, Any]:
    """Mistakes by source at five and ten words, of texts that were not learnt from."""
    tallies = {5: Counter[tuple[str, str]](), 10: Counter[tuple[str, str]]()}
    for fold in range(folds):
        kept = [text for text in texts if text.source == "words" or text.number % folds != fold]
        model = parse_model(train(kept, known))
        rest = [text for text in texts if text.source != "words" and text.number % folds == fold]
        for words, tally in tallies.items():
            tally.update(count_mistakes(model, rest, words=words))
    return {
        str(words): {" → ".join(names): count for names, count in sorted(tally.items())}
        for words, tally in tallies.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--declarations", type=Path, default=ROOT / ".bench/udhr")
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    known = read_known(arguments.shared)
    texts = [
        *read_sentences(arguments.shared, "train"),
        *read_persian(arguments.shared),
        *read_declarations(get_declarations(arguments.declarations)),
        *read_translations(),
        *draw_words(),
        *blend_words(known),
    ]
    if arguments.folds:
        found = check_folds(texts, known, arguments.folds)
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        return
    MODEL_FILE.write_bytes(train(texts, known))


if __name__ == "__main__":
    main()
