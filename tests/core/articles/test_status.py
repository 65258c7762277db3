"""Where an article stands, in one word."""

import pytest

from getnewsfast.articles.core.status import Facts, Status, find_status


def facts(**changed: object) -> Facts:
    values: dict[str, object] = {
        "is_live": False,
        "was_published": False,
        "is_scheduled": False,
        "is_duplicate": False,
        "verdict": "",
    }
    return Facts(**{**values, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, Status.WAITING),
        ({"verdict": "hold"}, Status.HELD),
        ({"verdict": "reject"}, Status.REJECTED),
        ({"verdict": "approve"}, Status.WAITING),
        ({"verdict": "approve", "is_scheduled": True}, Status.SCHEDULED),
        ({"verdict": "approve", "is_live": True, "was_published": True}, Status.PUBLISHED),
        ({"verdict": "approve", "was_published": True}, Status.UNPUBLISHED),
        ({"is_duplicate": True}, Status.DUPLICATE),
    ],
)
def test_each_state_has_its_word(changed: dict[str, object], status: Status) -> None:
    assert find_status(facts(**changed)) is status


@pytest.mark.parametrize("verdict", ["", "hold", "reject"])
def test_what_readers_see_is_published_whatever_its_verdict_says(verdict: str) -> None:
    live = facts(is_live=True, is_duplicate=True, is_scheduled=True, verdict=verdict)
    assert find_status(live) is Status.PUBLISHED


def test_a_duplicate_is_never_shown_as_waiting_for_a_decision() -> None:
    for verdict in ("", "hold", "approve", "reject"):
        assert find_status(facts(is_duplicate=True, verdict=verdict)) is Status.DUPLICATE


def test_a_rejected_article_that_was_once_on_the_site_is_rejected() -> None:
    assert find_status(facts(verdict="reject", was_published=True)) is Status.REJECTED
