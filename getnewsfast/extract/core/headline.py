"""The headline: the heading the reader sees, checked against what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from getnewsfast.text.normalise import key

# «خبرگزاری ایسنا - تیتر»: an agency's own name in front of or behind the headline.
_PUBLISHER: Final = re.compile(
    r"^(?:خبرگزاری|خبرگزاري|پایگاه خبری|پايگاه خبري|سایت|روزنامه|وب‌?سایت|شبکه خبر|"
    r"باشگاه خبرنگاران)"
    r"(?:[\s‌]\S+){0,6}$"
)
_SEPARATOR: Final = re.compile(r"(\s+[-–—:«»›•·]+\s+|\s*(?:\||::|»)\s*)")
_SHORTEST: Final = 12


def strip_site(title: str, site_names: Iterable[str]) -> str:
    """A title without its site: ``'خبرگزاری فارس - باران در راه است'`` → ``'باران در راه است'``."""
    names = {key(name).replace(" ", "") for name in site_names if name}
    parts = _SEPARATOR.split(" ".join(title.split()))

    def foreign(part: str) -> bool:
        return bool(_PUBLISHER.match(part)) or key(part).replace(" ", "") in names

    while len(parts) > 1 and foreign(parts[0]):
        parts = parts[2:]
    while len(parts) > 1 and (
        foreign(parts[-1]) or ("|" in parts[-2] and len("".join(parts[:-2])) >= _SHORTEST)
    ):
        parts = parts[:-2]
    return "".join(parts).strip()


def choose_headline(
    headings: Sequence[str], described: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """``(headline, where from)``: of the page's headings the one that the page also describes.

    ``described`` are ``(text, where)`` from JSON-LD, Open Graph and the title, cleaned, best
    first. Without agreement the best description wins; without any, the first heading.
    """
    keys = [(key(text), text, where) for text, where in described if text]
    for heading in headings:
        own = key(heading)
        if own and any(_same(own, other) for other, _text, _where in keys):
            return heading, "page"
    if keys:
        return keys[0][1], keys[0][2]
    return (headings[0], "page") if headings else ("", "")


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and short in long:
        return len(short) > 0.4 * len(long)
    words, others = set(short.split()), set(long.split())
    return len(words) >= 4 and len(words & others) >= 0.8 * len(others)
