"""A local news agency for the flow tests: a feed and pages on loopback, in a thread of its own."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Item:
    """One article of the agency: where it is, what it is called, its page's bytes."""

    path: str
    headline: str
    page: bytes
    section: str = ""


@dataclass
class Agency:
    """Serves ``/feed`` (RSS 2.0 of ``items``) and each item's page; counts what is asked."""

    items: list[Item] = field(default_factory=list)
    hits: Counter[str] = field(default_factory=Counter)
    server: ThreadingHTTPServer | None = None

    def __enter__(self) -> Self:
        agency = self

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                agency.hits[self.path] += 1
                kind, body = agency.find(self.path)
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_: Any) -> None:
                """The tests say what went wrong; the server need not."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        assert self.server is not None
        self.server.shutdown()
        self.server.server_close()

    @property
    def url(self) -> str:
        assert self.server is not None
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def find(self, path: str) -> tuple[str, bytes | None]:
        if path == "/feed":
            return "application/rss+xml; charset=utf-8", self.write_feed()
        pages: Mapping[str, bytes] = {item.path: item.page for item in self.items}
        return "text/html", pages.get(path)

    def write_feed(self) -> bytes:
        now = format_datetime(datetime.now(UTC))
        items = "".join(
            f"<item><title>{escape(item.headline)}</title>"
            f"<link>{escape(self.url + item.path)}</link>"
            f"<guid isPermaLink='false'>{escape(item.path)}</guid>"
            f"<category>{escape(item.section)}</category><pubDate>{now}</pubDate></item>"
            for item in reversed(self.items)
        )
        return (
            "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>"
            f"<title>خبرگزاری آزمون</title><link>{self.url}/</link><description></description>"
            f"{items}</channel></rss>"
        ).encode()


def write_page(headline: str, paragraphs: list[str], *, section: str = "") -> bytes:
    """A page in the manner of an agency: menu, article, related box, footer."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        "<!doctype html><html lang='fa' dir='rtl'><head><meta charset='utf-8'>"
        f"<title>{escape(headline)} - خبرگزاری آزمون</title>"
        f"<meta property='og:title' content='{escape(headline)}'></head><body>"
        "<nav><ul><li><a href='/a'>سیاست</a></li><li><a href='/b'>ورزش</a></li></ul></nav>"
        f"<article><div class='item-header'><h1 class='title'>{escape(headline)}</h1></div>"
        f"<div class='item-text' itemprop='articleBody'>{body}</div></article>"
        "<aside class='related'><h4>بیشتر بخوانید</h4><ul><li><a href='/c'>خبر دیگر</a></li></ul>"
        "</aside><footer><a href='/about'>درباره ما</a></footer></body></html>"
    ).encode()
