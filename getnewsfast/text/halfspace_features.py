"""What the half-space models look at: facts about words, and the features made of them.

Training and mending share this file, so both see a gap with the same eyes. A gap is the place
between two letters of a token («میشود»: می|شود) or between two words («می شود»).
"""

from __future__ import annotations

from typing import Final, NamedTuple

# These letters do not join the next one: no eye sees a half-space after them.
LOOSE_LETTERS: Final = frozenset("اآدذرزژو")
NOTHING: Final = "~"


class Facts(NamedTuple):
    """What is known of one word; counts and shares are in classes.

    ``kind`` is its part of speech (one letter, ``-`` unknown), ``web`` how common it is on the
    web (0–6), ``used`` as a word or part of one, ``whole`` as a token without half-space, ``left``
    and ``right`` before and after one; ``binds_next`` and ``binds_before`` say which share of its
    neighbours hold to it by a half-space. ``marks`` are the letters below.
    """

    kind: str = "-"
    web: int = 0
    used: int = 0
    whole: int = 0
    left: int = 0
    right: int = 0
    binds_next: str = "u"
    binds_before: str = "u"
    marks: str = ""


UNKNOWN: Final = Facts()

# ``marks``: the word is often the left (l) or right (r) side inside a token, often the first (a)
# or second (b) of two words, and holds (x) or is held (y) by a half-space often enough to be asked.
IS_LEFT, IS_RIGHT, IS_FIRST, IS_SECOND, MAY_HOLD, MAY_BE_HELD, IS_PREFIX, IS_SUFFIX = "lrabxyps"


def count_class(count: float) -> int:
    """0 for nothing, 5 for forty and more."""
    return sum(count >= border for border in (0.2, 1.2, 3.5, 10, 40))


def space_class(count: float) -> int:
    """As ``count_class``, for two words with a space: a single meeting says nothing."""
    return 0 if count < 1.5 else count_class(count)


def share_class(half_spaces: float, spaces: float) -> str:
    """Which share of its neighbours a half-space binds: ``0`` to ``7``, ``u`` unknown."""
    total = half_spaces + spaces
    if total <= 0.01:
        return "u"
    share = half_spaces / (total + 0.3)
    place = sum(share >= border for border in (0.003, 0.02, 0.1, 0.3, 0.6, 0.85, 0.97))
    return f"{place}" if total >= 8 else f"{place}-"


def is_plausible(left: Facts, right: Facts) -> bool:
    """Whether a token may be split here at all: its sides are words, or the right one an ending."""
    if IS_SUFFIX in right.marks:
        return True
    return bool((IS_PREFIX in left.marks or left.web or left.used) and (right.web or right.used))


def split_features(
    word: str, place: int, sides: tuple[Facts, Facts, Facts], pair: str, other: tuple[int, int]
) -> list[str]:
    """The features of the gap before ``word[place]``.

    ``sides`` are the facts of left, right and whole; ``pair`` the class of the pair's half-spaces
    with ``1`` or ``0`` for a compound of the lexica; ``other`` web and use of the word that the
    rival split of «ه‌ای» and «‌های» would leave («نامه» for «نام‌های»).
    """
    left, right = word[:place], word[place:]
    a, b, w = sides
    li = left if IS_LEFT in a.marks else NOTHING
    ri = right if IS_RIGHT in b.marks else NOTHING
    loose = "n" if left[-1] in LOOSE_LETTERS else "j"
    rival = "-"
    if right.startswith("ها"):
        rival = f"h{right[:4]}{other[0]}{other[1]}"
    elif right[0] == "ا" and left[-1] == "ه":
        rival = f"a{right[:3]}{other[0]}{other[1]}"
    return [
        "1", f"t{rival}", f"tb{rival}{a.web}", f"tp{rival}{a.used}", f"r={ri}", f"l={li}",
        f"bl{a.web}{a.kind}", f"br{b.web}{b.kind}", f"bW{w.web}{w.kind}", f"bb{a.web}{b.web}",
        f"pp{a.kind}{b.kind}", f"z{pair}", f"zl{a.left}", f"zr{b.right}", f"jw{w.whole}",
        f"jz{w.whole}{pair[0]}", f"cc{a.used}{b.used}", f"ri{ri}{a.kind}",
        f"rb{ri}{min(a.web, 4)}", f"rn{ri}{loose}", f"rW{ri}{w.kind}", f"rw{ri}{w.web}",
        f"lp{li}{b.kind}", f"lb{li}{b.web}", f"lw{li}{w.kind}{w.web}", f"zz{a.left}{b.right}",
        f"zc{b.right}{a.used}", f"zd{a.left}{b.used}", f"Wz{w.web}{w.kind}{pair}",
        f"n{loose}{b.right}", f"e1{left[-1]}", f"e2{left[-2:]}", f"e3{left[-3:]}", f"s1{right[0]}",
        f"s2{right[:2]}", f"s3{right[:3]}", f"g{left[-1]}{right[0]}", f"h{left[-2:]}{right[:2]}",
        f"L{min(len(left), 5)}{min(len(right), 5)}", f"x{loose}{ri}{left[-2:-1]}",
        f"ee{left[-1]}{ri}",
    ]  # fmt: skip


