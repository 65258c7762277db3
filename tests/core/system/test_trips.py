"""Redirects: where they lead, what they carry, and what they say for good."""

from __future__ import annotations

import pytest

from getnewsfast.system.addresses import parse_target
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.trips import Trip
from getnewsfast.system.unpacking import Caps

START = "https://site.example/feeds/all?page=1"


def start_trip(**headers: str) -> Trip:
    return Trip(parse_target(START), headers, Caps(redirects=3))


@pytest.mark.parametrize(
    ("location", "url"),
    [
        (b"/rss", "https://site.example/rss"),
        (b"rss.xml", "https://site.example/feeds/rss.xml"),
        (b"?page=2", "https://site.example/feeds/all?page=2"),
        (b"//www.site.example/", "https://www.site.example/"),
        (b"http://site.example/feeds/all#top", "http://site.example/feeds/all"),
        (
            "/خبر/باران".encode(),
            "https://site.example/%D8%AE%D8%A8%D8%B1/%D8%A8%D8%A7%D8%B1%D8%A7%D9%86",
        ),
        ("https://خبر.ایران/".encode(), "https://xn--ngblk.xn--mgba3a4f16a/"),
        (b"/caf\xe9", "https://site.example/caf%E9"),
        (b" /a b ", "https://site.example/a%20b"),
        (b"/already%20quoted", "https://site.example/already%20quoted"),
        (b"http://2130706433/", "http://127.0.0.1/"),
    ],
)
def test_a_location_leads_where_a_browser_would_go(location: bytes, url: str) -> None:
    trip = start_trip()
    trip.follow(302, location)
    assert str(trip.target.url) == url
    assert trip.behind == [START]


@pytest.mark.parametrize("location", [b"", b"  ", b"/a\rSet-Cookie: b=c", b"http://[::1"])
def test_a_redirect_to_nowhere_is_given_up(location: bytes) -> None:
    with pytest.raises(GiveUp, match="without saying where"):
        start_trip().follow(302, location)


@pytest.mark.parametrize("location", [b"file:///etc/passwd", b"data:text/xml,<rss/>", b"ftp://a/"])
def test_a_redirect_to_another_scheme_is_given_up(location: bytes) -> None:
    with pytest.raises(GiveUp, match="Only http and https"):
        start_trip().follow(302, location)


def test_a_circle_is_seen_at_once() -> None:
    trip = start_trip()
    trip.follow(302, b"/a")
    with pytest.raises(GiveUp, match="circle"):
        trip.follow(302, START.encode())


def test_redirects_are_counted() -> None:
    trip = start_trip()
    for path in (b"/1", b"/2", b"/3"):
        trip.follow(302, path)
    with pytest.raises(GiveUp, match="more than 3 times"):
        trip.follow(302, b"/4")


@pytest.mark.parametrize(
    ("statuses", "path"),
    [
        ([301], "/1"),
        ([308, 301], "/2"),
        ([302], None),
        ([301, 302], "/1"),
        ([301, 302, 301], "/1"),
        ([302, 301], None),
        ([303, 307], None),
    ],
)
def test_only_an_unbroken_row_of_permanent_steps_is_permanent(
    statuses: list[int], path: str | None
) -> None:
    trip = start_trip()
    for number, status in enumerate(statuses, 1):
        trip.follow(status, b"/%d" % number)
    assert trip.permanent_url == (path and f"https://site.example{path}")


HEADERS = {"Accept": "text/html", "If-None-Match": '"v1"', "Authorization": "k", "X-Key": "k"}


def test_within_a_site_every_header_goes_along() -> None:
    trip = start_trip(**HEADERS)
    trip.follow(302, b"/a")
    assert trip.headers == HEADERS


@pytest.mark.parametrize(
    "location", [b"https://other.example/", b"http://site.example/", b"//site.example:8443/"]
)
def test_a_key_never_leaves_its_site(location: bytes) -> None:
    trip = start_trip(**HEADERS)
    trip.follow(302, location)
    assert trip.headers == {"Accept": "text/html", "If-None-Match": '"v1"'}
