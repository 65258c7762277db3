"""What can be doubtful about a date, and why a text gives none."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """Each a reason to look twice; several may stand together."""

    WEEKDAY = "weekday"  # the weekday named is another
    DAY_OR_MONTH = "day-or-month"  # 11/10/2026: read as 11 October
    CENTURY = "century"  # a year of two digits
    NO_YEAR = "no-year"  # the latest such day is taken
    NO_ZONE = "no-zone"  # a time without zone, read in the zone given
    ZONE = "zone"  # a zone that was not in force then, or a name that several zones share
    CLOCK_CHANGE = "clock-change"  # clocks were changed: the time came twice or not at all
    NEXT_MIDNIGHT = "next-midnight"  # 24:00, the first moment of the next day
    LUNAR = "lunar"  # by the tables; the moon may be a day off
    SEVERAL = "several"  # the text names several days; the first is taken
    RELATIVE = "relative"  # counted from now, as exact as the unit said
    ROUGH = "rough"  # «دقایقی پیش»: how many is not said
    FUTURE = "future"  # more than two days ahead
    PAST = "past"  # before 1990: no time of an agency's news
    IMPOSSIBLE = "impossible"  # no such day or time; there is no moment then


class Why(StrEnum):
    """Why there is no moment: an English sentence, to be translated where it is shown."""

    EMPTY = "The text is empty."
    TOO_LONG = "The text is longer than 200 characters: it is no date."
    NO_DAY = "The text names no day."
    NO_SUCH_DAY = "There is no such day in this month."
    NO_SUCH_MONTH = "There is no such month."
    NO_SUCH_TIME = "There is no such time of day."
    OTHER_CALENDAR = "The month is of one calendar, the year of another."
    SHORT_NUMBERS = "A year of two digits among mere numbers could be any of them."
    OUT_OF_RANGE = "The moment lies outside the years 1 to 9999."
