"""Learn the lexicon of word forms from the dictionaries beside the checkout.

``python -m tools.make_word_forms`` writes ``getnewsfast/text/models/word_forms.txt.gz``; the same
inputs give the same bytes. Three parts, an empty line between them: verbs (past stem, present
stem, preverb; the frequent first), odd forms with their stems, and the words that are no forms of
others. Words and counts come from hazm (MIT), shekar (MIT) and lilak (Apache-2.0); how often a
form occurs, and what stands around it, from the training text.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from getnewsfast.text.conjugation import Conjugation, Verb
from getnewsfast.text.forms import Lexicon, find_stem, split_endings
from tools.odd_plurals import LEXICALISED, read_pairs
from tools.word_sources import SHARED, Sources, fold, read_sources
from tools.word_verbs import add_preverbs, list_verbs, settle_commands, settle_verbs

TARGET: Final = (
    Path(__file__).resolve().parent.parent / "getnewsfast/text/models" / "word_forms.txt.gz"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A word in ی that stands after «یک», «هر», «هیچ» or before «که» as often as this is «one …».
_INDEFINITE_SHARE: Final = 0.12
_INDEFINITE_SEEN: Final = 6
_INFLECTED_SEEN: Final = 2
_INFLECTED_SHARE: Final = 0.03
_YEH_IS_NO_ENDING: Final = _set("چای رای نای وای پهلوی برای آوای سرای نمای علوی")
_HA_IS_NO_ENDING: Final = _set("تنها منتها اژدها شفاها علیها الیها منها سربها بها")
_TARI_IS_NO_ENDING: Final = _set("برتری مشتری باتری باکتری هیستری دیمیتری")
_ALWAYS_INDEFINITE: Final = frozenset({"زنی"})
# «بهتر» is no degree of «به», «دختر» none of «دخ».
_NO_DEGREES: Final = _set("به بر فرا گس دخ")
_OWN: Final = _set("بهتر برتر چیست کیست برین درمان مردم")
# Nouns to a dictionary, commands to everyone else.
_COMMANDS: Final = _set("بگو برو بیا نیا بخور نترس نداری نرسی")
_AFTER_HEH: Final = ("های", "هایم", "هاست", "هاید")
_PLURAL_ENDS: Final = ("ان", "ات", "ین", "ون", "ها", "های", "انی", "هایی")


def choose_words(sources: Sources, verbs: Conjugation) -> set[str]:
    """The words that are no forms of others."""
    words = {word for word in sources.singulars if _is_own(word, sources)}
    words |= LEXICALISED | _OWN
    forms = {fold(plural) for plural, _singular in read_pairs()} | sources.plurals
    known = [(word, True) for word in sorted(sources.compounds)]
    for word, is_known in (*known, *sources.candidates()):
        if word in words or not is_known or word in sources.verb_forms:
            continue
        if verbs.find_bare(word) or verbs.find_prefixed(word) or verbs.find_joined(word):
            continue
        if not any(
            _may_be_form(word, base, ending, sources)
            for base, ending in split_endings(word)
            if base in words or base in forms
        ):
            words.add(word)
    # «مردم» is a plural, but not «مرد» with an ending.
    words |= {word for word in sources.plurals if not word.endswith(_PLURAL_ENDS)}
    return {word for word in words if len(word) > 1 and not _is_verbal(word, sources, verbs)}


def _is_verbal(word: str, sources: Sources, verbs: Conjugation) -> bool:
    """«نکرده», «نبودن», «می‌گویی» are no words of their own, though dictionaries list them."""
    if word in _COMMANDS or (word.startswith("می") and word in sources.verb_forms):
        return verbs.find_prefixed(word) != ""
    for before in ("نمی", "می", "ن"):
        rest = word.removeprefix(before)
        if word.startswith(before) and rest.endswith(("ه", "ن")) and not verbs.find_bare(word):
            past = rest[:-1]
            return past in sources.live_pasts and verbs.find_bare(rest) != ""
    return False


def _is_own(word: str, sources: Sources) -> bool:
    if word.endswith("انی") and word[:-1] in sources.plurals:
        return "adjective" in sources.kinds[word]  # «مردانی که»
    return not any(
        _is_form(word, base, ending, sources)
        for base, ending in split_endings(word)
        if base in sources.singulars and base != word
    )


def _is_form(word: str, base: str, ending: str, sources: Sources) -> bool:
    kinds = sources.kinds[word]
    if ending.startswith("ها"):
        return word not in _HA_IS_NO_ENDING and len(base) > 2
    if ending in ("ی", "یی", "ای"):
        return _is_indefinite(word, base, ending, sources)
    if ending in ("تر", "تری", "ترین"):
        if word in _TARI_IS_NO_ENDING or base in _NO_DEGREES:
            return False
        return bool({"adjective", "adverb"} & sources.kinds[base])
    if ending in ("ات", "جات"):
        return word not in LEXICALISED and (
            "noun_plural" in kinds or word in sources.marked_plurals
        )
    if ending == "گان":
        return base.endswith(("ده", "ته")) and base in sources.participles
    return False


def _may_be_form(word: str, base: str, ending: str, sources: Sources) -> bool:
    """Of words no dictionary settles: «اقتصادی» hardly ever follows «یک», so it is one."""
    if ending in ("ی", "یی") and sources.counts[word] >= _INDEFINITE_SEEN:
        return _is_indefinite(word, base, ending, sources)
    return True


def _is_indefinite(word: str, base: str, ending: str, sources: Sources) -> bool:
    if "adjective" in sources.kinds[word]:
        return False
    if base[-1] in "او" and ending == "ی":
        return word not in _YEH_IS_NO_ENDING and "noun_singular" in sources.kinds[base]
    if word == base + "ی" and base.endswith("ه"):
        return True
    if word in _ALWAYS_INDEFINITE:
        return True
    seen = sources.counts[word]
    if sum(sources.counts[word + end] for end in ("ها", "های", "تر", "ترین")) >= max(
        _INFLECTED_SEEN, seen * _INFLECTED_SHARE
    ):
        return False  # «تعاونی‌ها»: what has a plural is no «one …»
    return seen >= _INDEFINITE_SEEN and sources.indefinite[word] / seen >= _INDEFINITE_SHARE


def choose_odd(sources: Sources, words: set[str], verbs: list[Verb]) -> dict[str, str]:
    """Forms that no rule leads to their stem, or that a rule would lead astray."""
    odd = {fold(plural): fold(singular) for plural, singular in read_pairs()}
    for word in sources.plurals:
        if word.endswith(("ین", "ون")) and word[:-2] in words and len(word) > 5:
            odd[word] = word[:-2]
    words -= odd.keys()
    odd |= settle_heh(sources, words)
    odd = settle_at(sources, words) | odd
    odd |= settle_verbs(sources, words, verbs)
    return odd | settle_commands(words, verbs)


def settle_heh(sources: Sources, words: set[str]) -> dict[str, str]:
    """«کتابهای» is «کتاب‌های» though «کتابه» is a word; «خانهای» is «خانه‌ای» though «خان» is."""
    odd: dict[str, str] = {}
    for word in sorted(words):
        base = word[:-1]
        if word.endswith("ه") and base in words and len(base) > 1:
            plain = sources.parted[base, "های"]
            heh = sources.parted[word, "ای"]
            is_plain = plain > heh or (plain == heh and sources.counts[base] > sources.counts[word])
            if is_plain:
                endings = ("های",) if word in sources.participles else _AFTER_HEH
                odd |= {base + ending: base for ending in endings}
    return odd


def settle_at(sources: Sources, words: set[str]) -> dict[str, str]:
    """«خدمات» is of «خدمت», «مقالات» of «مقاله»: of what is left, the most frequent word."""
    odd = {}
    seen = sources.plurals | sources.marked_plurals | sources.counts.keys() | sources.web.keys()
    for word in sorted(seen - words):
        if word.endswith("ات") and len(word) > 3:
            bases = [word[:-2] + end for end in ("", "ه", "ت") if word[:-2] + end in words]
            if bases:
                odd[word] = max(bases, key=lambda base: sources.counts[base])
    return odd


def drop_implied(lexicon: Lexicon) -> dict[str, str]:
    """The odd forms that the rules would get right without being told."""
    bare = Lexicon(lexicon.words, {}, lexicon.verbs)
    return {form: stem for form, stem in lexicon.odd.items() if find_stem(form, bare) != stem}


def resolve(lexicon: Lexicon) -> dict[str, str]:
    """An odd form's stem has the stem it would have by itself: «ساختم» is «ساختن» like «ساخت»."""
    return {
        form: stem if stem == form else find_stem(stem, lexicon)
        for form, stem in lexicon.odd.items()
    }


