"""The one client of a process's event loop, made from the settings."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from django.conf import settings

from getnewsfast import __version__
from getnewsfast.system.http import Client

_clients: WeakKeyDictionary[asyncio.AbstractEventLoop, Client] = WeakKeyDictionary()


async def outbound() -> Client:
    """The guarded client, opened on first use and shared by everything in this loop."""
    loop = asyncio.get_running_loop()
    client = _clients.get(loop)
    if client is None:
        client = Client(user_agent=f"GetNewsFast/{__version__} (+{settings.CONTACT_URL})")
        _clients[loop] = client
        await client.__aenter__()
    return client


async def close_outbound() -> None:
    client = _clients.pop(asyncio.get_running_loop(), None)
    if client is not None:
        await client.__aexit__(None, None, None)
