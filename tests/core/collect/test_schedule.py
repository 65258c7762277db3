"""Feeds are looked at as often as they bring something, and never forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.collect.core.schedule import plan_next_look
from getnewsfast.collect.core.values import History, Limits, Outcome, OutcomeKind, Plan

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
LIMITS = Limits(floor_seconds=60, ceiling_seconds=1_800)
SAME = Outcome(OutcomeKind.SAME)


def plan(
    outcome: Outcome = SAME, *, gap: float = 600, count: int = 50, jitter: float = 0.5
) -> Plan:
    history = History(last_new_at=NOW, recent_gaps_seconds=(gap,) * count)
    return plan_next_look(now=NOW, history=history, outcome=outcome, limits=LIMITS, jitter=jitter)


def test_the_interval_grows_with_the_root_of_the_gap() -> None:
    seldom, often = plan(gap=3_600, count=1_000), plan(gap=900, count=1_000)
    assert seldom.interval_seconds == pytest.approx(2 * often.interval_seconds, rel=0.01)
    assert often.next_look_at == NOW + timedelta(seconds=often.interval_seconds)


def test_it_stays_between_floor_and_ceiling() -> None:
    assert plan(gap=1, count=1_000).interval_seconds == 60
    assert plan(gap=9_000_000).interval_seconds == 1_800


def test_a_feed_that_falls_silent_slows_down() -> None:
    gaps = (300.0,) * 10
    fresh, silent = (
        plan_next_look(
            now=NOW,
            history=History(NOW - timedelta(hours=hours), gaps),
            outcome=SAME,
            limits=LIMITS,
            jitter=0.5,
        )
        for hours in (0, 12)
    )
    assert silent.interval_seconds > 2 * fresh.interval_seconds


def test_a_feed_never_seen_before_is_looked_at_within_minutes() -> None:
    first = plan_next_look(now=NOW, history=History(), outcome=SAME, limits=LIMITS, jitter=0.5)
    assert 60 <= first.interval_seconds <= 600


def test_failures_double_the_wait_up_to_an_hour_and_never_end_it() -> None:
    waits = [
        plan(Outcome(OutcomeKind.ERROR, error_count=count)).interval_seconds
        for count in (1, 2, 3, 4, 5, 6, 7, 1_000_000)
    ]
    assert waits == sorted(waits)
    assert waits[4] == pytest.approx(2 * waits[3])
    assert waits[-1] == 3_600


def test_a_short_ceiling_keeps_failing_feeds_within_four_of_them() -> None:
    found = plan_next_look(
        now=NOW,
        history=History(),
        outcome=Outcome(OutcomeKind.ERROR, error_count=40),
        limits=Limits(30, 120),
        jitter=0.5,
    )
    assert found.interval_seconds == 480


def test_a_feed_that_is_gone_is_looked_at_once_a_day() -> None:
    assert plan(Outcome(OutcomeKind.GONE)).interval_seconds == 86_400


@pytest.mark.parametrize(
    ("asked", "waited"), [(7_200, 7_200), (10.0**9, 86_400), (-5, None), (float("nan"), None)]
)
def test_the_servers_wait_is_honoured_up_to_a_day(asked: float, waited: float | None) -> None:
    found = plan(Outcome(OutcomeKind.ERROR, retry_after_seconds=asked, error_count=1))
    assert found.interval_seconds == (waited or plan(Outcome(OutcomeKind.ERROR)).interval_seconds)
    assert (found.reason == "The server asked us to wait.") is (waited is not None)


def test_the_feeds_own_ttl_counts_up_to_the_ceiling() -> None:
    assert plan(Outcome(OutcomeKind.SAME, ttl_seconds=900)).interval_seconds == 900
    assert plan(Outcome(OutcomeKind.SAME, ttl_seconds=90_000)).interval_seconds == 1_800
    assert plan(Outcome(OutcomeKind.NEW, ttl_seconds=1)).interval_seconds == plan().interval_seconds


def test_jitter_moves_the_look_by_a_tenth_and_never_below_the_floor() -> None:
    middle = plan().interval_seconds
    assert plan(jitter=0).interval_seconds == pytest.approx(0.9 * middle)
    assert plan(jitter=0.999999).interval_seconds == pytest.approx(1.1 * middle, rel=0.001)
    assert plan(gap=1, count=1_000, jitter=0).interval_seconds == 60


@given(
    st.builds(
        Outcome,
        kind=st.sampled_from(OutcomeKind),
        retry_after_seconds=st.none() | st.floats(),
        ttl_seconds=st.none() | st.floats(),
        error_count=st.integers(0, 10**6),
    ),
    st.lists(st.floats(), max_size=5).map(tuple),
    st.floats(0, 1, exclude_max=True),
)
def test_every_plan_is_in_the_future_and_has_a_reason(
    outcome: Outcome, gaps: tuple[float, ...], jitter: float
) -> None:
    found = plan_next_look(
        now=NOW, history=History(NOW, gaps), outcome=outcome, limits=LIMITS, jitter=jitter
    )
    assert 60 <= found.interval_seconds <= 86_400 * 1.1
    assert found.next_look_at > NOW
    assert found.reason.endswith(".")
