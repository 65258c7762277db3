"""Addresses of one page are known as one; addresses of two pages never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.collect.core.tracking import TRACKING_NAMES, TRACKING_PREFIXES
from getnewsfast.collect.core.urls import canonical_url, host_of, is_web_url, url_key, web_link


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTPS://Site.Example:443/A", "https://site.example/A"),
        ("http://site.example", "http://site.example/"),
        ("http://site.example:8080/a", "http://site.example:8080/a"),
        ("http://site.example./a", "http://site.example/a"),
        ("https://site.example/a#part", "https://site.example/a"),
        ("https://site.example/#!/news/1", "https://site.example/#!/news/1"),
        ("https://u:p@site.example/a", "https://site.example/a"),
        ("https://site.example/a?utm_source=rss&id=2&fbclid=x", "https://site.example/a?id=2"),
        ("https://site.example/a?b=2&a=1", "https://site.example/a?b=2&a=1"),
        ("https://site.example/a?", "https://site.example/a"),
        ("https://site.example/a?&&id=1&", "https://site.example/a?id=1"),
        ("https://site.example/%7euser/%d8%ae", "https://site.example/~user/%D8%AE"),
        ("https://site.example/خبر", "https://site.example/%D8%AE%D8%A8%D8%B1"),
        (
            "https://site.example/می\u200cشود",
            "https://site.example/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF",
        ),
        ("https://site.example/100%", "https://site.example/100%25"),
        ("https://site.example/a b", "https://site.example/a%20b"),
        (" «https://site.example/1»، ", "https://site.example/1"),
        ("https://خبر.example/1", "https://xn--ngblk.example/1"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("javascript:alert(1)", ""),
        ("site.example/1", ""),
        ("https://site.example:99999/", ""),
        ("https://exa mple/", ""),
        ("", ""),
    ],
)
def test_an_address_has_one_spelling(written: str, canonical: str) -> None:
    assert canonical_url(written) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.site.example/1/", "https://site.example/1"),
        ("https://m.site.example/1", "https://www.site.example/1"),
        ("https://amp.site.example/1", "https://site.example/1"),
        ("https://site.example/1/amp/", "https://site.example/1"),
        ("https://site.example/amp/1", "https://site.example/1"),
        ("https://site.example/1?outputType=amp", "https://site.example/1"),
        ("https://site.example/1?utm_source=rss&sid=a", "https://site.example/1?sid=b"),
        ("https://site.example/خبر-۱", "https://site.example/%D8%AE%D8%A8%D8%B1-%DB%B1"),
    ],
)
def test_variants_of_one_page_share_a_key(one: str, other: str) -> None:
    assert url_key(one) == url_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://site.example/1", "https://site.example/2"),
        ("https://site.example/a", "https://site.example/A"),
        ("https://site.example/?p=1", "https://site.example/?p=2"),
        ("https://site.example/view?sid=1234", "https://site.example/view?sid=1235"),
        ("https://m.ir/1", "https://ir/1"),
        ("https://site.example/#!/1", "https://site.example/#!/2"),
        ("https://news.site.example/1", "https://site.example/1"),
        ("https://site.example/camp", "https://site.example/c"),
    ],
)
def test_two_pages_have_two_keys(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


def test_every_tracking_parameter_is_dropped() -> None:
    names = [*TRACKING_NAMES, *(f"{prefix}x" for prefix in TRACKING_PREFIXES)]
    assert len(names) >= 40
    for name in names:
        assert (
            canonical_url(f"https://a.example/?{name.upper()}=1&id=2") == "https://a.example/?id=2"
        )


@pytest.mark.parametrize("name", ["id", "p", "page", "news", "source", "ref", "q", "tag", "lang"])
def test_parameters_that_name_a_page_stay(name: str) -> None:
    assert canonical_url(f"https://a.example/?{name}=1") == f"https://a.example/?{name}=1"


def test_hosts_are_compared_without_www() -> None:
    assert host_of("https://WWW.Site.example:8080/1") == "site.example"
    assert host_of("nonsense") == ""
    assert is_web_url("https://a.example/")
    assert not is_web_url("ftp://a.example/")


@given(st.text(max_size=80).map("https://site.example/".__add__) | st.text(max_size=60))
def test_canonical_twice_is_canonical_once(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once
    assert once.isascii()
    key = url_key(url)
    assert url_key(once) == key
    assert key == "" or url_key(f"http://{key}") == key


@given(st.text(max_size=60), st.text(max_size=30))
def test_a_link_is_of_the_web_or_nothing(raw: str, base: str) -> None:
    link = web_link(raw, base=base)
    assert link == "" or is_web_url(link)
