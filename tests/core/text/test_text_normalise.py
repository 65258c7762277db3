"""The display form keeps what is seen; the key is one for all spellings of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.digits import Shown
from getnewsfast.text.normalise import display, explain, key, key_words
from getnewsfast.text.rules import ALL, REASONS, Rule
from tests.core.text.text_samples import any_text


def test_the_display_form_mends_letters_and_spacing_and_keeps_paragraphs() -> None:
    text = "كتابهاي  او ،می\u200fخوانیم .\r\n\r\n\r\nپايان\ufeff"
    assert display(text, "fa") == "کتاب‌های او، می‌خوانیم.\n\nپایان"


def test_the_display_form_leaves_digits_as_they_are() -> None:
    assert display("سال 1405 و ۱۴۰۵", "fa") == "سال 1405 و ۱۴۰۵"


@pytest.mark.parametrize("language", ["fa", "ar", "ckb", "tg", "en", ""])
@given(text=any_text)
def test_displaying_twice_changes_nothing_more(language: str, text: str) -> None:
    shown = display(text, language)
    assert display(shown, language) == shown


@pytest.mark.parametrize(
    "spellings",
    [
        ("می‌روم", "مي‌روم", "میروم", "می روم", "مى\u200fروم", "مـــی‌روم", "مِی‌رَوم"),
        ("نمی‌خواهند", "نمیخواهند", "نمی خواهند"),
        ("کتاب‌ها", "كتابها", "کتاب ها", "کتاب\u00adها"),
        ("کتاب‌های او", "کتابهای او", "کتاب های او"),
        ("بزرگ‌ترین‌ها", "بزرگترینها", "بزرگ ترین ها", "بزرگ‌ترین ها"),
        ("رفته‌ام و رفته‌اند", "رفتهام و رفتهاند", "رفته ام و رفته اند"),
        ("خانه‌ای", "خانهای", "خانه ای"),
        ("خانهٔ ما", "خانۀ ما", "خانه ما", "خانه\u200c ما", "خانهء ما"),
        ("سرمایه‌گذاری‌های", "سرمایه گذاری های", "سرمایه گذاری‌های", "سرمایهگذاریهای"),
        ("به‌عنوان", "به عنوان", "بهعنوان"),
        ("گفت‌وگو", "گفتگو", "گفت و گو", "گفت وگو", "گفت‌و‌گو"),
        ("سه‌شنبه", "سه شنبه", "سهشنبه"),
        ("رئیس‌جمهور", "رئیس جمهور", "رییس جمهور", "رئيس‌جمهور"),
        ("بی‌بی‌سی", "بی بی سی", "بی‌بی سی"),
        ("۲۰ساله", "20 ساله", "٢٠\u200cساله"),
        ("۱۲۳٬۴۵۶ نفر", "123,456 نفر", "123456نفر"),
        ("مسئله", "مسئلهٔ", "مسيله"),
        ("أحمد إلهام مؤمن", "احمد الهام مومن"),
        ("آیة الله", "آیه الله", "آیة\u064f الله"),
        ("جزء", "جز"),
        ("ﺳﻼﻡ", "سلام"),
        ("#حقوق_بشر", "حقوق بشر", "«حقوق، بشر!»"),
        ("NGO‌ها", "ngo ها", "NGOها"),
        ("Café ÉLYSÉE", "cafe elysee", "CAFE\u0301 Elysée"),
        ("Ёлка", "елка"),
    ],
)
def test_spellings_of_one_text_have_one_key(spellings: tuple[str, ...]) -> None:
    assert {key(spelling) for spelling in spellings} == {key(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آستان", "استان"),
        ("کاسهٔ آش", "کاسه‌اش"),
        ("ماه می ۲۰۲۶", "ماهمی ۲۰۲۶"),
        ("که ای ایران", "که‌ای ایران"),
        ("خشک و تر", "خشک وتر"),
        ("۱۲٫۵", "۱۲۵"),
        ("هم او", "هماو"),
    ],
)
def test_different_texts_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("کتاب‌های ۱۲", ("کتابهای", "12")),
        ("در ماه می ۲۰۲۶ به تهران می‌آیند", ("در", "ماه", "می", "2026", "به", "تهران", "میآیند")),
        ("۵ می به این شهر", ("5", "می", "به", "این", "شهر")),
        ("H2O، iPhone 15", ("h2o", "iphone", "15")),
        ("!؟ … «»", ()),
        ("ها", ("ها",)),
    ],
)
def test_a_key_is_made_of_words(text: str, words: tuple[str, ...]) -> None:
    assert key_words(text) == words
    assert key(text) == " ".join(words)


@given(any_text)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    folded = key(text)
    assert key(folded) == folded


@given(any_text)
def test_the_key_does_not_know_of_half_spaces(text: str) -> None:
    assert key(text) == key(text.replace("\u200c", ""))


@given(any_text)
def test_the_display_form_has_the_key_of_the_text(text: str) -> None:
    # A half-space put for a space may join what the key keeps apart; no letter comes or goes.
    assert key(display(text, "fa", rules=ALL - {Rule.HALF_SPACES})) == key(text)
    assert key(display(text, "fa")).replace(" ", "") == key(text).replace(" ", "")


@given(st.lists(st.sampled_from(["می", "کتاب", "اش", "ها", "بی", "سال", "ه", "خانه", "ای"])))
def test_particles_in_any_order_settle(words: list[str]) -> None:
    folded = key(" ".join(words))
    assert key(folded) == folded
    assert folded.replace(" ", "") == "".join(words)


def test_endless_particles_cost_no_more_than_their_length() -> None:
    folded = key("ها " * 30_000)
    assert folded.replace(" ", "") == "ها" * 30_000
    assert max(map(len, folded.split())) < 70


# For each rule a text that it changes, and what becomes of it with no other rule.
CHANGED_BY: dict[Rule, tuple[str, str]] = {
    Rule.MOJIBAKE: ("Ø³Ù„Ø§Ù… Ø¹", "سلام ع"),
    Rule.STAND_INS: ("می\u00adروم", "می‌روم"),
    Rule.BIDI: ("\u202bسلام\u202c", "سلام"),
    Rule.INVISIBLE: ("سل\u200bام", "سلام"),
    Rule.PRESENTATION_FORMS: ("ﺳﻼﻡ", "سلام"),
    Rule.KASHIDA: ("ســلام", "سلام"),
    Rule.COMPOSITION: ("ا\u0653ب", "آب"),
    Rule.DIACRITICS: ("مُُلک", "مُلک"),
    Rule.HALF_SPACE_TIDY: ("می\u200c\u200cروم\u200c", "می‌روم"),
    Rule.WHITE_SPACE: (" یک \u00a0 دو", "یک دو"),
    Rule.ARABIC_LETTERS: ("علي", "علی"),
    Rule.HAMZA: ("خانۀ ما", "خانهٔ ما"),
    Rule.ARABIC_DIGITS: ("٤", "۴"),
    Rule.BRACKETS: ("( سلام )", "(سلام)"),
    Rule.MARK_SPACING: ("سلام ،خوبی", "سلام، خوبی"),
    Rule.ELLIPSIS: ("رفت...", "رفت…"),
    Rule.QUOTES: ('"سلام"', "«سلام»"),
    Rule.PERSIAN_MARKS: ("چرا?", "چرا؟"),
    Rule.HALF_SPACES: ("می شود", "می‌شود"),
    Rule.DASHES: ("ایران - عراق", "ایران – عراق"),
    Rule.DIGITS: ("سال 1405", "سال ۱۴۰۵"),
    Rule.SEPARATORS: ("رشد ۱۲.۵", "رشد ۱۲٫۵"),
}


@pytest.mark.parametrize("rule", CHANGED_BY)
def test_each_rule_works_alone_and_can_be_turned_off(rule: Rule) -> None:
    before, after = CHANGED_BY[rule]
    assert display(before, rules=frozenset({rule}), digits=Shown.PERSIAN) == after
    assert display(before, rules=frozenset(), digits=Shown.PERSIAN) == before
    explained = explain(before, rules=frozenset({rule}), digits=Shown.PERSIAN)
    assert {change.rule for change in explained.changes} == {rule}


def test_each_rule_has_its_reason_in_both_languages() -> None:
    assert set(REASONS) == set(Rule) == ALL
    assert set(CHANGED_BY) == ALL
    for reason in REASONS.values():
        assert reason.english.isascii() or "«" in reason.english
        assert "ك" not in reason.persian
        assert "ي" not in reason.persian


def test_an_explanation_says_what_changed_where_and_by_which_rule() -> None:
    explained = explain("علي  رفت ,آمد")
    assert explained.text == "علی رفت، آمد"
    assert [
        (change.rule.value, change.start, change.end, change.before, change.after)
        for change in explained.changes
    ] == [
        ("arabic-letters", 2, 3, "ي", "ی"),
        ("white-space", 4, 5, " ", ""),
        ("persian-marks", 8, 10, " ,", "،"),
        ("mark-spacing", 10, 10, "", " "),
    ]


@given(text=any_text)
def test_an_explanation_fits_the_text_and_its_display_form(text: str) -> None:
    explained = explain(text, digits=Shown.PERSIAN)
    assert explained.text == display(text, digits=Shown.PERSIAN)
    for change in explained.changes:
        assert text[change.start : change.end] == change.before
        assert explained.text[change.shown_start : change.shown_end] == change.after


@given(text=any_text)
def test_what_no_change_names_is_the_same_before_and_after(text: str) -> None:
    explained = explain(text, digits=Shown.PERSIAN)
    left = remove_spans(text, [(one.start, one.end) for one in explained.changes])
    shown = [(one.shown_start, one.shown_end) for one in explained.changes]
    assert left == remove_spans(explained.text, shown)


def remove_spans(text: str, spans: list[tuple[int, int]]) -> str:
    gone = {place for start, end in spans for place in range(start, end)}
    return "".join(letter for place, letter in enumerate(text) if place not in gone)


@given(text=any_text, rules=st.frozensets(st.sampled_from(Rule)))
def test_any_choice_of_rules_gives_a_text(text: str, rules: frozenset[Rule]) -> None:
    shown = display(text, rules=rules, digits=Shown.PERSIAN)
    assert explain(text, rules=rules, digits=Shown.PERSIAN).text == shown
    if Rule.WHITE_SPACE in rules:
        assert display(shown, rules=rules, digits=Shown.PERSIAN) == shown


@given(text=st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_ascii_words_stay_as_they_are(text: str) -> None:
    if any(map(str.isalpha, text)):
        assert display(text, digits=Shown.PERSIAN) == " ".join(text.split())


@given(text=any_text, digits=st.sampled_from(Shown))
def test_displaying_twice_changes_nothing_more_with_any_digits(text: str, digits: Shown) -> None:
    shown = display(text, digits=digits)
    assert display(shown, digits=digits) == shown


@pytest.mark.parametrize(
    "text",
    [
        "ببینید https://a.example/كي?q=1,2;x و",
        "به ali.rezaei@agency.example بنویسید",
        "در #حقوق_بشر_2026 و #خبر_فوری و @agency_12",
        "دستور `pip install ي  -U ...` را",
        "Line one, with ( spaces ) and 12.5...\nسطر دوم",
    ],
)
def test_addresses_hashtags_code_and_latin_lines_are_untouched(text: str) -> None:
    assert display(text, digits=Shown.PERSIAN) == text.replace("ي  -U", "ي -U")


@pytest.mark.parametrize(
    "piece", ["ا", "ي", " ", "\u200c", "«", '"', "(", ".", "۱,", "ب#", "a@", "Ø§"]
)
def test_a_long_text_without_a_break_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * 50_000
    shown = display(text, digits=Shown.PERSIAN)
    assert display(shown, digits=Shown.PERSIAN) == shown
