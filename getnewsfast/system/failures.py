"""The two failures of a step: *never* (shown to a person) and *again later* (retried)."""

from __future__ import annotations


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation without translating it (the desk does, when it shows it)."""
    return message


class Failure(Exception):
    """A reason in words: an English sentence with ``{named}`` places, and what stands in them."""

    def __init__(self, message: str, /, **places: object) -> None:
        super().__init__(message, places)
        self.message = message
        self.places = {name: str(value) for name, value in places.items()}

    def __str__(self) -> str:
        return self.message.format_map(self.places)


class GiveUp(Failure):
    """Permanent: trying again would give the same. Its reason is shown to a person."""


class TryAgain(Failure):
    """Transient: worth another try after ``after_seconds`` seconds."""

    def __init__(self, message: str, /, *, after_seconds: float = 60.0, **places: object) -> None:
        super().__init__(message, **places)
        self.after_seconds = after_seconds
