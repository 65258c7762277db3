"""The readable part of an address."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from getnewsfast.text.characters import MARKS
from getnewsfast.text.digits import to_latin
from getnewsfast.text.letters import mend_letters

_DROPPED: Final = re.compile(f"[{MARKS}\u0640'’]+")
_BETWEEN: Final = re.compile(r"[\W_]+")


def slugify(text: str, *, limit: int = 60) -> str:
    """Lower-case letters and Latin digits with ``-`` between words; ``''`` where there are none.

    «کتاب‌های سال ۱۴۰۵!» is ``'کتاب-های-سال-1405'``. At most ``limit`` characters, cut between
    words; only a first word longer than that is cut inside. The caller percent-encodes.
    """
    plain = to_latin(unicodedata.normalize("NFKC", mend_letters(text)).lower())
    plain = mend_letters(unicodedata.normalize("NFKC", _DROPPED.sub("", plain)))
    slug = _BETWEEN.sub("-", plain).strip("-")
    if len(slug) <= limit:
        return slug
    whole, border, _ = slug[: limit + 1].rpartition("-")
    return whole if border else slug[:limit]
