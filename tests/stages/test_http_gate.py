"""The gate: what the client refuses to speak to, by whichever road it is led there."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from odd_site import AS_PUBLIC, US, Names, Site, fetch, fetch_and_look, open_site, point, say

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.gate import Gate, make_gated_request
from getnewsfast.system.http import Client
from getnewsfast.system.mishaps import explain_mishap

PRIVATE = [
    "127.0.0.2",
    "[::1]",
    "10.0.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "2130706434",
    "0x7f.2",
]


@pytest.mark.parametrize("host", PRIVATE)
def test_a_public_site_may_not_send_us_inside(host: str) -> None:
    with pytest.raises(GiveUp, match="not on the public internet"):
        fetch({"/": point(f"http://{host}/secret")})


@pytest.mark.parametrize("url", ["http://127.0.0.1:PORT/", "http://site.example:PORT/"])
def test_a_public_source_on_this_machine_is_never_asked(url: str) -> None:
    client = Client(US, resolver=Names(["127.0.0.1"]))
    failure, site = fetch_and_look({"/": say(b"secret")}, url, client=client)
    assert isinstance(failure, GiveUp)
    assert "127.0.0.1" in str(failure)
    assert site.asked == []


def test_a_local_source_is_asked_on_this_machine() -> None:
    client = Client(US)  # with the system's own resolver
    assert (
        fetch({"/": say(b"ok")}, "http://localhost:PORT/", client=client, local=True).body == b"ok"
    )


@pytest.mark.parametrize("host", ["8.8.8.8", "169.254.169.254", "[fd00:ec2::254]", "0.0.0.0"])
def test_a_local_source_may_not_send_us_elsewhere(host: str) -> None:
    with pytest.raises(GiveUp, match="outside the local network"):
        fetch({"/": point(f"http://{host}/")}, local=True)


def test_of_a_names_addresses_only_the_allowed_are_used() -> None:
    names = Names(["10.0.0.1", "127.0.0.1", "::1"])
    assert fetch({"/": say(b"ok")}, client=Client(US, resolver=names, surroundings=AS_PUBLIC)).body


def test_a_name_that_changes_its_mind_is_refused() -> None:
    async def run() -> Site:
        names = Names(["127.0.0.1"], ["127.0.0.2"])
        async with open_site({"/b": say(b"secret")}) as inner:
            again = point(f"http://site.example:{inner.port}/b")
            async with (
                open_site({"/": again}) as outer,
                Client(US, resolver=names, surroundings=AS_PUBLIC) as client,
            ):
                with pytest.raises(GiveUp, match=r"site\.example \(127\.0\.0\.2\)"):
                    await client.get(f"http://site.example:{outer.port}/")
                assert len(outer.asked) == 1
            return inner

    assert asyncio.run(run()).asked == []


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["127.0.0.1", "127.0.0.2", "::1"]])
def test_no_socket_is_made_for_an_address_that_slipped_past_the_resolver(
    addresses: list[str],
) -> None:
    async def run() -> Site:
        gate = Gate(local=False)
        connector = aiohttp.TCPConnector(resolver=Names(addresses), socket_factory=gate.open_socket)
        async with open_site({"/": say(b"secret")}) as site:
            async with aiohttp.ClientSession(connector=connector) as session:
                with pytest.raises(aiohttp.ClientConnectorError) as caught:
                    await session.get(f"http://site.example:{site.port}/")
            assert "site.example" in str(explain_mishap(caught.value, "site.example"))
            return site

    assert asyncio.run(run()).asked == []


def test_nothing_is_sent_to_a_peer_that_is_not_where_it_should_be() -> None:
    """A connection that came about unguarded, as if the network had led it astray."""

    async def run() -> Site:
        request = make_gated_request(Gate(local=False))
        connector = aiohttp.TCPConnector(resolver=Names(["127.0.0.1"]))
        async with open_site({"/": say(b"secret")}) as site:
            async with aiohttp.ClientSession(connector=connector, request_class=request) as session:
                with pytest.raises(GiveUp, match="not on the public internet"):
                    await session.get(f"http://site.example:{site.port}/")
            return site

    assert asyncio.run(run()).asked == []


def test_a_kept_connection_of_a_local_source_never_serves_a_public_one() -> None:
    async def run() -> int:
        async with open_site({"/": say(b"ok")}) as site:
            async with Client(US, resolver=Names(["127.0.0.1"])) as client:
                url = f"http://site.example:{site.port}/"
                await client.get(url, local=True)
                with pytest.raises(GiveUp):
                    await client.get(url)
            return len(site.asked)

    assert asyncio.run(run()) == 1
