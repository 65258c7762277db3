"""The small ways in which the same Persian text looks different at another agency.

None of them changes what a reader reads; all of them change the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

HALF_SPACE = "\u200c"
_ARABIC_LETTERS = str.maketrans({"ی": "ي", "ک": "ك"})
_LATIN_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
_ARABIC_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")

# Words that careful desks vowel so that nobody stumbles over them.
_VOWELLED = {
    "گل": "گُل",
    "ملی": "ملّی",
    "اول": "اوّل",
    "البته": "البتّه",
    "حدود": "حُدود",
    "شمار": "شُمار",
    "مدت": "مدّت",
    "محل": "محلّ",
    "مردم": "مَردم",
    "برف": "بَرف",
    "دست": "دَست",
    "کم": "کَم",
    "پر": "پُر",
}


def write_arabic_letters(text: str) -> str:
    """«می‌کند» with the Arabic yeh and kaf, as old keyboards have them: «مي‌كند»."""
    return text.translate(_ARABIC_LETTERS)


def write_latin_digits(text: str) -> str:
    """«۱۲ تن» becomes «12 تن»."""
    return text.translate(_LATIN_DIGITS)


def write_arabic_digits(text: str) -> str:
    """«۴۵۶» becomes «٤٥٦»."""
    return text.translate(_ARABIC_DIGITS)


def write_diacritics(text: str) -> str:
    """«ملی» becomes «ملّی», «گل» becomes «گُل», where they stand alone between spaces."""
    return " ".join(_VOWELLED.get(word, word) for word in text.split(" "))


def write_spaces(text: str) -> str:
    """Half-spaces become spaces: «می‌شود» is «می شود»."""
    return text.replace(HALF_SPACE, " ")


def write_joined(text: str) -> str:
    """Half-spaces are dropped: «می‌شود» is «میشود»."""
    return text.replace(HALF_SPACE, "")


DISGUISES: dict[str, Callable[[str], str]] = {
    "arabic_letters": write_arabic_letters,
    "latin_digits": write_latin_digits,
    "arabic_digits": write_arabic_digits,
    "diacritics": write_diacritics,
    "spaces": write_spaces,
    "joined": write_joined,
}


def disguise(text: str, names: Iterable[str]) -> str:
    """Apply the named disguises, in this order."""
    for name in names:
        text = DISGUISES[name](text)
    return text
