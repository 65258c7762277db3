"""Which addresses may be spoken to, however they are written."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.system.addresses import is_local, is_public, parse_host, parse_target
from getnewsfast.system.failures import GiveUp

PUBLIC = ["8.8.8.8", "185.143.233.1", "2a00:1450:4001::200e", "2606:4700::1111", "64:ff9b::808:808"]
NEVER = {
    "unspecified": ["0.0.0.0", "0.1.2.3", "::"],
    "carrier": ["100.64.0.1", "100.127.255.254"],
    "link-local": ["169.254.169.254", "fe80::1", "fe80::1%eth0"],
    "protocols": ["192.0.0.8", "192.88.99.1"],
    "documentation": ["192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1", "3fff::1"],
    "benchmarking": ["198.18.0.1", "198.19.255.254", "2001:2::1"],
    "multicast": ["224.0.0.1", "239.1.2.3", "ff02::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "100::1", "5f00::1"],
    "mapped and compatible": ["::ffff:8.8.8.8", "::ffff:127.0.0.1", "::7f00:1", "::8.8.8.8"],
    "translated": ["64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::808:808"],
    "tunnels": ["2002:7f00:1::1", "2002:808:808::1", "2001:0:808:808::1"],
    "site-local": ["fec0::1"],
    "metadata": ["fd00:ec2::254"],
    "no address": ["", "example.com", "127.1", "8.8.8.8.8", "08.8.8.8"],
}
OWN = ["127.0.0.1", "127.255.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.1.1"]
OWN_IPV6 = ["::1", "fc00::1", "fd12:3456::1"]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public_and_not_local(address: str) -> None:
    assert is_public(address)
    assert not is_local(address)


@pytest.mark.parametrize("address", [each for group in NEVER.values() for each in group])
def test_a_special_address_is_neither_public_nor_local(address: str) -> None:
    assert not is_public(address)
    assert not is_local(address)


@pytest.mark.parametrize("address", OWN + OWN_IPV6)
def test_an_address_of_ones_own_network_is_local_and_not_public(address: str) -> None:
    assert is_local(address)
    assert not is_public(address)


@pytest.mark.parametrize("address", ["172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1"])
def test_a_neighbour_of_a_private_network_is_public(address: str) -> None:
    assert is_public(IPv4Address(address))


def test_a_zone_changes_nothing() -> None:
    assert not is_public(IPv6Address("fe80::1%lo"))
    assert is_local(IPv6Address("::1%lo"))


@given(st.ip_addresses(v=4))
def test_no_address_is_both_public_and_local(address: IPv4Address) -> None:
    assert not (is_public(address) and is_local(address))
    assert not is_public(address) or address.is_global  # ours is the stricter of the two lists


WRITINGS = [
    ("2130706433", "127.0.0.1"),
    ("0177.0.0.1", "127.0.0.1"),
    ("0x7f.1", "127.0.0.1"),
    ("0x7F000001", "127.0.0.1"),
    ("127.1", "127.0.0.1"),
    ("10.258", "10.0.1.2"),
    ("017700000001", "127.0.0.1"),
    ("127.0.0.1.", "127.0.0.1"),
    ("0", "0.0.0.0"),
    ("0x", "0.0.0.0"),
    ("134744072", "8.8.8.8"),
    ("::1", "::1"),
    ("2A00:1450::", "2a00:1450::"),
]


@pytest.mark.parametrize(("written", "meant"), WRITINGS)
def test_every_writing_of_an_address_is_read_as_that_address(written: str, meant: str) -> None:
    assert str(parse_host(written)) == meant


@given(
    st.lists(
        st.sampled_from(["0", "1", "010", "0x1f", "255", "256", "65536"]), min_size=1, max_size=5
    )
)
def test_numbers_are_read_as_the_system_reads_them(parts: list[str]) -> None:
    written = ".".join(parts)
    try:
        expected = str(IPv4Address(socket.inet_aton(written)))
    except OSError:
        with pytest.raises(GiveUp):
            parse_host(written)
    else:
        assert str(parse_host(written)) == expected


@pytest.mark.parametrize(
    "host",
    ["", ".", "a..b", "256.256.256.256", "1.2.3.4.5", "09.0.0.1", "4294967296", "a b", "%31", "a/b"]
    + ["fe80::1%eth0", ":::", "1::2::3", "x" * 64 + ".com", "a." * 130 + "com", "127.0.0.1\x00"],
)
def test_what_is_neither_name_nor_address_is_refused(host: str) -> None:
    with pytest.raises(GiveUp):
        parse_host(host)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://EXAMPLE.com./a", "example.com"),
        ("https://خبر.ایران/سلام", "xn--ngblk.xn--mgba3a4f16a"),
        ("http://１２７.0.0.1/", "127.0.0.1"),
        ("http://127。0。0。1/", "127.0.0.1"),
        ("http://0x7f.1:8080/", "127.0.0.1"),
        ("http://[::FFFF:127.0.0.1]/", "::ffff:7f00:1"),
    ],
)
def test_a_target_has_its_host_in_one_form(url: str, host: str) -> None:
    target = parse_target(url)
    assert target.host == host
    assert target.url.raw_host == host
    assert (target.address is None) == ("example" in host or "xn--" in host)


def test_a_target_loses_its_fragment_and_keeps_the_rest() -> None:
    target = parse_target("  http://site.example:8080/خبر?id=1#comments ")
    assert str(target.url) == "http://site.example:8080/%D8%AE%D8%A8%D8%B1?id=1"


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("file:///etc/passwd", "file"),
        ("ftp://site.example/", "ftp"),
        ("data:text/xml,<rss/>", "data"),
        ("//site.example/", "http"),
        ("http://name:secret@site.example/", "password"),
        ("http://name@site.example/", "password"),
        ("http://site.example\\@127.0.0.1/", "read"),
        ("http://site.example:22/", "22"),
        ("http://site.example:6379/", "6379"),
        ("http://site.example:0/", "0"),
        ("http://site.example:99999/", "read"),
        ("http:///path", "host"),
        ("http://site.example/\r\nX: y", "control"),
        ("http://site.example/" + "a" * 9000, "8000"),
    ],
)
def test_an_address_that_cannot_be_asked_is_refused_in_words(url: str, word: str) -> None:
    with pytest.raises(GiveUp) as refusal:
        parse_target(url)
    assert word in str(refusal.value)
    assert "secret" not in str(refusal.value)
