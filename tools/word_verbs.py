"""The verbs of the lexicon of word forms, and which of their forms are rather nouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from getnewsfast.text.conjugation import Conjugation, Verb, list_past, list_present, prefix
from getnewsfast.text.forms import Lexicon, find_stem
from tools.word_sources import Sources


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A bare verb form is a noun where its other forms explain less than this share of its uses.
_EXPLAINED: Final = 0.3
_PARTICIPLE_EXPLAINED: Final = 0.03
# «می‌کشد» is more often «کشیدن» than «کشتن».
_SECOND: Final = frozenset({"کشت"})
# One stem for two verbs only where they are one: these share a present stem by chance.
_CHANCE: Final = _set("کش بر کن شور")
_LEFT_OUT: Final = frozenset(
    {("رفت", "روب"), ("برشت", "بریز"), ("گشت", "کرد"), ("برید", "برد"), ("سخت", "سنج")}
)
_PREVERBS: Final = ("باز", "بر", "در", "فرا", "فرو", "وا", "ور", "سر")
# Past stems that are nouns of other roots: man, farming, income, hard and so on.
_NO_PASTS: Final = _set("مرد کشت درآمد برخورد سخت ستاد سود رشت خرد شیفت")


def list_verbs(sources: Sources) -> list[Verb]:
    """Simple verbs by how often they occur, then those with a preverb that are attested."""
    counts = sources.counts

    def frequency(verb: Verb) -> int:
        # Without the bare stem, which is often a noun: «کشت» is mostly farming.
        forms = [form for form in list_past(verb.past) if form != verb.past]
        bare = 0 if verb.past in _NO_PASTS else counts[verb.past]
        prefixed = sum(counts[before + verb.past] for before in ("می", "نمی", "ن"))
        total = bare + prefixed + sum(counts[form] + counts["می" + form] for form in forms)
        return total // 10 if verb.past in _SECOND else total

    pairs = [pair for pair in sources.verbs if pair not in _LEFT_OUT]
    simple = [Verb(past, present) for past, present in pairs]
    simple.sort(key=lambda verb: (-frequency(verb), verb.past, verb.present))
    return _merge_variants(simple)


def _merge_variants(verbs: list[Verb]) -> list[Verb]:
    """«گذارد» beside «گذاشت»: the regular past of a present stem is the same verb, if rarer."""
    first: dict[str, Verb] = {}
    kept = []
    for verb in verbs:
        main = first.setdefault(verb.present, verb)
        is_regular = {main.past, verb.past} & {verb.present + "ید", verb.present + "د"}
        if main is verb or not is_regular or verb.present in _CHANCE or not verb.present:
            kept.append(verb)
        else:
            kept.append(Verb(verb.past, verb.present, "", main.past))
    return kept


def add_preverbs(sources: Sources, verbs: list[Verb]) -> list[Verb]:
    """«برگشتن» where a dictionary or the text has «برمی‌گردد» and the like."""
    table = Conjugation(verbs)
    named: dict[str, Verb] = {}
    for verb in verbs:
        named.setdefault(verb.infinitive, verb)
    found: dict[tuple[str, str], int] = {}
    for word in sources.verb_forms | sources.counts.keys():
        for preverb, inner in _split_preverb(word):
            name = table.find_bare(inner)
            if name in named and named[name].present:
                pair = (preverb, name)
                found[pair] = found.get(pair, 0) + sources.counts[word]
    ordered = sorted(found, key=lambda pair: (-found[pair], pair))
    made = []
    for preverb, name in ordered:
        inner_verb = named[name]
        past, present = preverb + inner_verb.past, preverb + inner_verb.present
        made.append(Verb(past, present, preverb))
    pasts = {verb.past for verb in made}
    simple = [verb for verb in verbs if verb.past not in pasts]
    return [*simple, *made]


def _split_preverb(word: str) -> Iterator[tuple[str, str]]:
    for preverb in _PREVERBS:
        for before in ("می", "نمی"):
            if word.startswith(preverb + before):
                yield preverb, word[len(preverb + before) :]


def settle_commands(words: set[str], verbs: list[Verb]) -> dict[str, str]:
    """«درمان» is hardly ever the command of «درماندن»."""
    table = Conjugation(verbs)
    simple = {use.form for use in _list_uses(verbs, table)}
    return {
        form: form
        for form, name in table.bare_forms()
        if form in words and form not in simple and name.startswith(_PREVERBS)
    }


def settle_verbs(sources: Sources, words: set[str], verbs: list[Verb]) -> dict[str, str]:
    """What is both a verb's form and a noun's, and more often the noun's: «رود», «کاری»."""
    table = Conjugation(verbs)
    no_verbs = Lexicon(frozenset(words), {}, Conjugation(()))
    uses = list(_list_uses(verbs, table))
    readings = {
        use.form: stem
        for use in uses
        if (stem := find_stem(use.form, no_verbs)) != use.form or use.form in words
    }
    rates = _measure_rates(sources.counts, uses, readings)
    totals: Counter[str] = Counter()
    for use in uses:
        totals[use.name] += use.count_prefixed(sources.counts)
    return {
        use.form: readings[use.form]
        for use in uses
        if use.form in readings
        and not _is_verb(use, readings[use.form], totals, rates, sources.counts)
    }


