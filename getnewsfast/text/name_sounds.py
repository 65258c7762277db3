"""How names sound, whatever they are written in: consonants, and what may stand between them.

Persian leaves short vowels out, Tajik writes them all, Latin spellings differ by the language of
who spelt them. Consonants are the same in all three, but for a few pairs of letters; vowels are
told by what they may be, and two spellings agree where these have something in common.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Final

# Consonants are capitals: J is also zh, Č is ch, Š is sh, X is kh; Ğ is «غ», a Q in Latin letters.
_PERSIAN: Final = str.maketrans("بپتطثسصجژچحهخدذزضظرشغقفکگلمن", "BPTTSSSJJČHHXDZZZZRŠĞQFKGLMN")
_TAJIK: Final = str.maketrans("бптсцҷжчҳхдзршщқғфкглмны", "BPTSSJJČHXDZRŠŠQĞFKGLMNи")
_LATIN: Final = str.maketrans("bptsjhxdzrqfkcglmnwşšçčğžñ", "BPTSJHXDZRQFKKGLMNvŠŠČČQJN")
_LONG_LATIN: Final = str.maketrans(
    {"ā": "aa", "â": "aa", "á": "aa", "ī": "ee", "î": "ee", "í": "ee"}
    | {"ū": "oo", "û": "oo", "ú": "oo", "ö": "o", "ü": "u"}
)
_ARABIC: Final = re.compile("[\u0620-\u06ff]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
CONSONANT: Final = re.compile("([A-ZČŠĞ])")
_UNSOUNDED: Final = re.compile("['’‘`ʼʻʿʾ\u0640\u064b-\u065f\u0670ъь]+")
_BETWEEN: Final = re.compile(r"[\W\d_]+")

# What may stand in the place of a letter. «A» is the long a, «y» a long i, «D» ey, «w» u or ow;
# short ones are «a» (also e), «i», «o». «j» is a short i or u that stands only after a long vowel:
# «Nasir» is «ناصر», but «Karim» is «کریم» and not «کرم». «ö» is an o with a letter of its own.
_SHORT: Final = ("a", "i", "o")
_MAY_BE: Final[dict[str, tuple[str, ...]]] = {
    **{"ا": ("A",), "آ": ("A",), "و": ("w", "ö"), "ی": ("y", "D"), "ه": ("a", "i")},
    **{"ئ": ("", *_SHORT, "y"), "ؤ": ("", "w", "ö"), "-": ("", *_SHORT), ".": ("", *_SHORT, "j")},
    **{"ع": ("", *_SHORT), "ء": ("", *_SHORT), "ٱ": _SHORT, "ح": ("", "a", "i")},
    **{"a": ("A", "a"), "e": ("a", "i", "y"), "o": ("A", "o", "ö", "w"), "v": ("w",), "y": ("y",)},
    **{"i": ("y", "i"), "u": ("w", "o", "ö"), "ī": ("y", "j"), "ū": ("w", "j"), "ʊ": ("w",)},
    **{"ē": ("j", "l"), "ĕ": ("a", "i", "j"), "å": ("a", "l"), "~": ("", *_SHORT), "ɑ": ("A", "a")},
    **{"а": ("a",), "о": ("A",), "у": ("o", "ö", "w"), "ӯ": ("w", "o", "ö"), "ӣ": ("y",)},
    **{"и": ("i", "y"), "е": ("y", "i"), "э": ("i", "a", "y"), "в": ("w",), "й": ("y",)},
    **{"ё": ("yA",), "ю": ("yw",), "я": ("ya",), "ı": ("", "y"), "h": ("",)},
}
# Beside other vowels some letters may be less, in the end of a name some others.
_BESIDE: Final = {
    **_MAY_BE,
    **{"و": ("w",), "ی": ("y",), "ه": ("", "a")},
    **{"e": ("a", "i"), "i": ("y",), "и": ("y",), "u": ("w", "")},
}
_LAST: Final = {"i": ("y",), "и": ("y",), "e": ("a",), "е": ("y", "a"), "ه": ("a",), "ی": ("y",)}
_DIPHTHONGS: Final = {
    **dict.fromkeys(("ei", "ey", "ай", "эй", "ей"), frozenset("D")),
    **dict.fromkeys(("ai", "ay"), frozenset(("D", "y", "Ay"))),
}
_LONG: Final = frozenset("Ayw")
_LATIN_VOWELS: Final = frozenset("aeiou")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def sound_of(letters: str, *, last: bool = False) -> frozenset[str]:
    """What the vowels between two consonants may be: «ی» a long i or ey, «-» any short vowel."""
    if letters in _DIPHTHONGS and not last:
        return _DIPHTHONGS[letters]
    letters = letters[:6]
    table = _BESIDE if len(letters) > 1 else _MAY_BE | _LAST if last else _MAY_BE
    choices = product(*(table.get(letter, ("",)) for letter in letters))
    sounds = {_shorten("".join(choice), last=last) for choice in choices}
    if len(letters) > 1 and _LATIN_VOWELS.issuperset(letters):
        sounds = {sound for sound in sounds if not _LONG.isdisjoint(sound)}
    return frozenset(sounds)


def _shorten(vowels: str, *, last: bool) -> str:
    """Beside a long vowel short ones say nothing, but in the end; of two short ones the first."""
    long = "".join(vowel for vowel in vowels if vowel in _LONG)
    if not long:
        return vowels[:1]
    end = vowels[-1] if last and vowels[-1] not in _LONG else ""
    return _DOUBLED.sub(r"\1", long) + end


def read_name(name: str) -> tuple[str, ...]:
    """The readings of a name: consonants as capitals with the letters of vowels between them.

    One for Persian and Tajik; Latin may be English, French or German («ch» is three sounds).
    """
    text = _UNSOUNDED.sub("", unicodedata.normalize("NFKC", name).lower())
    if _ARABIC.search(text):
        return (_read_persian(text),)
    if _CYRILLIC.search(text):
        return (_read_tajik(text),)
    return _read_latin(text)


_ALLAH: Final = re.compile("(?<=.)الله")
_ARTICLE: Final = re.compile(
    "(?<=عبد) ?ال| ال(?=[^ ]{2})"
    "|(?<=[^ ]{2})ال(?=دین|رحمن|رحمان|رحیم|اسلام|سادات|زمان|ملوک|دوله|سلطنه)"
)
_WRITTEN_OTHERWISE: Final = {
    **{"رحمن": "رحمان", "اسمعیل": "اسماعیل", "اسحق": "اسحاق", "ابرهیم": "ابراهیم", "خوا": "خا"},
    **{f"{name}ی": f"{name}ا" for name in ("موس", "عیس", "یحی", "مرتض", "مصطف", "مجتب")},
    **{"هدی": "هدا", "کبری": "کبرا", "صغری": "صغرا", "لیلی": "لیلی", "طوبی": "طوبا"},
}
_OTHERWISE: Final = re.compile(
    "|".join(rf"\b{old}\b" if old[-1] == "ی" else old for old in _WRITTEN_OTHERWISE)
)
_LAST_HEH: Final = re.compile("(ح)(?= (?!لاه)|$)|ه(?= |$)")
_FIRST_ALEF: Final = re.compile(r"\b[اع]")
_NO_VOWEL: Final = re.compile("(?<=[A-ZČŠĞ]) ?(?=[A-ZČŠĞ])")
_AFTER_LONG: Final = re.compile("([اآوی][A-ZČŠĞ])-(?=[A-ZČŠĞ](?!-))")


def _read_persian(text: str) -> str:
    text = _BETWEEN.sub(" ", text.translate(_PERSIAN_LETTERS)).strip()
    text = _ARTICLE.sub("", _ALLAH.sub(" لاه", text).replace("  ", " "))
    text = _OTHERWISE.sub(lambda match: _WRITTEN_OTHERWISE[match.group()], text)
    text = _FIRST_ALEF.sub(
        "ٱ", _LAST_HEH.sub(lambda match: "\u0681" if match[1] else "\u06c1", text)
    )
    text = _NO_VOWEL.sub("-", text.translate(_PERSIAN)).replace(" ", "")
    text = text.replace("\u06c1", "ه").replace("\u0681", "ح")
    return _AFTER_LONG.sub(r"\1.", text)


_PERSIAN_LETTERS: Final = str.maketrans("يىكۀةەھأإ", "ییکههههاا")
_TAJIK_EZAFE: Final = re.compile("и(?= )")
_TAJIK_ARTICLE: Final = re.compile(r"\bабдул(?=[^аеиоуё])")
_TWICE: Final = re.compile("([A-ZČŠĞ])\\1+")
_LAST_H: Final = re.compile("H(?=[ ı]|$)")


def _read_tajik(text: str) -> str:
    text = _BETWEEN.sub(" ", unicodedata.normalize("NFC", text)).strip()
    text = _TAJIK_EZAFE.sub("ı", text.replace("ии ", "ӣ ").replace("ӣи ", "ӣ "))
    text = _TAJIK_ARTICLE.sub("абду", text).translate(_TAJIK)
    return _weigh_vowels(text)


# A vowel after an open syllable, before one consonant: «Na-si-r», «Ka-ri-mi».
_OPEN: Final = re.compile(
    r"(?<=([aɑeiouʊаеиоуэӯю])[A-ZČŠĞ])[ieuиуа](?=[A-ZČŠĞ](?![A-ZČŠĞ])([iиӣ]?\b)?)"
)
# «Mahmud», «Mansuri»: always long.
_LONG_U: Final = re.compile(r"([A-ZČŠĞ])(?!\1)([A-ZČŠĞ])[uу](?=[A-WYZČŠĞ][iиӣ]?\b)")
# «-oddin», «-iddin», «-uddin»; «-ollah», «-allah».
_RELIGION: Final = re.compile("[aeiouиу](?:(D)D(?=[ieӣи]N)|(L)L(?=[aoо]))")


def _weigh_vowels(text: str) -> str:
    text = _RELIGION.sub(r"~\1\2", _LAST_H.sub("h", text).replace("SS", "S"))
    text = _LONG_U.sub(r"\1\2ʊ", _OPEN.sub(_weigh_open, text))
    return _TWICE.sub(r"\1", text).replace(" ", "")


def _weigh_open(match: re.Match[str]) -> str:
    """«Karim»: its i is long. «Nasir»: long, or short after a long a. «Naser»: only that."""
    before, vowel = match[1], match.group()
    if vowel == "а":
        return "å" if before == "о" else vowel
    if vowel == "e":
        return "ē" if before == "a" else "ĕ" if before in "ouʊ" else vowel
    if before in "aɑoоuʊӯую":
        return "ī" if vowel in "iи" else "ū"
    return vowel if match[2] is None else "ӣ" if vowel in "iи" else "ʊ"


_LATIN_ARTICLE: Final = re.compile(
    r"\b(abd)[aeou]+l ?(?=[b-df-hj-np-tv-z])| (?:[aeou][ldr]|as|us|os|ash|[ei]|y[ei])(?= )"
)
_PAIRS: Final = {
    **{"dsch": "J", "tsch": "Č", "dzh": "J", "tch": "Č", "sch": "Š", "kh": "X", "gh": "Q"},
    **{"sh": "Š", "zh": "J", "dj": "J", "ck": "K", "ph": "F", "th": "T", "oo": "ʊ", "ou": "ʊ"},
    **{"ee": "ӣ", "ie": "ӣ", "aa": "ɑ", "khwa": "Xa", "khva": "Xa", "teher": "TeHR"},
}
_ENGLISH: Final = {**_PAIRS, "ch": "Č"}
_FRENCH: Final = {**_PAIRS, "ch": "Š"}
_GERMAN: Final = {**_PAIRS, "ch": "X", "j": "y", "sa": "Za", "se": "Ze", "si": "Zi", "ss": "S"}


def _pattern(pairs: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(pairs, key=len, reverse=True)))


# What else a spelling may be, where these letters are in it.
_OTHER_SPELLINGS: Final = tuple(
    (sign, pairs, _pattern(pairs))
    for sign, pairs in (
        ("", _ENGLISH),
        ("ch", _FRENCH),
        ("ch", _GERMAN),
        ("th", {**_ENGLISH, "th": "S"}),
        ("th", {**_ENGLISH, "th": "TH"}),
        ("sh", {**_ENGLISH, "sh": "SH"}),
        ("k", {**_ENGLISH, "k": "Q"}),
        ("gh", {**_ENGLISH, "gh": "Ğ"}),
    )
)


def _read_latin(text: str) -> tuple[str, ...]:
    text = unicodedata.normalize("NFD", text.translate(_LONG_LATIN))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = _BETWEEN.sub(" ", text).strip()
    text = _LATIN_ARTICLE.sub(lambda match: f"{match[1]}u" if match[1] else "", text)
    readings = (
        _read_spelling(text, pairs, pattern)
        for sign, pairs, pattern in _OTHER_SPELLINGS
        if sign in text
    )
    return tuple(dict.fromkeys(readings))


def _read_spelling(text: str, pairs: dict[str, str], pattern: re.Pattern[str]) -> str:
    text = pattern.sub(lambda match: pairs[match.group()], text).translate(_LATIN)
    return _weigh_vowels(text)
