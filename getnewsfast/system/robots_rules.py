"""Reading robots.txt as RFC 9309 has it: the longest rule wins, ``*`` and ``$`` are understood.

Pure. The standard library's parser takes the first rule that fits and knows no wildcards, and so
would fetch what ``Disallow: /*?print=`` forbids; nor does it read a delay of half a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

EVERYBODY = "*"
MOST_RULES = 5000  # the largest files of news sites have some hundreds
TOKEN = re.compile(r"[a-z0-9_-]+|\*")
ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: str  # as normalise_path leaves it, with * and a last $
    is_allow: bool


@dataclass(slots=True)
class Group:
    """What one robots.txt says to one agent."""

    rules: list[Rule] = field(default_factory=list)
    delay_seconds: float | None = None

    def allows(self, path: str) -> bool:
        """``path`` with its query. The longest rule decides; of two as long, the allowing one."""
        path = normalise_path(path)
        fitting = [rule for rule in self.rules if matches(rule.pattern, path)]
        if not fitting:
            return True
        return max(fitting, key=lambda rule: (len(rule.pattern), rule.is_allow)).is_allow


class RobotsFile:
    """One robots.txt; what it says to an agent is ``for_agent(agent)``."""

    def __init__(self, text: str = "") -> None:
        self._groups = _read_groups(text)

    def for_agent(self, agent: str) -> Group:
        """The group of the agent's own name (``GetNewsFast/1.0`` is ``getnewsfast``), or that for
        everybody.
        """
        name = _read_token(agent)
        return self._groups.get(name) or self._groups.get(EVERYBODY) or Group()


def matches(pattern: str, path: str) -> bool:
    """``/*.pdf$`` style matching, in time that grows with the path alone for each ``*``."""
    is_whole = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if is_whole and not others:
        return path == first
    place = len(first)
    last = others.pop() if is_whole else ""
    for piece in others:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return not is_whole or (path.endswith(last) and len(path) - len(last) >= place)


def normalise_path(path: str) -> str:
    """One spelling for ``/خبر``, ``/%D8%AE…`` and ``/%d8%ae…``; ``%2F`` stays apart from ``/``."""
    return ESCAPE.sub(_unify_escape, quote(path, safe=PRINTABLE))


def _unify_escape(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter in UNRESERVED else f"%{match[1].upper()}"


def _read_groups(text: str) -> dict[str, Group]:
    """Groups by agent; several for one agent are one, as the RFC asks."""
    groups: dict[str, Group] = {}
    named: list[Group] = []
    is_naming = False
    for key, value in _read_lines(text):
        if key == "user-agent":
            group = groups.setdefault(_read_token(value), Group())
            named = [*named, group] if is_naming else [group]
            is_naming = True
        elif key in ("allow", "disallow", "crawl-delay"):
            is_naming = False
            for group in named:
                _add(group, key, value)
    return groups


def _add(group: Group, key: str, value: str) -> None:
    if key == "crawl-delay":
        group.delay_seconds = _read_delay(value)
    elif value and len(group.rules) < MOST_RULES:  # an empty Disallow forbids nothing
        group.rules.append(Rule(normalise_path(value), key == "allow"))


def _read_lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _read_token(agent: str) -> str:
    found = TOKEN.match(agent.strip().lower())
    return found[0] if found else ""


def _read_delay(value: str) -> float | None:
    """Seconds; ``nan`` and negative ones are no delay."""
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None
