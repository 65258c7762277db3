"""The words dates are written with: months of three calendars, weekdays, and what links them.

All tables are in ordinary spelling and folded here, as ``fold`` folds a text before it is read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from getnewsfast.text.calendars import Calendar
from getnewsfast.text.characters import invisible_table
from getnewsfast.text.digits import to_latin

_FOLD: Final[dict[int, str | int | None]] = {
    **invisible_table(),
    0x200C: "",
    0x200D: "",
    0x640: "",
    0x670: "",
    0x307: "",  # left over from the Turkish «İ» in lower case
    **dict.fromkeys(range(0x64B, 0x660), ""),
    **str.maketrans("يىئېێۍےكأإآٱؤۆةۀەہھڕڵگ", "ییییییی" + "ک" + "اااا" + "وو" + "ههههه" + "رلگ"),
    **str.maketrans("−–—،٫٬∶⁄∕’‘ıёӣӯҳқғҷ", "---,.,://''i" + "еиухкгч"),
}

# A line a month, the first of January or Farvardin first; languages side by side, and in each
# several spellings: a comma stands between names, for some are of two words.
_GREGORIAN: Final = (
    "january, jan, ژانویه, جنوری, يناير, كانون الثاني, جانفي, январ, январь, января, янв, "
    "کانوونی دووەم, yanvar, ocak, یانوار",
    "february, feb, فوریه, فبروری, فبراير, شباط, فيفري, فروری, феврал, февраль, февраля, фев, "
    "شوبات, fevral, şubat, فئورال",
    "march, mar, مارس, مارچ, آذار, март, марта, мар, ئازار, mart, مارت",
    "april, apr, آوریل, اپریل, أبريل, نيسان, أفريل, апрел, апрель, апреля, апр, aprel, nisan, آپرل",
    "may, مه, می, مئی, مايو, أيار, ماي, май, мая, mayıs, ئایار",
    "june, jun, ژوئن, ژوین, جون, يونيو, يونية, حزيران, جوان, июн, июнь, июня, حوزەیران, "
    "iyun, haziran, ایون",
    "july, jul, ژوئیه, ژوییه, ژولای, جولای, جولائی, يوليو, يولية, تموز, جويلية, июл, июль, июля, "
    "تەممووز, iyul, temmuz, ایول",
    "august, aug, اوت, اگوست, آگوست, اگست, أغسطس, آب, август, августа, авг, avqust, ağustos, "
    "آوقوست",
    "september, sep, sept, سپتامبر, سپتمبر, ستمبر, سبتمبر, أيلول, сентябр, сентябрь, сентября, "
    "сен, ئەیلوول, sentyabr, eylül, سنتیابر",
    "october, oct, اکتبر, اکتوبر, تشرين الأول, октябр, октябрь, октября, окт, تشرینی یەکەم, "
    "oktyabr, ekim, اوکتیابر",
    "november, nov, نوامبر, نومبر, نوفمبر, تشرين الثاني, ноябр, ноябрь, ноября, ноя, "
    "تشرینی دووەم, noyabr, kasım, نویابر",
    "december, dec, دسامبر, دسمبر, دیسمبر, كانون الأول, декабр, декабрь, декабря, дек, "
    "کانوونی یەکەم, dekabr, aralık, دکابر",
)
# Iran's names, Afghanistan's (the same months by the signs of the zodiac: Dari, Pashto), the
# Kurdish ones, and Iran's in Tajik and English letters.
_IRANIAN: Final = (
    "فروردین, حمل, وری, خاکەلێوە, фарвардин, farvardin",
    "اردیبهشت, ثور, غویی, گوڵان, урдибихишт, ordibehesht",
    "خرداد, جوزا, غبرګولی, جۆزەردان, хурдод, khordad",
    "تیر, سرطان, چنګاښ, پووشپەڕ, тир, tir",
    "مرداد, امرداد, اسد, زمری, گەلاوێژ, мурдод, mordad",
    "شهریور, سنبله, وږی, خەرمانان, шахривар, shahrivar",
    "مهر, میزان, تله, ڕەزبەر, мехр, mehr",
    "آبان, عقرب, لړم, گەڵاڕێزان, خەزەڵوەر, обон, aban",
    "آذر, قوس, لیندۍ, سەرماوەز, озар, azar",
    "دی, جدی, مرغومی, بەفرانبار, дай, dey",
    "بهمن, دلو, سلواغه, سلواغې, ڕێبەندان, бахман, bahman",
    "اسفند, حوت, کب, ڕەشەمێ, исфанд, esfand",
)
_LUNAR: Final = (
    "محرم, محرم الحرام, мухаррам, muharram, muharrem",
    "صفر, صفر المظفر, сафар, safar",
    "ربیع الاول, ربیع الأول, rabi al awwal, rabi ul awwal, rebiülevvel",
    "ربیع الثانی, ربیع الآخر, rabi al thani, rabi al akhir, rabi us sani",
    "جمادی الاول, جمادی الأولى, جمادی‌الاولی, jumada al awwal, jumada al ula",
    "جمادی الثانی, جمادی الثانیه, جمادی الثانية, جمادی الآخر, جمادی الآخرة, جمادی الاخری, "
    "jumada al thani, jumada al thaniyah, jumada al akhirah",
    "رجب, رجب المرجب, раджаб, rajab",
    "شعبان, شعبان المعظم, шаъбон, shaban",
    "رمضان, رمضان المبارک, рамазон, ramadan, ramazan",
    "شوال, شوال المکرم, шаввол, shawwal",
    "ذوالقعده, ذیقعده, ذی القعده, ذو القعدة, ذي القعدة, зулкаъда, dhu al qadah, dhul qadah",
    "ذوالحجه, ذیحجه, ذی الحجه, ذو الحجة, ذي الحجة, зулхичча, dhu al hijjah, dhul hijjah",
)
# As date.weekday() counts: Monday first. «Душанбе» is not here: a report names the city so.
_WEEKDAYS: Final = (
    "دوشنبه, الاثنين, понедельник, пн, monday, mon, دووشەممە, pazartesi",
    "سه‌شنبه, الثلاثاء, сешанбе, вторник, вт, tuesday, tue, tues, سێشەممە, salı",
    "چهارشنبه, الأربعاء, чоршанбе, среда, ср, wednesday, wed, چوارشەممە, çarşamba",
    "پنجشنبه, الخميس, панчшанбе, четверг, чт, thursday, thu, thur, thurs, پێنجشەممە, جمعرات, "
    "perşembe",
    "جمعه, الجمعة, чумъа, пятница, пт, friday, fri, هەینی, cuma",
    "شنبه, السبت, шанбе, суббота, сб, saturday, sat, شەممە, cumartesi",
    "یکشنبه, الأحد, якшанбе, воскресенье, вс, sunday, sun, یەکشەممە",
)
# May stand between day, month and year: «۳ آذر ماه سال ۱۴۰۵», "3rd of May", «24 ноябри соли 2026»,
# «د ۱۴۰۵ کال د لیندۍ ۳».
_LINKS: Final = (
    "ماه, سال, مورخ, of, the, st, nd, rd, th, соли, год, года, го, уми, ум, мохи, من, شهر, سنة, "
    "عام, د, کال, ی, ام, ماهی"
)
# As prose counts days: «سوم آذر», «بیست و چهارم نوامبر».
_ORDINALS: Final = (
    "یکم اول, دوم, سوم, چهارم, پنجم, ششم, هفتم, هشتم, نهم, دهم, یازدهم, دوازدهم, سیزدهم, چهاردهم, "
    "پانزدهم, شانزدهم, هفدهم, هجدهم, نوزدهم, بیستم"
)


def fold(text: str) -> str:
    """What is read: Latin digits, lower case, one form of each letter, two-word names joined.

    «جمادی‌الثانی» and «جمادى الثاني» become the same word; the half-space goes.
    """
    plain = " ".join(_fold_letters(text).split())
    return _TWO_WORDS.sub(_join, _SPLIT_WEEKDAY.sub(r"\1شنبه", plain))


def _fold_letters(text: str) -> str:
    return to_latin(unicodedata.normalize("NFKC", text).casefold().translate(_FOLD))


def _names(line: str) -> list[str]:
    return [_fold_letters(name) for name in line.split(", ")]


def _months() -> dict[str, tuple[Calendar, int]]:
    table: dict[str, tuple[Calendar, int]] = {}
    calendars = {
        Calendar.GREGORIAN: _GREGORIAN, Calendar.IRANIAN: _IRANIAN, Calendar.LUNAR: _LUNAR,
    }  # fmt: skip
    for calendar, months in calendars.items():
        for number, line in enumerate(months, start=1):
            for form in _month_forms(line):
                table.setdefault(form, (calendar, number))
    return table


def _month_forms(line: str) -> list[str]:
    forms = []
    for name in _names(line):
        # Tajik and Kurdish link the year to the month by a vowel: «24 ноябри 2026».
        tail = "ی" if name[0] > "\u05ff" else "и"
        forms += [name, name + tail, f"{name}ماه"]
    return [form.replace(" ", "") for form in forms]


MONTHS: Final = _months()
WEEKDAYS: Final = {
    name: number for number, line in enumerate(_WEEKDAYS) for name in _names(line)
}  # fmt: skip
LINKS: Final = frozenset(_names(_LINKS))
ORDINALS: Final = {
    word: number
    for number, names in enumerate(_names(_ORDINALS), start=1)
    for word in names.split()
} | {"سیام": 30}

_SPLIT_WEEKDAY: Final = re.compile(r"\b(یک|دو|سه|چهار|پنج) شنبه\b")
_TWO_WORDS: Final = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(
            (
                name.replace(" ", "[ '-]{1,2}")
                for line in (*_GREGORIAN, *_LUNAR)
                for name in _names(line)
                if " " in name
            ),
            reverse=True,
        )
    )
    + r")(?!\d)"
)


def _join(match: re.Match[str]) -> str:
    return re.sub(r"[ '-]", "", match.group())
