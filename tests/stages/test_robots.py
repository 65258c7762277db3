"""robots.txt fetched from a real site on this machine, kept, and obeyed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from getnewsfast.system.failures import TryAgain
from getnewsfast.system.http import Client
from getnewsfast.system.robots import Robots

US = "GetNewsFast/0.1"
RULES = "User-agent: *\nDisallow: /*?print\nCrawl-delay: 0.2\n"
Visit = Callable[["Scene"], Awaitable[None]]


class Scene:
    """A site whose robots.txt changes as a test says, our cache of it, and a clock."""

    def __init__(self) -> None:
        self.status, self.text = "200 OK", RULES
        self.now = 1000.0
        self.asked: list[str] = []
        self.base = ""
        self.robots: Robots
        self.client: Client

    async def play(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.asked.append(head.decode().split(" ")[1])
        body = self.text.encode()
        start = (
            f"HTTP/1.1 {self.status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        writer.write(start.encode() + body)
        writer.close()

    async def allows(self, path: str) -> bool:
        return await self.robots.allowed(self.base + path, US, local=True)


def visit(steps: Visit) -> Scene:
    scene = Scene()

    async def run() -> None:
        server = await asyncio.start_server(scene.play, "127.0.0.1", 0)
        scene.base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server, Client(US) as scene.client:
            scene.robots = Robots(scene.client, clock=lambda: scene.now)
            await steps(scene)

    asyncio.run(run())
    return scene


def test_one_look_serves_all_who_ask_for_a_day() -> None:
    async def steps(scene: Scene) -> None:
        paths = ["/news", "/news?print", "/a?printer", "/"]
        assert await asyncio.gather(*map(scene.allows, paths)) == [True, False, False, True]
        scene.now += 23 * 3600
        assert await scene.allows("/news")

    assert visit(steps).asked == ["/robots.txt"]


def test_after_a_day_the_rules_are_read_anew() -> None:
    async def steps(scene: Scene) -> None:
        assert not await scene.allows("/news?print")
        scene.now, scene.text = scene.now + 24 * 3600, ""
        assert await scene.allows("/news?print")

    assert len(visit(steps).asked) == 2


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized"])
def test_a_site_without_rules_allows_everything(status: str) -> None:
    async def steps(scene: Scene) -> None:
        scene.status = status
        assert await scene.allows("/news?print")

    visit(steps)


@pytest.mark.parametrize("status", ["500 Oops", "503 Down", "429 Busy"])
def test_a_site_that_cannot_say_is_left_alone_for_a_while(status: str) -> None:
    async def steps(scene: Scene) -> None:
        scene.status = status
        for _round in range(2):
            with pytest.raises(TryAgain, match=r"robots\.txt") as later:
                await scene.allows("/news")
        assert later.value.after_seconds == 600
        scene.now, scene.status = scene.now + 600, "200 OK"
        assert await scene.allows("/news")

    assert len(visit(steps).asked) == 2


def test_known_rules_hold_while_a_site_is_down() -> None:
    async def steps(scene: Scene) -> None:
        assert not await scene.allows("/news?print")
        scene.now, scene.status = scene.now + 24 * 3600, "500 Oops"
        assert not await scene.allows("/news?print")

    visit(steps)


def test_rules_that_can_never_be_read_forbid_nothing() -> None:
    async def steps(scene: Scene) -> None:
        scene.text = "#" * 2_000_000
        assert await scene.allows("/news?print")

    visit(steps)


def test_the_crawl_delay_is_told_and_kept() -> None:
    async def steps(scene: Scene) -> None:
        assert await scene.robots.crawl_delay(scene.base + "/", US, local=True) == 0.2
        assert await scene.allows("/news")
        clock = asyncio.get_running_loop().time
        began = clock()
        for _round in range(3):
            await scene.client.get(scene.base + "/news", local=True)
        assert clock() - began > 0.35

    visit(steps)