@dataclass(frozen=True, slots=True)
class Use:
    """A form without می, ن or ب, of one verb; ``kind`` is its tense and person."""

    form: str
    preverb: str
    kind: str
    name: str

    def count_prefixed(self, counts: Counter[str]) -> int:
        """How often the same form has a prefix, and so is a verb beyond doubt."""
        inner = self.form[len(self.preverb) :]
        return sum(
            counts[self.preverb + spelling]
            for before in ("می", "نمی", "ن", "ب")
            for spelling in prefix(before, inner)
        )


def _list_uses(verbs: list[Verb], table: Conjugation) -> Iterator[Use]:
    seen = set()
    for verb in verbs:
        groups = [("past", verb.past, list_past(verb.past))]
        if verb.present:
            groups.append(("present", verb.present, list_present(verb.present)))
        for tense, stem, forms in groups:
            for form in forms:
                name = table.find_bare(form)
                if form in seen or name != verb.infinitive or form == verb.past + "ن":
                    continue
                seen.add(form)
                yield Use(form, verb.preverb, f"{tense} {form[len(stem) :]}", name)


def _is_verb(
    use: Use, stem: str, totals: Counter[str], rates: Counter[str], counts: Counter[str]
) -> bool:
    seen = max(counts[use.form], 1)
    is_past = use.kind == "past "
    is_rare = use.kind.endswith(("یم", "ید", "ند")) and totals[use.name]
    if stem != use.form and (is_past or is_rare):
        return True  # «گرد» with «ید» is the rarer reading
    if use.form in _NO_PASTS:
        return False
    if is_past or use.kind.startswith("past ه"):  # «ساخت» and «نوشته» as nouns too
        return totals[use.name] >= _PARTICIPLE_EXPLAINED * seen
    expected = rates[use.kind] / 1000 * use.count_prefixed(counts)
    return expected >= _EXPLAINED * seen


def _measure_rates(counts: Counter[str], uses: list[Use], readings: dict[str, str]) -> Counter[str]:
    """How many bare uses stand against a thousand prefixed ones, for each tense and person."""
    bare: Counter[str] = Counter()
    prefixed: Counter[str] = Counter()
    for use in uses:
        if use.form not in readings and (found := use.count_prefixed(counts)):
            bare[use.kind] += min(counts[use.form], 40 * found)
            prefixed[use.kind] += found
    return Counter({kind: 1000 * bare[kind] // prefixed[kind] for kind in prefixed})
