"""Moments counted from now: «۳ ساعت پیش», «دیروز», "5 minutes ago", «منذ ساعتين»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from getnewsfast.text.date_doubts import Doubt
from getnewsfast.text.date_words import LINKS, WEEKDAYS, fold


@dataclass(frozen=True, slots=True)
class Counted:
    """A moment, or only a ``day`` of the reader's zone."""

    moment: datetime | None
    day: date | None
    doubts: tuple[Doubt, ...]


_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR

# Folded below. Of each unit its length in seconds, what «a few» of it is taken for, its words.
_UNITS: Final = (
    (1, 0, "ثانیه لحظه ثانية ثوان ثواني لحظات second seconds sec secs сония секунд секунды saniye"),
    (
        _MINUTE,
        5,
        "دقیقه دقايق دقائق دقيقة minute minutes min mins дакика минут минуты минуту dakika منٹ "
        "خولک دەقیقە خولەک dəqiqə",
    ),
    (
        _HOUR,
        3,
        "ساعت ساعة ساعات ساعتونه ساعته hour hours hr hrs соат часа час часов saat "
        "گھنٹے گھنٹہ کاتژمێر",
    ),
    (_DAY, 3, "روز یوم يوم أيام day days руз день дня дней gün دن ورځې ڕۆژ"),
    (7 * _DAY, 3, "هفته أسبوع أسابيع week weeks хафта неделю недели недель hafta ہفتے"),
    (round(30.44 * _DAY), 3, "ماه شهر أشهر شهور month months мох месяц месяца месяцев ay مہینے"),
    (round(365.25 * _DAY), 3, "سال سنة سنوات عام أعوام year years сол год года лет yıl"),
)
_DUALS: Final = "ثانيتين دقيقتين ساعتين يومين أسبوعين شهرين سنتين"
_COUNTS: Final = (
    "یک a an one واحد як один",
    "دو two du ду два две",
    "سه three се три",
    "چهار four чор четыре",
    "پنج five панч пять",
    "شش six шаш шесть",
    "هفت seven хафт семь",
    "هشت eight хашт восемь",
    "نه nine нух девять",
    "ده ten дах десять",
)
_AGO: Final = "پیش قبل ago пеш назад önce əvvəl پہلے مخکې وړاندې لەمەوبەر"
_AHEAD: Final = "دیگر later"
_SINCE: Final = "منذ قبل پێش"
_IN: Final = "in через"
_VAGUE: Final = {
    1: "لحظاتی لحظه‌ای لحظاتي لحظات ثواني",
    _MINUTE: "دقایقی دقائق",
    _HOUR: "ساعاتی ساعات",
    _DAY: "روزهایی أيام",
}
_NOW: Final = (
    "همین حالا, همین الان, هم‌اکنون, اکنون, just now, now, right now, الآن, منذ قليل, قبل قليل, "
    "только что, хозир, şimdi, ابھی"
)
_DAYS: Final = {
    -2: "پریروز, دو روز پیش, позавчера, парируз",
    -1: "دیروز, yesterday, أمس, امس, دیشب, вчера, дируз, dün, dünən, پرون, دوێنێ",
    0: "امروز, today, اليوم, امشب, сегодня, имруз, bugün, bu gün, نن, ئەمڕۆ",
    1: "فردا, tomorrow, غدا, завтра, фардо, yarın, sabah, سبا",
    2: "پس‌فردا, پس فردا, послезавтра",
}


def _words(*lines: str) -> list[str]:
    return [fold(word) for line in lines for word in line.split()]


