"""What the commands for texts read and write: bytes in, UTF-8 out, in one pass, block by block.

A block is what one read gives: a pipe that trickles is answered at once, and a file of any size
takes the memory of its longest line.
"""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

import click

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.terminal.options import Command, say_aside, speak

STANDARD: Final = "-"
# Some 700 Persian headlines: what is done once a block costs nothing.
BLOCK_BYTES: Final = 65_536
# Below this, two seconds of mending, a bar would be gone before it is seen.
PROGRESS_BYTES: Final = 2_000_000
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONGEST_MARK: Final = 4

Write = Callable[[str], None]


def text_options(command: Command) -> Command:
    """``FILE``, ``--encoding`` and ``--output``: what is read, and where the answer goes."""
    output = click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write to this file, all or nothing; else to standard output.",
    )
    encoding = click.option(
        "--encoding", default="", help="What the text is written in, where it is not Unicode."
    )
    return click.argument("file", default="-")(encoding(output(command)))


def read_source(options: dict[str, Any]) -> Source:
    """What ``text_options`` name. A bar would tear a text that goes to the same terminal."""
    has_bar = options["output"] is not None or not sys.stdout.isatty()
    return Source(options["file"], options["encoding"], has_bar)


# ── In ───────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Source:
    """A file, or standard input (``-``), to be read once.

    A byte order mark tells UTF-8, UTF-16 or UTF-32; without one and without a named encoding it is
    UTF-8. Reading raises GiveUp for what cannot be read, for an unknown encoding, and with its
    place for a byte that the encoding does not have.
    """

    file: str
    encoding: str = ""
    has_bar: bool = False

    def read_document(self) -> str:
        return "".join(self.read_blocks())

    def read_lines(self) -> Iterator[tuple[list[str], str]]:
        r"""Lines, as many as a block ends, and their end: ``\n``, of the last line maybe none.

        Only ``\n`` parts lines; each batch joined by it, with its end, gives the text again.
        """
        begun: list[str] = []
        for block in self.read_blocks():
            first, *others = block.split("\n")
            begun.append(first)
            if others:
                last = others.pop()
                yield ["".join(begun), *others], "\n"
                begun = [last]
        if rest := "".join(begun):
            yield [rest], ""

    def read_blocks(self) -> Iterator[str]:
        with self._open() as (stream, byte_count), self._show_progress(byte_count) as advance:
            yield from self._decode(_read_bytes(stream, advance))

    @contextmanager
    def _open(self) -> Iterator[tuple[BinaryIO, int]]:
        """The bytes, and how many there are; 0 where nobody knows."""
        if self.file == STANDARD:
            stream = sys.stdin.buffer
            if stream.isatty():
                say_aside(_("Type or paste the text; end it by Ctrl-D on a line of its own."))
            yield stream, 0
            return
        try:
            opened = Path(self.file).open("rb")  # noqa: SIM115 (closed below)
        except OSError as error:
            raise self._unreadable(error) from error
        with opened:
            yield opened, os.fstat(opened.fileno()).st_size

    @contextmanager
    def _show_progress(self, byte_count: int) -> Iterator[Callable[[int], None]]:
        if not (self.has_bar and byte_count >= PROGRESS_BYTES and sys.stderr.isatty()):
            yield lambda _read_count: None
            return
        name = Path(self.file).name
        with click.progressbar(length=byte_count, label=name, file=sys.stderr) as bar:
            yield bar.update

    def _decode(self, blocks: Iterator[bytes]) -> Iterator[str]:
        head = b""
        while len(head) < _LONGEST_MARK and (more := next(blocks, b"")):
            head += more
        decoder = self._find_decoder(head)
        passed = 0
        try:
            for block in chain([head], blocks):
                passed += len(block)
                yield decoder.decode(block)
            yield decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            # What the decoder looked at ends with the block, and begins with what it had kept.
            raise self._undecodable(error, passed - len(error.object) + error.start) from error
        except OSError as error:
            raise self._unreadable(error) from error

    def _find_decoder(self, head: bytes) -> codecs.IncrementalDecoder:
        marked = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8-sig")
        name = self.encoding or marked
        try:
            "".encode(name)  # knows the encodings of text from those of bytes, such as «hex»
            return codecs.getincrementaldecoder(name)()
        except LookupError as error:
            raise GiveUp(
                _("No encoding is called “{name}”. Try windows-1256, utf-8 or utf-16."), name=name
            ) from error

    def _unreadable(self, error: OSError) -> GiveUp:
        return GiveUp(_("{file} cannot be read: {error}."), file=self.file, error=error.strerror)

    def _undecodable(self, error: UnicodeDecodeError, place: int) -> GiveUp:
        return GiveUp(
            _(
                "Byte {place} of {file}, {byte}, is not {encoding}. Name the text's encoding, for"
                " example by --encoding windows-1256."
            ),
            place=place + 1,
            file=self.file if self.file != STANDARD else speak(_("standard input")),
            byte=f"0x{error.object[error.start]:02x}",
            encoding=error.encoding,
        )


def _read_bytes(stream: BinaryIO, advance: Callable[[int], None]) -> Iterator[bytes]:
    read = getattr(stream, "read1", stream.read)
    while block := read(BLOCK_BYTES):
        yield block
        advance(len(block))


# ── Out ──────────────────────────────────────────────────────────────────────────────────────────
@contextmanager
def open_output(file: Path | None) -> Iterator[Write]:
    """Write UTF-8 to standard output, or to a file that is whole or as it was before.

    Raises GiveUp where that is impossible. A reader that goes away (``| head``) ends the program
    without a word.
    """
    try:
        if file is None:
            yield _writer(sys.stdout.buffer)
        elif file.exists() and not file.is_file():  # /dev/stdout, a named pipe
            with file.open("wb") as stream:
                yield _writer(stream)
        else:
            with _replace(file.resolve()) as stream:
                yield _writer(stream)
    except BrokenPipeError:
        # What Python would flush at its end has nowhere to go either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        name = file or speak(_("standard output"))
        raise GiveUp(
            _("{file} cannot be written: {error}."), file=name, error=error.strerror
        ) from error


@contextmanager
def _replace(target: Path) -> Iterator[BinaryIO]:
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with fresh.open("xb") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _writer(stream: BinaryIO) -> Write:
    def write(text: str) -> None:
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()

    return write
