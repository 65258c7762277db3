"""What a headline of two directions needs, so that signs and numbers stand where they belong."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.bidi import first_strong, isolate, isolate_html
from tests.core.text.text_samples import any_text

SHOWN = str.maketrans("\u2066\u2067\u2069", "⟦⟦⟧")

# ⟦ ⟧ stand for the isolate's two signs; the third column is the reason.
GOLDEN = [
    ("rtl", "⟦iPhone 15 Pro⟧ (نسخهٔ 2) آمد", "the brackets and their 2 are Persian"),
    ("rtl", "زبان ⟦C++⟧ و ⟦C#⟧ آمد", "the signs belong after their letter"),
    ("rtl", "رشد ⟦-10%⟧ بود", "the minus stands before its number"),
    ("rtl", "افت 10%- بود", "a sign written after the number was put for Persian order"),
    ("rtl", "⟦@handle⟧ نوشت", "the at-sign stands left of a Latin name"),
    ("rtl", "هشتگ ⟦#OpenAI⟧ داغ شد", "so does the number sign"),
    ("rtl", "هشتگ #تهران داغ شد", "a Persian hashtag is of the line's direction"),
    ("rtl", "به ⟦https://a.ir/b?c=1&d=2⟧ بروید.", "an address is one run, its signs inside"),
    ("rtl", "سایت ⟦www.a.ir/b/⟧، بعد", "the comma after it is Persian"),
    ("rtl", "رایانامهٔ ⟦a.b@c.org⟧ را ببین", "so is an e-mail address"),
    ("rtl", "تلفن ⟦+98 21 1234 5678⟧ است", "its groups would be shown in reversed order"),
    ("rtl", "تلفن ⟦021-12345678⟧ است", "after Persian letters the hyphen would turn it round"),
    ("rtl", "تلفن ⟦۰۲۱-۱۲۳۴۵۶۷۸⟧ است", "Persian digits are no different"),
    ("rtl", "تلفن ⟦(021) 12345678⟧ است", "the brackets belong to the number"),
    ("rtl", "در ⟦2026-11-24⟧ بود", "an ISO date would be day first"),
    ("rtl", "بازهٔ ۱۰-۲۰ درصد", "a range is read from right to left"),
    ("rtl", "در 2026/11/24 ساعت 11:30", "slash and colon keep numbers in order themselves"),
    ("rtl", "نرخ ⟦$100⟧ و 25% شد", "the dollar stands left, the percent sign is a neighbour's"),
    ("rtl", "شبکهٔ ⟦5G⟧ و ⟦USB-C⟧", "the digit leads a Latin word"),
    ("rtl", "شرکت ⟦AT&T⟧ و ⟦Apple, Google⟧", "signs between Latin words are theirs"),
    ("rtl", "⟦Galaxy S24 (Ultra)⟧ رسید", "brackets round Latin after Latin go along"),
    ("rtl", "(⟦NASA⟧) گفت", "brackets round Latin amid Persian are Persian"),
    ("rtl", "ارتش ⟦U.S.⟧ گفت", "the last point of an abbreviation"),
    ("rtl", "نسخهٔ ⟦v2.0.1⟧.", "but the sentence's own point stays outside"),
    ("rtl", "«⟦Windows 11⟧» آمد", "quotation marks are Persian, the 11 is Windows'"),
    ("rtl", "⟦iPhone ۱۵⟧ رسید", "a number after Latin goes with it in any digits"),
    ("rtl", "۱۵ ⟦iPhone⟧ رسید", "a number before it is the sentence's"),
    ("rtl", "نام ⟦Иван Иванов⟧ بود", "Cyrillic is from left to right as well"),
    ("ltr", "Iran says «⟦برجام ۲⟧» is dead", "a number after Persian goes with it"),
    ("ltr", "The word ⟦کتاب‌های ما⟧ (books)", "half-spaces and spaces are inside the run"),
    ("ltr", "⟦#تهران⟧ trends", "the sign stands right of a Persian hashtag"),
    ("ltr", "He said ⟦سلام، دنیا!⟧ today", "Persian punctuation between and after"),
    ("ltr", "C++ -10% (a)", "nothing is foreign"),
    ("rtl", "سلام، دنیا (۲)", "nothing is foreign here either"),
]


def bare(text: str) -> str:
    return re.sub("[⟦⟧]", "", text)


@pytest.mark.parametrize(("base", "shown", "reason"), GOLDEN)
def test_runs_of_the_other_direction_are_set_apart(base: str, shown: str, reason: str) -> None:
    assert isolate(bare(shown), base=base).translate(SHOWN) == shown, reason


@given(any_text, st.sampled_from(["rtl", "ltr"]))
def test_isolating_adds_only_isolates_and_once(text: str, base: str) -> None:
    text = re.sub("[\u2066-\u2069]", "", text)
    isolated = isolate(text, base=base)
    assert re.sub("[\u2066\u2067\u2069]", "", isolated) == text
    assert isolated.count("\u2066") + isolated.count("\u2067") == isolated.count("\u2069")
    assert isolate(isolated, base=base) == isolated


def test_a_page_has_elements_instead_of_signs() -> None:
    shown = isolate_html("زبان C++ <ما>", base="rtl")
    assert shown == 'زبان <bdi dir="ltr">C++</bdi> &lt;ما&gt;'


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("سلام Ali", "rtl"),
        ("Ali سلام", "ltr"),
        ("۱۲ (٪) iPhone سلام", "ltr"),
        ("12 - سلام", "rtl"),
        ("\u2066Ali\u2069 سلام", "rtl"),
        ("\u2068a \u2067b\u2069 c\u2069 سلام", "rtl"),
        ("\u2066Ali\nAli", "ltr"),
        ("Хабар", "ltr"),
        ("12 … !", ""),
        ("", ""),
    ],
)
def test_the_first_strong_letter_tells_the_direction(text: str, direction: str) -> None:
    assert first_strong(text) == direction
