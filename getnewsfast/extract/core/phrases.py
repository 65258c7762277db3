"""Lines that stand among an article's paragraphs and are not of them, in a dozen languages."""

from __future__ import annotations

import re
from typing import Final

# «Read also» and its like: the block goes, and with it the links that follow.
RELATED: Final = re.compile(
    r"^\W*(?:بیشتر بخوانید|بیشتر بدانید|بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|"
    r"خبرهای مرتبط|"
    r"در همین زمینه|در همین رابطه|مطالب پیشنهادی|پیشنهاد ما|پربازدیدها|آخرین اخبار|"
    r"ببینید|تماشا کنید|از دست ندهید|"
    r"read (?:more|also|next)|also read|more on this|related(?: (?:articles?|stories|news|"
    r"topics|content))?|"
    r"see also|don['’]t miss|recommended|most read|lesen sie(?: auch| mehr)?|mehr zum thema|"
    r"lire aussi|à lire aussi|lee también|lea también|leia (?:mais|também)|czytaj (?:też|także|"
    r"więcej)|"
    r"läs (?:mer|också)|les også|ayrıca okuyun|ilgili haberler|اقرأ أيضا)\b\W*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# What an agency puts after the text: its end mark, the reporter's number, the item's number.
SIGN_OFF: Final = re.compile(
    r"^\W*(?:انتهای (?:پیام|خبر|گزارش)|پایان (?:پیام|خبر|گزارش)|کد (?:خبر|مطلب|خبرنگار)|"
    r"شناسه (?:خبر|مطلب)|"
    r"لینک (?:کوتاه|خبر)|منبع خبر|تعداد بازدید|نسخه چاپی|ارسال به دوستان|نظر شما|"
    r"برچسب(?:‌?ها)?\s*:|"
    r"اشتراک‌?\s?گذاری|تاریخ انتشار)[\s/:.\d۰-۹٠-٩\w]{0,40}$"
)
END_MARK: Final = re.compile(r"\s*/?\s*(?:انتهای|پایان) (?:پیام|خبر|گزارش)\s*[/.]?[\s\d۰-۹/*]*$")
CODE_ONLY: Final = re.compile(r"^[\s\d۰-۹٠-٩/\\*.|،_#–—-]+$")
NOISE: Final = re.compile(
    r"^\W*(?:advertisement|advert|anzeige|publicité|publicidad|annons(?:e)?|reklama|reklam|"
    r"تبلیغات|آگهی|"
    r"share(?: this)?(?: article| story)?|print|email|comments?(?: \(\d+\))?|follow us.{0,60}|"
    r"sign up.{0,80}|subscribe.{0,80}|article continues (?:below|after).{0,40}|"
    r"story continues below.{0,40}|"
    r"<(?:img|iframe|script|div)\b.*|loading\.*|photo|image|video|listen|ad|teilen|partager|"
    r"compartir)\W*$",
    re.IGNORECASE,
)
