"""Moments are shown in the Iranian calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.calendars import gregorian_day
from getnewsfast.text.dates import (
    iranian_date,
    iranian_datetime,
    iranian_day,
    iranian_month_bounds,
    read_date,
    time_ago,
)

TEHRAN = ZoneInfo("Asia/Tehran")
MOMENT = datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_a_moment_is_shown_in_persian() -> None:
    assert iranian_date(MOMENT, zone=TEHRAN) == "سه‌شنبه ۳ آذر ۱۴۰۵"
    assert iranian_datetime(MOMENT, zone=TEHRAN) == "۳ آذر ۱۴۰۵، ۱۱:۳۰"


def test_the_day_is_that_of_the_zone() -> None:
    late = datetime(2026, 11, 24, 21, tzinfo=UTC)
    assert iranian_date(late, zone=TEHRAN) == "چهارشنبه ۴ آذر ۱۴۰۵"
    assert iranian_date(late, zone=ZoneInfo("UTC")) == "سه‌شنبه ۳ آذر ۱۴۰۵"


@pytest.mark.parametrize(
    ("day", "iranian"),
    [
        (date(2026, 11, 24), (1405, 9, 3)),
        (date(2025, 3, 20), (1403, 12, 30)),
        (date(2025, 3, 21), (1404, 1, 1)),
        (date(2026, 3, 20), (1404, 12, 29)),
        (date(1979, 2, 11), (1357, 11, 22)),
    ],
)
def test_days_of_both_calendars_meet(day: date, iranian: tuple[int, int, int]) -> None:
    assert iranian_day(day) == iranian
    assert gregorian_day(*iranian) == day


@given(st.dates(date(1921, 3, 21), date(2121, 3, 20)))
def test_there_and_back_is_the_same_day(day: date) -> None:
    assert gregorian_day(*iranian_day(day)) == day


@given(st.datetimes(datetime(1990, 1, 2), datetime(2026, 11, 24), timezones=st.just(UTC)))
def test_what_is_shown_can_be_read_again(when: datetime) -> None:
    minute = when.replace(second=0, microsecond=0)
    shown = iranian_datetime(minute, zone=ZoneInfo("UTC"))
    assert read_date(shown, now=MOMENT, zone=ZoneInfo("UTC")) == minute


def test_a_month_runs_from_midnight_to_midnight() -> None:
    start, end = iranian_month_bounds(1405, 9, zone=TEHRAN)
    assert start == datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
    assert end == datetime(2026, 12, 21, 20, 30, tzinfo=UTC)


def test_months_follow_each_other_over_the_new_year() -> None:
    assert (
        iranian_month_bounds(1404, 12, zone=TEHRAN)[1]
        == iranian_month_bounds(1405, 1, zone=TEHRAN)[0]
    )


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="month"):
        iranian_month_bounds(1405, 13, zone=TEHRAN)


NOW = datetime(2026, 11, 24, 11, 30, tzinfo=TEHRAN)


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (timedelta(seconds=5), "لحظاتی پیش"),
        (timedelta(minutes=5, seconds=59), "۵ دقیقه پیش"),
        (timedelta(hours=1), "۱ ساعت پیش"),
        (timedelta(hours=20), "۲۰ ساعت پیش"),
        (timedelta(hours=30), "دیروز"),
        (timedelta(hours=36), "۲ روز پیش"),
        (timedelta(days=6), "۶ روز پیش"),
        (timedelta(days=15), "۲ هفته پیش"),
        (timedelta(days=30), "۱ ماه پیش"),
        (timedelta(days=100), "۳ ماه پیش"),
        (timedelta(days=800), "۲ سال پیش"),
        (timedelta(minutes=-5), "۵ دقیقه دیگر"),
        (timedelta(hours=-25), "فردا"),
    ],
)
def test_how_long_ago_is_said_in_words(before: timedelta, shown: str) -> None:
    assert time_ago((NOW - before).astimezone(UTC), now=NOW) == shown
