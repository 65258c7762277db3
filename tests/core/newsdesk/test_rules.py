"""The desk's rules and a source's trust."""

import pytest

from getnewsfast.newsdesk.core.rules import (
    ArticleFacts,
    Condition,
    RuleValue,
    VerdictWord,
    judge,
    matches,
    read_words,
)

HOLD, APPROVE = VerdictWord.HOLD, VerdictWord.APPROVE


def facts(**changed: object) -> ArticleFacts:
    values: dict[str, object] = {
        "source_id": 1,
        "source_name": "سپیدار",
        "section_id": 5,
        "language": "fa",
        "headline": "زلزله‌ای شمال سمنان را لرزاند",
        "lead": "کتاب‌های کهن آسیب ندیدند.",
        "has_text": True,
    }
    return ArticleFacts(**{**values, **changed})  # type: ignore[arg-type]


def rule(rule_id: int, verdict: VerdictWord, condition: Condition | None = None) -> RuleValue:
    return RuleValue(rule_id, f"قاعده {rule_id}", condition or Condition(), verdict)


@pytest.mark.parametrize("trust", [HOLD, APPROVE])
def test_without_rules_the_source_is_trusted_or_not(trust: VerdictWord) -> None:
    judgement = judge(facts(), [], trust=trust)
    assert (judgement.verdict, judgement.rule_id) == (trust, None)
    assert judgement.places == {"source": "سپیدار"}


def test_the_first_rule_that_matches_decides() -> None:
    rules = [
        rule(1, APPROVE, Condition(source_id=99)),
        rule(2, HOLD, Condition(section_id=5)),
        rule(3, APPROVE),
    ]
    judgement = judge(facts(), rules, trust=APPROVE)
    assert (judgement.verdict, judgement.rule_id) == (HOLD, 2)
    assert judgement.places == {"rule": "قاعده 2"}


def test_an_article_without_text_waits_whatever_the_rules_say() -> None:
    judgement = judge(facts(has_text=False), [rule(1, APPROVE)], trust=APPROVE)
    assert (judgement.verdict, judgement.rule_id) == (HOLD, None)


def test_an_article_without_a_section_is_judged_by_trust() -> None:
    rules = [rule(1, HOLD, Condition(section_id=5))]
    assert judge(facts(section_id=None), rules, trust=APPROVE).verdict is APPROVE


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition(), True),
        (Condition(source_id=1), True),
        (Condition(source_id=2), False),
        (Condition(section_id=5, language="fa"), True),
        (Condition(section_id=6), False),
        (Condition(language="en"), False),
        (Condition(source_id=1, words=("فوتبال",)), False),
    ],
)
def test_every_part_of_a_condition_must_hold(condition: Condition, expected: bool) -> None:
    assert matches(condition, facts()) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("سمنان", True),
        ("شمال سمنان", True),
        ("كتابهاي كهن", True),  # Arabic letters, no half-space
        ("کتاب های کهن", True),
        ("زلزله", False),  # a whole word is meant
        ("زلزله*", True),
        ("سمن", False),
        ("سمن*", True),
        ("لرزه*", False),
        ("*", False),
    ],
)
def test_words_are_compared_by_their_keys(word: str, expected: bool) -> None:
    assert matches(Condition(words=(word,)), facts()) is expected


def test_one_word_of_several_is_enough() -> None:
    assert matches(Condition(words=("فوتبال", "سمنان")), facts())


def test_words_are_read_one_a_line() -> None:
    assert read_words("زلزله*\n\n  شمال سمنان \n") == ("زلزله*", "شمال سمنان")
