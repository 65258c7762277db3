"""Lines and ends of lines that are no text: end marks, codes, reporters, buttons, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from getnewsfast.text.agencies import find_agency, name_pattern
from getnewsfast.text.credits import Finding, Kind

LONGEST_LINE: Final = 220
LONGEST_END: Final = 80
_NAME: Final = name_pattern()
_INITIALS: Final = r"(?:[^\W\d_]{1,2}(?:[ .]{1,2}[^\W\d_]{1,2}){0,3}\.?)"
_CODES: Final = rf"(?:\d{{1,8}}|{_INITIALS})(?:[\s/*.،_–-]+(?:\d{{1,8}}|{_INITIALS})){{0,5}}"
_END_WORDS: Final = (
    r"(?:(?:انتهای|انتهاى|پایان)\s+(?:پیام|خبر|گزارش|مطلب|متن|گفت و ?گو|گفت ?و ?گو)|"
    r"انتهی|конец сообщения|поёни хабар|end of (?:message|item))"
)
_END_MARK: Final = re.compile(
    rf"[\s/*.\\]*{_END_WORDS}(?:[\s/:.*\\_–-]*(?P<code>{_CODES})?[\s/:.*\\_–-]*)", re.IGNORECASE
)
# «… خواهد شد. انتهای پیام/»: the mark follows a sentence's end, or a stroke.
_END_OF_LINE: Final = re.compile(
    rf"(?:(?<=[.!؟?»…:)\]])|(?<=\s/)|(?=/))[\s/*\\]*{_END_WORDS}"
    rf"(?:[\s/:.*\\_–-]*(?P<code>{_CODES})?[\s/:.*\\_–-]*)$",
    re.IGNORECASE,
)
_CREDIT_END: Final = re.compile(
    rf"(?<=[.!؟?»…])\s*(?:\(\s*(?P<agency>{_NAME})\s*\)|[/*]\s*(?P<bare>{_NAME}))\s*[/.]?\s*$"
)
_CODE_END: Final = re.compile(
    r"(?<=[.!؟?»…])(?:\s*[/*]+\s*(?P<code>\d{2,8}|[^\W\d_]\.\s?[^\W\d_](?:\s*/\s*\d{2,8})?)"
    r"|(?P<glued>\d{3,6}\s*[/*]+(?:\s*\d{2,6})?))[\s/*]*$"
)
_SOURCE_END: Final = re.compile(
    rf"(?<=[.!؟?»…])\s*\(?(?:منبع|المصدر|سرچاوه|source|манбаъ|источник)\s*:\s*"
    rf"(?P<agency>{_NAME})\s*\)?[.]?\s*$"
)
_PERSON: Final = r"(?:[^\W\d_][^\s\d:،؛,;.!؟?«»/*()]*)"
_PEOPLE: Final = rf"{_PERSON}(?:[ ]+{_PERSON}){{0,4}}"


@dataclass(frozen=True, slots=True)
class _Line:
    """A whole line's pattern. One that is ``edge`` counts only at the text's ends."""

    kind: Kind
    pattern: re.Pattern[str]
    fact: str = ""
    edge: bool = False


def _line(kind: Kind, pattern: str, fact: str = "", *, edge: bool = False) -> _Line:
    return _Line(kind, re.compile(rf"\W*(?:{pattern})\W*", re.IGNORECASE), fact, edge)


_SHARE: Final = (
    r"(?:ارسال به دوستان|ارسال برای دوستان|فرستادن به دوستان|نسخه چاپی|نسخه قابل چاپ|چاپ خبر|پرینت|"
    r"ذخیره خبر|گزارش خطا|(?:به )?اشتراک ?گذاری(?: (?:خبر|مطلب|این (?:خبر|مطلب)))?|"
    r"(?:این (?:خبر|مطلب) را )?به اشتراک بگذارید|کپی لینک|share(?: this(?: article| story)?)?|"
    r"print(?: this)?|copy link|مشارکه|طباعه|ارسل لصدیق|нусхаи чопӣ|мубодила|"
    r"поделиться|распечатать|بلاوکردنه ?وه|paylaş|yazdır)"
)
_NETWORK: Final = (
    r"(?:تلگرام|واتس ?اپ|توییتر|فیس ?بوک|لینکدین|اینستاگرام|ایتا|بله|سروش|روبیکا|چاپ|ذخیره|"
    r"ایمیل|telegram|whatsapp|"
    r"facebook|twitter|linkedin|e-?mail)"
)
_COMMENTS: Final = (
    r"(?:نظر(?:ات)?(?: (?:کاربران|بینندگان|خوانندگان|شما))?|نظر شما(?: چیست)?|ارسال نظر|نظر بدهید|"
    r"نظر خود را بنویسید|دیدگاه(?: ?ها)?|ثبت دیدگاه|دیدگاه خود را بنویسید|comments?|"
    r"leave a comment|"
    r"post a comment|التعلیقات|اترک تعلیقا|шарҳҳо|комментарии|yorumlar|بۆچوونه ?کان)"
)
_RELATED: Final = (
    r"(?:بیشتر بخوانید|بیشتر بدانید|بیشتر ببینید|همچنین بخوانید|این را هم بخوانید|بخوانید|"
    r"مطالب مرتبط|"
    r"اخبار مرتبط|خبرهای مرتبط|مطالب پیشنهادی|پیشنهاد سردبیر|read (?:more|also)|also read|related|"
    r"see also|اقرا (?:ایضا|المزید)|اخبار ذات صله|бештар хонед|читайте также|ayrıca okuyun|"
    r"زیاتر بخوینه ?وه)"
)
_CODE_WORDS: Final = (
    r"(?:کد|شناسه|شماره)\s?(?:خبر|مطلب|صفحه)|news (?:id|code|number)|رقم الخبر|رمز الخبر|"
    r"کۆدی هه ?وال|"
    r"рамзи хабар|код новости|haber (?:kodu|no)"
)
_LINK_WORDS: Final = (
    r"(?:لینک|نشانی|پیوند|آدرس) (?:کوتاه|خبر|کوتاه (?:خبر|مطلب))|short ?(?:link|url)|"
    r"الرابط المختصر|"
    r"الرابط القصیر|пайванди кӯтоҳ|короткая ссылка"
)
_PUBLISHED_WORDS: Final = (
    r"(?:تاریخ|زمان|ساعت) (?:انتشار|درج|ارسال|مخابره)(?: خبر)?|منتشر ?شده در|"
    r"(?:آخرین )?(?:به ?روز ?رسانی|ویرایش)|published(?: on| at)?|(?:last )?updated|تاریخ النشر|"
    r"санаи нашр|"
    r"опубликовано|yayınlanma tarihi"
)
_RIGHTS: Final = (
    r"(?:باز ?نشر|نقل|استفاده از|انتشار|کپی(?: ?برداری)?(?: از)?|برداشت(?: از)?|درج)\s"
    r"(?:از\s)?(?:تمام |کلیه |همه |این |محتوای )*(?:مطالب|مطلب|اخبار|خبر|محتوا|عکس ?ها|"
    r"گزارش ?ها|گزارش)\b"
    r"[^.!؟\n]{0,90}(?:منبع|بلامانع|مجاز|ممنوع|پیگرد)[^.!؟\n]{0,60}|"
    r"(?:تمامی|کلیه|همه|تمام)(?:ی)? (?:حقوق|حق)[^.!؟\n]{0,70}(?:محفوظ|متعلق)[^.!؟\n]{0,30}|"
    r"(?:©|copyright\s*(?:©|\(c\)|\d{4}))[^\n]{0,100}|all rights reserved[^\n]{0,60}|"
    r"(?:جمیع|کافه) الحقوق محفوظه[^\n]{0,60}|ҳамаи ҳуқуқҳо ҳифз[^\n]{0,60}|"
    r"все права защищены[^\n]{0,60}"
)
_REPOSTED: Final = (
    r"این (?:مطلب|خبر|گزارش|یادداشت) (?:(?:عینا|صرفا|بدون تغییر) )?(?:از|"
    r"به نقل از) (?P<value>[^.!؟\n]{2,50}?) "
    r"(?:بازنشر|منتشر|نقل|برداشته)(?: ?شده(?: ?است)?)?|"
    r"بازنشر (?:از|به نقل از) (?P<other>[^.!؟\n]{2,40})"
)
_REPORTER_WORDS: Final = (
    r"خبرنگار(?:ان)?|گزارشگر|گزارش از|گزارش|گفت ?و ?گو از|تهیه و تنظیم|تنظیم(?: از)?|نویسنده|"
    r"مترجم|ترجمه|دبیر|"
    r"انتشار ?دهنده|reporter|reporting by|written by|المراسل|خبرنیار|هه ?والنیر|хабарнигор|"
    r"корреспондент|muhabir"
)
_LINES: Final = (
    _line(Kind.END_MARK, rf"{_END_MARK.pattern}", "reporter_code"),
    _line(
        Kind.CODE,
        rf"(?:{_CODE_WORDS})\s*[:؛]?\s*(?P<value>[\w-]{{0,20}}\d[\w-]{{0,20}})",
        "news_code",
    ),
    _line(Kind.CODE, r"کد\s?خبرنگار\s*:?\s*(?P<value>\d{2,8})", "reporter_code"),
    _line(Kind.BOILERPLATE, rf"(?:{_LINK_WORDS})\s*:?\s*\S{{0,120}}"),
    _line(
        Kind.PUBLISHED,
        rf"(?:{_PUBLISHED_WORDS})\s*:\s*(?P<value>[^\n]{{0,60}}\d[^\n]{{0,30}}?)",
        "published_note",
    ),
    _line(Kind.BOILERPLATE, rf"{_SHARE}(?:\s*[|/:،,·•-]?\s+(?:{_SHARE}|{_NETWORK})){{0,8}}\s*:?"),
    # Each of these is an answer or a heading too, where text follows.
    _line(Kind.BOILERPLATE, rf"{_NETWORK}(?:\s*[|/،,·•-]?\s+{_NETWORK}){{1,8}}", edge=True),
    _line(
        Kind.BOILERPLATE,
        rf"(?:\(?\d{{1,4}}\)?\s+)?{_COMMENTS}\s*:?\s*(?:\(?\d{{1,4}}\)?)?",
        edge=True,
    ),
    _line(Kind.BOILERPLATE, rf"{_RELATED}\s*(?:[:؛»←>]\s*[^\n]{{0,160}})?"),
    _line(Kind.BOILERPLATE, r"(?:تعداد )?بازدید(?:ها)?\s*:\s*\d[\d,٬]*|views\s*:?\s*\d[\d,]*"),
    _line(
        Kind.BOILERPLATE,
        r"(?:بر ?چسب|کلید ?واژه|کلمات کلیدی|tags?|الوسوم|барчасбҳо)(?: ?ها)?\s*:[^\n]{0,180}",
    ),
    _line(Kind.REPOST, _REPOSTED, "repost_of"),
    _line(Kind.BOILERPLATE, _RIGHTS),
    _line(
        Kind.REPORTER,
        rf"(?:{_REPORTER_WORDS})\s*[:؛]\s*(?P<value>{_PEOPLE})"
        rf"(?:[\s*/|،-]+(?:{_REPORTER_WORDS})\s*:\s*{_PEOPLE}){{0,3}}",
        "reporter",
        edge=True,
    ),
    _line(Kind.REPORTER, r"(?:کد )?خبرنگار\s*:?\s*(?P<value>\d{2,8})", "reporter_code", edge=True),
    _line(
        Kind.BOILERPLATE,
        rf"(?:عکس|عکاس|تصاویر|photo(?:s)?(?: by)?|تصویر|аксҳо?|фото)\s*[:/]\s*{_PEOPLE}",
        edge=True,
    ),
    _line(
        Kind.REPOST,
        r"(?:منبع(?: خبر)?|به نقل از|بر ?گرفته از|المصدر|source|manba|манбаъ|источник|سه ?رچاوه|"
        r"kaynak)"
        r"\s*:\s*(?P<value>[^\n:.!؟]{2,50})",
        "repost_of",
        edge=True,
    ),
    _line(Kind.CREDIT, rf"\(?\s*(?P<value>{_NAME})\s*\)?", "agency_name", edge=True),
    _line(
        Kind.CODE,
        r"(?!\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W*$|(?:1[349]|20)\d\d\W*$)(?P<value>\d{2,8}(?:[\s/*._–-]+\d{1,8}){0,5})",
        "reporter_code",
        edge=True,
    ),
    _line(
        Kind.CODE,
        rf"(?P<value>{_INITIALS}(?:[\s/*]*[/*][\s/*]*(?:\d{{1,8}}|{_INITIALS})){{1,4}})",
        "reporter_code",
        edge=True,
    ),
)


def read_line(text: str, folded: str, *, start: int, end: int, at_edge: bool) -> Finding | None:
    """What a whole line is, where it is no text; None where it may be text.

    ``at_edge`` says that only such lines stand between it and the text's begin or end: «خبرنگار:
    مینا راد» counts there, «نظرات» and «کد خبر: ۱۲۳» anywhere.
    """
    if end - start > LONGEST_LINE:
        return None
    for line in _LINES:
        found = line.pattern.fullmatch(folded, start, end) if at_edge or not line.edge else None
        if found is not None:
            return Finding(line.kind, start, end, _facts(text, folded, found, line=line))
    return None


def _facts(text: str, folded: str, found: re.Match[str], *, line: _Line) -> dict[str, str]:
    groups = found.re.groupindex
    name = next((g for g in ("value", "code", "other") if g in groups and found[g]), "")
    if not name or not line.fact:
        return {}
    start, end = found.span(name)
    # Codes are compared, so their digits are Latin; names stay as written.
    source = folded if line.kind in {Kind.CODE, Kind.END_MARK} else text
    value = " ".join(source[start:end].strip(" \t*/.:-–—\"'«»").split())
    if line.fact == "agency_name":
        agency = find_agency(value)
        return {"agency_name": value, "agency": agency.key if agency else ""}
    return {line.fact: value} if value else {}


def find_line_end(text: str, folded: str, *, start: int, end: int, is_last: bool) -> Finding | None:
    """What stands after a line's last sentence: «انتهای پیام/ ۴۱»; on the last line «(ایسنا)»."""
    first = max(start, end - LONGEST_END)
    tail, words = folded[first:end], text[first:end]
    marked = _END_OF_LINE.search(tail)
    if marked and first + marked.start() > start:
        facts = {"reporter_code": marked["code"].strip(" ./*-")} if marked["code"] else {}
        return Finding(Kind.END_MARK, first + marked.start(), end, facts)
    return _find_last_words(words, tail, first=first, end=end) if is_last else None


def _find_last_words(words: str, tail: str, *, first: int, end: int) -> Finding | None:
    found = _CREDIT_END.search(tail)
    if found is not None:
        start, stop = found.span("agency" if found["agency"] else "bare")
        name = words[start:stop].strip(" \"'«»*")
        agency = find_agency(name)
        facts = {"agency": agency.key if agency else "", "agency_name": name}
        return Finding(Kind.CREDIT, first + found.start(), end, facts)
    found = _SOURCE_END.search(tail)
    if found is not None:
        name = words[slice(*found.span("agency"))].strip(" \"'«»*")
        return Finding(Kind.REPOST, first + found.start(), end, {"repost_of": name})
    found = _CODE_END.search(tail)
    if found is None:
        return None
    code = (found["code"] or found["glued"]).strip(" /*")
    return Finding(Kind.CODE, first + found.start(), end, {"reporter_code": code})
