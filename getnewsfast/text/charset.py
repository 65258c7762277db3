"""Bytes to text. Evidence in the bytes weighs more than what a server or a declaration claims."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# XML 1.0, appendix F: the first characters of a document without a mark.
_NULL_PATTERNS: Final = (
    (re.compile(rb"[<{\s]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0[<{\s]"), "utf-32-be"),
    (re.compile(rb"[<{\s]\0[^\0]"), "utf-16-le"),
    (re.compile(rb"\0[<{\s]\0"), "utf-16-be"),
)
_HTTP_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
# Single-byte and East Asian text encodings only: UTF-7, unicode_escape, punycode and their like
# turn harmless bytes into markup.
_ACCEPTED: Final = re.compile(
    r"cp\d+|iso8859-\d+|koi8-[rut]|mac-\w+|gb18030|gbk|big5\w*|shift_jis\w*|euc_\w+|tis-620|johab"
)
# Python's names of what the web means by another name (WHATWG Encoding Standard).
_MEANT: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "iso8859-9": "cp1254",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# Servers send these for anything, so they say nothing against Persian.
_WEAK: Final = frozenset({"cp1252"})
# Words, not single letters: «größer» read as windows-1256 has Arabic letters too.
_ARABIC_WORD: Final = re.compile(r"[\u0621-\u06d5\u200c]{3,}")
# Share of non-ASCII letters that stand in such words when bytes are read as windows-1256, over
# passages of five sentences: Persian 0.85 to 0.91, Arabic 0.91 to 0.95, Russian 0.13 to 0.26.
_ARABIC_SHARE: Final = 0.65
_GUESS_BYTES: Final = 200_000


def decode_body(body: bytes, *, content_type: str = "", declared: str = "") -> str:
    """The text of a document: mark, UTF-16/32 pattern, valid UTF-8, HTTP, XML, a guess.

    ``declared`` is what else the document says of itself, an HTML page in its ``<meta>``.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace").lstrip("\ufeff")
    for pattern, name in _NULL_PATTERNS:
        if pattern.match(body):
            return body.decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_old(body, [*_claims(body, content_type), declared])


def _decode_old(body: bytes, labels: list[str]) -> str:
    mostly = _mostly_utf8(body)
    if mostly is not None:
        return mostly
    claims = [_known(label) for label in labels]
    persian = _looks_persian(body)
    for name in claims:
        if name and not (persian and name in _WEAK):
            return body.decode(name, "replace")
    return body.decode("cp1256" if persian else "cp1252", "replace")


def _claims(body: bytes, content_type: str) -> list[str]:
    found = _HTTP_CHARSET.search(content_type)
    declared = _XML_ENCODING.search(body[:1_000])
    return [found[1] if found else "", declared[1].decode("ascii") if declared else ""]


def _known(name: str) -> str:
    """Python's name of an encoding that may be used, or ``''``."""
    try:
        found = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    found = _MEANT.get(found, found)
    return found if _ACCEPTED.fullmatch(found) else ""


def _mostly_utf8(body: bytes) -> str | None:
    """UTF-8 with a few broken bytes (cut or pasted text): broken ones become U+FFFD."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = _high_count(text) - broken
    return text if whole >= 3 * broken else None


def _looks_persian(body: bytes) -> bool:
    text = body[:_GUESS_BYTES].decode("cp1256", "replace")
    high = _high_count(text)
    in_words = sum(len(word) for word in _ARABIC_WORD.findall(text))
    return high > 0 and in_words / high >= _ARABIC_SHARE


def _high_count(text: str) -> int:
    """Letters outside ASCII, counted without a list of them."""
    return len(text) - len(text.encode("ascii", "ignore"))
