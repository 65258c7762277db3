"""A sentence ends where a reader stops, and not at every «.»."""

from __future__ import annotations

import pytest
from hypothesis import given

from getnewsfast.text.sentences import sentence_spans, sentences
from tests.core.text.text_samples import any_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("او آمد. هوا سرد بود!", ("او آمد.", "هوا سرد بود!")),
        ("ساعت ۱۲.۵ بود. ۱.۲۵۰.۰۰۰ ریال شد.", ("ساعت ۱۲.۵ بود.", "۱.۲۵۰.۰۰۰ ریال شد.")),
        ("سال ۱۳۹۹ ه. ش. بود. او رفت.", ("سال ۱۳۹۹ ه. ش. بود.", "او رفت.")),
        ("ا. ش. از تهران نوشت. بعد رفت.", ("ا. ش. از تهران نوشت.", "بعد رفت.")),
        ("Dr. J. R. Smith came. He left.", ("Dr. J. R. Smith came.", "He left.")),
        ("رک. صفحهٔ ۳. تمام.", ("رک. صفحهٔ ۳.", "تمام.")),
        ("در سال ۱۴۰۵. او رفت", ("در سال ۱۴۰۵.", "او رفت")),
        ("۱. نخست\n۲. دوم", ("۱. نخست", "۲. دوم")),
        ("به https://a.ir/b?c=1.5!x بروید. تمام", ("به https://a.ir/b?c=1.5!x بروید.", "تمام")),
        ("سایت www.a.ir. بعد آمد.", ("سایت www.a.ir.", "بعد آمد.")),
        ("از a.b@c.org رسید. بعد", ("از a.b@c.org رسید.", "بعد")),
        ("چرا؟! نمی‌دانم… شاید فردا.", ("چرا؟!", "نمی‌دانم…", "شاید فردا.")),
        ("خب... و ادامه داد. بعد…\nپایان", ("خب... و ادامه داد.", "بعد…", "پایان")),
        ("چرا؟چون دیر بود", ("چرا؟", "چون دیر بود")),
        ("او رفت.هوا سرد شد", ("او رفت.", "هوا سرد شد")),
        ("گفت: «می‌آیم.» او نیامد.", ("گفت: «می‌آیم.»", "او نیامد.")),
        ("گفت: «برو!» و رفت. «چرا؟» پرسید.", ("گفت: «برو!» و رفت.", "«چرا؟» پرسید.")),
        ("«برو!» «نه!»", ("«برو!»", "«نه!»")),
        ("او (واقعاً!) آمد. (پایان.) تمام.", ("او (واقعاً!) آمد.", "(پایان.)", "تمام.")),
        ("تیتر\n\n  متن  ", ("تیتر", "متن")),
        ("Хабар омад. Ӯ рафт?", ("Хабар омад.", "Ӯ рафт?")),
        ("یہ خبر ہے۔ وہ گیا۔", ("یہ خبر ہے۔", "وہ گیا۔")),
        ("آمد؛ رفت: ماند، شد", ("آمد؛ رفت: ماند، شد",)),
        ("...", ("...",)),
        (" \n ", ()),
        ("", ()),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, found: tuple[str, ...]) -> None:
    assert sentences(text) == found


@given(any_text)
def test_between_sentences_there_is_only_white_space(text: str) -> None:
    end = 0
    for start, stop in sentence_spans(text):
        assert text[end:start].strip() == ""
        assert text[start:stop].strip() == text[start:stop] != ""
        end = stop
    assert text[end:].strip() == ""
