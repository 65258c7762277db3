"""Where each field comes from when places disagree; every text is invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from getnewsfast.extract.core.extracted import Extracted
from getnewsfast.extract.core.headline import strip_site
from getnewsfast.extract.core.images import split_credit

Read = Callable[..., Extracted]

HEADLINE = "سه پارک تازه برای جنوب شهر"
TEXT = "".join(
    f"<p>{text}</p>"
    for text in (
        "شهردار امروز در گفت‌وگو با خبرنگاران از آغاز ساخت سه پارک تازه خبر داد.",
        "او افزود کارهای عمرانی این پارک‌ها پیش از نوروز به پایان می‌رسد و رایگان است.",
    )
)


def page(head: str = "", before: str = "", *, after: str = "", inside: str = "") -> str:
    article = f"<article>{before}<div class=item-text>{inside}{TEXT}</div>{after}</article>"
    return f"<html><head>{head}</head><body>{article}</body></html>"


def meta(**values: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in values.items()
    )


def json_ld(**values: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


@pytest.mark.parametrize(
    ("title", "site", "stripped"),
    [
        ("خبرگزاری نمونه - باران در راه است", "", "باران در راه است"),
        ("باران در راه است - خبرگزاری نمونه", "", "باران در راه است"),
        ("باران در راه است | نمونه‌نیوز", "", "باران در راه است"),
        ("باران در راه است - نمونه", "نمونه", "باران در راه است"),
        ("وزير: باران در راه است", "نمونه", "وزير: باران در راه است"),
        ("سفر به تهران - قم - اصفهان", "نمونه", "سفر به تهران - قم - اصفهان"),
        ("Rain is coming - Example Times", "Example Times", "Rain is coming"),
        ("نمونه", "نمونه", "نمونه"),
    ],
)
def test_a_title_loses_its_site_and_nothing_else(title: str, site: str, stripped: str) -> None:
    assert strip_site(title, [site]) == stripped


def test_the_heading_that_the_page_describes_is_the_headline(read: Read) -> None:
    head = meta(og__title=f"خبرگزاری نمونه - {HEADLINE}")
    before = f"<h1>خبرگزاری نمونه</h1><h2 class=title>{HEADLINE}</h2>"
    article = read(page(head, before))
    assert (article.headline, article.sources["headline"]) == (HEADLINE, "page")


def test_without_a_heading_json_ld_gives_the_headline(read: Read) -> None:
    article = read(page(json_ld(headline=HEADLINE) + meta(og__title="عنوانی دیگر برای جست‌وجو")))
    assert (article.headline, article.sources["headline"]) == (HEADLINE, "json-ld")


def test_a_title_of_two_spellings_is_still_the_same(read: Read) -> None:
    head = meta(og__title="سه پارك تازه براي جنوب شهر")
    assert read(page(head, f"<h1>{HEADLINE}</h1>")).headline == HEADLINE


def test_a_description_becomes_the_lead_only_if_it_says_more(read: Read) -> None:
    lead = "ساخت سه پارک تازه در محله‌های جنوبی شهر از هفتهٔ آینده آغاز می‌شود."
    assert read(page(meta(og__description=lead))).lead == lead
    assert read(page(meta(og__description=lead[:-1] + "..."))).lead == ""
    opening = "شهردار امروز در گفت‌وگو با خبرنگاران از آغاز ساخت سه پارک"
    assert read(page(meta(og__description=opening))).lead == ""


def test_a_lead_under_any_name_is_known_by_the_description(read: Read) -> None:
    lead = "ساخت سه پارک تازه در محله‌های جنوبی شهر از هفتهٔ آینده آغاز می‌شود."
    article = read(page(meta(og__description=lead), inside=f"<p class=q7>{lead}</p>"))
    assert (article.lead, article.sources["lead"]) == (lead, "page")
    assert lead not in article.body_text


@pytest.mark.parametrize(
    "head",
    [
        json_ld(datePublished="2025-05-11T18:59:00+03:30"),
        meta(article__published_time="2025-05-11T15:29:00Z"),
        meta(article__published_time="۱۴۰۴/۰۲/۲۱ - ۱۸:۵۹"),
        json_ld(datePublished="not a date") + meta(article__published_time="2025-05-11T15:29:00Z"),
        meta(article__published_time="2097-01-01T00:00:00Z", pubdate="2025-05-11T18:59:00+03:30"),
        meta(article__published_time="2025-05-11", datePublished="2025-05-11T18:59:00+03:30"),
    ],
)
def test_the_moment_of_publishing_is_read_into_utc(read: Read, head: str) -> None:
    assert read(page(head)).published_at == datetime(2025, 5, 11, 15, 29, tzinfo=UTC)


def test_the_moment_is_read_from_the_page_where_the_head_is_silent(read: Read) -> None:
    expected = datetime(2025, 5, 11, 15, 29, tzinfo=UTC)
    jalali = "<div class=news_pdate_c>تاریخ انتشار: ۲۱ ارديبهشت ۱۴۰۴ - ۱۸:۵۹</div>"
    assert read(page(before=jalali)).published_at == expected
    marked = '<time datetime="2025-05-11T18:59:00+03:30">۲۱ اردیبهشت</time>'
    assert read(page(before=marked)).published_at == expected


def test_the_moment_of_rendering_is_not_the_moment_of_publishing(read: Read) -> None:
    """In the Nastooh family ``meta name=date`` tells when the page was made."""
    rendered = '<meta name="date" content="2026-01-14T10:00:00+03:30">'
    day = '<meta name="nastooh:publishDate" content="2025-05-11">'
    published = read(page(rendered + day)).published_at
    assert published == datetime(2025, 5, 10, 20, 30, tzinfo=UTC)
    assert read(page(rendered)).published_at == datetime(2026, 1, 14, 6, 30, tzinfo=UTC)


def test_a_change_before_the_publishing_is_dropped(read: Read) -> None:
    published = "2025-05-11T15:29:00Z"
    head = meta(article__published_time=published, article__modified_time="۰/۰۰/۰۰ - ۰۰:۰۰")
    assert read(page(head)).modified_at is None
    head = meta(article__published_time=published, article__modified_time="2025-05-10T00:00:00Z")
    assert read(page(head)).modified_at is None
    head = meta(article__published_time=published, article__modified_time="2025-05-12T00:00:00Z")
    assert read(page(head)).modified_at == datetime(2025, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("script", "headline"),
    [
        ('<!-- {"@type": "NewsArticle", "headline": "باران در راه است"} -->', "باران در راه است"),
        ('{"@type": "NewsArticle", "headline": "باران در راه است",}', "باران در راه است"),
        ('{"@type": "NewsArticle", "headline": "باران\nدر راه است"}', "باران در راه است"),
        ('{"@graph": [{"@type": ["NewsArticle"], "headline": "باران"}]}', "باران"),
        ('[{"@type": "WebPage"}, {"@type": "Article", "headline": "آ &amp; ب"}]', "آ & ب"),
        ('{"@type": "Organization", "name": "نمونه"}', ""),
        ("[" * 50_000, ""),
        ("{broken", ""),
    ],
)
def test_json_ld_is_read_tolerantly(read: Read, script: str, headline: str) -> None:
    assert read(page(f'<script type="application/ld+json">{script}</script>')).headline == headline


def test_authors_without_the_site_make_the_byline(read: Read) -> None:
    head = json_ld(
        author=[{"@type": "Person", "name": "مینا راد"}, {"name": "علی نیک"}, {"name": "نمونه"}],
        publisher={"name": "نمونه"},
    )
    assert read(page(head)).byline == "مینا راد، علی نیک"
    assert read(page(meta(article__author="https://social.example/a"))).byline == ""
    assert read(page(before="<span class=author>نویسنده: مینا راد</span>")).byline == "مینا راد"


def test_sections_and_tags_come_from_head_or_page(read: Read) -> None:
    head = meta(article__section="جامعه > شهری") + '<meta name=keywords content="پارک، شهر، پارک">'
    article = read(page(head))
    assert article.section_names == ("جامعه", "شهری")
    assert article.tags == ("پارک", "شهر")
    crumbs = "<ol class=breadcrumb><li><a href=/>خانه</a></li><li><a href=/s>جامعه</a></li></ol>"
    tags = "<div class=tags><a href=/t>#پارک_شهری</a></div>"
    article = read(page(before=crumbs, after=tags))
    assert (article.section_names, article.tags) == (("جامعه",), ("پارک شهری",))
    assert article.sources["section_names"] == article.sources["tags"] == "page"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel=canonical href="/a/1#top">', "https://news.example/a/1"),
        ('<link rel=canonical href="https://news.example/">', "https://news.example/a/1"),
        (meta(og__url="https://news.example/fa/1"), "https://news.example/fa/1"),
        ("<link rel=canonical href='javascript:x'>", "https://news.example/a/1"),
        ("", "https://news.example/a/1"),
    ],
)
def test_the_canonical_address_is_the_articles_own(read: Read, head: str, address: str) -> None:
    assert read(page(head)).canonical_url == address


def test_the_image_is_a_photo_with_its_caption_and_credit(read: Read) -> None:
    figure = """<figure><img src="/files/park-400.jpg"><figcaption>پارکی در جنوب شهر / عکس: مینا راد
    </figcaption></figure>"""
    head = meta(og__image="/files/logo.png") + meta(twitter__image="/files/park-400.jpg")
    for top in (head, ""):
        article = read(page(top, figure))
        assert article.image_url == "https://news.example/files/park-400.jpg"
        assert article.image_caption == "پارکی در جنوب شهر"
        assert article.image_credit == "مینا راد"


def test_small_and_lazy_images_are_understood(read: Read) -> None:
    images = '<img src="/i.jpg" width=16><img src="data:image/gif;base64,x" data-src="/big.jpg">'
    assert read(page(before=images)).image_url == "https://news.example/big.jpg"
    wide = '<img src="/s.jpg" srcset="/s.jpg 320w, /l.jpg 1200w, /m.jpg 640w">'
    assert read(page(before=wide)).image_url == "https://news.example/l.jpg"


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("باران در تهران (عکس: علی رضایی)", ("باران در تهران", "علی رضایی")),
        ("Rain in Tehran. Photo: Jane Example/Agency", ("Rain in Tehran.", "Jane Example/Agency")),
        ("باران در تهران", ("باران در تهران", "")),
        ("", ("", "")),
    ],
)
def test_a_credit_is_told_from_its_caption(caption: str, parts: tuple[str, str]) -> None:
    assert split_credit(caption) == parts


def test_the_language_is_that_of_the_text(read: Read) -> None:
    assert read("<html lang=en>" + page()[6:]).language == "fa"


def test_sources_name_only_filled_fields(read: Read) -> None:
    article = read(page())
    assert dict(article.sources) == {"body_text": "page", "language": "text"}
