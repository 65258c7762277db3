"""The hub's only way out: one polite, guarded client. Everything is fetched through it.

It speaks to the public internet alone, save for sources an operator marked as local; the check is
made on the address really connected to (``gate``). It waits its turn at each host (``turns``),
follows redirects itself with the same checks at each step (``trips``), and holds an answer to its
caps of size, time and packing (``unpacking``). It keeps no cookies, uses no proxy, verifies TLS,
and logs nothing.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver

from getnewsfast.system.addresses import Subnet, parse_target
from getnewsfast.system.answers import Answer, read_headers, retry_after_seconds
from getnewsfast.system.failures import TryAgain
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.gate import Gate, GatedResolver, SystemResolver, make_gated_request
from getnewsfast.system.mishaps import NETWORK_ERRORS, explain_mishap
from getnewsfast.system.trips import REDIRECTS, Trip
from getnewsfast.system.turns import Turns
from getnewsfast.system.unpacking import ACCEPTED, PIECE_BYTES, Caps, Unpacker, too_large

__all__ = ["Answer", "Caps", "Client", "Surroundings", "retry_after_seconds"]

HEADER_BYTES = 16 * 1024  # one line
HEADER_COUNT = 128
NO_HEADERS: Mapping[str, str] = MappingProxyType({})
DEFAULT_CAPS = Caps()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an operator may know better than we do."""

    also_public: tuple[Subnet, ...] = ()  # e.g. a national network on 10.0.0.0/8
    tls: ssl.SSLContext | None = None  # with certificates of one's own
    dns_seconds: int = 30  # how long a name's addresses are kept


@dataclass(frozen=True, slots=True)
class Way:
    """A gate and the connections that were made through it.

    Public and local sources have one each: a connection kept alive to a local source must never
    serve a public one.
    """

    gate: Gate
    session: aiohttp.ClientSession


class Client:
    """``async with Client(user_agent) as client: answer = await client.get(url)``.

    At most ``per_host`` requests are under way at one host. A client belongs to one event loop.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        per_host: int = 4,
        resolver: AbstractResolver | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        self._user_agent = user_agent
        self._turns = Turns(per_host)
        self._given_resolver = resolver
        self._surroundings = surroundings or Surroundings()
        self._ways: dict[bool, Way] = {}  # by whether they are local
        self._resolver: AbstractResolver | None = None

    async def __aenter__(self) -> Self:
        self._resolver = self._given_resolver or SystemResolver()
        tls = self._surroundings.tls or make_tls()
        for gate in (Gate(False, self._surroundings.also_public), Gate(True)):
            session = self._open_session(gate, self._resolver, tls=tls)
            self._ways[gate.local] = Way(gate, session)
        return self

    async def __aexit__(self, *_error: object) -> None:
        while self._ways:
            _local, way = self._ways.popitem()
            await way.session.close()
        if self._resolver is not None:
            await self._resolver.close()

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] = NO_HEADERS,
        local: bool = False,
        caps: Caps = DEFAULT_CAPS,
    ) -> Answer:
        """Fetch ``url``; ``local`` is for a source marked so, and reaches the local network alone.

        Any status is an answer, 429 and 503 too. Raises ``GiveUp`` for what may not or cannot be
        fetched, ``TryAgain`` for what may work later.
        """
        if not self._ways:
            raise RuntimeError("the client is not open")
        way = self._ways[local]
        trip = Trip(parse_target(url), dict(headers), caps)
        while True:
            async with self._turns.take(trip.target.host, wait_seconds=caps.wait_seconds):
                answer = await self._ask(way, trip)
            if answer is not None:
                return answer

    def space(self, host: str, seconds: float) -> None:
        """Start requests to ``host`` at least ``seconds`` apart (a crawl delay); 0 lifts it."""
        self._turns.space(host, seconds)

    async def _ask(self, way: Way, trip: Trip) -> Answer | None:
        """One step of a trip: its answer, or ``None`` after a redirect."""
        host, address = trip.target.host, trip.target.address
        if address is not None and not way.gate.allows(address):
            raise way.gate.refuse(host, address)
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            async with asyncio.timeout(trip.left_seconds) as limit:
                return await self._exchange(way.session, trip, began=began)
        except NETWORK_ERRORS as error:
            if limit.expired():
                raise _too_slow(host, trip.caps.total_seconds) from error
            raise explain_mishap(error, host) from error
        finally:
            trip.spent_seconds += clock() - began

    async def _exchange(
        self, session: aiohttp.ClientSession, trip: Trip, *, began: float
    ) -> Answer | None:
        connecting = aiohttp.ClientTimeout(total=None, sock_connect=trip.caps.connect_seconds)
        headers = self._complete(trip.headers)
        async with session.get(
            trip.target.url, headers=headers, allow_redirects=False, timeout=connecting
        ) as response:
            if response.status in REDIRECTS:
                trip.follow(response.status, _raw_location(response))
                return None
            answer_headers = read_headers(response.raw_headers)
            body, wire_bytes = await _read_body(response, answer_headers, trip.caps)
        return Answer(
            url=str(trip.target.url),
            status=response.status,
            headers=MappingProxyType(answer_headers),
            body=body,
            seconds=trip.spent_seconds + asyncio.get_running_loop().time() - began,
            redirects=tuple(trip.behind),
            permanent_url=trip.permanent_url,
            wire_bytes=wire_bytes,
        )

    def _complete(self, headers: Mapping[str, str]) -> dict[str, str]:
        """The caller's headers under ours: who we are and what we unpack is not the caller's."""
        own = {"user-agent": self._user_agent, "accept-encoding": ACCEPTED}
        return {name.lower(): value for name, value in headers.items()} | own

    def _open_session(
        self, gate: Gate, resolver: AbstractResolver, *, tls: ssl.SSLContext
    ) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            resolver=GatedResolver(resolver, gate),
            socket_factory=gate.open_socket,
            ssl=tls,
            ttl_dns_cache=self._surroundings.dns_seconds,
            limit=0,  # bounded by callers and turns: one queue for all would let one host stop all
        )
        return aiohttp.ClientSession(
            connector=connector,
            request_class=make_gated_request(gate),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            read_bufsize=PIECE_BYTES,
            max_line_size=HEADER_BYTES,
            max_field_size=HEADER_BYTES,
            max_headers=HEADER_COUNT,
        )


def make_tls() -> ssl.SSLContext:
    """The system's certificates, names checked, and HTTP/1.1 said beforehand: some fronts hang up
    on a client that does not.
    """
    tls = ssl.create_default_context()
    tls.set_alpn_protocols(["http/1.1"])
    return tls


async def _read_body(
    response: aiohttp.ClientResponse, headers: Mapping[str, str], caps: Caps
) -> tuple[bytes, int]:
    """The unpacked body and its size as received; the page of an error is not read."""
    if not 200 <= response.status < 300:
        return b"", 0
    if (response.content_length or 0) > caps.wire_bytes:
        raise too_large(caps.wire_bytes)
    unpacker = Unpacker(headers.get("content-encoding", ""), caps)
    async for piece in response.content.iter_any():
        unpacker.feed(piece)
    return unpacker.finish(), unpacker.wire_bytes


def _raw_location(response: aiohttp.ClientResponse) -> bytes:
    """The first ``Location``, in the server's own bytes."""
    named = (value for name, value in response.raw_headers if name.lower() == b"location")
    return next(named, b"")


def _too_slow(host: str, seconds: float) -> TryAgain:
    return TryAgain(
        _("{host} did not finish its answer in {seconds} seconds."),
        host=host,
        seconds=f"{seconds:g}",
    )
