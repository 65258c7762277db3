"""What a text says of a moment is read with its doubts; a table holds most of the cases."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.calendars import Calendar, day_of_lunar, lunar_day
from getnewsfast.text.date_words import MONTHS, WEEKDAYS, fold
from getnewsfast.text.dates import Doubt, Reading, Why, iranian_day, read_date, read_moment
from getnewsfast.text.dates_shown import DateStyle, time_ago, write_day, write_moment
from tests.core.text.text_samples import any_text

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEHRAN = ZoneInfo("Asia/Tehran")
FIXTURES = Path(__file__).parent / "date_fixtures.tsv"
UNREAD = {Doubt.LUNAR, Doubt.NO_YEAR, Doubt.RELATIVE, Doubt.NEXT_MIDNIGHT, Doubt.FUTURE, Doubt.PAST}


TABLE = [
    line.split("\t")
    for line in FIXTURES.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
PARTS = "ساعت پیش منذ قبل ago ٣ ۱۴۰۴ 2026 7 11 : / - . 24:00 هـ ق"


def read(text: str, zone: ZoneInfo = TEHRAN) -> Reading:
    return read_moment(text, now=NOW, zone=zone)


def describe(reading: Reading) -> list[str]:
    moment = reading.moment
    return [
        f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else "-",
        str(reading.calendar or "-"),
        ("time" if reading.has_time else "day") if moment else "-",
        " ".join(reading.doubts) or "-",
    ]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[-1])
def test_a_text_is_read_as_the_table_says(row: list[str]) -> None:
    *expected, text = row
    assert describe(read(text)) == expected


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[-1])
def test_only_what_can_be_the_time_of_a_text_is_taken_for_one(row: list[str]) -> None:
    text = row[-1]
    reading = read(text)
    is_unfit = UNREAD & {*reading.doubts} or {Doubt.CENTURY, Doubt.DAY_OR_MONTH} <= {
        *reading.doubts
    }
    assert read_date(text, now=NOW, zone=TEHRAN) == (None if is_unfit else reading.moment)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.EMPTY),
        ("\u200f \u200b", Why.EMPTY),
        ("۷ بهمن ۱۴۰۴" + " " * 200, Why.TOO_LONG),
        ("بهمن ۱۴۰۴", Why.NO_DAY),
        ("۳۱ مهر ۱۴۰۵", Why.NO_SUCH_DAY),
        ("1405/13/01", Why.NO_SUCH_MONTH),
        ("۷ بهمن ۱۴۰۴ ۲۵:۰۰", Why.NO_SUCH_TIME),
        ("3 آذر 2026", Why.OTHER_CALENDAR),
        ("04/11/07", Why.SHORT_NUMBERS),
        ("31 Dec 9999 23:00 EST", Why.OUT_OF_RANGE),
    ],
)
def test_why_there_is_no_moment_is_said(text: str, why: Why) -> None:
    assert read(text).moment is None
    assert read(text).why == why


def test_a_zone_that_is_said_is_told_from_one_that_is_assumed() -> None:
    assert read("2026-11-24T08:00:00Z").zone_said
    assert not read("2026-11-24T08:00:00").zone_said
    assert read("۳ آذر ۱۴۰۵ ساعت ۱۱:۳۰ به وقت تهران", ZoneInfo("UTC")).moment == datetime(
        2026, 11, 24, 8, tzinfo=UTC
    )


def test_kabul_keeps_the_offset_of_irans_old_summer() -> None:
    text = "Wed, 21 Jun 2023 12:00:00 +0430"
    assert Doubt.ZONE in read(text).doubts
    assert read(text, ZoneInfo("Asia/Kabul")).doubts == ()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("سه\u200fشنبه ۷ بهمن ۱۴۰۴", datetime(2026, 1, 26, 20, 30, tzinfo=UTC)),
        ("\u202b۱۴۰۴/۱۱/۰۷\u202c", datetime(2026, 1, 26, 20, 30, tzinfo=UTC)),
        ("\ufeff2026-11-24T08:00:00Z", datetime(2026, 11, 24, 8, tzinfo=UTC)),
        ("۷\u00a0بهمن\u00a0۱۴۰۴", datetime(2026, 1, 26, 20, 30, tzinfo=UTC)),
    ],
)
def test_what_nobody_sees_changes_nothing(text: str, moment: datetime) -> None:
    assert read(text).moment == moment
    assert read(text).doubts == ()


@given(st.integers(1300, 1499), st.integers(1, 12), st.integers(1, 29))
def test_an_iranian_year_in_numbers_is_never_gregorian(year: int, month: int, day: int) -> None:
    for text in (
        f"{year}-{month:02}-{day:02}T10:00:00Z",
        f"{year}/{month}/{day}",
        f"{day}.{month}.{year}",
    ):
        reading = read(text)
        assert reading.calendar is Calendar.IRANIAN
        assert reading.moment is not None
        assert iranian_day(reading.moment.astimezone(TEHRAN)) == (year, month, day)


DAYS = st.dates(date(1925, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("style", DateStyle)
@given(DAYS)
def test_a_day_is_read_as_it_was_written_in_every_style(style: DateStyle, day: date) -> None:
    reading = read(write_day(day, style))
    assert reading.moment is not None
    assert reading.moment.astimezone(TEHRAN).date() == day
    assert {*reading.doubts} <= {Doubt.LUNAR, Doubt.PAST, Doubt.FUTURE}


@pytest.mark.parametrize("style", DateStyle)
def test_every_seventeenth_day_of_175_years_is_read_as_it_was_written(style: DateStyle) -> None:
    first = date(1925, 1, 1).toordinal()
    utc = ZoneInfo("UTC")
    for ordinal in range(first, date(2099, 12, 31).toordinal() + 1, 17):
        day = date.fromordinal(ordinal)
        moment = read(write_day(day, style), utc).moment
        assert moment == datetime(day.year, day.month, day.day, tzinfo=UTC), day


@pytest.mark.parametrize("style", DateStyle)
@given(st.datetimes(datetime(1925, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC)))
def test_a_moment_is_read_as_it_was_written_in_every_style(
    style: DateStyle, when: datetime
) -> None:
    minute = when.replace(second=0, microsecond=0)
    zone = ZoneInfo("Asia/Dushanbe")
    assert read(write_moment(minute, style, zone=zone), zone).moment == minute


@given(st.timedeltas(timedelta(), timedelta(hours=23, minutes=59)))
def test_how_long_ago_is_read_back_within_its_unit(before: timedelta) -> None:
    moment = read(time_ago(NOW - before, now=NOW)).moment
    assert moment is not None
    unit = timedelta(hours=1) if before >= timedelta(hours=1) else timedelta(minutes=1)
    assert timedelta() <= moment - (NOW - before) < unit


@given(
    st.one_of(
        any_text,
        st.lists(
            st.sampled_from([*MONTHS, *WEEKDAYS, *PARTS.split()]),
            max_size=10,
        ).map(" ".join),
    )
)
def test_reading_never_raises_and_always_says_why_there_is_nothing(text: str) -> None:
    reading = read(text)
    assert bool(reading.why) == (reading.moment is None)
    if reading.moment:
        assert reading.moment.tzinfo is UTC
        assert Doubt.IMPOSSIBLE not in reading.doubts


@given(any_text)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(DAYS)
def test_lunar_days_go_there_and_back(day: date) -> None:
    assert day_of_lunar(*lunar_day(day)) == day


@pytest.mark.parametrize(
    ("lunar", "in_iran"),
    [
        ((1444, 10, 1), date(2023, 4, 22)),
        ((1445, 10, 1), date(2024, 4, 10)),
        ((1446, 9, 1), date(2025, 3, 2)),
        ((1446, 10, 1), date(2025, 3, 31)),
        ((1447, 1, 10), date(2025, 7, 6)),
        ((1447, 9, 1), date(2026, 2, 19)),
    ],
)
def test_the_lunar_tables_are_within_a_day_of_irans_calendar(
    lunar: tuple[int, int, int], in_iran: date
) -> None:
    assert abs(day_of_lunar(*lunar) - in_iran) <= timedelta(days=1)


def test_the_lunar_year_has_its_months_of_thirty_and_twenty_nine_days() -> None:
    days = [lunar_day(day_of_lunar(1447, 1, 1) + timedelta(days=ahead)) for ahead in range(354)]
    lengths = Counter(month for _, month, _ in days)
    assert [lengths[month] for month in range(1, 13)] == [30, 29] * 6
    assert {year for year, _, _ in days} == {1447}


@pytest.mark.parametrize("impossible", [(0, 1, 1), (1447, 13, 1), (1447, 1, 31), (1447, 0, 1)])
def test_there_is_no_such_lunar_day(impossible: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="lunar"):
        day_of_lunar(*impossible)


def test_the_lunar_calendar_has_a_beginning() -> None:
    assert lunar_day(day_of_lunar(1, 1, 1)) == (1, 1, 1)
    with pytest.raises(ValueError, match="622"):
        lunar_day(date(622, 7, 18))


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (DateStyle.IRANIAN, "۳ آذر ۱۴۰۵، ۱۱:۳۰"),
        (DateStyle.IRANIAN_NUMBERS, "۱۴۰۵/۰۹/۰۳ ۱۱:۳۰"),
        (DateStyle.DARI, "۳ قوس ۱۴۰۵، ۱۱:۳۰"),
        (DateStyle.GREGORIAN, "۲۴ نوامبر ۲۰۲۶، ۱۱:۳۰"),
        (DateStyle.LUNAR, "۱۳ جمادی‌الثانی ۱۴۴۸، ۱۱:۳۰"),
        (DateStyle.ARABIC, "٢٤ نوفمبر ٢٠٢٦، ١١:٣٠"),
        (DateStyle.LEVANTINE, "٢٤ تشرين الثاني ٢٠٢٦، ١١:٣٠"),
        (DateStyle.TAJIK, "24 ноябри соли 2026, 11:30"),
        (DateStyle.RUSSIAN, "24 ноября 2026, 11:30"),
        (DateStyle.ENGLISH, "24 November 2026, 11:30"),
        (DateStyle.ISO, "2026-11-24T11:30:00+03:30"),
        (DateStyle.RFC, "Tue, 24 Nov 2026 11:30:00 +0330"),
    ],
)
def test_a_moment_is_written_in_each_style(style: DateStyle, shown: str) -> None:
    assert write_moment(datetime(2026, 11, 24, 8, tzinfo=UTC), style, zone=TEHRAN) == shown
