"""Train the half-space model: python -m tools.train_halfspace [--shared ../shared] [--output FILE]

Needs numpy and scipy beside the development environment. The same inputs give the same bytes.
Learns counts and weights from well-typeset sentences and open lexica (NOTICE names them).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

from getnewsfast.text.halfspace_features import (
    MAY_BE_HELD,
    MAY_HOLD,
    NOTHING,
    Meeting,
    after_features,
    before_features,
    is_plausible,
    meeting_features,
    name_sides,
    split_features,
)
from tools.half_space_counts import SOURCE_WEIGHTS, Counts, Z, read_tokens

LONGEST = 30
# L2 strengths and iterations, chosen on the development sentences.
SPLIT_L2, MEET_L2 = 0.6, 1.0
SPLIT_STEPS, MEET_STEPS = 150, 120
SMALLEST_WEIGHT = 0.04
# A form seen so much, and so often the commonest, is taken as it is.
SURE_COUNT, SURE_SHARE, MANY = 1.5, 0.75, 6.0


class Rows:
    """A sparse matrix of ones in the making: a row a gap, a column a feature."""

    def __init__(self) -> None:
        self.columns: dict[str, int] = {}
        self.cells: list[int] = []
        self.ends: list[int] = [0]

    def add(self, features: list[str]) -> None:
        self.cells += [self.columns.setdefault(name, len(self.columns)) for name in features]
        self.ends.append(len(self.cells))

    def matrix(self, *, least: int) -> tuple[sparse.csr_matrix, list[str]]:
        shape = len(self.ends) - 1, len(self.columns)
        cells = np.array(self.cells, dtype=np.int32)
        full = sparse.csr_matrix((np.ones(len(cells)), cells, np.array(self.ends)), shape=shape)
        full.sum_duplicates()
        kept = np.asarray(full.sum(0)).ravel() >= least
        names = [name for name, keep in zip(self.columns, kept, strict=True) if keep]
        return full[:, kept], names


def split_blocks(
    counts: Counts,
) -> Iterator[tuple[list[str], float, float, set[tuple[str, str]], bool]]:
    """Each form and its parts: (parts, what to leave out, weight, its own pairs, is the whole)."""
    for occurrences in counts.occurrences.values():
        for form, number in occurrences.items():
            parts = form.split(Z)
            joined = "".join(parts)
            if not 2 <= len(joined) <= LONGEST:
                continue
            total = counts.forms[joined][form]
            own = set(pairwise(parts))
            for less in {total / number, total} if number > 1 else {total}:
                weight = min(number, 6) * (total / number) / (1 if number == 1 else 2)
                for first in range(len(parts)):
                    for last in range(first + 1, len(parts) + 1):
                        is_whole = last - first == len(parts)
                        if is_whole or len(parts) <= 4:
                            yield (
                                parts[first:last],
                                less,
                                weight * (1 if is_whole else 0.3),
                                own,
                                is_whole,
                            )


def train_split(counts: Counts) -> dict[str, float]:
    """Conditional logit: one of the true places, or none, against all plausible places."""
    rows = Rows()
    truth: list[bool] = []
    starts: list[int] = []
    weights: list[float] = []
    for parts, less, weight, own, is_whole in split_blocks(counts):
        word = "".join(parts)
        true_places = set(np.cumsum([len(part) for part in parts[:-1]]).tolist())
        start = len(truth)
        for place in range(1, len(word)):
            features = _split_row(counts, word, place, own, less, is_whole and len(parts) == 1)
            if features is None and place not in true_places:
                continue
            rows.add(features or ["1"])
            truth.append(place in true_places)
        if len(truth) > start:
            starts.append(start)
            weights.append(weight)
    matrix, names = rows.matrix(least=1)
    return _fit_groups(matrix, names, np.array(truth), np.array(starts), np.array(weights))


def _split_row(
    counts: Counts, word: str, place: int, own: set[tuple[str, str]], less: float, is_one: bool
) -> list[str] | None:
    left, right = word[:place], word[place:]
    less_here = less if (left, right) in own else 0.0
    sides = (
        counts.facts(left, less=less_here),
        counts.facts(right, less=less_here),
        counts.facts(word, less_whole=less if is_one else 0.0),
    )
    if not is_plausible(sides[0], sides[1]):
        return None
    if right.startswith("ها"):
        rival = counts.facts(left + "ه", less=less if (left + "ه", right[1:]) in own else 0.0)
    else:
        rival = counts.facts(left[:-1], less=less if (left[:-1], "ه" + right) in own else 0.0)
    pair = counts.pair_counts(left, right, less=less_here)[0] + counts.is_compound(left, right)
    return split_features(word, place, sides, pair, (rival.web, rival.used))


def _fit_groups(
    matrix: Any, names: list[str], truth: Any, starts: Any, weights: Any
) -> dict[str, float]:
    group = np.zeros(len(truth), int)
    group[starts[1:]] = 1
    group = np.cumsum(group)
    has_truth = np.add.reduceat(truth.astype(float), starts) > 0
    turned = matrix.T.tocsr()

    def loss(vector: Any) -> tuple[float, Any]:
        odds = np.exp(np.clip(matrix @ vector, -40, 40))
        every = 1 + np.add.reduceat(odds, starts)
        right = np.where(has_truth, np.add.reduceat(odds * truth, starts), 1.0)
        value = (weights * (np.log(every) - np.log(right))).sum()
        slope = odds / every[group] - np.where(truth, odds / right[group], 0)
        return value + SPLIT_L2 / 2 * (vector @ vector), turned @ (
            weights[group] * slope
        ) + SPLIT_L2 * vector

    return _fit(loss, names, SPLIT_STEPS)


def _fit(loss: Any, names: list[str], steps: int) -> dict[str, float]:
    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": steps}
    )
    return {
        name: round(float(weight), 2)
        for name, weight in zip(names, found.x, strict=True)
        if abs(weight) >= SMALLEST_WEIGHT
    }


def damaged_words(line: str, *, kept: float, chance: random.Random) -> list[tuple[str, str]]:
    """The words of a line whose half-spaces became spaces, but a share: (word, gap before it).

    The gap is ``Z`` where a half-space was, ``S`` for a space, ``''`` for anything else.
    """
    words: list[tuple[str, str]] = []
    for token, is_word, after_space in read_tokens(line):
        parts = [part for part in token.split(Z) if part] if is_word else [token]
        current, gap = parts[0], "S" if after_space and is_word else ""
        for part in parts[1:]:
            if chance.random() < kept:
                current += Z + part
            else:
                words.append((current, gap))
                current, gap = part, "Z"
        words.append((current, gap))
    return words


def train_meet(counts: Counts, frequent: set[str]) -> dict[str, float]:
    """Logistic regression over spaces, once in lines that kept most of their half-spaces."""
    chance = random.Random(7)
    rows = Rows()
    truth: list[bool] = []
    weights: list[float] = []
    for kept in (0.0, 0.6):
        for line, source in zip(counts.lines, counts.sources, strict=True):
            weight = SOURCE_WEIGHTS[source]
            words = damaged_words(line, kept=kept, chance=chance)
            for place in range(1, len(words)):
                gap = words[place][1]
                if not gap or not _is_word(words[place - 1][0]):
                    continue
                if kept and gap == "S" and chance.random() > 0.5:
                    continue
                features = _meet_row(counts, frequent, words, place, weight)
                if features is not None:
                    rows.add(features)
                    truth.append(gap == "Z")
                    weights.append(weight * 0.6 * (2 if kept and gap == "S" else 1))
    matrix, names = rows.matrix(least=3)
    return _fit_rows(matrix, names, np.array(truth, float), np.array(weights))


def _is_word(token: str) -> bool:
    return "\u0621" <= token[0] <= "\u06d3"


def _meet_row(
    counts: Counts, frequent: set[str], words: list[tuple[str, str]], place: int, weight: float
) -> list[str] | None:
    first, second = words[place - 1][0], words[place][0]
    a, b = first.rpartition(Z)[2], second.partition(Z)[0]
    less = weight if words[place][1] == "Z" else 0.0
    less_space = weight if words[place][1] == "S" else 0.0
    a_facts = counts.facts(a, less=less, less_space=less_space)
    b_facts = counts.facts(b, less=less, less_space=less_space)
    compound = counts.is_compound(a, b)
    pair = counts.pair_counts(a, b, less=less, less_space=less_space)
    is_seen = (a, b) in counts.half_spaces or compound == "1"
    if not is_seen and MAY_HOLD not in a_facts.marks and MAY_BE_HELD not in b_facts.marks:
        return None
    whole = f"{int(Z in first)}{int(Z in second)}"
    meeting = Meeting(a, b, a_facts, b_facts, counts.facts(a + b), pair, compound, whole)
    before = words[place - 2][0].rpartition(Z)[2] if place > 1 else "^"
    after = words[place + 1][0].partition(Z)[0] if place + 1 < len(words) else "$"
    sides = [_neighbour(counts, frequent, word) for word in (before, after)]
    around = before_features(sides[0], name_sides(meeting))
    return [*meeting_features(meeting), *around, *after_features(sides[1], name_sides(meeting))]


def _neighbour(counts: Counts, frequent: set[str], word: str) -> tuple[str, str]:
    name = word if _is_word(word) else word[:1]
    kind = counts.kind(word) if _is_word(word) else ""
    return (name if name in frequent else NOTHING), kind


def _fit_rows(matrix: Any, names: list[str], truth: Any, weights: Any) -> dict[str, float]:
    turned = matrix.T.tocsr()

    def loss(vector: Any) -> tuple[float, Any]:
        odds = matrix @ vector
        share = 1 / (1 + np.exp(-np.clip(odds, -40, 40)))
        value = (weights * (np.logaddexp(0, odds) - truth * odds)).sum()
        return value + MEET_L2 / 2 * (vector @ vector), turned @ (
            weights * (share - truth)
        ) + MEET_L2 * vector

    return _fit(loss, names, MEET_STEPS)


def frequent_words(counts: Counts) -> set[str]:
    found: Counter[str] = Counter()
    for line in counts.lines:
        for token, is_word, _ in read_tokens(line):
            found[token.split(Z)[0] if is_word else token[:1]] += 1
    ordered = sorted(found, key=lambda word: (-found[word], word))
    return {*ordered[:400], "^", "$"}


def known_forms(counts: Counts) -> dict[str, list[str]]:
    """Forms to take as seen, by tenths of their log-odds: «می|شود» under 60."""
    stored = defaultdict(list)
    for joined, forms in counts.forms.items():
        ordered = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
        (best, most), total = ordered[0], sum(forms.values())
        is_sure = total >= SURE_COUNT and most / total >= SURE_SHARE
        if len(joined) < 3 or not (is_sure or total >= MANY):
            continue
        split = total - forms.get(joined, 0)
        odds = np.log((split + 0.3) / (forms.get(joined, 0) + 0.3))
        if Z in best or odds > 0:
            best = best if Z in best else ordered[1][0]
        stored[str(round(float(odds) * 10))].append(best.replace(Z, "|"))
    return stored


def group(items: dict[str, str]) -> dict[str, str]:
    grouped = defaultdict(list)
    for name, code in items.items():
        grouped[code].append(name)
    return {code: " ".join(sorted(names)) for code, names in sorted(grouped.items())}


def collect(counts: Counts) -> dict[str, Any]:
    frequent = frequent_words(counts)
    words = {
        word: ",".join(map(str, facts))
        for word in sorted({*counts.web, *counts.lilak, *counts.used})
        if word and Z not in word and " " not in word and len(word) <= LONGEST
        for facts in [counts.facts(word)]
        if facts.used or facts.web > 1 or word in counts.lilak
    }
    pairs = {
        f"{a}|{b}": code
        for a, b in sorted({*counts.half_spaces, *counts.spaces})
        for code in [counts.pair_counts(a, b)]
        if code[0] != "0" or (code[1] != "0" and _may_be_asked(counts, a, b))
    }
    print(f"{len(words)} words, {len(pairs)} pairs", file=sys.stderr)
    split = train_split(counts)
    print(f"{len(split)} weights for splits", file=sys.stderr)
    meet = train_meet(counts, frequent)
    print(f"{len(meet)} weights for spaces", file=sys.stderr)
    return {
        "words": group(words),
        "pairs": group(pairs),
        "forms": {
            odds: " ".join(sorted(forms)) for odds, forms in sorted(known_forms(counts).items())
        },
        "compounds": " ".join(sorted(f"{a}|{b}" for a, b in counts.compounds)),
        "frequent": " ".join(sorted(frequent)),
        "split": group({name: f"{weight * 100:.0f}" for name, weight in split.items()}),
        "meet": group({name: f"{weight * 100:.0f}" for name, weight in meet.items()}),
    }


def _may_be_asked(counts: Counts, a: str, b: str) -> bool:
    return MAY_HOLD in counts.marks(a) or MAY_BE_HELD in counts.marks(b)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument(
        "--output", type=Path, default=Path("getnewsfast/text/models/halfspace.json.z")
    )
    chosen = parser.parse_args()
    learnt = collect(Counts(chosen.shared / "data" / "persian"))
    text = json.dumps(learnt, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    chosen.output.write_bytes(zlib.compress(text.encode(), 9))
    print(f"{chosen.output}: {chosen.output.stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
