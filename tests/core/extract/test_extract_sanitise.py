from __future__ import annotations

import time

import pytest

from getnewsfast.extract.core.sanitise import clean_html, plain_text

BASE = "https://news.example/a/1"


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p onclick=x() class=c style='color:red'>متن</p>", "<p>متن</p>"),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<p>متن <img src=x onerror=alert(1)> تازه</p>", "<p>متن  تازه</p>"),
        ("<p>a</p><p> &nbsp; </p><p>\u200c</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<ul><li> </li></ul><p>a</p>", "<p>a</p>"),
        ("<p>a <a href='javascript:alert(1)'>b</a> c</p>", "<p>a b c</p>"),
        ("<p><a href='data:text/html,x'>b</a></p>", "<p>b</p>"),
        ("<p><a href='mailto:a@b.example'>b</a></p>", "<p>b</p>"),
        ("<iframe src=//evil.example></iframe><p>a</p>", "<p>a</p>"),
        ("<svg><script>1</script></svg><p>a</p>", "<p>a</p>"),
        ("<p>می‌رود</p>", "<p>می‌رود</p>"),
        ("", ""),
    ],
)
def test_only_the_allowed_is_left(html: str, clean: str) -> None:
    assert clean_html(html, base_url=BASE) == clean


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/b/2", "https://news.example/b/2"),
        ("b", "https://news.example/a/b"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example/?a=1&amp;b=2", "http://other.example/?a=1&amp;b=2"),
    ],
)
def test_links_become_absolute_and_carry_their_rel(href: str, address: str) -> None:
    html = clean_html(f'<p><a href="{href}" target="_top">x</a></p>', base_url=BASE)
    assert html == f'<p><a href="{address}" rel="noopener nofollow">x</a></p>'


def test_structure_of_an_article_survives() -> None:
    html = (
        "<h2>a</h2><ul><li>b</li></ul><blockquote><p>c</p></blockquote>"
        '<table><tbody><tr><td colspan="2"><strong>d</strong><br><em>e</em></td></tr></tbody>'
        "</table>"
    )
    assert clean_html(html, base_url=BASE) == html


@pytest.mark.parametrize("opened", ["<div>", "<b>", "<ul><li>", "<div class=a><span>"])
def test_fifty_thousand_nested_elements_take_no_time(opened: str) -> None:
    started = time.process_time()
    clean_html(opened * 50_000 + "x", base_url=BASE)
    assert time.process_time() - started < 1


def test_html_nested_a_little_too_deep_keeps_its_text() -> None:
    html = "<div>" * 150 + "<p>باران در راه است.</p>" + "</div>" * 150
    assert clean_html(html, base_url=BASE) == "<p>باران در راه است.</p>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("یک خط", "یک خط"),
        ("خط یک\n\n  خط دو ", "خط یک\nخط دو"),
        ("<p>خط <b>یک</b></p><p>خط دو</p>", "خط یک\nخط دو"),
        ("الف<br>ب", "الف\nب"),
        ("کتاب‌ها &amp; مجله‌ها", "کتاب‌ها & مجله‌ها"),
        ("<script>x</script>", ""),
        ("<ul><li>الف</li><li>ب</li></ul>", "الف\nب"),
        ("", ""),
    ],
)
def test_plain_text_is_one_paragraph_a_line(html: str, text: str) -> None:
    assert plain_text(html) == text
