"""The guard at the door: each address is judged where the socket is made, not where it is named.

A name may answer with another address each time it is asked, so a check before connecting proves
nothing (DNS rebinding). Three checks stand here instead: the resolver's answers are filtered, a
socket is made only for an allowed address, and the peer of the connected socket is looked at
before the first byte of a request is written to it, kept-alive connections included.
"""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from aiohttp import AddrInfoType, ClientOSError, ClientRequest, ClientResponse
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import Connection

from getnewsfast.system.addresses import Address, Subnet, is_local, is_public, read_address
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _

# A name server that is down holds a thread for 5 to 30 s. These threads are the resolver's own, so
# that a few dead names stop neither other look-ups nor the loop's default threads.
RESOLVER_THREADS = 16


class NotAllowed(PermissionError):
    """A socket was asked for to an address the gate refuses; an ``OSError``, as aiohttp expects."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Which addresses may be spoken to: the public internet, or this network alone.

    ``also_public`` holds the networks an operator counts as public: the NAT64 prefix of a
    provider, a national network with private addresses.
    """

    local: bool
    also_public: tuple[Subnet, ...] = ()

    def allows(self, ip: str | Address) -> bool:
        address = read_address(ip)
        if address is None:
            return False
        if self.local:
            return is_local(address)
        return is_public(address) or any(address in network for network in self.also_public)

    def refuse(self, host: str, ip: object) -> GiveUp:
        """The refusal in words; ``ip`` is what ``host`` led to."""
        sentence = _("{host} is not on the public internet.")
        if self.local:
            sentence = _("{host} is outside the local network, where its source is.")
        return GiveUp(sentence, host=host if host == str(ip) else f"{host} ({ip})")

    def open_socket(self, wanted: AddrInfoType) -> socket.socket:
        """aiohttp's socket factory: ``wanted`` is the very address that will be connected to."""
        family, kind, protocol, _name, peer = wanted
        if not self.allows(peer[0]):
            raise NotAllowed(f"{peer[0]} is refused")
        return socket.socket(family=family, type=kind, proto=protocol)


class SystemResolver(AbstractResolver):
    """``getaddrinfo`` in threads of its own."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(RESOLVER_THREADS, thread_name_prefix="resolve")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await asyncio.get_running_loop().run_in_executor(
            self._threads, socket.getaddrinfo, host, port, family, socket.SOCK_STREAM
        )
        return [
            ResolveResult(
                hostname=host,
                host=str(peer[0]),
                port=port,
                family=family,
                proto=protocol,
                flags=socket.AI_NUMERICHOST,
            )
            for family, _kind, protocol, _name, peer in found
        ]

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


class GatedResolver(AbstractResolver):
    """Another resolver's answers without those the gate refuses; none left is a ``GiveUp``."""

    def __init__(self, resolver: AbstractResolver, gate: Gate) -> None:
        self._resolver = resolver
        self._gate = gate

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        answers = await self._resolver.resolve(host, port, family)
        if not answers:
            raise OSError(f"no address for {host}")
        allowed = [answer for answer in answers if self._gate.allows(answer["host"])]
        if not allowed:
            raise self._gate.refuse(host, answers[0]["host"])
        return allowed

    async def close(self) -> None:
        """The resolver inside belongs to the client."""


def make_gated_request(gate: Gate) -> type[ClientRequest]:
    """A request that looks at the peer of its connection before anything is sent on it."""

    class GatedRequest(ClientRequest):
        async def send(self, conn: Connection) -> ClientResponse:
            check_peer(conn, gate, self.url.raw_host or "")
            return await super().send(conn)

    return GatedRequest


def check_peer(connection: Connection, gate: Gate, host: str) -> None:
    """Raises ``GiveUp`` unless the other end is where the gate lets us speak to."""
    transport = connection.transport
    peer = transport.get_extra_info("peername") if transport is not None else None
    if not peer:
        raise ClientOSError("the connection closed before it was used")
    if not gate.allows(peer[0]):
        raise gate.refuse(host, peer[0])
