"""Real sites on this machine for tests of the way out: they send whatever bytes they are given.

Names are given to addresses by a resolver of the test's own. Where a test needs a site of the
public internet, 127.0.0.1 is counted as public; every other loopback address is still private.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

from getnewsfast.system.failures import Failure
from getnewsfast.system.http import Answer, Client, Surroundings

AS_PUBLIC = Surroundings(also_public=(ip_network("127.0.0.1/32"),))
US = "GetNewsFast/0.1 (+https://hub.example)"

Play = Callable[[asyncio.StreamWriter], Awaitable[None]]
Pages = Mapping[str, bytes | Play]


@dataclass(slots=True)
class Site:
    """A site that sends the very bytes it is given for each path."""

    port: int = 0
    asked: list[str] = field(default_factory=list)  # request heads
    now: int = 0
    most_at_once: int = 0
    times: list[float] = field(default_factory=list)


@asynccontextmanager
async def open_site(pages: Pages, tls: ssl.SSLContext | None = None) -> AsyncIterator[Site]:
    site = Site()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                site.asked.append(head)
                site.times.append(time.monotonic())
                page = pages.get(head.split(" ")[1], say(b"", "404 Not Found"))
                if callable(page):
                    await page(writer)
                    return
                writer.write(page)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(play, "127.0.0.1", 0, ssl=tls)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()
        await asyncio.sleep(0)


def say(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *lines])
    return head.encode() + b"\r\n\r\n" + body


def point(location: str, status: str = "302 Found") -> bytes:
    return say(b"", status, Location=location)


class Names(AbstractResolver):
    """Every name has the addresses given: a list for each time it is asked, the last for good."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        hosts = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if not hosts:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [
            ResolveResult(hostname=host, host=each, port=port, family=family, proto=0, flags=0)
            for each in hosts
        ]

    async def close(self) -> None:
        """Nothing is open."""


def fetch(pages: Pages, path: str = "/", *, client: Client | None = None, **options: Any) -> Answer:
    """One ``get`` from a site on this machine, as a public one unless ``options`` say local."""
    answer, _site = fetch_and_look(pages, path, client=client, **options)
    if isinstance(answer, Failure):
        raise answer
    return answer


def fetch_and_look(
    pages: Pages, path: str = "/", *, client: Client | None = None, **options: Any
) -> tuple[Answer | Failure, Site]:
    async def run() -> tuple[Answer | Failure, Site]:
        opened = client or Client(US, resolver=Names(["127.0.0.1"]), surroundings=AS_PUBLIC)
        async with open_site(pages) as site, opened:
            url = path if "://" in path else f"http://site.example:{site.port}{path}"
            try:
                return await opened.get(url.replace("PORT", str(site.port)), **options), site
            except Failure as failure:
                return failure, site

    return asyncio.run(run())
