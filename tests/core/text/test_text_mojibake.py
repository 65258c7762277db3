"""Text that was decoded wrongly is restored where there is no doubt; honest text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from getnewsfast.text.mojibake import BrokenEncoding, restore
from getnewsfast.text.normalise import display
from tests.core.text.text_samples import any_text

PERSIAN = "سلام دنیا، «این» می‌شود و او در خانه است؟ ۱۲"


def misread(text: str, *, written: str, read: str) -> str:
    """As a browser reads it: bytes that the encoding lacks become control characters."""
    pieces = [bytes([byte]) for byte in text.encode(written)]
    return "".join(piece.decode(read, "ignore") or chr(piece[0]) for piece in pieces)


@pytest.mark.parametrize("read", ["latin-1", "cp1252", "cp1256"])
def test_utf_8_that_was_taken_for_another_encoding_is_restored(read: str) -> None:
    assert restore(misread(PERSIAN, written="utf-8", read=read)) == PERSIAN


@pytest.mark.parametrize("read", ["latin-1", "cp1252"])
def test_windows_1256_that_was_taken_for_latin_is_restored(read: str) -> None:
    text = "سلام دنيا، «اين» مي‌شود و او در خانه است؟"
    assert restore(misread(text, written="cp1256", read=read)) == text


def test_only_the_broken_part_of_a_text_changes() -> None:
    broken = misread("سلام دنیا", written="utf-8", read="cp1252")
    assert display(f"خبر تازه: {broken} Ünal") == "خبر تازه: سلام دنیا Ünal"


@pytest.mark.parametrize(
    "text",
    [
        "Ærø og Øresund, Ø",
        "Ça va? À Noël, où êtes-vous",
        "größer, Übermaß, naïve café",
        "İstanbul'da çok güzel bir gün",
        "À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï",
        "ÐÑÒÓ ÔÕÖ ÙÚÛÜ",
        "طظعغ، «طاعون» و غده؛ ظلم؟",
        "قیمت § و ¶ و ©",
        PERSIAN,
        "",
    ],
)
def test_honest_text_is_left_alone(text: str) -> None:
    assert restore(text) == text


def test_what_was_lost_is_said() -> None:
    lost = misread("سلام دنیا سلام", written="utf-8", read="cp1252")
    lost = lost.replace("„", "").replace("\x86", "").replace("…", "")
    with pytest.raises(BrokenEncoding):
        restore(lost)


@given(any_text)
def test_persian_text_is_never_taken_for_broken(text: str) -> None:
    assert restore(text) == text
