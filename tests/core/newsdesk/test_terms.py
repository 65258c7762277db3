"""What a source's terms let the public see."""

import pytest
from lxml import html

from getnewsfast.newsdesk.core.terms import Terms, TextTerms, show_text

BODY = (
    "<p>مدیر <strong>کتابخانه‌ی سیار</strong> گفت کار آغاز شد. او دو اتوبوس را نشان داد.</p>"
    "<h2>گام بعد</h2>"
    "<p>روستاها خودشان برگزیده‌اند.</p><ul><li>کتاب کودک</li><li>کتاب شعر</li></ul>"
)


def terms(text: str, *, words: int = 60) -> Terms:
    return Terms(TextTerms(text), words, images_allowed=False, indexable=False, credit="آزمون")


def words_of(markup: str) -> list[str]:
    return html.fragment_fromstring(markup, create_parent="div").text_content().split()


def test_full_terms_show_everything_untouched() -> None:
    shown = show_text(terms("full"), lead="لید", body_html=BODY)
    assert (shown.lead, shown.body_html, shown.is_cut) == ("لید", BODY, False)


def test_headline_terms_show_no_text() -> None:
    shown = show_text(terms("headline"), lead="لید", body_html=BODY)
    assert (shown.lead, shown.body_html, shown.is_cut) == ("", "", True)


def test_headline_terms_cut_nothing_where_there_is_nothing() -> None:
    assert not show_text(terms("headline"), lead="", body_html=" ").is_cut


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (1, "<p>مدیر…</p>"),
        (3, "<p>مدیر <strong>کتابخانه‌ی سیار…</strong></p>"),
        (6, "<p>مدیر <strong>کتابخانه‌ی سیار</strong> گفت کار آغاز…</p>"),
        (7, "<p>مدیر <strong>کتابخانه‌ی سیار</strong> گفت کار آغاز شد.</p>"),
        (9, "<p>مدیر <strong>کتابخانه‌ی سیار</strong> گفت کار آغاز شد.</p>"),
        (
            12,
            "<p>مدیر <strong>کتابخانه‌ی سیار</strong> گفت کار آغاز شد. او دو اتوبوس را نشان…</p>",
        ),
    ],
)
def test_an_excerpt_ends_with_a_sentence_or_a_whole_word(words: int, expected: str) -> None:
    # Seven of twelve words are too few to end with their sentence; seven of nine are enough.
    shown = show_text(terms("excerpt", words=words), lead="", body_html=BODY)
    assert (shown.body_html, shown.is_cut) == (expected, True)


@pytest.mark.parametrize("words", range(1, 30))
def test_an_excerpt_never_has_more_words_than_allowed(words: int) -> None:
    shown = show_text(terms("excerpt", words=words), lead="سه واژه دارد", body_html=BODY)
    count = len(shown.lead.split()) + (len(words_of(shown.body_html)) if shown.body_html else 0)
    assert count <= words


def test_an_excerpt_does_not_end_with_a_heading() -> None:
    shown = show_text(terms("excerpt", words=15), lead="", body_html=BODY)
    assert not shown.body_html.rstrip().endswith("</h2>")


def test_the_words_of_the_lead_are_counted() -> None:
    shown = show_text(terms("excerpt", words=3), lead="سه واژه دارد", body_html=BODY)
    assert (shown.lead, shown.body_html, shown.is_cut) == ("سه واژه دارد", "", True)


def test_a_long_lead_is_cut_itself() -> None:
    shown = show_text(terms("excerpt", words=2), lead="باران آمد، برف نیامد", body_html="")
    assert (shown.lead, shown.is_cut) == ("باران آمد…", True)


def test_a_short_text_is_shown_whole() -> None:
    shown = show_text(terms("excerpt", words=60), lead="لید", body_html=BODY)
    assert (shown.body_html, shown.is_cut) == (BODY, False)


def test_a_half_spaced_word_is_one_word() -> None:
    shown = show_text(terms("excerpt", words=2), lead="کتاب‌ها می‌رسند فردا", body_html="")
    assert shown.lead == "کتاب‌ها می‌رسند…"


def test_html_stays_valid_whatever_is_cut() -> None:
    messy = "متن <b>درشت <i>کج</b> باز</i> & تنها <p>بند دوم <a href='/x'>پیوند دراز</a> دنباله"
    for words in range(1, 14):
        shown = show_text(terms("excerpt", words=words), lead="", body_html=messy)
        assert "&amp;" in shown.body_html or words < 6
        assert shown.body_html.count("<b>") == shown.body_html.count("</b>")


def test_control_characters_do_no_harm() -> None:
    shown = show_text(terms("excerpt", words=2), lead="یک\x00دو سه چهار", body_html="<p>\x0b</p>")
    assert shown.lead == "یکدو سه…"
