"""The named rules of the display form, each with its reason in English and in Persian."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Rule(StrEnum):
    """What may be put right in a text, in the order in which it happens."""

    MOJIBAKE = "mojibake"
    STAND_INS = "stand-ins"
    BIDI = "bidi"
    INVISIBLE = "invisible"
    PRESENTATION_FORMS = "presentation-forms"
    KASHIDA = "kashida"
    COMPOSITION = "composition"
    DIACRITICS = "diacritics"
    HALF_SPACE_TIDY = "half-space-tidy"
    WHITE_SPACE = "white-space"
    ARABIC_LETTERS = "arabic-letters"
    HAMZA = "hamza"
    ARABIC_DIGITS = "arabic-digits"
    BRACKETS = "brackets"
    MARK_SPACING = "mark-spacing"
    ELLIPSIS = "ellipsis"
    QUOTES = "quotes"
    PERSIAN_MARKS = "persian-marks"
    DASHES = "dashes"
    DIGITS = "digits"
    SEPARATORS = "separators"
    HALF_SPACES = "half-spaces"


ALL: Final = frozenset(Rule)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule changes a text: one line for each language of the desk."""

    english: str
    persian: str


REASONS: Final[dict[Rule, Reason]] = {
    Rule.MOJIBAKE: Reason(
        "The text was read in the wrong encoding; its letters are restored.",
        "متن با کدگذاری نادرست خوانده شده بود؛ حروف آن بازسازی شد.",
    ),
    Rule.STAND_INS: Reason(
        "Another invisible character stood in place of the half-space.",
        "نویسه‌ای ناپیدا به جای نیم‌فاصله نشسته بود.",
    ),
    Rule.BIDI: Reason(
        "Direction controls go: the page sets the direction, and a stray one turns what follows.",
        "نویسه‌های کنترل جهت حذف می‌شوند؛ جهت متن را صفحه تعیین می‌کند.",
    ),
    Rule.INVISIBLE: Reason(
        "A character that nobody sees is removed.",
        "نویسه‌ای که دیده نمی‌شود حذف شد.",
    ),
    Rule.PRESENTATION_FORMS: Reason(
        "The shape of a letter, from an old encoding, becomes the letter itself.",
        "شکل نمایشی حرف، بازمانده از کدگذاری‌های قدیمی، به خود حرف تبدیل شد.",
    ),
    Rule.KASHIDA: Reason(
        "A kashida only stretches the word; it is removed.",
        "کشیده فقط واژه را می‌کشد؛ حذف شد.",
    ),
    Rule.COMPOSITION: Reason(
        "A letter written in parts becomes one character (Unicode NFC).",
        "حرفی که تکه‌تکه نوشته شده بود یک نویسه شد (یونیکد، NFC).",
    ),
    Rule.DIACRITICS: Reason(
        "A vowel sign is doubled or has no letter to stand on.",
        "حرکت تکراری است یا حرفی زیر آن نیست.",
    ),
    Rule.HALF_SPACE_TIDY: Reason(
        "A half-space that parts nothing, or a second one, is removed.",
        "نیم‌فاصلهٔ بی‌کار یا تکراری حذف شد.",
    ),
    Rule.WHITE_SPACE: Reason(
        "One space between words, at most one empty line between paragraphs.",
        "میان واژه‌ها یک فاصله و میان بندها دست بالا یک سطر خالی می‌ماند.",
    ),
    Rule.ARABIC_LETTERS: Reason(
        "An Arabic or Urdu letter becomes the Persian one.",
        "حرف عربی یا اردو به حرف فارسی تبدیل شد.",
    ),
    Rule.HAMZA: Reason(
        "The hamza over a final heh, or over yeh, is written in one way.",
        "همزهٔ روی «ه» پایانی یا «ی» به یک شیوه نوشته می‌شود.",
    ),
    Rule.ARABIC_DIGITS: Reason(
        "Arabic digits become Persian ones.",
        "رقم‌های عربی به رقم‌های فارسی تبدیل شد.",
    ),
    Rule.BRACKETS: Reason(
        "Brackets and quotation marks hug what they hold and stand apart from the words around.",
        "کمانک و گیومه به درون خود می‌چسبند و از واژه‌های بیرون جدا می‌ایستند.",
    ),
    Rule.MARK_SPACING: Reason(
        "No space before a punctuation mark, one space after it.",
        "پیش از نشانه فاصله نمی‌آید و پس از آن یک فاصله می‌آید.",
    ),
    Rule.ELLIPSIS: Reason(
        "Three dots are one character.",
        "سه‌نقطه یک نویسه است.",
    ),
    Rule.QUOTES: Reason(
        "Persian quotation marks are «…».",
        "گیومهٔ فارسی «…» است.",
    ),
    Rule.PERSIAN_MARKS: Reason(
        "After Persian words the comma, semicolon and question mark are Persian.",
        "پس از واژهٔ فارسی، ویرگول و نقطه‌ویرگول و نشانهٔ پرسش فارسی می‌آید.",
    ),
    Rule.DASHES: Reason(
        "A spaced hyphen between words is a dash.",
        "خط پیوند با دو فاصله میان واژه‌ها خط تیره است.",
    ),
    Rule.DIGITS: Reason(
        "Digits are shown in the set that is chosen.",
        "رقم‌ها به خط انتخاب‌شده نشان داده می‌شوند.",
    ),
    Rule.SEPARATORS: Reason(
        "Persian numbers have «٫» before decimals and «٬» between thousands.",
        "در عددهای فارسی ممیز «٫» و جداکنندهٔ هزارگان «٬» است.",
    ),
    Rule.HALF_SPACES: Reason(
        "The parts of one word are parted by a half-space.",
        "اجزای یک واژه با نیم‌فاصله از هم جدا می‌شوند.",
    ),
}
