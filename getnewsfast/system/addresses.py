"""Which addresses the hub may speak to: hosts read as the operating system would, networks judged.

Pure: nothing is looked up here. The special networks are those of the IANA registries
(iana-ipv4-special-registry, iana-ipv6-special-registry), written out because the answer of the
standard library's ``is_global`` changes between patch releases of Python.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from yarl import URL

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _

Address = IPv4Address | IPv6Address
Subnet = IPv4Network | IPv6Network

SCHEMES = frozenset({"http", "https"})
URL_LENGTH = 8000  # common servers refuse a request line of more than 8 KB

# Any port may carry a site, but a request sent to one of these would be read as commands by a
# server of another protocol (mail, shells, databases, printers): a listed feed must not be a way
# to speak to them.
DENIED_PORTS = frozenset(
    {7, 9, 11, 13, 19, 20, 21, 22, 23, 25, 37, 53, 69, 79, 110, 111, 113, 119, 123, 135, 137, 139}
    | {143, 161, 179, 389, 445, 465, 512, 513, 514, 515, 587, 636, 873, 990, 993, 995, 1433, 1521}
    | {2049, 3306, 3389, 5060, 5061, 5432, 6000, 6379, 6667, 9100, 11211, 27017}
)

SPECIAL_IPV4 = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network, unspecified
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by a provider's customers (CGNAT)
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the metadata service of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays, withdrawn
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
# Everything outside 2000::/3 is special already: loopback, mapped and compatible IPv4, 64:ff9b:1::,
# discard-only, unique local, link-local, site-local, multicast.
GLOBAL_IPV6 = IPv6Network("2000::/3")
SPECIAL_IPV6 = tuple(
    IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address of anybody's choice inside
        "3fff::/20",  # documentation
    )
)
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address meant

LOCAL = tuple(
    ip_network(text)
    for text in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7")
)
# The metadata service of a cloud hands out keys, and sits on a unique local address.
METADATA_IPV6 = IPv6Network("fd00:ec2::/32")

NAME = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be asked, in one form: no fragment, no userinfo, host normalised."""

    url: URL
    host: str  # lower case, ASCII; an IP address in its canonical form
    address: Address | None  # where the host is written as one


def is_public(ip: str | Address) -> bool:
    """Whether ``ip`` is a unicast address of the public internet; text that is no address is not.

    ``64:ff9b::808:808`` is judged by the IPv4 address inside; ``::ffff:8.8.8.8`` never passes.
    """
    address = read_address(ip)
    if address is None:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in SPECIAL_IPV4)
    if address in NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    return address in GLOBAL_IPV6 and not any(address in network for network in SPECIAL_IPV6)


def is_local(ip: str | Address) -> bool:
    """Whether ``ip`` is this machine or its private network; link-local and metadata are not."""
    address = read_address(ip)
    if address is None or address in METADATA_IPV6:
        return False
    return any(address in network for network in LOCAL)


def read_address(ip: str | Address) -> Address | None:
    """The address without its zone (``fe80::1%eth0``), or ``None``."""
    if not isinstance(ip, str):
        return ip if isinstance(ip, IPv4Address) or ip.scope_id is None else IPv6Address(int(ip))
    try:
        return ip_address(ip.partition("%")[0])
    except ValueError:
        return None


def parse_host(host: str) -> str | Address:
    """A host as the resolver would take it: an address for every way to write one, else a name.

    ``2130706433``, ``0177.0.0.1``, ``0x7f.1`` and ``127.1`` are all 127.0.0.1 (``inet_aton``).
    Raises ``GiveUp`` for what is neither a name nor an address.
    """
    text = host.lower().removesuffix(".")
    if ":" in text:
        return _parse_ipv6(host, text)
    if NUMBER.fullmatch(text.rpartition(".")[2]):  # no top-level domain is a number
        return _parse_ipv4(host, text)
    if len(text) > 253 or not NAME.fullmatch(text):
        raise _wrong_host(host)
    return text


def parse_target(url: str | URL) -> Target:
    """The one reading of an address that both the checks and the request use.

    Raises ``GiveUp`` for another scheme, a name or password inside, a denied port, a wrong host.
    """
    address = _parse_url(url)
    if address.scheme not in SCHEMES:
        scheme = address.scheme[:40]
        raise GiveUp(_("Only http and https can be fetched, not “{scheme}”."), scheme=scheme)
    if address.user is not None or address.password is not None:
        raise GiveUp(_("An address with a user name or a password in it is not fetched."))
    if not address.raw_host:
        raise _wrong_host("")
    host = parse_host(address.raw_host)
    if not address.port or address.port in DENIED_PORTS:
        port = address.port or 0
        raise GiveUp(_("Port {port} of {host} is not for web sites."), port=port, host=host)
    plain = address.with_fragment(None).with_host(str(host))
    return Target(plain, str(host), None if isinstance(host, str) else host)


def _parse_url(url: str | URL) -> URL:
    text = str(url).strip()
    if len(text) > URL_LENGTH:
        raise GiveUp(_("The address is longer than {most} letters."), most=URL_LENGTH)
    if CONTROL.search(text):
        raise GiveUp(_("The address has control characters in it."))
    try:
        return URL(text)
    except ValueError as error:  # idna's errors are ValueErrors too
        raise GiveUp(_("The address cannot be read.")) from error


def _parse_ipv6(host: str, text: str) -> Address:
    if "%" in text:  # a zone names a link of this machine
        raise _wrong_host(host)
    try:
        return IPv6Address(text)
    except ValueError as error:
        raise _wrong_host(host) from error


def _parse_ipv4(host: str, text: str) -> Address:
    """``inet_aton``: one to four numbers, the last one filling the bytes that are left."""
    try:
        numbers = [_read_number(part) for part in text.split(".")]
    except ValueError as error:
        raise _wrong_host(host) from error
    *bytes_first, last = numbers
    if len(numbers) > 4 or max(bytes_first, default=0) > 255 or last >= 256 ** (5 - len(numbers)):
        raise _wrong_host(host)
    value = last
    for place, number in enumerate(bytes_first):
        value += number << (24 - 8 * place)
    return IPv4Address(value)


def _read_number(part: str) -> int:
    if not NUMBER.fullmatch(part) or len(part) > 40:
        raise ValueError(part)
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") else int(part)


def _wrong_host(host: str) -> GiveUp:
    return GiveUp(_("“{host}” is not the name of a host."), host=host[:100])
