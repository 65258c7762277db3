from __future__ import annotations

import pytest

from getnewsfast.extract.core.article import from_feed
from getnewsfast.system.failures import GiveUp

URL = "https://news.example/a/1"
SUMMARY = "ساخت سه پارک تازه در محله‌های جنوبی شهر آغاز شد."
CONTENT = "<p>شهردار امروز از آغاز ساخت سه پارک خبر داد.</p><p>کار تا نوروز تمام می‌شود.</p>"


def test_the_feeds_content_is_the_body_and_its_summary_the_lead() -> None:
    article = from_feed(SUMMARY, CONTENT, headline="سه <b>پارک</b>", url=URL, language="en")
    assert article.headline == "سه پارک"
    assert article.lead == SUMMARY
    assert article.body_html == CONTENT.replace("</p><p>", "</p>\n<p>")
    assert article.body_text.splitlines()[1] == "کار تا نوروز تمام می‌شود."
    assert (article.canonical_url, article.language) == (URL, "fa")
    assert set(article.sources.values()) == {"feed"}


def test_a_summary_alone_is_the_body() -> None:
    article = from_feed(f"<p>{SUMMARY}</p>", "", headline="پارک", url=URL)
    assert (article.lead, article.body_text) == ("", SUMMARY)
    assert "lead" not in article.sources


def test_a_summary_that_opens_the_content_is_no_lead() -> None:
    opening = "شهردار امروز از آغاز ساخت سه پارک خبر داد. […]"
    assert from_feed(opening[:40], CONTENT, headline="پارک", url=URL).lead == ""


def test_html_of_the_feed_is_sanitised() -> None:
    html = (
        f'{CONTENT}<script>x</script><p onclick=x>متن <a href="/b">دیگر</a> هم هست.</p><img src=x>'
    )
    article = from_feed("", html, headline="پارک", url=URL)
    assert "script" not in article.body_html
    assert "onclick" not in article.body_html
    assert 'href="https://news.example/b"' in article.body_html


@pytest.mark.parametrize("content", ["", "<p> </p>", "<img src=x>", "<script>x</script>"])
def test_a_feed_without_text_is_given_up(content: str) -> None:
    with pytest.raises(GiveUp, match="Neither the page nor the feed"):
        from_feed("", content, headline="پارک", url=URL)
