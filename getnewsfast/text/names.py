"""Names in Persian, Tajik and Latin letters that are one name: for matching, never for showing."""

from __future__ import annotations

from functools import lru_cache

from getnewsfast.text.name_sounds import CONSONANT, read_name, sound_of

_Heard = tuple[str, tuple[str, ...]]


def name_key(name: str) -> str:
    """One key for a name in any of its spellings, to find candidates by; ``''`` without letters.

    «آشتیانی», «Оштиёнӣ» and «Ashtiani» have the key ``'aštni'``: the consonants, ``a`` before
    them where a vowel opens the name and ``i`` after them where it ends in one. Short names of the
    same consonants share it («کریم» and «کرم»): ``same_name`` tells them apart.
    """
    return name_keys(name)[0]


def name_keys(name: str) -> tuple[str, ...]:
    """The keys of all readings: «Chamenei» is English, French or German, so it has three."""
    return tuple(dict.fromkeys(_key_of(heard) for heard in _hear(name)))


def same_name(one: str, other: str) -> bool:
    """Whether two spellings may be of one name; the order of its parts counts.

    «رحمان», «Раҳмон», «Rahmon» and «Rahman» are one, «حسن» and «Hossein» are not. Where a spelling
    has two readings both agree: «Hamid» is «حمید» and «حامد».
    """
    if one == other:
        return True
    return any(_agree(first, second) for first in _hear(one) for second in _hear(other))


@lru_cache(maxsize=4096)
def _hear(name: str) -> tuple[_Heard, ...]:
    return tuple(_take_apart(reading) for reading in read_name(name))


def _take_apart(reading: str) -> _Heard:
    parts = CONSONANT.split(reading)
    return "".join(parts[1::2]), tuple(parts[::2])


def _key_of(heard: _Heard) -> str:
    consonants, vowels = heard
    last = "i" if consonants and any("y" in s[-1:] for s in sound_of(vowels[-1], last=True)) else ""
    return ("a" if vowels[0] else "") + consonants.lower().replace("ğ", "q") + last


def _agree(one: _Heard, other: _Heard) -> bool:
    if one[0] != other[0] or not any(one[1] + tuple(one[0])):
        return False
    lasts = len(one[1]) - 1
    return not any(
        a != b and sound_of(a, last=place == lasts).isdisjoint(sound_of(b, last=place == lasts))
        for place, (a, b) in enumerate(zip(one[1], other[1], strict=True))
    )
