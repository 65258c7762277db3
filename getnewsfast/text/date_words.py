"""The words dates are written with: months of two calendars in five languages, zones, half days.

All are in the folded form of ``dates``: lower case, «ی» for «ي», «ا» for «أ» and «آ».
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Calendar(StrEnum):
    IRANIAN = "iranian"
    GREGORIAN = "gregorian"


# One line a month, January or Farvardin first; spellings side by side.
_GREGORIAN: Final = (
    "january jan ژانویه جنوری ینایر январи январ январь января янв",
    "february feb فوریه فبروری فبرایر شباط феврали феврал февраль февраля фев",
    "march mar مارس مارچ اذار марти март марта мар",
    "april apr اوریل اپریل ابریل نیسان апрели апрел апрель апреля апр",
    "may مه می مای مایو ایار майи май мая",
    "june jun ژوین ژوءن جون یونیو حزیران июни июн июнь июня",
    "july jul ژوییه ژوئیه جولای یولیو تموز июли июл июль июля",
    "august aug اوت اگوست اگست اغسطس اب августи август августа авг",
    "september sep sept سپتامبر سپتمبر سبتمبر ایلول сентябри сентябр сентябрь сентября сен",
    "october oct اکتبر اکتوبر تشرین‌الاول октябри октябр октябрь октября окт",
    "november nov نوامبر نومبر نوفمبر تشرین‌الثانی ноябри ноябр ноябрь ноября ноя",
    "december dec دسامبر دسمبر دیسمبر کانون‌الاول декабри декабр декабрь декабря дек",
)
_LATE_JANUARY: Final = "کانون‌الثانی"

# The second name is Afghanistan's: the same months by the signs of the zodiac.
_IRANIAN: Final = (
    "فروردین حمل",
    "اردیبهشت ثور",
    "خرداد جوزا",
    "تیر سرطان",
    "مرداد امرداد اسد",
    "شهریور سنبله",
    "مهر میزان",
    "ابان عقرب",
    "اذر قوس",
    "دی جدی",
    "بهمن دلو",
    "اسفند حوت",
)


def _months() -> dict[str, tuple[Calendar, int]]:
    table = {_LATE_JANUARY: (Calendar.GREGORIAN, 1)}
    for calendar, months in ((Calendar.GREGORIAN, _GREGORIAN), (Calendar.IRANIAN, _IRANIAN)):
        for number, names in enumerate(months, start=1):
            table |= dict.fromkeys(names.split(), (calendar, number))
    table |= {f"{name}ماه": table[name] for names in _IRANIAN for name in names.split()}
    return {name.replace("\u200c", ""): month for name, month in table.items()}


MONTHS: Final = _months()

# May stand between day, month and year: «۳ آذر ماه سال ۱۴۰۵», "3rd of May", «24 ноябри соли 2026».
LINKS: Final = frozenset({"ماه", "سال", "of", "the", "st", "nd", "rd", "th", "соли", "год", "года"})

# Minutes east of UTC (RFC 822 and the names our sources use). Others say nothing: «IST» is three.
ZONES: Final = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "ut": 0,
    "گرینویچ": 0,
    "irst": 210,
    "irdt": 270,
    "aft": 270,
    "tjt": 300,
    "pkt": 300,
    "uzt": 300,
    "azt": 240,
    "msk": 180,
    "trt": 180,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "wet": 0,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
