"""Addresses in a page: absolute, on the web, and of the article rather than of its site."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

_WEB: Final = ("http", "https")


def absolute(address: str, base_url: str) -> str:
    """``'/news/1'`` on ``https://a.ir/x`` → ``'https://a.ir/news/1'``; empty if not of the web."""
    address = address.strip()
    if not address or address.startswith(("#", "data:", "javascript:")):
        return ""
    try:
        joined = urljoin(base_url, address)
        parts = urlsplit(joined)
    except ValueError:
        return ""
    return joined if parts.scheme in _WEB and parts.hostname else ""


def canonical(candidates: list[str], *, url: str) -> str:
    """The first candidate that can be this article's own address, without its fragment.

    Some sites name their home page as the canonical address of every article: that is refused.
    """
    own = urlsplit(url)
    for candidate in candidates:
        address = absolute(candidate, url)
        if not address:
            continue
        parts = urlsplit(address)
        if parts.path.strip("/") == "" and not parts.query and own.path.strip("/"):
            continue
        return urlunsplit(parts._replace(fragment=""))
    return url


def host_names(url: str) -> list[str]:
    """The words of a host that may be a site's name: ``www.isna.ir`` → ``['isna']``."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return [label for label in host.split(".")[:-1] if len(label) > 2]
