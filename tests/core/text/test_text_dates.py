"""A date is read in either calendar, any digits, five languages, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.dates import read_date
from tests.core.text.text_samples import any_text

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEHRAN = ZoneInfo("Asia/Tehran")
MOMENT = datetime(2026, 11, 24, 8, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)


def read(text: str, zone: ZoneInfo = TEHRAN) -> datetime | None:
    return read_date(text, now=NOW, zone=zone)


@pytest.mark.parametrize(
    "text",
    [
        "Tue, 24 Nov 2026 11:30:00 +0330",
        "Tue, 24 Nov 2026 11:30:00 IRST",
        "Tue, 24 Nov 2026 11:30:00 GMT+0330",
        "Tue, 24 Nov 2026 11:30:00 GMT+03:30",
        "Tue, 24 Nov 2026 11:30:00",
        "Tue, 24 Nov 2026 08:00:00 GMT",
        "Tue, 24 Nov 2026 08:00:00 +0000 (UTC)",
        "Mon, 24 Nov 2026 8:0 GMT",
        "tue, 24 nov 26 08:00:00 gmt",
        "Tuesday, November 24th, 2026 03:00:00 EST",
        "Tue Nov 24 11:30:00 +0330 2026",
        "Tue Nov 24 11:30:00 IRST 2026",
        "24-Nov-2026 11:30 AM",
        "Tue, ٢٤ Nov ٢٠٢٦ ٠٨:٠٠:٠٠ GMT",
        "2026-11-24T08:00:00Z",
        "2026-11-24T11:30:00.0000000+03:30",
        "2026-11-24T11:30:00.00+3:30",
        "2026-11-24 11:30:00+0330",
        "2026-11-24T03:00-05",
        "2026-11-24 11:30",
        "2026/11/24 11:30:00 AM",
        "20261124T080000Z",
        "۲۰۲۶-۱۱-۲۴ ۱۱:۳۰:۰۰",
        "24.11.2026 11:30",
        "11/24/2026 11:30:00 am",
        "1405/09/03 11:30:00",
        "1405-09-03T11:30:00+03:30",
        "۱۴۰۵/۰۹/۰۳ - ۱۱:۳۰",
        "۱۱:۳۰ - ۱۴۰۵/۰۹/۰۳",
        "11:30 -1405/9/3",
        "۰۳/۰۹/۱۴۰۵ ۱۱:۳۰",
        "١٤٠٥/٠٩/٠٣، ١١:٣٠",
        "سه‌شنبه ۳ آذر ۱۴۰۵ - ۱۱:۳۰",
        "سه شنبه، 3 آذرماه سال 1405 ساعت 11:30",
        "تاریخ انتشار: ۱۱:۳۰ - ۰۳ آذر ۱۴۰۵",
        "3 آذر 1405 - 11:30:00 ق.ظ",
        "۳ قوس ۱۴۰۵، ۱۱:۳۰ صبح",
        "خبرگزاری مهر | ۳ آذر ۱۴۰۵ ۱۱:۳۰",
        "۳ آذر ۱۴۰۵ / 24 November 2026 - 11:30",
        "۲۴ نوامبر ۲۰۲۶ ۰۸:۰۰ گرینویچ",
        "24 ноябри соли 2026, 11:30",
        "24 ноября 2026 11:00 MSK",
    ],
)
def test_the_same_moment_is_read_from_all_its_forms(text: str) -> None:
    assert read(text) == MOMENT


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24",
        "24 November 2026",
        "Nov 24, 2026",
        "۳ آذر ۱۴۰۵",
        "۳ آذر ۰۵",
        "۳/۹/۱۴۰۵",
        "٢٤ نوفمبر ٢٠٢٦",
        "24 تشرين الثاني 2026",
        "24 نومبر 2026",
        "24 ноябри 2026",
        "24 ноя 2026",
    ],
)
def test_a_day_without_time_is_its_midnight_in_the_sources_zone(text: str) -> None:
    assert read(text) == MIDNIGHT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 تير 1399 - 12:09:08 ب.ظ", datetime(2020, 6, 22, 7, 39, 8, tzinfo=UTC)),
        ("2 تير 1399 - 02:09:08 ب.ظ", datetime(2020, 6, 22, 9, 39, 8, tzinfo=UTC)),
        ("2 تير 1399 - 12:09:08 ق.ظ", datetime(2020, 6, 21, 19, 39, 8, tzinfo=UTC)),
        ("2 تير 1399 - 15:09 بعدازظهر", datetime(2020, 6, 22, 10, 39, tzinfo=UTC)),
        ("۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹", datetime(2020, 5, 10, 14, 29, tzinfo=UTC)),
        ("2014-07-09T01:14:00.00+3:30", datetime(2014, 7, 8, 21, 44, tzinfo=UTC)),
        ("۵ ژانویه ۲۰۲۰ ۱۲:۰۰", datetime(2020, 1, 5, 8, 30, tzinfo=UTC)),
        ("۱۲ ژوئیهٔ ۲۰۲۰ ۱۲:۰۰", datetime(2020, 7, 12, 7, 30, tzinfo=UTC)),
        ("۶ فوریه ۲۰۲۰ ۱۲:۰۰", datetime(2020, 2, 6, 8, 30, tzinfo=UTC)),
        ("Sat, 01 Jan 2000 00:00:00 PST", datetime(2000, 1, 1, 8, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 07:59:60 GMT", datetime(2026, 11, 24, 7, 59, 59, tzinfo=UTC)),
        ("11/10/2026 08:00", datetime(2026, 10, 11, 4, 30, tzinfo=UTC)),
        ("۳۰ اسفند ۱۴۰۳ ۱۲:۰۰", datetime(2025, 3, 20, 8, 30, tzinfo=UTC)),
        ("۱ فروردین ۱۴۰۴ ۱۲:۰۰", datetime(2025, 3, 21, 8, 30, tzinfo=UTC)),
    ],
)
def test_other_moments_are_read_too(text: str, expected: datetime) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "year"), [("1404-11-07T00:00:00Z", 2026), ("1300/01/01", None), ("1404/12/29", 2026)]
)
def test_a_jalali_year_is_never_gregorian(text: str, year: int | None) -> None:
    found = read(text)
    assert (found.year if found else None) == year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "امروز",
        "۰/۰۰/۰۰",
        "۰/۰۰/۰۰ - ۰۰:۰۰",
        "1795507200",
        "1795507200000",
        "11:30",
        "۳ آذر",
        "3 آذر 2026",
        "24 November 1405",
        "November 7, 1404",
        "۱۲ جمادی الثانی ۱۴۴۸",
        "1448/06/14",
        "Tue, 32 Nov 2026 08:00:00 GMT",
        "Mon, 23 Nov 2026 24:00:00 GMT",
        "Mon, 23 Nov 2026 08:60:00 GMT",
        "Mon, 23 Nov 2026 08:00:61 GMT",
        "2026-02-30",
        "2026-13-01",
        "۳۱ مهر ۱۴۰۵",
        "۳۰ اسفند ۱۴۰۴",
        "1405/13/01",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 -1200",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "31 Dec 1989 12:00 GMT",
        "Tue, 24 Nov 2099 08:00:00 GMT",
        "2026-11-26T12:00:01Z",
        "10 آذر 1405",
    ],
)
def test_what_cannot_be_the_time_of_a_text_is_no_date(text: str) -> None:
    assert read(text) is None


def test_a_date_may_be_two_days_ahead() -> None:
    assert read("2026-11-26T12:00:00Z") == NOW + timedelta(days=2)


def test_a_time_without_zone_is_in_the_sources() -> None:
    dushanbe = ZoneInfo("Asia/Dushanbe")
    assert read("24 ноябри 2026 13:00", dushanbe) == MOMENT
    assert read("2026-11-24T08:00:00Z", dushanbe) == MOMENT


def test_summer_time_of_past_years_is_known() -> None:
    assert read("۱ تیر ۱۴۰۰ ۱۲:۰۰") == datetime(2021, 6, 22, 7, 30, tzinfo=UTC)
    assert read("۱ تیر ۱۴۰۲ ۱۲:۰۰") == datetime(2023, 6, 22, 8, 30, tzinfo=UTC)


def test_a_long_text_is_not_even_looked_at() -> None:
    assert read("2026-11-24T08:00:00Z" + " " * 180) == MOMENT
    assert read("2026-11-24T08:00:00Z" + " " * 181) is None


DATE_PARTS = (
    "۱۴۰۵ 1405 2026 26 3 ۰۳ 24 9 11 99999999999 0 / - . : , ، آذر مهر nov november ноябри "
    "11:30 24:00 +03:30 +9999 -05 GMT IRST z t ب.ظ pm ساعت th"
)


@given(
    st.one_of(
        any_text,
        st.lists(st.sampled_from([*DATE_PARTS.split(), " ", "  "]), max_size=12).map("".join),
        st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)).map(str),
    )
)
def test_reading_never_raises_and_never_believes_the_impossible(text: str) -> None:
    found = read(text)
    if found is not None:
        assert found.tzinfo is UTC
        assert datetime(1990, 1, 1, tzinfo=UTC) <= found <= NOW + timedelta(days=2)
