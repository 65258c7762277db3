"""The Persian verb: every one-word form of it, and which verb such a form belongs to.

A verb has two stems, past and present: «رفت» and «رو». All tenses, persons and moods, negated
or not, follow from them; forms are in the spelling of the comparison key («میروم», «نرفتهام»).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_PERSONS: Final = ("م", "ی", "یم", "ید", "ند")
_PERFECT: Final = ("ه", "هام", "های", "هاست", "هایم", "هاید", "هاند")
_CONTINUOUS: Final = ("نمی", "همی", "می")
_SIMPLE: Final = ("ن", "ب")
# The verbs of compound tenses and the passive, where a half-space joins them: «گفته‌شده».
_AUXILIARIES: Final = frozenset({"بودن", "شدن", "خواستن"})
_TO_BE: Final = "بودن"
_BEING: Final = ("است", "هست", "نیست")
_SHOULD: Final = "بایستن"
# Impersonal: «می‌توان گفت», «بتوان».
_IMPERSONAL: Final = ("می", "نمی", "ب", "ن")
_OBJECTS: Final = ("شان", "تان", "مان", "ش", "ت", "م")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its stems, «برگشت» and «برگرد»; ``preverb`` is «بر» of it, or empty.

    ``same_as`` is the past stem of the verb it is a spelling of: «گذارد» of «گذاشت».
    """

    past: str
    present: str
    preverb: str = ""
    same_as: str = ""

    @property
    def infinitive(self) -> str:
        """«برگشتن»: what stands for all forms. «گردانیدن» is a spelling of «گرداندن»."""
        if self.same_as:
            return f"{self.same_as}ن"
        if self.past.endswith("انید") and self.present.endswith("ان"):
            return f"{self.past[:-2]}دن"
        return f"{self.past}ن"


def list_past(past: str) -> Iterator[str]:
    """Past, perfect, participle and infinitive: رفت رفتم … رفته رفتهام … رفتن."""
    yield past
    yield past + "ن"
    for ending in (*_PERSONS, *_PERFECT):
        yield past + ending


def list_present(present: str) -> Iterator[str]:
    """The six persons of the present without a prefix: روم روی رود رویم روید روند."""
    for ending in (*_PERSONS, "د"):
        yield present + ending


def list_commands(present: str) -> Iterator[str]:
    """What follows ب and ن alone: «(ب)رو»; a closing ی of the stem is dropped: «(ب)گو»."""
    yield present
    if present.endswith(("ای", "وی", "آی")):
        yield present[:-1]


def prefix(before: str, form: str) -> tuple[str, ...]:
    """The spellings of a prefix before a form: «ب» and «افتد» are «بیفتد», «بافتد»."""
    joined = before + form
    if form.startswith("آ"):
        plain = before + "ا" + form[1:]
        return (joined, plain) if before in _CONTINUOUS else (joined, f"{before}یا{form[1:]}")
    if form.startswith("ا") and not form.startswith("ای") and before in _SIMPLE:
        return (joined, f"{before}ی{form[1:]}", f"{before}یا{form[1:]}")
    return (joined,)


def conjugate(verb: Verb) -> frozenset[str]:
    """Every one-word form of a verb in the key's spelling: ``نمیروم`` of «رفت», «رو»."""
    cut = len(verb.preverb)
    past, present = verb.past[cut:], verb.present[cut:]
    full = [*list_past(past), *(list_present(present) if present else ())]
    commands = list(list_commands(present)) if present else []
    forms = set(full) | (set(commands) if verb.preverb else set())
    for before in (*_CONTINUOUS, *_SIMPLE):
        shorter = commands if before in _SIMPLE else []
        for form in (*full, *shorter):
            forms.update(prefix(before, form))
    return frozenset(verb.preverb + form for form in forms)


class Conjugation:
    """Which verb a form belongs to. Where two verbs share a form, the one named first has it."""

    __slots__ = ("_commands", "_forms", "_nominal", "infinitives")

    def __init__(self, verbs: Iterable[Verb]) -> None:
        named = list(verbs)
        self._forms: dict[str, str] = dict.fromkeys(_being(), _TO_BE)
        self._forms |= dict.fromkeys(("باید", "نباید", "بایست", "بایستی"), _SHOULD)
        self._commands: dict[str, str] = {}
        self._nominal: dict[str, str] = {}
        self.infinitives = {_TO_BE, _SHOULD, *(verb.infinitive for verb in named)}
        for verb in named:
            self._add_past(verb)
            self._add_present(verb)

    def _add_past(self, verb: Verb) -> None:
        name = verb.infinitive
        for ending in ("", "ه", "ن"):
            self._nominal.setdefault(verb.past + ending, name)
        for form in list_past(verb.past):
            self._forms.setdefault(form, name)

    def _add_present(self, verb: Verb) -> None:
        name = verb.infinitive
        if verb.preverb:
            for form in conjugate(verb):
                self._forms.setdefault(form, name)
            return
        if not verb.present:
            return
        for form in list_present(verb.present):
            self._forms.setdefault(form, name)
        for form in list_commands(verb.present):
            self._commands.setdefault(form, name)
        if verb.present == "توان":
            self._forms.update({before + "توان": name for before in _IMPERSONAL})

    def bare_forms(self) -> Iterator[tuple[str, str]]:
        """The forms without a prefix and their verbs: what may also be a noun."""
        return iter(self._forms.items())

    def find_bare(self, word: str) -> str:
        """The infinitive of a form that needs no prefix, or ''."""
        return self._forms.get(word, "")

    def find_nominal(self, word: str) -> str:
        """The infinitive of what can take a noun's endings: «ساخت», «نوشته», «رفتن»; or ''."""
        return self._nominal.get(word, "")

    def find_prefixed(self, word: str) -> str:
        """The infinitive of «میروم», «نمیروم», «بروم», «نرو», or ''."""
        for before in _CONTINUOUS:
            if word.startswith(before):
                return self._find_after(word[len(before) :], is_simple=False)
        if word[0] in _SIMPLE:
            return self._find_after(word[1:], is_simple=True)
        return ""

    def _find_after(self, rest: str, *, is_simple: bool) -> str:
        for spelling in _read_prefixed(rest, is_simple=is_simple):
            found = self._forms.get(spelling) or (is_simple and self._commands.get(spelling))
            if found:
                return found
        return ""

    def find_joined(self, word: str) -> str:
        """The infinitive of «گفتهشده», «دیدهبودم», «میبینمش», «دیدمشان», or ''."""
        at = word.find("ه", 2)
        if at > 0 and self._forms.get(word[at + 1 :]) in _AUXILIARIES:
            return self._forms.get(word[: at + 1], "")
        for ending in _OBJECTS:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                form = word[: -len(ending)]
                found = self.find_prefixed(form) or self._forms.get(form, "")
                if found:
                    return found
        return ""


def _read_prefixed(rest: str, *, is_simple: bool) -> Iterator[str]:
    """What ``prefix`` may have made of a form: «یفتد» and «یافتد» of «افتد», «یاید» of «آید»."""
    yield rest
    if rest.startswith("ا"):
        yield f"آ{rest[1:]}"
    if is_simple and rest.startswith("ی"):
        if rest.startswith("یا"):
            yield f"آ{rest[2:]}"
            yield rest[1:]
        yield f"ا{rest[1:]}"


def _being() -> Iterator[str]:
    yield "است"
    for form in _BEING[1:]:
        yield form
        for ending in _PERSONS:
            yield form + ending
