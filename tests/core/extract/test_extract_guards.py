from __future__ import annotations

import re
import time

import pytest

from getnewsfast.extract.core.page import MAX_BYTES, read_page
from getnewsfast.system.failures import GiveUp

PARAGRAPH = "<p>وزیر گفت که کتاب‌های درسی تا پایان شهریور به دست دانش‌آموزان می‌رسد.</p>"


def test_an_ordinary_page_is_read() -> None:
    assert len(read_page(f"<html><body>{PARAGRAPH}</body></html>".encode()).findall(".//p")) == 1


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"", "text/html", "empty"),
        (b" \n ", "", "empty"),
        (b"%PDF-1.7 <html>", "text/html", "HTML page"),
        (b"\x1f\x8b\x08 <html>", "", "HTML page"),
        (b"<p>x</p>", "application/pdf", "HTML page"),
        (b'{"a": 1}', "", "HTML page"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "text/html", "feed"),
        (b"<p>" + b"a" * MAX_BYTES, "text/html", "6 megabytes"),
        (b"<html>" + b"<div>" * 50_000, "text/html", "nested too deeply"),
        (b"<html><p>" + b"<b>" * 3_000 + b"x", "text/html", "nested too deeply"),
        (b"<html><p " + b'a="1" ' * 6_000 + b">x</p>", "text/html", "too many attributes"),
        (b"<html><p " + b'a=">" ' * 6_000 + b">x</p>", "text/html", "too many attributes"),
        (b"<html><p " + b"aa " * 6_000 + b">x</p>", "text/html", "too many attributes"),
        (b"<html>" + b"<i>x</i>" * 70_000, "text/html", "too many elements"),
    ],
)
def test_what_cannot_be_an_article_is_refused_with_its_reason(
    body: bytes, content_type: str, reason: str
) -> None:
    with pytest.raises(GiveUp, match=re.escape(reason)):
        read_page(body, content_type=content_type)


def test_a_hundred_thousand_attributes_are_refused_before_they_are_parsed() -> None:
    """The parser alone needs twelve seconds for them."""
    body = b"<div " + b" ".join(b"a%d=v" % number for number in range(100_000)) + b">"
    started = time.process_time()
    with pytest.raises(GiveUp):
        read_page(body)
    assert time.process_time() - started < 1


def test_a_stray_quote_is_not_taken_for_a_tag_of_a_thousand_attributes() -> None:
    text = "it's a long story " * 6_000
    assert read_page(f"<p title=it's>{text}</p>".encode()).findtext(".//p") == text


def test_control_characters_are_dropped_and_half_spaces_are_not() -> None:
    assert read_page("<p>می\x00‌\x1eرود</p>".encode()).findtext(".//p") == "می‌رود"
