"""A site on this machine for the steps that fetch: it answers what a test tells it to."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar

from asgiref.sync import async_to_sync
from django.db import connections

from getnewsfast.system.outbound import close_outbound

Result = TypeVar("Result")
ENDLESS_PIECE = b" " * 65_536


@dataclass(frozen=True, slots=True)
class Reply:
    """``is_endless`` goes on after the body until the other side hangs up."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    is_endless: bool = False


@dataclass(slots=True)
class LocalSite:
    """``replies`` by path; ``asked`` holds the path and the headers of each request."""

    url: str = ""
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def count(self, path: str) -> int:
        return sum(1 for asked, _headers in self.asked if asked == path)


@contextmanager
def open_local_site() -> Iterator[LocalSite]:
    site = LocalSite()

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            reply = site.replies.get(self.path, Reply(status=404))
            try:
                self._send(reply)
            except ConnectionError:
                self.close_connection = True

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.is_endless:
                self.send_header("Connection", "close")
            elif reply.status != 304:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)
            while reply.is_endless:
                self.wfile.write(ENDLESS_PIECE)

        def log_message(self, *_: Any) -> None:
            """The tests say what went wrong; the server need not."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run_step(
    step: Callable[..., Coroutine[Any, Any, Result]], *values: Any, **options: Any
) -> Result:
    """Run a step that fetches to its end, its database work on the test's own connection.

    What it does in threads has one thread, whose connection is closed with it.
    """

    async def run() -> Result:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        try:
            return await step(*values, **options)
        finally:
            await close_outbound()
            await loop.run_in_executor(None, connections.close_all)

    return async_to_sync(run)()
