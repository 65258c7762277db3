"""Looks for texts that the text functions stumble over: random ones, for so many seconds.

``python scripts/fuzz_text.py --seconds 60``. What it finds is printed with the seed that makes it
again, and ends the run with 1.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from getnewsfast.text.dates import read_date
from getnewsfast.text.detect import detect_language
from getnewsfast.text.digits import Shown
from getnewsfast.text.normalise import display, explain, key

_WORDS: Final = """
می نمی روم ها های ی ه خانه کتاب به علی سال و این که بی الله اند زلزله‌زده منطقه‌ای در ساعت دی
إنا لله إليه السلام عليكم ورحمة في الذي اللَّهِ الرَّحْمَنِ ﴿ ﴾
… ، , ؛ ; : ؟ ? ! « » " “ ” „ << >> ( ) [ ] - -- – / = & # @ * . .. ...
۱ ۲۳ ٤ ٬ ٫ 1 1,250 12.5 ۱۲.۵ 1405/09/03 ۱۱:۳۲
a Apple x@y.example https://a.example/b, www. é H2O #حقوق_بشر `code` .NET
ي ك ى ھ ە ہ ۀ ة ئ ؤ ء ـ ﷲ ﷺ ﻻ ﱞ Ø³Ù„Ø§Ù… ÓáÇã
"""
WORDS: Final = _WORDS.split()
ODD: Final = [
    *"\u200c\u200d\u200e\u200f\u00ad\u00ac\u200b\ufeff\u202b\u2066\u2069\ufe0f\x00\ud800\udfff",
    *"\u064b\u0654\u0653\u0670\u0651\u06d6\n\r\t\u00a0\u2028☺👩🏴\U000e0067\U000e007f\u20e3",
    *"\ue000\ue001\ue002\ufffd\u1100\u1161",
    *[" "] * 12,
]
ZONE: Final = ZoneInfo("Asia/Tehran")
MOST_FAULTS: Final = 20
NOW: Final = datetime(2026, 11, 24, 12, tzinfo=UTC)


def make_text(seed: int) -> str:
    """A text made of what real ones trip over, or of any characters at all, or of any bytes."""
    source = random.Random(seed)
    size = source.randint(1, 24)
    kind = source.randrange(4)
    if kind == 0:
        return "".join(chr(source.randrange(0x110000)) for _ in range(size))
    if kind == 1:
        return source.randbytes(size).decode(
            source.choice(["latin-1", "cp1256", "utf-8"]), "replace"
        )
    return "".join(source.choice(WORDS if source.random() < 0.7 else ODD) for _ in range(size))


def find_faults(text: str, digits: Shown) -> Iterator[str]:
    """What does not hold for a text, in words; nothing where all is well."""
    shown = display(text, digits=digits)
    shown.encode()
    if display(shown, digits=digits) != shown:
        yield "displaying twice changes it again"
    if explain(text, digits=digits).text != shown:
        yield "the explanation ends in another text"
    if key(key(text)) != key(text):
        yield "the key of the key is another"


def read_all(text: str) -> None:
    """The functions of which only an answer is asked."""
    detect_language(text)
    read_date(text, now=NOW, zone=ZONE)


@contextmanager
def naming(seed: int, text: str) -> Iterator[None]:
    """Says which text it was, where something is raised, and lets it be raised."""
    is_done = False
    try:
        yield
        is_done = True
    finally:
        if not is_done:
            print(f"seed {seed} raises: {ascii(text)}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Looks for texts that text functions stumble over."
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    ends_at = time.monotonic() + asked.seconds
    seed, found = asked.seed, 0
    while time.monotonic() < ends_at and found < MOST_FAULTS:
        text = make_text(seed)
        with naming(seed, text):
            faults = list(find_faults(text, list(Shown)[seed % 3]))
            read_all(text)
        for fault in faults:
            print(f"seed {seed}: {fault}: {ascii(text)}")
        found += len(faults)
        seed += 1
    print(f"{seed - asked.seed} texts, {found} faults")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
