"""The short texts of an entry: who wrote it, what it is about, in which language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from getnewsfast.collect.core.plain import NAME_CHARS, text_of

MAX_LABELS: Final = 30
KEYWORDS_CHARS: Final = 10_000

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
# «reporter@site.example (نام)» as RSS 2.0 asks for, «نام <reporter@site.example>» as people do.
_MAILBOX: Final = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,190}")


def once_each(names: Iterable[str]) -> tuple[str, ...]:
    """The first thirty names, each once and in order; empty ones left out."""
    kept = dict.fromkeys(name for name in islice(names, 3 * MAX_LABELS) if name)
    return tuple(kept)[:MAX_LABELS]


def split_keywords(raw: str) -> list[str]:
    """The keywords of a list with Latin or Persian commas: «ایران، نفت»."""
    return [text_of(word, NAME_CHARS) for word in re.split("[,،;؛]", raw[:KEYWORDS_CHARS])]


def person_name(raw: str) -> str:
    """The name in «reporter@site.example (نام)» and its like; the address where no name is."""
    if "@" not in raw:
        return text_of(raw, NAME_CHARS)
    name = text_of(_MAILBOX.sub("", raw[: 2 * NAME_CHARS])).strip(" ()<>[],;:\"'")
    return name or text_of(raw, NAME_CHARS).strip(" ()<>")


def language_tag(raw: str) -> str:
    """``fa`` or ``fa-IR`` (BCP 47 in shape); ``''`` for anything else."""
    tag = raw.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""
