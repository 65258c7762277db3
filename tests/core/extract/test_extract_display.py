"""The display form of a body, between its tags."""

import pytest

from getnewsfast.extract.core.display import display_article, display_html, display_line


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>كتاب‌هاي علي</p>", "<p>کتاب‌های علی</p>"),
        ("<p>متن <strong>مهم</strong> است</p>", "<p>متن <strong>مهم</strong> است</p>"),
        ("<p>سود &amp; زيان &lt;تازه&gt;</p>", "<p>سود &amp; زیان &lt;تازه&gt;</p>"),
        (
            '<p><a href="https://agency.example/كي?a=1&amp;b=2" rel="nofollow">پيوند</a></p>',
            '<p><a href="https://agency.example/كي?a=1&amp;b=2" rel="nofollow">پیوند</a></p>',
        ),
        ("<p>20 درصد از ٤٠ هزار، با H2O</p>", "<p>۲۰ درصد از ۴۰ هزار، با H2O</p>"),
        ("<p>رشد 12.5 درصدي</p>\n<p>1,250 نفر</p>", "<p>رشد ۱۲٫۵ درصدی</p>\n<p>۱٬۲۵۰ نفر</p>"),
        ("<p>الف\u200f <em> ب </em></p>", "<p>الف <em> ب </em></p>"),
        ("<p>یک<b> \u200b </b>دو</p>", "<p>یک<b> </b>دو</p>"),
        ("<p>کد <code>a &lt; b</code></p>", "<p>کد <code>a &lt; b</code></p>"),
        ("", ""),
    ],
)
def test_letters_are_put_right_between_the_tags_only(html: str, shown: str) -> None:
    assert display_html(html, "fa") == shown


def test_done_twice_it_is_done_once() -> None:
    once = display_html("<p>باران باريد ,و <em>برف</em> هم آمد .</p>", "fa")
    assert display_html(once, "fa") == once


def test_arabic_keeps_its_own_letters() -> None:
    assert display_html("<p>في كتابه</p>", "ar") == "<p>في كتابه</p>"


def test_a_line_gets_the_digits_of_its_language() -> None:
    assert display_line("كاهش 20 درصدي", "fa") == "کاهش ۲۰ درصدی"
    assert display_line("20 percent", "en") == "20 percent"


def test_lines_and_body_of_an_article_are_shown_together() -> None:
    lines, body = display_article(["كاهش 20 درصدي", ""], "<p>علي , رضا</p>", "fa")
    assert lines == ["کاهش ۲۰ درصدی", ""]
    assert body == "<p>علی، رضا</p>"