class Meeting(NamedTuple):
    """Two words side by side: what is known of each, of both together and of both in one."""

    first: str
    second: str
    first_facts: Facts
    second_facts: Facts
    joined_facts: Facts
    counts: str  # classes of their half-spaces and of their spaces: "30"
    compound: str  # "1" if a lexicon has them as one
    has_half_space: str  # whether the first and the second token hold one already: "10"


def meeting_features(meeting: Meeting) -> list[str]:
    """The features of a space by its two words alone."""
    first, second, a, b, joined, counts, compound, whole = meeting
    ai = first if IS_FIRST in a.marks else NOTHING
    bi = second if IS_SECOND in b.marks else NOTHING
    loose = "n" if first[-1] in LOOSE_LETTERS else "j"
    ra, rb = a.binds_next, b.binds_before
    return [
        "1", f"p{counts}", f"pc{counts}{compound}", f"a={ai}", f"b={bi}", f"A{ra}", f"B{rb}",
        f"AB{ra},{rb}", f"q{counts}{ra}", f"Q{counts}{rb}", f"J{joined.whole}{compound}",
        f"JJ{joined.kind}{joined.web}", f"JP{joined.kind}{counts}", f"pp{a.kind}{b.kind}",
        f"bb{a.web}{b.web}", f"c{compound}{a.kind}{b.kind}", f"ap{ai}{b.kind}", f"bp{bi}{a.kind}",
        f"ae{ai}{second[-1]}", f"af{ai}{second[-2:]}", f"be{bi}{first[-1]}",
        f"bg{bi}{first[-2:]}", f"bn{bi}{loose}", f"ab{ai}{b.web}", f"ba{bi}{a.web}",
        f"e1{first[-1]}", f"e2{first[-2:]}", f"e3{first[-3:]}", f"s2{second[:2]}",
        f"s3{second[:3]}", f"z2{second[-2:]}", f"z3{second[-3:]}",
        f"LL{min(len(first), 5)}{min(len(second), 6)}", f"w{whole}", f"wa{whole[0]}{bi}",
        f"wb{whole[1]}{ai}", f"Al{ra}{b.kind}", f"Br{rb}{a.kind}", f"aR{ai}{rb}", f"bR{bi}{ra}",
    ]  # fmt: skip


def name_sides(meeting: Meeting) -> tuple[str, str, str, str]:
    """What neighbours are asked by: the two words where frequent enough, and how they bind."""
    first, second, a, b, *_ = meeting
    return (
        first if IS_FIRST in a.marks else NOTHING,
        second if IS_SECOND in b.marks else NOTHING,
        a.binds_next,
        b.binds_before,
    )


def before_features(neighbour: tuple[str, str], sides: tuple[str, str, str, str]) -> list[str]:
    """Of the word before both: its name if frequent, its kind (``''`` for what is no word)."""
    name, kind = neighbour
    first, second, binds_next, _ = sides
    found = [f"P{name}", f"Pb{name}{second}", f"Pa{name}{first}", f"PA{name}{binds_next}"]
    return [*found, f"vp{kind}{first}", f"vb{kind}{second}"] if kind else found


def after_features(neighbour: tuple[str, str], sides: tuple[str, str, str, str]) -> list[str]:
    """Of the word after both, likewise."""
    name, kind = neighbour
    first, second, _, binds_before = sides
    found = [f"N{name}", f"Na{name}{first}", f"Nb{name}{second}", f"NB{name}{binds_before}"]
    return [*found, f"np{kind}{second}", f"nq{kind}{binds_before}"] if kind else found
