"""Bytes of a page to text, whatever the page says of itself."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTTP_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_META_REACH_BYTES: Final = 8192
# Browsers read these labels as their Windows supersets (WHATWG Encoding Standard, section 4.2).
_SUPERSETS: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# A page that is UTF-8 but for a few cut letters has about one bad sequence in thousands; a
# page in another encoding has one for nearly every letter outside ASCII.
_BAD_SHARE: Final = 0.02


def decode_page(body: bytes, content_type: str = "") -> str:
    """The text of a page: byte order mark, valid UTF-8, HTTP header, ``<meta>``, then a guess.

    Valid UTF-8 beats every label (a text in another encoding is almost never valid UTF-8); the
    guess is windows-1256, the old encoding of Persian pages, or windows-1252.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if b"\x1b$" not in body:  # ISO-2022-JP is pure ASCII bytes, so it would pass as UTF-8
        text = _as_utf8(body)
        if text is not None:
            return text
    for label in (_http_label(content_type), _meta_label(body)):
        name = _codec(label)
        if name and not name.startswith("utf"):
            return body.decode(name, "replace")
    return _guess(body)


def _as_utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = body.decode("utf-8", "replace")
    foreign = sum(1 for byte in body if byte >= 0xC2)
    return text if text.count("\ufffd") <= foreign * _BAD_SHARE else None


def _http_label(content_type: str) -> str:
    found = _HTTP_CHARSET.search(content_type)
    return found.group(1) if found else ""


def _meta_label(body: bytes) -> str:
    found = _META_CHARSET.search(body[:_META_REACH_BYTES])
    return found.group(1).decode("ascii", "replace") if found else ""


def _codec(label: str) -> str:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    try:
        b"".decode(name)
    except LookupError:  # such as "rot13" or "hex": codecs, but not of text
        return ""
    return _SUPERSETS.get(name, name)


def _guess(body: bytes) -> str:
    arabic = body.decode("cp1256", "replace")
    letters = sum(1 for letter in arabic if "\u0600" <= letter <= "\u06ff")
    foreign = sum(1 for byte in body if byte >= 0x80)
    if foreign and letters / foreign > 0.6:
        return arabic
    return body.decode("cp1252", "replace")
