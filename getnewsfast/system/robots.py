"""What a site's robots.txt asks of us: fetched once a day for each site, and obeyed."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from yarl import URL

from getnewsfast.system.addresses import parse_target
from getnewsfast.system.failures import GiveUp, TryAgain
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.http import Answer, Client
from getnewsfast.system.robots_rules import Group, RobotsFile
from getnewsfast.system.unpacking import Caps

KEPT_SECONDS = 24 * 3600.0  # RFC 9309 §2.4 asks for no more
RETRY_SECONDS = 600.0  # after a site could not say
MOST_SITES = 5000
# A longer delay is kept for whoever asks, but between our own requests it would hold a turn.
MOST_GAP_SECONDS = 60.0
ROBOTS_CAPS = Caps(
    body_bytes=1024 * 1024, wire_bytes=1024 * 1024
)  # RFC 9309 §2.5: 500 KiB at least


@dataclass(slots=True)
class Site:
    """One origin's robots.txt as last seen."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    file: RobotsFile | None = None
    look_at: float = float("-inf")  # when it is due again


class Robots:
    """Answers for every site from one cache; ``clock`` is in seconds and never goes back."""

    def __init__(self, client: Client, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._clock = clock
        self._sites: OrderedDict[tuple[str, bool], Site] = OrderedDict()

    async def allowed(self, url: str, agent: str, *, local: bool = False) -> bool:
        """Whether ``agent`` may fetch ``url``; the site's crawl delay is kept from then on.

        Raises ``TryAgain`` while the site cannot say (an error of its own, no answer), ``GiveUp``
        for an address that cannot be fetched at all.
        """
        target = parse_target(url)
        group = await self._look_up(target.url, agent, local=local)
        if group.delay_seconds is not None:
            self._client.space(target.host, min(group.delay_seconds, MOST_GAP_SECONDS))
        return group.allows(target.url.raw_path_qs)

    async def crawl_delay(self, url: str, agent: str, *, local: bool = False) -> float | None:
        """The seconds between requests that the site asks of ``agent``. Raises as ``allowed``."""
        group = await self._look_up(parse_target(url).url, agent, local=local)
        return group.delay_seconds

    async def _look_up(self, url: URL, agent: str, *, local: bool) -> Group:
        site = self._find_site(str(url.origin()), local)
        async with site.lock:  # one look for all who wait
            if self._clock() >= site.look_at:
                await self._look(site, url, local=local)
        if site.file is None:
            raise TryAgain(
                _("{host} cannot say at present what it lets be fetched (robots.txt)."),
                host=url.raw_host,
                after_seconds=max(1.0, site.look_at - self._clock()),
            )
        return site.file.for_agent(agent)

    async def _look(self, site: Site, url: URL, *, local: bool) -> None:
        """Read robots.txt anew; where the site cannot say, what it said before still holds."""
        address = str(url.origin().with_path("/robots.txt"))
        try:
            answer = await self._client.get(address, local=local, caps=ROBOTS_CAPS)
            file = read_answer(answer)
        except GiveUp:  # as it stands it cannot be read, so it forbids nothing (§2.3.1.3)
            site.file = site.file or RobotsFile()
            file = None
        except TryAgain:
            file = None
        site.file = file or site.file
        site.look_at = self._clock() + (KEPT_SECONDS if file else RETRY_SECONDS)

    def _find_site(self, origin: str, local: bool) -> Site:
        site = self._sites.setdefault((origin, local), Site())
        self._sites.move_to_end((origin, local))
        if len(self._sites) > MOST_SITES:
            self._sites.popitem(last=False)
        return site


def read_answer(answer: Answer) -> RobotsFile | None:
    """The rules of a 2xx; no rules for another status below 500; ``None`` where the site is busy
    or broken.
    """
    if 200 <= answer.status < 300:
        return RobotsFile(answer.body.decode("utf-8", "replace"))
    if answer.status == 429 or answer.status >= 500:
        return None
    return RobotsFile()
