"""When are two texts the same? When their comparison keys are."""

from __future__ import annotations

import hashlib

from getnewsfast.text.normalise import key
from getnewsfast.text.words import count_words

# A body shorter than this says too little alone («جدول نتایج» every week): its headline counts too.
TELLING_WORDS = 25


def hash_text(*, headline: str, lead: str, body: str) -> str:
    """SHA-256 of the comparison key, 64 hex digits; empty where there is no text to compare.

    A reprint under another headline is the same text. Letters, digits, half-spaces and
    punctuation do not matter: «مي‌روم» is «می‌روم».
    """
    text = body if count_words(body) >= TELLING_WORDS else f"{headline}\n{lead}\n{body}"
    folded = key(text)
    return hashlib.sha256(folded.encode()).hexdigest() if folded else ""
