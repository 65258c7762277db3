"""The display form: every rule in its order, and what each of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from getnewsfast.text.characters import language_of
from getnewsfast.text.covers import Covered, cover_foreign, cover_tags
from getnewsfast.text.digits import Shown, shown_digits
from getnewsfast.text.edits import Group, Trace, carry, compare, run_groups, turn_back
from getnewsfast.text.halfspace import find_kinds, mend_half_spaces
from getnewsfast.text.letters import common_letters, own_letters
from getnewsfast.text.mojibake import MOJIBAKE_STEP
from getnewsfast.text.punctuation import marks
from getnewsfast.text.rules import ALL, Rule
from getnewsfast.text.white_space import WHITE_SPACE_STEPS


@dataclass(frozen=True, slots=True)
class Change:
    """One thing a rule changed: places in the original text and in the result, in code points.

    ``before`` is what stands there in the original, ``after`` what stands there in the result;
    where two rules changed the same place both say so.
    """

    rule: Rule
    start: int
    end: int
    before: str
    after: str
    shown_start: int
    shown_end: int


@dataclass(frozen=True, slots=True)
class Explained:
    """The display form of a text, and each change on the way to it, in the order of the text."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which steps run on a text; the half-spaces apart, since they look at a whole document."""

    is_persian: bool
    letters: tuple[Group, ...]
    own_letters: tuple[Group, ...]
    marks: tuple[Group, ...]
    mends_half_spaces: bool


@lru_cache(maxsize=256)
def _plan(language: str, rules: frozenset[Rule], digits: Shown) -> _Plan:
    is_persian = language == "fa"
    digit_steps = shown_digits(digits) if is_persian else ()
    white_space = Group(WHITE_SPACE_STEPS)
    return _Plan(
        is_persian=is_persian,
        letters=_only(rules, (Group((MOJIBAKE_STEP,)), *common_letters(language), white_space)),
        own_letters=_only(rules, own_letters(language)),
        marks=_only(rules, (*marks(language), *digit_steps)),
        mends_half_spaces=is_persian and Rule.HALF_SPACES in rules,
    )


def _only(rules: frozenset[Rule], groups: Iterable[Group]) -> tuple[Group, ...]:
    chosen = (group.only(rules) for group in groups)
    return tuple(group for group in chosen if group.steps)


def _prepare(text: str, plan: _Plan, trace: Trace | None = None) -> Covered:
    """Everything but the half-spaces; what no rule may touch is still covered."""
    text = run_groups(plan.letters, text, trace)
    covered = cover_foreign(text, is_persian=plan.is_persian)
    lettered = run_groups(plan.own_letters, covered.text, trace)
    covered = cover_tags(Covered(lettered, covered.hidden))
    return Covered(run_groups(plan.marks, covered.text, trace), covered.hidden)


def display(
    text: str,
    language: str = "fa",
    *,
    rules: frozenset[Rule] = ALL,
    gate: bool = True,
    digits: Shown = Shown.AS_THEY_CAME,
) -> str:
    """What a reader sees: right letters, half-spaces, punctuation and spacing; paragraphs stay.

    «كتابهاي  او ،» becomes «کتاب‌های او،». With ``gate`` the text is one document, in which a kind
    of half-space fault is mended only where the document suffers from it. Linear in the length,
    never raises, and displaying twice changes nothing more.
    """
    plan = _plan(language_of(language), rules, digits)
    covered = _prepare(text, plan)
    mended = covered.text
    if plan.mends_half_spaces:
        mended = mend_half_spaces(mended, gate=gate)
    return covered.uncover(mended)


def display_pieces(
    texts: Sequence[str],
    language: str = "fa",
    *,
    rules: frozenset[Rule] = ALL,
    digits: Shown = Shown.AS_THEY_CAME,
) -> list[str]:
    """The display forms of the pieces of one document: what it suffers from, all of it says."""
    plan = _plan(language_of(language), rules, digits)
    prepared = [_prepare(text, plan) for text in texts]
    if not plan.mends_half_spaces:
        return [covered.uncover(covered.text) for covered in prepared]
    kinds = find_kinds("\n".join(covered.text for covered in prepared))
    return [covered.uncover(mend_half_spaces(covered.text, kinds=kinds)) for covered in prepared]


def explain(
    text: str,
    language: str = "fa",
    *,
    rules: frozenset[Rule] = ALL,
    gate: bool = True,
    digits: Shown = Shown.AS_THEY_CAME,
) -> Explained:
    """The display form, with the rule, the place and the characters of each change.

    The same steps run as for ``display``, each with a log.
    """
    plan = _plan(language_of(language), rules, digits)
    trace = Trace()
    covered = _prepare(text, plan, trace)
    mended = covered.text
    if plan.mends_half_spaces:
        mended = mend_half_spaces(mended, gate=gate)
        if mended != covered.text:
            edits = compare(covered.text, mended)
            trace.rounds.append((Rule.HALF_SPACES, edits))
    shown = covered.uncover(mended)
    return Explained(shown, tuple(_list_changes(text, shown, trace)))


def _list_changes(text: str, shown: str, trace: Trace) -> list[Change]:
    changes = [
        change
        for number in range(len(trace.rounds))
        for change in _changes_of(text, shown, trace, number)
        if change.before != change.after
    ]
    return sorted(changes, key=lambda change: (change.start, change.end))


def _changes_of(text: str, shown: str, trace: Trace, number: int) -> Iterator[Change]:
    """The changes of one round: carried back to the original, and on to the result."""
    rule, edits = trace.rounds[number]
    starts, ends = [start for start, _, _ in edits], [end for _, end, _ in edits]
    for _, earlier in reversed(trace.rounds[:number]):
        undo = turn_back(earlier)
        starts, ends = carry(starts, undo), carry(ends, undo, ends=True)
    undo = turn_back(edits)
    shown_starts, shown_ends = [start for start, _, _ in undo], [end for _, end, _ in undo]
    for _, later in trace.rounds[number + 1 :]:
        shown_starts = carry(shown_starts, later)
        shown_ends = carry(shown_ends, later, ends=True)
    for start, end, put_start, put_end in zip(starts, ends, shown_starts, shown_ends, strict=True):
        start, put_start = min(start, end), min(put_start, put_end)
        before, after = text[start:end], shown[put_start:put_end]
        yield Change(rule, start, end, before, after, put_start, put_end)
