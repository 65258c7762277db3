"""Texts for the property tests: any text, and texts made of what real ones trip over."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "می نمی روم ها های ی ه خانه کتاب به عنوان سال گو و جست این که بی سی الله آیت اش اند زلزله‌زده"
)
SIGNS = '… ، , ؛ ; : ؟ ? ! « » " “ ” „ << >> ( ) [ ] - / = & # * . .. ... ۱ ۲۳ ٤ ٬ 1 23'
FOREIGN = "a Apple x@y.example https://a.example/b, www. é e\u0301 İ ᄀ ᅡ ﬁ H2O"
ODD_LETTERS = "ي ك ى ھ ە ہ ۀ ة ئ ؤ ء ـ ــ ﷲ ﻻ ﱞ ﹰ \u064b \u0654"
INVISIBLES = [
    *"\u200c\u200d\u200e\u200f\u00ad\u00ac\u200b\ufeff\u202b\ufe0f\x00\ud800",
    *" \n\r\t\u00a0\u2028☺👩🏴\U000e0067\U000e007f\u20e3",
    "  ",
    "\n\n",
]
PIECES = [*f"{WORDS} {SIGNS} {FOREIGN} {ODD_LETTERS}".split(), *INVISIBLES]

any_text = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(max_size=40),
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=20),
)
