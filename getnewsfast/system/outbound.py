"""The one client of a process's event loop, made from the settings, and its manners."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from django.conf import settings

from getnewsfast import __version__
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.http import Answer, Client
from getnewsfast.system.robots import Robots

AGENT = "GetNewsFast"


@dataclass(frozen=True, slots=True)
class Outbound:
    """The guarded client, and what sites ask of it."""

    client: Client
    robots: Robots


_opened: WeakKeyDictionary[asyncio.AbstractEventLoop, Outbound] = WeakKeyDictionary()


async def outbound() -> Client:
    """The client, opened on first use and shared by everything in this loop."""
    return (await _open()).client


async def fetch_allowed(url: str, *, headers: Mapping[str, str], local: bool) -> Answer:
    """Fetch what a site's robots.txt lets us fetch, as often as it lets us.

    Raises GiveUp where it does not, and as ``Client.get`` does. Feeds are not asked about: they
    are published to be read by programs.
    """
    out = await _open()
    if not await out.robots.allowed(url, AGENT, local=local):
        raise GiveUp(
            _("{host} asks programs not to read this address (robots.txt)."),
            host=urlsplit(url).hostname,
        )
    return await out.client.get(url, headers=headers, local=local)


async def _open() -> Outbound:
    loop = asyncio.get_running_loop()
    out = _opened.get(loop)
    if out is None:
        client = Client(user_agent=f"{AGENT}/{__version__} (+{settings.CONTACT_URL})")
        out = _opened[loop] = Outbound(client, Robots(client))
        await client.__aenter__()
    return out


async def close_outbound() -> None:
    out = _opened.pop(asyncio.get_running_loop(), None)
    if out is not None:
        await out.client.__aexit__(None, None, None)
