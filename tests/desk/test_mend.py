"""The desk's page that mends a text: each change marked with its reason, without scripts."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client

from getnewsfast.newsdesk.policy import DESK_POLICY
from getnewsfast.newsdesk.rule_names import RULE_NAMES
from getnewsfast.newsdesk.screens import mend
from getnewsfast.text.rules import REASONS, Rule

MEND = "/desk/mend/"
TEXT = "سلام ، كتاب"


def send(desk: Client, text: str = TEXT, **changed: Any) -> str:
    wishes = {"language": "fa", "digits": "as_they_came", "rules": list(Rule), **changed}
    answer = desk.post(MEND, {"text": text, **wishes})
    assert answer.status_code == 200
    return answer.content.decode()


def find_result(page: str) -> str:
    found = re.search(r'<textarea class="desk-result"[^>]*>&#10;(.*?)</textarea>', page, re.DOTALL)
    assert found is not None
    return unescape(found[1])


def find_marks(page: str) -> str:
    found = re.search(r'<div class="desk-marks".*?>(.*?)</div>', page, re.DOTALL)
    return unescape(found[1]) if found else ""


def test_the_page_begins_empty_with_all_rules_chosen(desk: Client) -> None:
    answer = desk.get(MEND)
    page = answer.content.decode()
    assert "desk-mended" not in page
    assert page.count('name="rules"') == len(Rule)
    assert len(re.findall(r'name="rules"[^>]*checked', page)) == len(Rule)
    assert answer.headers["Content-Security-Policy"] == DESK_POLICY


def test_the_menu_leads_to_it(desk: Client) -> None:
    page = desk.get("/desk/queue/").content.decode()
    assert MEND in page


def test_each_change_is_marked_with_its_reason_and_counted(desk: Client) -> None:
    page = send(desk, "كتاب كهن")
    marks = find_marks(page)
    assert "<del>كتاب</del><ins>کتاب</ins><sup>۱</sup>" in marks
    assert "<del>كهن</del><ins>کهن</ins><sup>۱</sup>" in marks
    assert REASONS[Rule.ARABIC_LETTERS].persian in page
    assert re.search(r"<td>۲</td>\s*<td>" + re.escape(REASONS[Rule.ARABIC_LETTERS].persian), page)
    assert find_result(page) == "کتاب کهن"


def test_the_reasons_are_english_where_the_desk_is(desk: Client, editor: AbstractUser) -> None:
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = "en"
    profile.save()
    page = unescape(send(desk))
    assert REASONS[Rule.ARABIC_LETTERS].english in page
    assert "Arabic letters" in page


def test_only_the_chosen_rules_are_applied(desk: Client) -> None:
    page = send(desk, rules=[Rule.ARABIC_LETTERS])
    assert find_result(page) == "سلام ، کتاب"
    assert len(re.findall(r'name="rules"[^>]*checked', page)) == 1


def test_no_rule_at_all_is_told(desk: Client) -> None:
    page = send(desk, rules=[])
    assert "desk-mended" not in page
    assert "<details open" in page


@pytest.mark.parametrize(("digits", "shown"), [("persian", "۱۴۰۵"), ("latin", "1405")])
def test_digits_are_shown_as_chosen(desk: Client, digits: str, shown: str) -> None:
    for year in ("1405", "۱۴۰۵"):
        assert find_result(send(desk, f"در سال {year} بود", digits=digits)) == f"در سال {shown} بود"


def test_a_text_in_order_says_so(desk: Client) -> None:
    page = send(desk, "سلام")
    assert "desk-change" not in page
    assert find_result(page) == "سلام"


def test_paragraphs_and_a_first_empty_line_are_kept_by_the_page(desk: Client) -> None:
    assert find_result(send(desk, "یک\r\n\r\nدو")) == "یک\n\nدو"


def test_markup_in_a_text_is_text(desk: Client) -> None:
    page = send(desk, "<script>alert(1)</script> كتاب </textarea><b>")
    assert "<script>alert" not in page
    assert "</textarea><b>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("text", ["", "   \n"])
def test_an_empty_text_is_told(desk: Client, text: str) -> None:
    page = send(desk, text)
    assert "desk-mended" not in page
    assert "error" in page


def test_a_text_that_is_too_long_is_told_with_its_length(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mend, "MOST_CHARS", 1_000)
    page = send(desk, "ب" * 1_001)
    assert "desk-mended" not in page
    assert "۱٬۰۰۱" in page or "۱,۰۰۱" in page
    assert "ب" * 1_001 in page, "What was pasted is not lost."


def test_invisible_characters_are_shown_by_their_numbers(desk: Client) -> None:
    assert "[U+200F]" in find_marks(send(desk, "کتاب\u200f است"))


def test_nothing_is_mended_for_a_stranger(client: Client, db: None) -> None:
    assert client.post(MEND, {"text": TEXT}).headers["Location"].startswith("/desk/login/")


def test_it_needs_its_token(editor: AbstractUser) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(MEND, {"text": TEXT}).status_code == 403


def test_every_rule_has_a_name_at_the_desk() -> None:
    assert set(RULE_NAMES) == set(Rule)