def make(sources: Sources) -> tuple[list[Verb], Lexicon]:
    verbs = add_preverbs(sources, list_verbs(sources))
    table = Conjugation(verbs)
    words = choose_words(sources, table)
    odd = choose_odd(sources, words, verbs)
    lexicon = Lexicon(frozenset(words), odd, table)
    settled = Lexicon(lexicon.words, resolve(lexicon), table)
    return verbs, Lexicon(lexicon.words, drop_implied(settled), table)


def write(verbs: Iterable[Verb], lexicon: Lexicon, target: Path) -> None:
    """One file, without a time stamp in it."""
    parts = [
        "\n".join("\t".join((v.past, v.present, v.preverb, v.same_as)) for v in verbs),
        "\n".join(f"{form}\t{stem}" for form, stem in sorted(lexicon.odd.items())),
        "\n".join(sorted(lexicon.words)),
    ]
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(gzip.compress("\n\n".join(parts).encode(), 9, mtime=0))


def main() -> None:
    """Read, learn, write, and say how much was learnt."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the sources")
    parser.add_argument("--target", type=Path, default=TARGET, help="the file to write")
    options = parser.parse_args()
    verbs, lexicon = make(read_sources(options.shared))
    write(verbs, lexicon, options.target)
    size = options.target.stat().st_size
    print(f"{len(verbs)} verbs, {len(lexicon.odd)} odd forms, {len(lexicon.words)} words: {size} B")


if __name__ == "__main__":
    main()