def _either(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_UNIT_OF: Final = {word: unit for *unit, line in _UNITS for word in _words(line)}
_DUAL_OF: Final = dict(zip(_words(_DUALS), _UNITS, strict=True))
_COUNT_OF: Final = {
    word: number for number, line in enumerate(_COUNTS, start=1) for word in _words(line)
}
_VAGUE_OF: Final = {word: unit for unit, line in _VAGUE.items() for word in _words(line)}
_DAY_OF: Final = {fold(name): days for days, line in _DAYS.items() for name in line.split(", ")}
_NOW_WORDS: Final = frozenset(fold(name) for name in _NOW.split(", "))

_AMOUNT: Final = rf"(?P<count>\d{{1,4}}|نیم|half an?|{_either([*_COUNT_OF])})"
_UNIT: Final = rf"(?P<unit>{_either([*_UNIT_OF])})"
# «سه ساعت پیش از» is «three hours before».
_COUNTED: Final = re.compile(
    rf"(?<!\w){_AMOUNT} ?{_UNIT} (?:(?P<ago>{_either(_words(_AGO))})"
    rf"|(?P<ahead>{_either(_words(_AHEAD))}))\b(?! از\b)"
)
_SINCE_COUNTED: Final = re.compile(
    rf"\b(?:{_either(_words(_SINCE))}|(?P<ahead>{_either(_words(_IN))})) "
    rf"(?:(?P<dual>{_either([*_DUAL_OF])})|(?:{_AMOUNT} )?{_UNIT})\b"
)
_VAGUELY: Final = re.compile(
    rf"\b(?P<vague>{_either([*_VAGUE_OF])}) (?:پیش|قبل)\b(?! از\b)"
    rf"|\b(?:منذ|قبل) (?P<arabic>{_either([*_VAGUE_OF])})\b"
    r"|\b(?:a )?few (?P<few>seconds|minutes|hours|days|weeks) ago\b"
)
_TOKEN: Final = re.compile(r"[^\W_]+")
_TIME_WORDS: Final = frozenset(_words("ساعت at соати в الساعة saat روز"))


def find_counted(text: str, *, now: datetime) -> Counted | None:
    """The moment a folded text without its time counts from ``now``, in the reader's zone.

    Minutes and hours give a moment, longer units a day. None where nothing is counted.
    """
    if match := _VAGUELY.search(text):
        return _few(match, now)
    match = _COUNTED.search(text) or _SINCE_COUNTED.search(text)
    if match:
        return _exactly(match, now)
    bare = " ".join(
        word
        for word in _TOKEN.findall(text)
        if word not in LINKS and word not in WEEKDAYS and word not in _TIME_WORDS
    )
    if bare in _NOW_WORDS:
        return Counted(now, None, (Doubt.RELATIVE,))
    if bare in _DAY_OF:
        return Counted(None, now.date() + timedelta(days=_DAY_OF[bare]), (Doubt.RELATIVE,))
    return None


def _few(match: re.Match[str], now: datetime) -> Counted | None:
    word = match["few"] or ""
    seconds, few = _UNIT_OF[word] if word else (_VAGUE_OF[match["vague"] or match["arabic"]], 0)
    few = few or next(few for length, few, _ in _UNITS if length == seconds)
    return _count(now, -seconds * few, seconds, (Doubt.RELATIVE, Doubt.ROUGH))


def _exactly(match: re.Match[str], now: datetime) -> Counted | None:
    parts = match.groupdict()
    if parts.get("dual"):
        seconds, amount = _DUAL_OF[parts["dual"]][0], 2.0
    else:
        seconds, amount = _UNIT_OF[parts["unit"]][0], _amount(parts["count"] or "1")
    sign = 1 if parts.get("ahead") else -1
    return _count(now, sign * amount * seconds, seconds, (Doubt.RELATIVE,))


def _amount(word: str) -> float:
    if word.isdecimal():
        return float(word)
    return float(_COUNT_OF.get(word, 0.5))


def _count(now: datetime, seconds: float, unit: int, doubts: tuple[Doubt, ...]) -> Counted | None:
    try:
        moment = now + timedelta(seconds=seconds)
    except OverflowError:
        return None
    if unit < _DAY:
        return Counted(moment, None, doubts)
    return Counted(None, moment.date(), doubts)
