"""Which language a text is in, by its script, telling letters and commonest words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from getnewsfast.text.characters import ARABIC_SCRIPT_LANGUAGES, language_of

# More tells nothing new. Measured on 801 sentences a language, of about 130 characters: 99.8 % and
# more are told right of nine languages, 74 % of Azerbaijani in Arabic letters (a seventh of those
# sentences has lost its spaces). Of 2,203 Persian headlines 98 %, and none for another language.
_SAMPLE_CHARS: Final = 3_000
_LEAST_SCORE: Final = 2.0
_LEAST_LEAD: Final = 1.4

_ARABIC_SCRIPT: Final = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u0259]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TO_ARABIC_KEYS: Final = str.maketrans("یک", "يك")


@dataclass(frozen=True, slots=True)
class _Signs:
    """A letter weighs ``letter_weight``, one of the commonest words 3, a part of a word 1.5.

    Hints are letters that others use too: ½ each and 2½ in all, to settle the shortest texts.
    """

    language: str
    letters: str
    words: frozenset[str]
    letter_weight: float = 1.0
    part: re.Pattern[str] | None = None
    hints: str = ""


def _signs(language: str, letters: str, words: str, **more: Any) -> _Signs:
    """The words as one text; ``more`` are the signs that few languages have."""
    return _Signs(language, letters, frozenset(words.split()), **more)


_PERSIAN: Final = (
    "در از به که می نمی است را این های با برای یک ها شود آن شده شد بود خود دارد کند کنند آنها باشد"
    " کرد گفت تا نیز اما هم پس چه شدند کردند دیگر درباره بر خواهد باید رئیس ماه روز"
)
_ARABIC_SIGNS: Final = (
    # Also as typed on an Arabic keyboard: «اين», «كه».
    _signs("fa", "", f"{_PERSIAN} {_PERSIAN.translate(_TO_ARABIC_KEYS)}", hints="پچژگیک"),
    _signs(
        "ar",
        "ةأإ",
        "في من على إلى أن أو ما التي الذي عن مع كان كانت هذا هذه قد لا بعد قبل بين ذلك حول لم خلال",
        part=re.compile(r"^(?:و|ب|ف|ك)?ال..|^لل.."),
        hints="يكى",
    ),
    _signs(
        "ckb",
        "ێۆڕڵەڤ",
        "لە بە کە بۆ یان هەیە زۆر بوو سەر لەگەڵ بەڵام ئەوەی ئەم ئەو لەسەر لەو دەکات",
        letter_weight=1.5,
    ),
    _signs(
        "az",
        "",
        "بیر بو کی چوخ وار لر لار گوره اوچون ایله کیمی داها سونرا سورا ایچینده دا دن دان دیر اوبیسی"
        " ایکی اوچ بویوک اونون بیز سیز گره لاپ لازم نچه آیری",
        part=re.compile(
            "^(?:ائ|اول|گور|گؤر|گئ|ایشل|ایسد|ایست|بیر|یاخ|قاباخ|اوسد|دئ|وئر|آپار)."
            "|..(?:لار|لارا|لری|لاری|لارین|لرین|لارن|لردن|لاردان|ماق|ماقا|ماخ|میش|نین|سینن|سینده|سیندا"
            "|ینده|یندا|ندا|ردی|ردیر|ـدیر|سینین|لیق|لیخ)$"
        ),
    ),
    _signs(
        "ps",
        "ښځڅډړږڼۍېګ",
        "د په چې او کې ته دي سره یو لپاره څخه شي هغه لري یې کوي وي شوي کړي ډیر خپل",
        letter_weight=1.5,
    ),
    _signs(
        "ur",
        "ٹڈڑںےہھ",
        "کے ہے میں سے اور کو کا ہیں پر اس نے ایک کہ یہ کیا جو وہ بھی کرنے نہیں کر تھا",
        letter_weight=1.5,
    ),
)
_CYRILLIC_SIGNS: Final = (
    _signs(
        "tg",
        "ӣӯҳқғҷ",
        "дар ба ки ва аз бо барои ин ё онҳо аст карда як мебошад буд шумо соли худ мазкур дигар"
        " шуд кард дорад хоҳад низ мешавад",
        letter_weight=3,
    ),
    _signs(
        "ru",
        "ыщь",
        "в и на что с как по не это из или для от к чтобы а за также они он было его при о об",
        letter_weight=2,
    ),
    # Not among our languages, but not Russian or Tajik either.
    _signs("", "іїєґўңөұәһүјљњћђџ", "", letter_weight=3),
)
_LATIN_SIGNS: Final = (
    _signs(
        "en",
        "",
        "the and of to a in is are that for on with by as was or from be it have this can you they"
        " but at which an not has will were said after its his their who more new",
    ),
    _signs("az", "ə", "və bir bu ilə üçün olan edib"),
    _signs("", "ąćęłńśźżčďěňřšťůžãõñß", "der die und le les des et la el los que de il di en ist"),
)
_SIGNS: Final = (
    (_ARABIC_SCRIPT, _ARABIC_SIGNS),
    (_CYRILLIC, _CYRILLIC_SIGNS),
    (_LATIN, _LATIN_SIGNS),
)


def detect_language(text: str) -> str:
    """``fa``, ``ar``, ``ckb``, ``az``, ``ps``, ``ur``, ``tg``, ``ru``, ``en``; ``''`` when unsure.

    Dari is ``fa``; Azerbaijani is told in Latin and Arabic letters. Unsure are other languages and
    texts too short to hold a telling letter or word.
    """
    sample = text[:_SAMPLE_CHARS].lower()
    counts = [len(script.findall(sample)) for script, _ in _SIGNS]
    most = max(counts)
    if not most:
        return ""
    candidates = _SIGNS[counts.index(most)][1]
    letters = Counter(sample)
    words = Counter(_WORD.findall(sample.replace("\u200c", " ")))
    scores = sorted(
        ((_score(signs, letters, words), signs.language) for signs in candidates), reverse=True
    )
    (best, language), (second, _) = scores[:2]
    return language if best >= max(_LEAST_SCORE, _LEAST_LEAD * second) else ""


def _score(signs: _Signs, letters: Counter[str], words: Counter[str]) -> float:
    score = signs.letter_weight * sum(letters[letter] for letter in signs.letters)
    score += min(2.5, 0.5 * sum(letters[letter] for letter in signs.hints))
    score += 3 * sum(words[word] for word in signs.words)
    if signs.part:
        score += 1.5 * sum(count for word, count in words.items() if signs.part.search(word))
    return score


def direction(language: str) -> str:
    """``'rtl'`` for languages in Arabic letters (and Hebrew), else ``'ltr'``; ``'az-Latn'`` is ltr.

    A bare ``'az'`` is Azerbaijani as written in Baku, from left to right.
    """
    code = language.strip().lower().replace("_", "-")
    short = language_of(code)
    if "-latn" in code or "-cyrl" in code:
        return "ltr"
    if short == "az":
        return "rtl" if code.startswith("azb") or "-arab" in code else "ltr"
    return "rtl" if short in ARABIC_SCRIPT_LANGUAGES | {"he", "yi", "sd", "ug", "dv"} else "ltr"
