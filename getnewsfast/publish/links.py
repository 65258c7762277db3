"""Addresses that agencies gave, before they stand in a page of ours."""

from __future__ import annotations

from typing import Final

WEB_SCHEMES: Final = ("http://", "https://")


def web_address(address: str) -> str:
    """The address where a browser may be sent to it, otherwise nothing: no ``javascript:``."""
    address = address.strip()
    return address if address.lower().startswith(WEB_SCHEMES) else ""
