"""Headers as text, and how long a site asks us to stay away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from getnewsfast.system.answers import Answer, read_headers, retry_after_seconds

NOW = datetime(2026, 11, 24, 8, 0, 0, tzinfo=UTC)


def make_answer(retry_after: str | None) -> Answer:
    headers = {} if retry_after is None else {"retry-after": retry_after}
    return Answer("http://site.example/", 429, headers, b"", 0.1, (), None, 0)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("9" * 5000, 86400.0),
        ("Tue, 24 Nov 2026 08:02:00 GMT", 120.0),
        ("Tuesday, 24-Nov-26 08:02:00 GMT", 120.0),
        ("Tue, 24 Nov 2026 08:02:00 -0000", 120.0),
        ("Tue, 24 Nov 2026 11:32:00 +0330", 120.0),
        ("Tue, 24 Nov 2026 07:00:00 GMT", 0.0),
        ("Tue, 24 Nov 2099 08:00:00 GMT", 86400.0),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("۱۲۰", None),
        ("soon", None),
        ("Tue, 99 Nov 2026 08:00:00 GMT", None),
    ],
)
def test_retry_after_is_read_in_both_forms(header: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(make_answer(header), NOW) == seconds


def test_headers_are_lower_case_joined_and_without_cookies() -> None:
    raw = [(b"ETag", b' "v1" '), (b"Vary", b"Accept"), (b"VARY", b"Cookie"), (b"Set-Cookie", b"a")]
    assert read_headers(raw) == {"etag": '"v1"', "vary": "Accept, Cookie"}


def test_headers_are_text_that_a_database_takes() -> None:
    headers = read_headers([(b"x-title", "خبر".encode()), (b"x-old", b"caf\xe9")])
    assert headers == {"x-title": "خبر", "x-old": "café"}
