"""Which language a text is in: by its script, then by the parts of its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from getnewsfast.text.characters import ARABIC_SCRIPT_LANGUAGES, language_of
from getnewsfast.text.language_model import SAMPLE_CHARS, SCRIPTS, Model, load_model, split_words

MIXED: Final = "mixed"
# Longer texts are mixed in their first pages, or it is not worth a word.
_MIXED_CHARS: Final = 20_000
_LEAST_SURE: Final = 0.6  # of a few words
_LEAST_SURE_OF_MORE: Final = 0.5
_MORE_LETTERS: Final = 16
_OTHERS: Final = "_"
# A piece speaks for a language of its own from this many words, and this sure.
_PIECE_WORDS: Final = 3
_PIECE_SURE: Final = 0.9
# A text is mixed where two languages hold this share of its letters each: a quotation in a long
# article is none, a headline that is told again in English is.
_LEAST_SHARE: Final = 0.2
_TOKEN: Final = re.compile(r"\S+")
_ENDS_SENTENCE: Final = re.compile("[.!?…؟۔।:»)\\]|]+$")
_LETTER_FIELDS: Final = len(SCRIPTS)
# Persian and Russian texts quote Latin names, and English ones hardly ever anything else.
_SCRIPT_WEIGHTS: Final = (5, 5, 2, 5)
# Words, loans and months that Kabul and Tehran call differently; parted at half-spaces.
_DARI_WORDS: Final = (
    "موتر موترها شفاخانه پوهنتون پوهاند ولسوالی ولسوالیها ولسوال شاروالی شاروال سارنوالی سارنوال"
    " څارنوالی څارنوال خارنوالی ستره لویه هوتل انترنت تلفون کنترول تکت پاسپورت ساحه انکشاف"
    " انکشافی پروسه محصل محصلان محصلین قوماندان قوماندانی طیاره طیارات بایسکل کچالو سرک سرکها"
    " دوسیه صنف داکتر داکتران عساکر سمستر دیپارتمنت فابریکه پطرول بیجاشدگان کمپاین چوکی"
    " بمنظور بخاطریکه ملیشه جنوری فبروری اپریل جولای سپتمبر اکتوبر نومبر دسمبر ثور جوزا سنبله"
)
_IRANIAN_WORDS: Final = (
    "بیمارستان دانشگاه هتل اینترنت تلفن کنترل بلیت بلیط گذرنامه پزشک پزشکی پزشکان دانشجو"
    " دانشجویان شهرداری شهردار فرماندار فرمانداری استاندار استانداری استان دهیاری بخشدار"
    " دادستان دادستانی هواپیما دوچرخه کلاس بنزین گازوئیل ارتش سرباز سربازان کارخانه خیابان"
    " صندلی تومان یارانه ورزشگاه خودرو خودروها خودروی ژانویه فوریه آوریل ژوئیه سپتامبر اکتبر"
    " نوامبر دسامبر فروردین اردیبهشت خرداد شهریور بهمن اسفند"
)
_DARI: Final = frozenset(_DARI_WORDS.split())
_IRANIAN: Final = frozenset(_IRANIAN_WORDS.split())
_VARIETY_LEAD: Final = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points ``start`` to ``end`` of a text, in one language or in none that can be told."""

    start: int
    end: int
    language: str
    letters: int


@dataclass(frozen=True, slots=True)
class Detected:
    """The main language (``''``: unknown), how probable it is (0 to 1), and the text's pieces."""

    language: str
    confidence: float
    is_mixed: bool
    pieces: tuple[Piece, ...]

    @property
    def code(self) -> str:
        """The language, ``''``, or ``'mixed'``."""
        return MIXED if self.is_mixed else self.language


