"""Small pages of our own in the structures of the sites' families; every text is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from getnewsfast.extract.core.extracted import Extracted
from getnewsfast.system.failures import GiveUp

Read = Callable[..., Extracted]

ONE = "شهردار امروز در گفت‌وگو با خبرنگاران از آغاز ساخت سه پارک تازه در جنوب شهر خبر داد."
TWO = "او افزود کارهای عمرانی این پارک‌ها پیش از نوروز به پایان می‌رسد و برای همه رایگان است."
THREE = "به گفتهٔ شهردار، بودجهٔ این طرح از محل صرفه‌جویی در هزینه‌های جاری فراهم شده است."
LEAD = "سه پارک تازه تا پایان سال در محله‌های جنوبی شهر ساخته می‌شود و در اختیار مردم است."
HEADLINE = "سه پارک تازه برای جنوب شهر"
BODY = f"{ONE}\n{TWO}\n{THREE}"
MENU = "<ul class=menu>" + "<li><a href=/x>سیاسی و اجتماعی</a></li>" * 12 + "</ul>"
COMMENT = "نظر خواننده‌ای که بسیار بلند نوشته است و از همه چیز می‌گوید. "
RELATED_LINKS = "<li><a href=/2>خبر دیگری که ربطی به این خبر ندارد و بلند است</a></li>" * 4


def page(body: str, head: str = "") -> str:
    return f"<html lang=fa><head>{head}</head><body>{MENU}{body}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


NASTOOH = page(
    f"""<article><div class=item-header><h2 class=rutitr>طرح شهرداری</h2>
    <h1 class=title>{HEADLINE}</h1></div><figure class=item-img><img src=/p.jpg>
    <figcaption>نمایی از یک پارک در شهر که سال گذشته ساخته شد.</figcaption></figure>
    <p class="summary introtext">{LEAD}</p><div class=item-body>
    <div class=item-text itemprop=articleBody>{paragraphs(ONE, TWO, THREE, "انتهای پیام/۱۲۳")}
    </div></div><div class=item-code>کد خبر 1234567</div>
    <section class=tags><ul><li><a href=/t/1>شهرداری</a></li><li><a href=/t/2>پارک</a></li></ul>
    </section></article><div class="box related">{RELATED_LINKS}</div>"""
)
IRANSAMANEH = page(
    f"""<div class=news_body><div class=news_path><a href=/>خانه</a><a href=/s>جامعه</a></div>
    <div class=rutitr>طرح شهرداری</div><h1 class=title><a href=/1>{HEADLINE}</a></h1>
    <div class=subtitle>{LEAD}</div><div class=news_pdate_c>۲۱ ارديبهشت ۱۴۰۴ - ۱۸:۵۹</div>
    <div class=body>{ONE}<br><br>{TWO}<br>\n<br>{THREE}<br><br>انتهای پیام</div>
    <div class=tags_title><a href=/t>شهرداری</a><a href=/u>پارک</a></div></div>
    <div id=comments><p>{COMMENT * 3}</p></div>"""
)
ASAM = page(
    f"""<main><article><span class=uptitle>طرح شهرداری</span><h1 class=title>{HEADLINE}</h1>
    <p class=lead>{LEAD}</p><div class=article_body><div id=echo_detail>
    {paragraphs(ONE)}<div class=inline-related><strong>بیشتر بخوانید:</strong><ul>{RELATED_LINKS}
    </ul></div>{paragraphs(TWO, THREE)}</div></div><div class=article_tags><a href=/t>شهرداری</a>
    <a href=/u>پارک</a></div></article></main>"""
)
OLD_PANE = page(
    f"""<form><div class=nwstxtmainpane><h1>{HEADLINE}</h1><div class=lead>{LEAD}</div>
    <span id=nwstxtBodyPane>{paragraphs(ONE, TWO, THREE)}</span></div></form>"""
)


@pytest.mark.parametrize("html", [NASTOOH, IRANSAMANEH, ASAM, OLD_PANE])
def test_each_family_gives_headline_lead_and_body(read: Read, html: str) -> None:
    article = read(html)
    assert (article.headline, article.lead, article.body_text) == (HEADLINE, LEAD, BODY)
    assert article.sources["lead"] == "page"


@pytest.mark.parametrize("html", [NASTOOH, IRANSAMANEH, ASAM])
def test_each_family_gives_kicker_and_tags(read: Read, html: str) -> None:
    article = read(html)
    assert article.kicker == "طرح شهرداری"
    assert article.tags == ("شهرداری", "پارک")


def test_bare_text_with_breaks_becomes_paragraphs(read: Read) -> None:
    assert read(IRANSAMANEH).body_html == f"<p>{ONE}</p>\n<p>{TWO}</p>\n<p>{THREE}</p>"


def test_every_half_space_of_the_text_is_kept(read: Read) -> None:
    text = "می‌رود، «کتاب‌ها»، خانه‌ای، <b>نیم‌فاصله</b>‌ها و <a href=/x>گفت‌وگو</a>های بلند. "
    article = read(page(f"<h1>{HEADLINE}</h1><div class=body>{paragraphs(text * 3, ONE)}</div>"))
    expected = (text * 3 + ONE).count("\u200c")
    assert article.body_text.count("\u200c") == article.body_html.count("\u200c") == expected


def test_single_breaks_inside_a_poem_stay_breaks(read: Read) -> None:
    poem = "باران که می‌بارد<br>شهر آرام می‌شود<br>و کوچه‌ها بیدار"
    article = read(page(f"<div class=item-text>{paragraphs(ONE, poem, TWO)}</div>"))
    assert "<p>باران که می‌بارد<br>شهر آرام می‌شود<br>و کوچه‌ها بیدار</p>" in article.body_html


def test_markup_of_the_text_is_kept_and_links_are_made_absolute(read: Read) -> None:
    rich = f"""<div class=item-text><p>{ONE} <b>مهم</b> و <i>تازه</i> در
    <a href="/b?x=1" onclick=x()>این گزارش</a>.</p><h3 style=x>بودجه</h3><p>{TWO}</p>
    <ul><li>{THREE}</li><li>پارک لاله در خیابان دوم است.</li></ul>
    <blockquote><p>{TWO.replace("او", "وی")}</p></blockquote><p>{LEAD}</p></div>"""
    html = read(page(rich)).body_html
    link = '<a href="https://news.example/b?x=1" rel="noopener nofollow">این گزارش</a>'
    assert f"<p>{ONE} <strong>مهم</strong> و <em>تازه</em> در {link}.</p>" in html
    assert f"<ul><li>{THREE}</li><li>پارک لاله در خیابان دوم است.</li></ul>" in html
    assert "<h3>بودجه</h3>" in html
    assert "<blockquote><p>وی افزود" in html


def test_a_table_of_figures_stays_a_table_and_one_for_layout_does_not(read: Read) -> None:
    figures = "<table><tr><th>شهر</th><th>پارک</th></tr><tr><td>ری</td><td>۳</td></tr></table>"
    layout = (
        f"<table><tr><td>{paragraphs(ONE, TWO)}</td></tr><tr><td><p>{THREE}</p></td></tr></table>"
    )
    article = read(
        page(f"<div class=item-text>{paragraphs(ONE, TWO)}{figures}<p>{THREE}</p></div>")
    )
    assert "<tr><td>ری</td><td>۳</td></tr>" in article.body_html
    assert "ری | ۳" in article.body_text
    assert read(page(layout)).body_text == BODY


@pytest.mark.parametrize(
    "junk",
    [
        "<div class=share-buttons><p>این خبر را با دوستان خود به اشتراک بگذارید.</p></div>",
        "<div class=advert><p>با خرید از فروشگاه ما پنجاه درصد تخفیف بگیرید، همین امروز.</p></div>",
        f"<p><b>بیشتر بخوانید:</b></p><ul>{RELATED_LINKS}</ul>",
        "<p><a href=/2>بیشتر بخوانید: خبر دیگری که ربطی به این خبر ندارد و بلند است</a></p>",
        "<figure><img src=/q.jpg><figcaption>شرح عکسی که متن خبر نیست.</figcaption></figure>",
        "<p style='display:none'>این بند را خواننده در صفحه نمی‌بیند و نباید در متن بیاید.</p>",
        "<script>document.write('این متن برنامه است و نباید در خبر بیاید.')</script>",
        "<p>&nbsp;</p>",
    ],
)
def test_what_is_not_the_text_is_cut_from_its_middle(read: Read, junk: str) -> None:
    html = page(
        f"<h1>{HEADLINE}</h1><div class=item-text>{paragraphs(ONE, TWO)}{junk}<p>{THREE}</p></div>"
    )
    assert read(html).body_text == BODY


@pytest.mark.parametrize(
    "sign_off",
    ["انتهای پیام", "انتهای پیام/", "انتهای پیام/۱۷۳۰۲", "17302", "کد خبر: ۱۲۳۴۵۶", "پایان گزارش"],
)
def test_sign_offs_are_stripped(read: Read, sign_off: str) -> None:
    alone = page(f"<div class=item-text>{paragraphs(ONE, TWO, THREE, sign_off)}</div>")
    assert read(alone).body_text == BODY


def test_a_sign_off_inside_the_last_paragraph_goes_alone(read: Read) -> None:
    last = f"{THREE} <b>انتهای پیام</b>/"
    article = read(page(f"<div class=item-text>{paragraphs(ONE, TWO, last)}</div>"))
    assert article.body_text == BODY
    assert article.body_html.endswith(f"<p>{THREE}</p>")


def test_junk_by_name_is_kept_where_it_holds_the_text(read: Read) -> None:
    html = page(
        f"<h1>{HEADLINE}</h1><div class='sidebar widget'>{paragraphs(ONE, TWO, THREE)}</div>"
    )
    assert read(html).body_text == BODY


def test_a_page_builder_that_calls_every_box_a_widget_is_read(read: Read) -> None:
    boxes = "".join(f"<div class=widget-box><p>{text}</p></div>" for text in (ONE, TWO, THREE))
    filler = "".join(
        f"<div class=widget-box><p>{'دربارهٔ نویسنده و کتاب‌های او، شمارهٔ ' + number}.</p></div>"
        for number in ("یک", "دو", "سه")
    )
    assert ONE in read(page(f"<main>{boxes}</main><div>{filler}</div>")).body_text


def test_long_comments_do_not_outweigh_a_short_report(read: Read) -> None:
    comment = "<div class=comment><p>" + "من با این خبر موافق نیستم و دلیل‌های بسیار دارم. " * 12
    html = page(f"<h1>{HEADLINE}</h1><div class=body>{paragraphs(ONE)}</div>{comment}</p></div>")
    assert read(html).body_text == ONE


def test_a_list_of_other_articles_at_the_end_is_cut(read: Read) -> None:
    teaser = (
        "<div><a href=/{0}>عنوان خبر دیگری که در سایت است شمارهٔ {0}</a>"
        "<p>خلاصهٔ آن خبر دیگر که {0} بار گفته شد و جمله‌ای کامل است.</p></div>"
    )
    tail = "".join(teaser.format(number) for number in range(4))
    html = page(f"<article><h1>{HEADLINE}</h1>{paragraphs(ONE, TWO, THREE)}{tail}</article>")
    assert read(html).body_text == BODY


def test_a_paragraph_shown_twice_is_taken_once(read: Read) -> None:
    html = page(f"<div class=item-text>{paragraphs(ONE, ONE, TWO, THREE)}</div>")
    assert read(html).body_text == BODY


def test_a_heading_without_its_text_goes(read: Read) -> None:
    tail = f"<h3>خبرهای مرتبط با پارک</h3><ul>{RELATED_LINKS}</ul>"
    html = page(f"<div class=item-text>{paragraphs(ONE, TWO, THREE)}{tail}</div>")
    assert read(html).body_html.count("<h3>") == 0


def test_the_text_of_json_ld_serves_where_the_page_shows_a_teaser(read: Read) -> None:
    full = f"{ONE} {TWO} {THREE}\\n{THREE}"
    data = f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "articleBody": "{full}"}}'
    head = f'<script type="application/ld+json">{data}</script>'
    article = read(page(f"<div class=item-text>{paragraphs(ONE)}</div>", head))
    assert article.body_text == f"{ONE} {TWO} {THREE}\n{THREE}"
    assert article.sources["body_text"] == "json-ld"


def test_a_photo_report_has_its_lead_for_text(read: Read) -> None:
    html = page(f"<article><h1 class=title>{HEADLINE}</h1><p class=introtext>{LEAD}</p></article>")
    article = read(html)
    assert (article.lead, article.body_text) == ("", LEAD)


@pytest.mark.parametrize("body", ["", "<div id=root></div><script>app()</script>", "<p>کوتاه</p>"])
def test_a_page_without_text_is_given_up(read: Read, body: str) -> None:
    with pytest.raises(GiveUp, match="no article text"):
        read(page(body))


def test_english_pages_are_read_alike(read: Read) -> None:
    one = "The mayor said on Monday that three new parks would open in the south of the city."
    two = "Work on the parks, she added, would be finished before the end of the financial year."
    html = f"""<header><nav><a href=/>Home</a></nav></header><main><article><h1>Three new parks</h1>
    <p class=standfirst>Residents have asked for green space in the south for twenty years.</p>
    <div class="byline author">By Jane Example</div><div class=article-body>{paragraphs(one)}
    <p>Read more: <a href=/2>Another story that is not part of this one</a></p>
    <div class=newsletter-signup><p>Sign up to our newsletter for the news of the day.</p></div>
    {paragraphs(two)}</div></article></main><footer><p>Copyright, all rights.</p></footer>"""
    article = read(html)
    assert article.body_text == f"{one}\n{two}"
    assert article.lead == "Residents have asked for green space in the south for twenty years."
    assert article.byline == "Jane Example"
