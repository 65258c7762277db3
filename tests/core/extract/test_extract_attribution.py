"""Credits out of an article's lead and body: the HTML stays sound, the facts are kept."""

from __future__ import annotations

import re

import pytest

from getnewsfast.extract.core.attributed import take_out_attribution

RAIN = "باران شمال تا فردا ادامه دارد."


@pytest.mark.parametrize(
    ("html", "shown", "facts"),
    [
        (
            f"<p>به گزارش <strong>خبرگزاری ایسنا</strong>، {RAIN}</p>\n<p>انتهای پیام/ ۴۱</p>",
            f"<p>{RAIN}</p>",
            {"agency": "isna", "agency_name": "خبرگزاری ایسنا", "reporter_code": "41"},
        ),
        (
            "<p>تهران- ایرنا- <a href='https://a.example/?x=1&amp;y=2'>"
            f"{RAIN}</a><br>کد خبر: ۱۲</p>",
            f"<p><a href='https://a.example/?x=1&amp;y=2'>{RAIN}</a></p>",
            {"agency": "irna", "agency_name": "ایرنا", "place": "تهران", "news_code": "12"},
        ),
        (
            f"<p>ایسنا/قم</p><h2>آب &lt; برق</h2><p>{RAIN}</p><ul><li>ارسال به دوستان</li></ul>",
            f"<h2>آب &lt; برق</h2><p>{RAIN}</p>",
            {"agency": "isna", "agency_name": "ایسنا", "place": "قم"},
        ),
        (f"<p>{RAIN} &amp; بس.</p>", f"<p>{RAIN} &amp; بس.</p>", {}),
        (
            "<p>به گزارش ایسنا</p>",
            "<p>به گزارش ایسنا</p>",
            {"agency": "isna", "agency_name": "ایسنا"},
        ),
    ],
)
def test_the_credit_goes_with_its_tags_and_the_rest_stays(
    html: str, shown: str, facts: dict[str, str]
) -> None:
    found = take_out_attribution("", html, language="fa")
    assert (found.body_html, found.facts) == (shown, facts)
    again = take_out_attribution("", found.body_html, language="fa")
    assert again.body_html == found.body_html
    opened = re.findall(r"<(\w+)", found.body_html.replace("<br>", ""))
    assert sorted(opened) == sorted(re.findall(r"</(\w+)", found.body_html))


def test_the_lead_loses_its_credit_too() -> None:
    found = take_out_attribution(f"به گزارش ایلنا، {RAIN}", f"<p>{RAIN}</p>", language="fa")
    assert (found.lead, found.body_html, found.facts["agency"]) == (RAIN, f"<p>{RAIN}</p>", "ilna")


def test_what_the_page_put_below_the_text_is_read_for_facts() -> None:
    signed = ("انتهای پیام/ ۴۱", "کد خبر: ۱۲۳۴۵")
    found = take_out_attribution("", f"<p>{RAIN}</p>", language="fa", signed_off=signed)
    assert found.facts == {"reporter_code": "41", "news_code": "12345"}


def test_many_credits_in_much_html_take_linear_time() -> None:
    html = f"<p>{RAIN} انتهای پیام/</p>" * 5000
    found = take_out_attribution("", html, language="fa")
    assert found.body_html == f"<p>{RAIN}</p>" * 5000
