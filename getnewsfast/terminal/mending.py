"""What ``getnewsfast clean`` does with what it reads: one document, lines, or lines of JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any, Final

from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.terminal.explanations import list_changes, tell_changes
from getnewsfast.terminal.options import say_aside, speak
from getnewsfast.terminal.records import TEXT, read_record, write_record
from getnewsfast.terminal.streams import Source, Write
from getnewsfast.text import normalise

# A document is mended as a whole: of a longer one nothing is seen for seconds.
LONG_CHARS: Final = 2_000_000


class Mending:
    """How texts are to be mended, told once; ``wish`` goes to ``normalise`` as it is."""

    def __init__(self, *, is_explained: bool, is_patient: bool, **wish: Any) -> None:
        self.is_explained = is_explained
        self.is_patient = is_patient
        self.mend: Callable[[str], str] = partial(normalise.display, **wish)
        self.explain: Callable[[str], normalise.Explained] = partial(normalise.explain, **wish)

    def take_document(self, source: Source, write: Write) -> None:
        read = source.read_document()
        if len(read) > LONG_CHARS and sys.stderr.isatty():
            say_aside(_("Mending {count} million characters …"), count=round(len(read) / 1e6, 1))
        # How the file ends its lines, and itself, is not the text's business, and stays.
        line_end = "\r\n" if "\r\n" in read else "\n"
        text = read.rstrip("\r\n")
        tail = read[len(text) :]
        text = text.replace("\r\n", "\n")
        if self.is_explained:
            self._explain_text(write, text, 1)
            return
        write(self.mend(text).replace("\n", line_end) + tail)

    def take_lines(self, source: Source, write: Write) -> None:
        number = 0
        for lines, end in source.read_lines():
            if self.is_explained:
                for place, line in enumerate(lines, start=number + 1):
                    self._explain_text(write, line, place)
            else:
                write("\n".join(map(self._mend_line, lines)) + end)
            number += len(lines)

    def _mend_line(self, line: str) -> str:
        end = "\r" if line.endswith("\r") else ""
        mended = self.mend(line[:-1] if end else line)
        # A text may have breaks of its own, «\u2028» for one; a line never becomes two.
        return (mended.replace("\n", " ") if "\n" in mended else mended) + end

    def _explain_text(self, write: Write, text: str, first_line: int) -> None:
        told = tell_changes(text, self.explain(text), first_line=first_line)
        write("".join(f"{line}\n" for line in told))

    def take_records(self, source: Source, write: Write) -> int:
        """How many lines were no documents, where this is borne."""
        fault_count = 0
        numbers = count(1)
        for lines, end in source.read_lines():
            answers = []
            for line in lines:
                answer = self._take_record(line, next(numbers))
                fault_count += answer is None
                answers.append(line if answer is None else answer)
            write("\n".join(answers) + end)
        return fault_count

    def _take_record(self, line: str, number: int) -> str | None:
        if not line.strip():
            return line
        try:
            record = read_record(line, number)
        except GiveUp as failure:
            if not self.is_patient:
                raise
            say_aside("{fault}", fault=speak(failure.message, **failure.places))
            return None
        if self.is_explained:
            explained = self.explain(record[TEXT])
            changes = list_changes(record[TEXT], explained)
            return write_record({**record, TEXT: explained.text, "changes": changes})
        return write_record({**record, TEXT: self.mend(record[TEXT])})
