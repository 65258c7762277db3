from __future__ import annotations

import pytest

from getnewsfast.extract.core.charset import decode_page

PERSIAN = "<p>کتاب‌های تازه به بازار می‌رسد</p>"
OLD = "<p>كتاب هاي تازه به بازار مي رسد</p>"  # the letters windows-1256 has
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1", "no-such-charset", "rot13"])
def test_valid_utf8_beats_what_the_page_declares(declared: str) -> None:
    page = META.format(declared) + PERSIAN
    assert decode_page(page.encode(), f"text/html; charset={declared}") == page


@pytest.mark.parametrize(
    ("content_type", "meta"),
    [
        ("text/html; charset=windows-1256", ""),
        ("", META.format("windows-1256")),
        ("", META.format("utf-8")),
        ("", ""),
    ],
)
def test_windows_1256_is_read_when_named_and_when_guessed(content_type: str, meta: str) -> None:
    assert decode_page((meta + OLD).encode("cp1256"), content_type) == meta + OLD


def test_a_byte_order_mark_decides() -> None:
    assert decode_page(b"\xff\xfe" + PERSIAN.encode("utf-16-le")) == PERSIAN
    assert decode_page(b"\xef\xbb\xbf" + PERSIAN.encode()) == PERSIAN


def test_one_broken_letter_does_not_lose_the_page() -> None:
    text = decode_page((PERSIAN * 9).encode() + b"\xff", "text/html; charset=windows-1256")
    assert text == PERSIAN * 9 + "\ufffd"


def test_latin1_is_read_as_browsers_do() -> None:
    page = "<p>“Élysée” — 12 €</p>"
    assert decode_page(page.encode("cp1252"), "text/html; charset=ISO-8859-1") == page


def test_japanese_in_escape_sequences_is_not_taken_for_ascii() -> None:
    page = "<p>気象庁の発表</p>"
    assert decode_page(page.encode("iso2022_jp"), "text/html; charset=iso-2022-jp") == page
