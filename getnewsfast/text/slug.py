"""The readable part of an address, and the one word that a network's hashtag is."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Final

from getnewsfast.text.characters import MARKS
from getnewsfast.text.digits import to_latin
from getnewsfast.text.letters import mend_letters

_DROPPED: Final = re.compile(f"[{MARKS}\u0640'’]+")
_BETWEEN: Final = re.compile(r"[\W_]+")
_NAMELESS: Final = "خبر"


def slugify(text: str, *, limit: int = 80) -> str:
    """Lower-case letters and Latin digits with ``-`` between words; never empty.

    «کتاب‌های سال ۱۴۰۵!» is ``'کتاب-های-سال-1405'``: a half-space is a hyphen, as a space is, so
    that either spelling has one address, and none is «کتابهای». ي and ك, kashida and marks make no
    difference. At most ``limit`` characters (1 or more), cut between words; only a first word
    longer than that is cut inside. Of a text without letters or digits the slug is ``'خبر-'`` and
    eight hexadecimal digits, always the same for the same text. A slug's slug is itself. The caller
    percent-encodes.
    """
    slug = _hyphenate(text)
    if not slug:
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        slug = f"{_NAMELESS}-{digest}"
    if len(slug) <= limit:
        return slug
    whole, border, _ = slug[: limit + 1].rpartition("-")
    return whole if border else slug[:limit]


def _hyphenate(text: str) -> str:
    plain = to_latin(unicodedata.normalize("NFKC", mend_letters(text)).lower())
    plain = mend_letters(unicodedata.normalize("NFKC", _DROPPED.sub("", plain)))
    return _BETWEEN.sub("-", plain).strip("-")


def hashtag(text: str) -> str | None:
    """One hashtag of a text: «نیم‌فاصله» is «#نیم_فاصله»; None where it would have no letter.

    Letters, digits as they came and ``_`` only, for a network ends a hashtag at anything else;
    «۱۴۰۵» alone is none, for networks do not link a number. Case stays: «Covid 19» is
    «#Covid_19». Its hashtag without «#» has the same hashtag.
    """
    plain = unicodedata.normalize("NFKC", _DROPPED.sub("", mend_letters(text)))
    plain = _DROPPED.sub("", mend_letters(plain))
    tag = _BETWEEN.sub("_", plain).strip("_")
    return f"#{tag}" if any(map(str.isalpha, tag)) else None
