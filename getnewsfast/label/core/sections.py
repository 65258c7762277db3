"""Which of the names a source gave tells our section?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from getnewsfast.text.normalise import key


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """The section found, or None; and the names met on the way that wait for an editor."""

    section_id: int | None
    unknown_names: tuple[str, ...]


def split_path(name: str) -> tuple[str, ...]:
    """The steps of a section path, the narrowest first: «ورزشی > فوتبال» gives فوتبال, ورزشی."""
    steps = [step.strip() for step in name.replace("»", ">").replace("/", ">").split(">")]
    return tuple(step for step in reversed(steps) if step)


def choose_section(
    names: Sequence[str], *, own: Mapping[str, int | None], common: Mapping[str, int | None]
) -> SectionChoice:
    """The first name with a section, looked up in the source's own map, then in everyone's.

    Keys of the maps are comparison keys; a None in the source's own map is a name that waits for
    an editor, in everyone's one that means no section. Nothing is guessed: a name that no map
    knows, or that still waits, is reported.
    """
    unknown: list[str] = []
    for name in names:
        for step in split_path(name):
            folded = key(step)
            section_id = own.get(folded) or common.get(folded)
            if section_id is not None:
                return SectionChoice(section_id, tuple(unknown))
            if folded and (folded in own or folded not in common):
                unknown.append(step)
    return SectionChoice(None, tuple(unknown))
