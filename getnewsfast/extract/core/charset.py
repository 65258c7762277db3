"""Bytes of a page to text, whatever the page says of itself."""

from __future__ import annotations

import re
from typing import Final

from getnewsfast.text.charset import decode_body

_META_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_META_REACH_BYTES: Final = 8192
_JAPANESE: Final = "iso-2022-jp"
_JAPANESE_SHIFT: Final = b"\x1b$"


def decode_page(body: bytes, content_type: str = "") -> str:
    """The text of a page: as of any document, and by what its ``<meta>`` says."""
    label = _meta_label(body)
    # ISO-2022-JP is pure ASCII bytes, so it would pass as UTF-8.
    if _JAPANESE_SHIFT in body and _JAPANESE in (label + content_type).lower():
        return body.decode(_JAPANESE, "replace")
    return decode_body(body, content_type=content_type, declared=label)


def _meta_label(body: bytes) -> str:
    found = _META_CHARSET.search(body[:_META_REACH_BYTES])
    return found.group(1).decode("ascii", "replace") if found else ""
