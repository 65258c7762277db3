"""Bodies unpacked piece by piece, and stopped at their caps."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.system.failures import Failure, GiveUp, TryAgain
from getnewsfast.system.unpacking import MB, Caps, Unpacker

TEXT = "خبرگزاری‌ها می‌گویند «باران» می‌بارد. ".encode() * 3000


def deflate_raw(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


PACKINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "plain": ("", bytes),
    "identity": ("identity", bytes),
    "gzip": ("gzip", gzip.compress),
    "x-gzip": (" X-GZIP ", gzip.compress),
    "deflate with zlib": ("deflate", zlib.compress),
    "deflate bare": ("deflate", deflate_raw),
    "brotli": ("br", brotli.compress),
}
PACKED = {name: each for name, each in PACKINGS.items() if name not in ("plain", "identity")}


def unpack(encoding: str, data: bytes, *, step: int = 1000, caps: Caps | None = None) -> bytes:
    unpacker = Unpacker(encoding, caps or Caps())
    for start in range(0, len(data), step):
        unpacker.feed(data[start : start + step])
    assert unpacker.wire_bytes == len(data)
    return unpacker.finish()


@pytest.mark.parametrize("step", [1, 7, 65536])
@pytest.mark.parametrize("name", PACKINGS)
def test_a_body_comes_out_as_it_went_in(name: str, step: int) -> None:
    encoding, pack = PACKINGS[name]
    assert unpack(encoding, pack(TEXT), step=step) == TEXT


@pytest.mark.parametrize("name", PACKED)
def test_nothing_is_left_inside_the_stream_at_a_piece_border(name: str) -> None:
    encoding, pack = PACKED[name]
    for length in range(65536 - 3, 65536 + 600, 7):
        assert len(unpack(encoding, pack(b" " * length), step=65536)) == length


@pytest.mark.parametrize("name", PACKINGS)
def test_no_body_at_all_is_an_empty_one(name: str) -> None:
    assert unpack(PACKINGS[name][0], b"") == b""


@pytest.mark.parametrize("step", [1, 3, 65536])
def test_gzip_members_follow_each_other_and_padding_is_left(step: int) -> None:
    data = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 20
    assert unpack("gzip", data, step=step) == b"one two"


def test_a_heap_of_empty_members_is_not_read_to_its_end() -> None:
    began = time.perf_counter()
    assert unpack("gzip", gzip.compress(b"") * 100_000 + gzip.compress(b"end"), step=65536) == b""
    assert time.perf_counter() - began < 1.0


@pytest.mark.parametrize("name", PACKED)
def test_a_stream_that_stops_early_is_tried_again(name: str) -> None:
    encoding, pack = PACKED[name]
    with pytest.raises(TryAgain, match="broke off"):
        unpack(encoding, pack(TEXT)[:-9])


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_page_that_only_says_it_is_packed_is_tried_again(encoding: str) -> None:
    with pytest.raises(TryAgain, match="unpacked"):
        unpack(encoding, b"\xff<!DOCTYPE html><html><body>" * 50)


@pytest.mark.parametrize("name", PACKED)
def test_a_bomb_is_stopped_at_the_cap(name: str) -> None:
    encoding, pack = PACKED[name]
    unpacker = Unpacker(encoding, Caps(body_bytes=2 * MB, ratio=1_000_000))
    with pytest.raises(GiveUp, match="larger than 2 MB"):
        unpacker.feed(pack(b" " * (20 * MB)))
    assert len(unpacker._body) < 2 * MB + 256 * 1024


def test_a_ratio_beyond_reason_is_stopped_before_the_cap() -> None:
    with pytest.raises(GiveUp, match="200 times"):
        unpack("gzip", gzip.compress(b" " * (5 * MB)), step=65536)


def test_a_small_body_may_have_any_ratio() -> None:
    assert len(unpack("br", brotli.compress(b" " * (MB - 1)), step=65536)) == MB - 1


def test_the_received_bytes_have_a_cap_of_their_own() -> None:
    with pytest.raises(GiveUp, match=r"larger than 0\.5 MB"):
        unpack("", b"a" * MB, caps=Caps(wire_bytes=MB // 2))


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br,gzip", "zstd", "compress", "x; y"])
def test_other_packings_are_refused(encoding: str) -> None:
    with pytest.raises(GiveUp, match="packed"):
        Unpacker(encoding, Caps())


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br"]))
def test_any_bytes_end_in_a_body_or_a_failure(data: bytes, encoding: str) -> None:
    try:
        outcome: bytes | str = unpack(encoding, data, step=50)
    except Failure as failure:
        outcome = str(failure)
    assert isinstance(outcome, bytes) or outcome.endswith(".")
