"""Bytes of feeds become the right letters whatever is claimed of them."""

from __future__ import annotations

import codecs

import pytest

from getnewsfast.text.charset import decode_body

WORDS = "گزارش خبري از تهران"


def declared(encoding: str, *, real: str = "") -> bytes:
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss>{WORDS}</rss>'
    return text.encode(real or encoding)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (declared("windows-1256"), "application/rss+xml"),
        (declared("utf-8", real="cp1256"), "application/rss+xml; charset=utf-8"),
        (f"<rss>{WORDS}</rss>".encode("cp1256"), "text/xml"),
        (f"<rss>{WORDS}</rss>".encode("cp1256"), "text/xml; charset=windows-1256"),
        (f"<rss>{WORDS}</rss>".encode("cp1256"), "text/xml; charset=iso-8859-1"),
        (declared("windows-1256", real="utf-8"), "text/xml; charset=iso-8859-1"),
        (codecs.BOM_UTF8 + declared("utf-16", real="utf-8"), ""),
        (codecs.BOM_UTF8 * 2 + declared("utf-8"), ""),
        (codecs.BOM_UTF16_LE + declared("utf-8", real="utf-16-le"), ""),
        (codecs.BOM_UTF16_BE + declared("utf-16", real="utf-16-be"), ""),
        (codecs.BOM_UTF32_LE + declared("utf-32", real="utf-32-le"), ""),
        (declared("utf-16", real="utf-16-le"), ""),
        (declared("utf-16", real="utf-16-be"), ""),
        (declared("x-farsi-99", real="utf-8"), ""),
    ],
)
def test_persian_letters_come_out_right(body: bytes, content_type: str) -> None:
    text = decode_body(body, content_type=content_type)
    assert WORDS in text
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("words", "encoding", "content_type"),
    [
        ("Größe und Straße, schöne Grüße", "cp1252", ""),
        ("Москва: новости дня и погода", "cp1251", "text/xml; charset=windows-1251"),
        ("北京新闻", "gb2312", "text/xml; charset=gb2312"),
        ("Ελλάδα και κόσμος", "iso8859-7", "text/xml; charset=iso-8859-7"),
    ],
)
def test_other_languages_are_not_taken_for_persian(
    words: str, encoding: str, content_type: str
) -> None:
    assert decode_body(words.encode(encoding), content_type=content_type) == words


def test_a_broken_letter_costs_only_itself() -> None:
    body = f"{WORDS} ".encode() + b"\xd8" + b" end"
    assert decode_body(body, content_type="text/xml; charset=utf-8") == f"{WORDS} \ufffd end"


@pytest.mark.parametrize("claim", ["utf-7", "unicode_escape", "idna", "punycode", "rot13", "zip"])
def test_no_claim_turns_bytes_into_markup(claim: str) -> None:
    body = b"+ADw-script+AD4- \\u003cscript \xff"
    assert "<script" not in decode_body(body, content_type=f"text/xml; charset={claim}")
