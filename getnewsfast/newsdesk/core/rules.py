"""The desk's rules and a source's trust, tried on an article: approve or hold, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.text.normalise import key


class VerdictWord(StrEnum):
    APPROVE = "approve"
    HOLD = "hold"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Condition:
    """What an article must be for a rule to match; what is empty matches any."""

    source_id: int | None = None
    section_id: int | None = None
    language: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleValue:
    rule_id: int
    name: str
    condition: Condition
    verdict: VerdictWord


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the rules look at. ``has_text``: there is a lead or a body, not only a headline."""

    source_id: int
    source_name: str
    section_id: int | None
    language: str
    headline: str
    lead: str
    has_text: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict and its reason: a translatable sentence and what stands in its places."""

    verdict: VerdictWord
    rule_id: int | None
    message: str
    places: dict[str, str]


def judge(facts: ArticleFacts, rules: Iterable[RuleValue], *, trust: VerdictWord) -> Judgement:
    """The first rule that matches decides; where none does, the source's trust.

    An article without any text waits for a person whatever the rules say. An article without a
    section, or with the feed's text only, is judged like any other.
    """
    if not facts.has_text:
        message = _("No text was found for this article, only its headline.")
        return Judgement(VerdictWord.HOLD, None, message, {})
    for rule in rules:
        if matches(rule.condition, facts):
            message = _("The rule “{rule}” decided.")
            return Judgement(rule.verdict, rule.rule_id, message, {"rule": rule.name})
    if trust is VerdictWord.APPROVE:
        message = _("New articles of {source} are published by themselves.")
    else:
        message = _("New articles of {source} wait for an editor.")
    return Judgement(trust, None, message, {"source": facts.source_name})


def matches(condition: Condition, facts: ArticleFacts) -> bool:
    """Whether an article is what the condition asks for, in every respect."""
    return (
        condition.source_id in (None, facts.source_id)
        and condition.section_id in (None, facts.section_id)
        and condition.language in ("", facts.language)
        and (not condition.words or _has_one(condition.words, f"{facts.headline} {facts.lead}"))
    )


def _has_one(words: Iterable[str], text: str) -> bool:
    """One of the words or phrases, compared by their keys: «كتابها» is found by «کتاب‌ها».

    Whole words are compared; a ``*`` at the end stands for any ending: «زلزله*» finds «زلزله‌ای».
    """
    padded = f" {key(text)} "
    for word in words:
        folded = key(word.rstrip("* "))
        border = "" if word.rstrip().endswith("*") else " "
        if folded and f" {folded}{border}" in padded:
            return True
    return False


def read_words(lines: str) -> tuple[str, ...]:
    """The words of a rule as an editor typed them, one word or phrase a line."""
    return tuple(line.strip() for line in lines.splitlines() if line.strip())
