"""The way out, against real sites on this machine that behave well, badly and worse."""

from __future__ import annotations

import asyncio
import gzip
import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from odd_site import US, Names, Play, Site, fetch, fetch_and_look, open_site, point, say

from getnewsfast.system.failures import Failure, GiveUp, TryAgain
from getnewsfast.system.http import Answer, Caps, Client, Surroundings

FAST = Caps(total_seconds=0.4, connect_seconds=0.3, wait_seconds=5.0)

# ── Answers ──────────────────────────────────────────────────────────────────────────────────────


def test_an_answer_says_everything_a_step_needs() -> None:
    body = "خبر".encode() * 100
    packed = gzip.compress(body)
    page = say(packed, Content_Encoding="gzip", ETag='"v1"', Set_Cookie="a=b", Content_Type="x/y")
    answer = fetch({"/%D8%AE%D8%A8%D8%B1": page}, "/خبر#جا")
    assert answer.url.endswith("/%D8%AE%D8%A8%D8%B1")
    assert (answer.status, answer.body, answer.wire_bytes) == (200, body, len(packed))
    assert (answer.headers["etag"], answer.headers["content-type"]) == ('"v1"', "x/y")
    assert "set-cookie" not in answer.headers
    assert (answer.redirects, answer.permanent_url) == ((), None)
    assert 0 < answer.seconds < 5


def test_the_request_says_who_we_are_and_no_caller_changes_that() -> None:
    headers = {"User-Agent": "Other", "accept-encoding": "zstd", "If-None-Match": '"v1"'}
    answer, site = fetch_and_look({"/": say(b"", "304 Not Modified")}, headers=headers)
    assert isinstance(answer, Answer)
    assert (answer.status, answer.body) == (304, b"")
    head = site.asked[0].lower()
    assert f"user-agent: {US.lower()}\r\n" in head
    assert "accept-encoding: gzip, deflate, br\r\n" in head
    assert 'if-none-match: "v1"\r\n' in head
    assert "other" not in head


@pytest.mark.parametrize("status", ["429 Too Many", "503 Down", "404 No", "410 Gone", "500 Oops"])
def test_every_status_is_an_answer_and_an_error_page_is_not_read(status: str) -> None:
    answer = fetch({"/": say(b"sorry" * 9, status, Retry_After="120")})
    assert (answer.status, answer.body) == (int(status[:3]), b"")
    assert answer.headers["retry-after"] == "120"


def test_cookies_are_not_kept() -> None:
    async def run() -> list[str]:
        async with open_site({"/": say(b"x", Set_Cookie="id=1")}) as site, Client(US) as client:
            for _round in range(2):
                await client.get(f"http://127.0.0.1:{site.port}/", local=True)
            return site.asked

    asked = asyncio.run(run())
    assert len(asked) == 2
    assert "cookie" not in "".join(asked).lower()


def test_a_proxy_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert fetch({"/": say(b"direct")}).body == b"direct"


# ── Redirects ────────────────────────────────────────────────────────────────────────────────────


def test_redirects_are_followed_and_told() -> None:
    pages = {"/": point("/new", "301 Moved"), "/new": point("last?x"), "/last?x": say(b"here")}
    answer = fetch(pages)
    assert answer.body == b"here"
    assert [url.rpartition("/")[2] for url in answer.redirects] == ["", "new"]
    assert answer.permanent_url is not None
    assert answer.permanent_url.endswith("/new")
    assert answer.url.endswith("/last?x")


def test_a_raw_persian_location_is_followed() -> None:
    answer = fetch({"/": point("/می‌شود"), "/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF": say(b"ok")})
    assert answer.body == b"ok"


def test_a_key_stays_with_the_site_it_is_for() -> None:
    async def run() -> list[str]:
        async with open_site({"/b": say(b"ok")}) as other:
            there = point(f"http://other.example:{other.port}/b")
            client = Client(US, resolver=Names(["127.0.0.1"]))
            async with open_site({"/": there}) as site, client:
                url = f"http://site.example:{site.port}/"
                await client.get(url, headers={"Authorization": "key", "Accept": "x/y"}, local=True)
                return site.asked + other.asked

    first, second = asyncio.run(run())
    assert "authorization: key" in first.lower()
    assert "authorization" not in second.lower()
    assert "accept: x/y" in second.lower()


