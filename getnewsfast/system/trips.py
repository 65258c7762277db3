"""Redirects, followed by hand: each step is read, judged and counted like a first address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from yarl import URL

from getnewsfast.system.addresses import Target, parse_target
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.unpacking import Caps

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
# Headers that may go along when a redirect leaves the site; a key or a token never does.
TRAVELLING = frozenset({"accept", "accept-language", "if-none-match", "if-modified-since"})
PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))
CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


@dataclass(slots=True)
class Trip:
    """One request under way, from its first address to its answer."""

    target: Target
    headers: dict[str, str]
    caps: Caps
    behind: list[str] = field(default_factory=list)
    permanent_url: str | None = None
    spent_seconds: float = 0.0

    @property
    def left_seconds(self) -> float:
        return max(0.0, self.caps.total_seconds - self.spent_seconds)

    def follow(self, status: int, location: bytes) -> None:
        """Turn to where the answer points. Raises ``GiveUp`` for where nothing is fetched."""
        here, host = self.target.url, self.target.host
        target = parse_target(read_location(here, location, host=host))
        self.behind.append(str(here))
        if str(target.url) in self.behind:
            raise GiveUp(_("{host} redirects in a circle."), host=host)
        most = self.caps.redirects
        if len(self.behind) > most:
            raise GiveUp(_("{host} redirects more than {most} times."), host=host, most=most)
        self._note_permanent(status, here=str(here), there=str(target.url))
        if target.url.origin() != here.origin():
            self.headers = {
                name: value for name, value in self.headers.items() if name.lower() in TRAVELLING
            }
        self.target = target

    def _note_permanent(self, status: int, *, here: str, there: str) -> None:
        """Permanent as long as every step from the first has been."""
        is_unbroken = len(self.behind) == 1 or self.permanent_url == here
        if status in PERMANENT and is_unbroken:
            self.permanent_url = there


def read_location(here: URL, location: bytes, *, host: str) -> URL:
    """A ``Location`` as an absolute address.

    Letters written raw in it, frequent with Persian slugs, are UTF-8; other bytes stay as they are.
    """
    if not location.strip() or CONTROL.search(location):
        raise GiveUp(_("{host} redirects without saying where to."), host=host)
    try:
        return here.join(URL(_read_text(location.strip())))
    except ValueError as error:
        raise GiveUp(_("{host} redirects without saying where to."), host=host) from error


def _read_text(location: bytes) -> str:
    try:
        return location.decode("utf-8")
    except UnicodeDecodeError:
        return quote(location, safe=PRINTABLE)