def detect_language(text: str) -> str:
    """One of ``fa ar ckb ps ur az tg ru en tr``; ``''`` for others and for what cannot be told.

    Dari is ``fa`` (see ``detect_variety``); ``az`` is written in Latin or Arabic letters (see
    ``is_right_to_left``). «نرخ ارز بالا رفت» is ``fa``; a name alone, like «کابل», is ``''``.
    """
    return _find_likeliest(load_model(), text).name


def detect(text: str) -> Detected:
    """The main language, and the others if there are more than one.

    «شهردار گفت. The mayor said so yesterday.» is mixed. Only the first 20,000 characters count.
    """
    model = load_model()
    main = _find_likeliest(model, text)
    pieces = tuple(_tell_pieces(model, text[:_MIXED_CHARS]))
    shares: Counter[str] = Counter()
    for piece in pieces:
        shares[piece.language] += piece.letters
    del shares[""]
    least = _LEAST_SHARE * sum(piece.letters for piece in pieces)
    is_mixed = sum(letters >= least for letters in shares.values()) > 1
    return Detected(main.name, main.odds if main.name else 0.0, is_mixed, pieces)


def detect_variety(text: str) -> str:
    """``'prs'`` or ``'pes'`` where a Persian text's words belong to Kabul or Tehran, else ``''``.

    «موتر وی در برابر شفاخانه» is Dari. Most short texts could be either.
    """
    words = split_words(text[:SAMPLE_CHARS])
    dari, iranian = (sum(word in own for word in words) for own in (_DARI, _IRANIAN))
    if dari >= _VARIETY_LEAD * max(1, iranian):
        return "prs"
    return "pes" if iranian >= _VARIETY_LEAD * max(1, dari) else ""


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a text are Arabic: tells how Azerbaijani is written."""
    sums = load_model().sum_up(text)
    arabic = SCRIPTS.index("arabic")
    return sums[arabic] > 0 and _main_script(sums) == arabic


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


def _main_script(sums: tuple[int, ...]) -> int:
    """A text without letters is in the first, of which it then has none."""
    letters = [count * weight for count, weight in zip(sums, _SCRIPT_WEIGHTS, strict=False)]
    return letters.index(max(letters))


@dataclass(frozen=True, slots=True)
class _Likeliest:
    """Of the main script: even where it is none of ours."""

    language: str
    odds: float
    letters: int

    @property
    def name(self) -> str:
        """The language if it is one of ours, and likely enough."""
        least = _LEAST_SURE if self.letters < _MORE_LETTERS else _LEAST_SURE_OF_MORE
        return "" if self.odds < least or self.language.startswith(_OTHERS) else self.language


def _find_likeliest(model: Model, text: str) -> _Likeliest:
    sums = model.sum_up(text)
    script = _main_script(sums)
    letters = sums[script]
    if not letters or script >= len(model.tables):
        return _Likeliest("", 0.0, letters)
    odds = model.weigh(sums, script)
    best = max(odds, key=odds.__getitem__)
    return _Likeliest(best, odds[best], letters)


def _tell_pieces(model: Model, text: str) -> Iterator[Piece]:
    for start, end in _cut_pieces(model, text):
        words = split_words(text[start:end])
        found = _find_likeliest(model, text[start:end])
        is_sure = len(words) >= _PIECE_WORDS and found.odds >= _PIECE_SURE
        yield Piece(start, end, found.name if is_sure else "", sum(map(len, words)))


def _cut_pieces(model: Model, text: str) -> Iterator[tuple[int, int]]:
    """Sentences, and inside them the runs of words of one script."""
    start = end = 0
    script = None
    is_over = False
    for token in _TOKEN.finditer(text):
        sums = model.sum_up(token[0])
        own = _main_script(sums) if any(sums[:_LETTER_FIELDS]) else script
        is_new_line = "\n" in text[end : token.start()]
        if end and (is_over or is_new_line or (script is not None and own != script)):
            yield start, end
            start, script = token.start(), None
        script = own if own is not None else script
        end = token.end()
        is_over = bool(_ENDS_SENTENCE.search(token[0]))
    if end:
        yield start, end