@pytest.mark.parametrize(
    ("page", "word"),
    [
        (point("/"), "circle"),
        (point("file:///etc/passwd"), "file"),
        (say(b"", "302 Found"), "where"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_given_up(page: bytes, word: str) -> None:
    with pytest.raises(GiveUp, match=word):
        fetch({"/": page})


# ── Caps and broken answers ──────────────────────────────────────────────────────────────────────


async def drip(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _second in range(100):
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.02)


async def drip_head(writer: asyncio.StreamWriter) -> None:
    for byte in say(b"x" * 50):
        writer.write(bytes([byte]))
        await asyncio.sleep(0.02)


async def stay_silent(_writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(2)


async def never_end(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not writer.transport.is_closing():
        writer.write(b"10000\r\n" + b" " * 65536 + b"\r\n")
        await writer.drain()


async def reset(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
    await writer.drain()
    writer.transport.abort()


@pytest.mark.parametrize("page", [drip, drip_head, stay_silent])
def test_the_time_limit_holds_whatever_trickles_in(page: Play) -> None:
    began = time.monotonic()
    with pytest.raises(TryAgain, match=r"did not finish its answer in 0\.4 seconds"):
        fetch({"/": page}, caps=FAST)
    assert time.monotonic() - began < 1.5


def test_the_time_limit_is_for_all_redirects_together() -> None:
    async def wait_and_point(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.write(point("/b"))

    with pytest.raises(TryAgain, match="did not finish"):
        fetch({"/": wait_and_point, "/b": stay_silent}, caps=Caps(total_seconds=0.5))


HEAD = b"HTTP/1.1 200 OK\r\n"
BAD_ANSWERS: list[tuple[bytes | Play, type[Failure], str]] = [
    (never_end, GiveUp, "larger than 8 MB"),
    (HEAD + b"Content-Length: 10000000000\r\n\r\nabc", GiveUp, "larger than 8 MB"),
    (say(gzip.compress(b" " * 30_000_000), Content_Encoding="gzip"), GiveUp, "MB|times"),
    (say(b"x", Content_Encoding="gzip, gzip"), GiveUp, "packed more than once"),
    (say(b"x", Content_Encoding="zstd"), GiveUp, "zstd"),
    (say(b"<html>", Content_Encoding="gzip"), TryAgain, "unpacked"),
    (reset, TryAgain, "broke off"),
    (
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        TryAgain,
        "not HTTP|broke",
    ),
    (b"<?xml version='1.0'?><rss/>\r\n\r\n", TryAgain, "not HTTP"),
    (HEAD + b"X: " + b"a" * 100_000 + b"\r\n\r\n", GiveUp, "too large"),
    (HEAD + b"X: y\r\n" * 500 + b"\r\n", GiveUp, "too large"),
]


@pytest.mark.parametrize(("page", "kind", "word"), BAD_ANSWERS)
def test_a_bad_answer_is_a_failure_in_words(
    page: bytes | Play, kind: type[Failure], word: str
) -> None:
    async def send_and_close(writer: asyncio.StreamWriter) -> None:
        assert isinstance(page, bytes)
        writer.write(page)
        await writer.drain()

    with pytest.raises(kind, match=word):
        fetch({"/": send_and_close if isinstance(page, bytes) else page})


def test_a_body_shorter_than_announced_is_tried_again() -> None:
    async def lie(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"Content-Length: 1000\r\n\r\nshort")

    with pytest.raises(TryAgain, match="broke off"):
        fetch({"/": lie})


def test_a_header_that_cannot_be_sent_is_given_up() -> None:
    with pytest.raises(GiveUp, match="cannot be sent"):
        fetch({"/": say(b"ok")}, headers={"If-None-Match": "a\r\nX-Evil: b"})


# ── Connecting ───────────────────────────────────────────────────────────────────────────────────


def test_a_closed_port_and_an_unknown_name_are_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(TryAgain, match=r"site\.example refused"):
        fetch({}, f"http://site.example:{port}/")
    with pytest.raises(TryAgain, match=r"No address was found for the name site\.example"):
        fetch({}, client=Client(US, resolver=Names([])))


def test_a_site_silent_on_tls_is_tried_again() -> None:
    with pytest.raises(TryAgain, match="could not be reached in time"):
        fetch({}, "https://site.example:PORT/", caps=Caps(connect_seconds=0.2))


def test_a_site_that_speaks_no_tls_is_tried_again() -> None:
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ready\r\n")
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(greet, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, Client(US) as client:
            await client.get(f"https://127.0.0.1:{port}/", local=True)

    with pytest.raises(TryAgain, match="secure connection"):
        asyncio.run(run())


def make_certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate of its own making, and a client's that trusts it."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        + [
            "-nodes",
            "-days",
            "2",
            "-keyout",
            str(key),
            "-out",
            str(certificate),
            "-subj",
            "/CN=site.example",
        ]
        + ["-addext", "subjectAltName=DNS:site.example"],
        check=True,
        capture_output=True,
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    return server, ssl.create_default_context(cafile=str(certificate))


@pytest.mark.skipif(not shutil.which("openssl"), reason="makes its certificate with openssl")
def test_a_certificate_is_verified_and_its_name_too(tmp_path: Path) -> None:
    server, trusting = make_certificate(tmp_path)

    async def run(host: str, tls: ssl.SSLContext | None) -> bytes:
        client = Client(US, resolver=Names(["127.0.0.1"]), surroundings=Surroundings(tls=tls))
        async with open_site({"/": say(b"secure")}, server) as site, client:
            answer = await client.get(f"https://{host}:{site.port}/", local=True)
            return answer.body

    assert asyncio.run(run("site.example", trusting)) == b"secure"
    with pytest.raises(GiveUp, match=r"certificate of site\.example could not be verified: self"):
        asyncio.run(run("site.example", None))
    with pytest.raises(GiveUp, match=r"certificate of other\.example could not be verified"):
        asyncio.run(run("other.example", trusting))


# ── Politeness ───────────────────────────────────────────────────────────────────────────────────


def fetch_many(count: int, *, gap_seconds: float = 0.0, **options: Any) -> tuple[Site, list[Any]]:
    """``count`` requests at once to a site that takes 50 ms and counts who is there."""

    async def run() -> tuple[Site, list[Any]]:
        async def take_time(writer: asyncio.StreamWriter) -> None:
            site.now += 1
            site.most_at_once = max(site.now, site.most_at_once)
            await asyncio.sleep(0.05)
            site.now -= 1
            writer.write(say(b"ok", Connection="close"))

        client = Client(US, per_host=3)
        async with open_site({"/": take_time}) as site, client:
            client.space("127.0.0.1", gap_seconds)
            url = f"http://127.0.0.1:{site.port}/"
            calls = [client.get(url, local=True, **options) for _number in range(count)]
            return site, await asyncio.gather(*calls, return_exceptions=True)

    return asyncio.run(run())


def test_a_host_gets_no_more_requests_at_once_than_is_polite() -> None:
    site, answers = fetch_many(10)
    assert [answer.body for answer in answers] == [b"ok"] * 10
    assert site.most_at_once == 3


def test_our_own_wait_is_not_the_sites_time() -> None:
    _site, answers = fetch_many(10, caps=Caps(total_seconds=0.15))
    assert all(isinstance(answer, Answer) and answer.seconds < 0.15 for answer in answers)


def test_requests_keep_the_gap_a_site_asks_for() -> None:
    site, answers = fetch_many(4, gap_seconds=0.1)
    assert len(answers) == 4
    gaps = [later - earlier for earlier, later in zip(site.times, site.times[1:], strict=False)]
    assert min(gaps) > 0.08


def test_whoever_would_wait_too_long_is_told_to_come_back() -> None:
    _site, answers = fetch_many(3, gap_seconds=30.0, caps=Caps(wait_seconds=0.1))
    assert sorted(type(answer).__name__ for answer in answers) == ["Answer", "TryAgain", "TryAgain"]
    waits = sorted(each.after_seconds for each in answers if isinstance(each, TryAgain))
    assert all(29 < wait <= 30 for wait in waits)


def test_a_closed_client_asks_nobody() -> None:
    with pytest.raises(RuntimeError, match="not open"):
        asyncio.run(Client(US).get("http://site.example/"))
