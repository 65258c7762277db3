"""Unpacking an answer's body piece by piece, so that no bomb is ever whole in memory.

One layer of gzip, deflate (both readings of RFC 9110 §8.4.1.2: zlib, and the bare stream many
servers send) or Brotli. The caps are checked on each piece: 100 MB of blanks packed into 100 KB
cost one piece of 64 KB past the cap.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import brotli

from getnewsfast.system.failures import Failure, GiveUp, TryAgain
from getnewsfast.system.failures import gettext_noop as _

MB = 1024 * 1024
PIECE_BYTES = 64 * 1024
# A ratio says little about a small body: 1 MB of a table's blanks packs 500 to 1 quite innocently.
RATIO_FROM_BYTES = MB
ACCEPTED = "gzip, deflate, br"
GZIP_BITS, ZLIB_BITS, RAW_BITS = 31, 15, -15
GZIP_START = b"\x1f\x8b"
MOST_MEMBERS = 64  # servers send one; 400,000 empty ones in 8 MB would cost seconds


@dataclass(frozen=True, slots=True)
class Caps:
    """What one answer may cost. Bodies of news pages and feeds are 20 KB to 2 MB."""

    body_bytes: int = 10 * MB  # after unpacking
    wire_bytes: int = 8 * MB  # as received
    ratio: int = 200  # body to wire; HTML and XML reach 5 to 20
    redirects: int = 5
    total_seconds: float = 20.0  # all redirects and the body, without our own waiting
    connect_seconds: float = 8.0  # TCP and TLS
    wait_seconds: float = 25.0  # for a turn at the host: with the total less than a feed's lease


class Decoder(Protocol):
    """One packing; ``unpack`` yields what ``data`` unpacks to, in pieces."""

    def unpack(self, data: bytes) -> Iterator[bytes]: ...

    def is_complete(self) -> bool: ...


class Identity:
    def unpack(self, data: bytes) -> Iterator[bytes]:
        yield data

    def is_complete(self) -> bool:
        return True


class Inflate:
    """gzip (several members too) and deflate; what follows the end is left unread."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits) if bits == GZIP_BITS else None
        self._held = b""
        self._members_left = MOST_MEMBERS

    def unpack(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            data = self._held = self._held + data
            if len(data) < 2:
                return
            self._stream = zlib.decompressobj(ZLIB_BITS if _is_zlib(data) else RAW_BITS)
        stream, piece = self._stream, b""
        # A full piece may have left more inside the stream than its input shows.
        while data or len(piece) == PIECE_BYTES:
            piece = stream.decompress(data, PIECE_BYTES)
            yield piece
            data = stream.unconsumed_tail
            if stream.eof:
                data, piece = self._start_next(stream.unused_data), b""
                stream = self._stream

    def _start_next(self, rest: bytes) -> bytes:
        """Another gzip member right behind the first goes on; padding and rubbish end it."""
        self._members_left -= 1
        if self._members_left < 1 or self._bits != GZIP_BITS or not rest.startswith(GZIP_START):
            return b""
        self._stream = zlib.decompressobj(GZIP_BITS)
        return rest

    def is_complete(self) -> bool:
        return self._stream is not None and self._stream.eof


class Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def unpack(self, data: bytes) -> Iterator[bytes]:
        piece = self._stream.process(data, output_buffer_limit=PIECE_BYTES)
        while piece:  # output may wait inside even where it says it takes more input
            yield piece
            piece = self._stream.process(b"", output_buffer_limit=PIECE_BYTES)

    def is_complete(self) -> bool:
        return bool(self._stream.is_finished())


class Unpacker:
    """Takes a body as it arrives, holds what it unpacks to, and stops at the caps."""

    def __init__(self, encoding: str, caps: Caps) -> None:
        self._decoder = _choose_decoder(encoding)
        self._caps = caps
        self._body = bytearray()  # not a list: a drip of two-byte pieces would cost 20 times more
        self.wire_bytes = 0

    def feed(self, data: bytes) -> None:
        """Raises ``GiveUp`` at a cap, ``TryAgain`` for a broken stream."""
        self.wire_bytes += len(data)
        if self.wire_bytes > self._caps.wire_bytes:
            raise too_large(self._caps.wire_bytes)
        try:
            for piece in self._decoder.unpack(data):
                self._keep(piece)
        except (zlib.error, brotli.error) as error:
            raise TryAgain(_("The answer could not be unpacked.")) from error

    def finish(self) -> bytes:
        """The whole body. Raises ``TryAgain`` where the packed stream stopped before its end."""
        if self.wire_bytes and not self._decoder.is_complete():
            raise broken_off()
        return bytes(self._body)

    def _keep(self, piece: bytes) -> None:
        self._body += piece
        if len(self._body) > self._caps.body_bytes:
            raise too_large(self._caps.body_bytes)
        allowed = max(RATIO_FROM_BYTES, self.wire_bytes * self._caps.ratio)
        if len(self._body) > allowed:
            raise GiveUp(
                _("The answer unpacks to more than {ratio} times its size: it is not read."),
                ratio=self._caps.ratio,
            )


def too_large(most_bytes: int) -> Failure:
    return GiveUp(_("The answer is larger than {most} MB."), most=f"{most_bytes / MB:.3g}")


def broken_off() -> Failure:
    return TryAgain(_("The answer broke off before its end."))


def _choose_decoder(encoding: str) -> Decoder:
    layers = [layer for word in encoding.split(",") if (layer := word.strip().lower())]
    layers = [layer for layer in layers if layer != "identity"]
    if len(layers) > 1:
        raise GiveUp(_("The answer is packed more than once: it is not read."))
    match layers[0] if layers else "":
        case "":
            return Identity()
        case "gzip" | "x-gzip":
            return Inflate(GZIP_BITS)
        case "deflate":
            return Inflate(ZLIB_BITS)
        case "br":
            return Brotli()
        case other:
            raise GiveUp(
                _("The answer is packed in a way nobody asked for: “{way}”."), way=other[:40]
            )


def _is_zlib(data: bytes) -> bool:
    """RFC 1950 §2.2: method 8, and a header that divides by 31."""
    return data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
