"""From an entry to an article: each step twice, against a real site and the real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from local_site import LocalSite, Reply, open_local_site, run_step

from getnewsfast import flow
from getnewsfast.articles.models import Article
from getnewsfast.collect.models import Entry, Source
from getnewsfast.extract import steps
from getnewsfast.extract.models import Snapshot
from getnewsfast.system.failures import TryAgain
from tests.build import make_entry, make_feed, make_source
from tests.flow.agency import write_page

# The page is kept by a thread of its own, which sees what is committed.
pytestmark = pytest.mark.django_db(transaction=True)

HEADLINE = "برداشت انار در دشت آغاز شد"
PARAGRAPHS = [
    "باغ‌داران دشت می‌گویند امسال انارها زودتر رسیده‌اند و بار باغ‌ها بیشتر از پارسال است.",
    "در میدان میوه، قیمت هر کیلو به ۲۰۰۰ تومان رسیده است و خریداران از شهرهای دور آمده‌اند.",
    "کارشناسان می‌گویند باران پاییزی به باغ‌ها کمک کرده و برداشت تا پایان ماه ادامه دارد.",
]
EDITED = [*PARAGRAPHS[:2], "بر پایه متن اصلاح‌شده، برداشت تا پایان فصل در همه روستاها ادامه دارد."]


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with open_local_site() as opened:
        yield opened


def serve_page(site: LocalSite, page: bytes, status: int = 200) -> None:
    site.replies["/n/1"] = Reply(page, status, {"Content-Type": "text/html"})


def make_found(site: LocalSite, **fields: Any) -> Entry:
    source = fields.pop("source", None) or make_source(is_local=True)
    defaults = {"link": f"{site.url}/n/1", "headline": HEADLINE, "summary": "خلاصه خوراک"}
    return make_entry(feed=make_feed(source=source), **{**defaults, **fields})


def take_in(entry: Entry, *, last_try: bool = False) -> Article | None:
    """Fetch and read the page, each twice; the article."""
    for _ in range(2):
        run_step(steps.fetch_page, entry.pk, last_try=last_try)
    ids = {steps.make_article(entry.pk) for _ in range(2)}
    assert len(ids) == 1
    return Article.objects.filter(pk=ids.pop()).first()


def edit_at_agency(site: LocalSite, entry: Entry, paragraphs: list[str]) -> None:
    """The agency changes its page, and its feed announces the entry's next version."""
    serve_page(site, write_page(HEADLINE, paragraphs))
    entry.version += 1
    entry.save()


def test_a_page_becomes_the_fields_of_one_article(site: LocalSite) -> None:
    serve_page(site, write_page(HEADLINE, PARAGRAPHS))
    entry = make_found(site, section_names=["کشاورزی"], tag_names=["انار"])
    article = take_in(entry)
    assert article is not None and Article.objects.count() == 1
    assert site.count("/n/1") == 1, "a page is asked for once"
    assert (article.headline, article.language) == (HEADLINE, "fa")
    assert (article.original_url, article.found_at) == (entry.link, entry.found_at)
    assert (article.source_section_names, article.source_tag_names) == (["کشاورزی"], ["انار"])
    assert all(paragraph in article.lead + article.body for paragraph in PARAGRAPHS)
    assert "درباره ما" not in article.body and "بیشتر بخوانید" not in article.body
    assert (article.live, article.verdict, article.text_from_feed) == (False, "", False)


def test_half_spaces_are_kept_and_letters_put_right(site: LocalSite) -> None:
    page = write_page(HEADLINE, [p.replace("ی", "ي").replace("ک", "ك") for p in PARAGRAPHS])
    serve_page(site, page)
    article = take_in(make_found(site))
    assert article is not None
    text = article.lead + article.body
    assert "باغ\u200cداران" in text and "می\u200cگویند" in text
    assert "ي" not in text and "ك" not in text


def test_the_agencys_credit_is_a_fact_and_not_text(site: LocalSite) -> None:
    source = make_source(name="خبرگزاری ایسنا", is_local=True)
    first = f"به گزارش ايسنا از قم، {PARAGRAPHS[0]}"
    text = [first, *PARAGRAPHS[1:], "خبرنگار: مینا راد", "انتهای پیام/ ۴۱"]
    serve_page(site, write_page(HEADLINE, text))
    article = take_in(make_found(site, source=source))
    assert article is not None
    assert PARAGRAPHS[0] in article.body
    for gone in ("به گزارش", "خبرنگار", "انتهای پیام"):
        assert gone not in article.body
    assert article.attribution["agency"] == "isna"
    assert article.attribution["agency_name"] == "ایسنا"
    assert article.attribution["place"] == "قم"
    assert article.credited_to == ""  # the source itself


def test_nothing_dangerous_comes_through(site: LocalSite) -> None:
    evil = (
        "<script>steal()</script><iframe src='//evil.example'></iframe>"
        "<p onclick='steal()' style='color:red'>متن <a href='javascript:steal()'>پیوند</a></p>"
        "<form><input></form><p><img src=x onerror=steal()>پایان</p>"
    ).encode()
    page = write_page(HEADLINE, PARAGRAPHS).replace(b"itemprop='articleBody'>", b">" + evil)
    serve_page(site, page)
    article = take_in(make_found(site))
    assert article is not None and PARAGRAPHS[0] in article.lead + article.body
    for word in ("script", "iframe", "onclick", "onerror", "style=", "<form", "<input", "steal"):
        assert word not in article.body


@pytest.mark.parametrize("status", [404, 410, 403])
def test_where_the_page_is_gone_the_feeds_own_text_is_taken(site: LocalSite, status: int) -> None:
    serve_page(site, b"", status)
    article = take_in(make_found(site, content_html=f"<p>{PARAGRAPHS[0]}</p><script>x</script>"))
    assert article is not None and article.text_from_feed
    assert PARAGRAPHS[0] in article.lead + article.body
    assert "script" not in article.body
    snapshot = Snapshot.objects.get()
    assert (snapshot.body, snapshot.reason_places) == (b"", {"status": str(status)})
    assert str(status) in snapshot.reason_text


def test_where_there_is_no_text_at_all_the_entry_says_why(site: LocalSite) -> None:
    entry = make_found(site, link="", url_key="", headline="", summary="")
    assert take_in(entry) is None
    entry.refresh_from_db()
    assert entry.reason and entry.reason_text.endswith(".")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_source_is_asked_again_and_at_last_the_feed_is_believed(
    site: LocalSite, status: int
) -> None:
    site.replies["/n/1"] = Reply(status=status, headers={"Retry-After": "90"})
    entry = make_found(site, summary=PARAGRAPHS[0])
    for _ in range(2):
        with pytest.raises(TryAgain) as again:
            run_step(steps.fetch_page, entry.pk, last_try=False)
        assert again.value.after_seconds == 90
    assert Snapshot.objects.count() == 0
    article = take_in(entry, last_try=True)
    assert article is not None and article.text_from_feed
    assert PARAGRAPHS[0] in article.lead + article.body


def test_a_page_is_kept_packed_as_it_came_and_forgotten_after_its_time(
    site: LocalSite, settings: Any
) -> None:
    page = write_page(HEADLINE, PARAGRAPHS * 20)
    serve_page(site, page)
    article = take_in(make_found(site))
    snapshot = Snapshot.objects.get()
    assert snapshot.body == page
    assert len(bytes(snapshot.packed)) < len(page) / 3
    now = timezone.now()
    assert steps.forget_snapshots(now + timedelta(days=settings.SNAPSHOT_DAYS - 1)) == 0
    over = now + timedelta(days=settings.SNAPSHOT_DAYS + 1)
    assert (steps.forget_snapshots(over), steps.forget_snapshots(over)) == (1, 0)
    assert Article.objects.get() == article


def test_a_public_source_never_has_a_page_on_this_machine(site: LocalSite) -> None:
    serve_page(site, write_page(HEADLINE, PARAGRAPHS))
    article = take_in(make_found(site, source=make_source(is_local=False)))
    assert site.asked == []
    assert article is not None and article.text_from_feed


def test_a_new_version_renews_an_article_nobody_has_worked_on(site: LocalSite) -> None:
    serve_page(site, write_page(HEADLINE, PARAGRAPHS))
    entry = make_found(site)
    before = take_in(entry)
    edit_at_agency(site, entry, EDITED)
    after = take_in(entry)
    assert before is not None and after is not None
    assert after.pk == before.pk and after.entry_version == 2
    assert EDITED[2] in after.body and PARAGRAPHS[2] not in after.body


def test_an_editors_text_is_never_overwritten(site: LocalSite) -> None:
    serve_page(site, write_page(HEADLINE, PARAGRAPHS))
    entry = make_found(site)
    article = take_in(entry)
    assert article is not None
    article.headline = "تیتر دبیر"
    article.save()
    article.save_revision()
    edit_at_agency(site, entry, EDITED)
    after = take_in(entry)
    assert after is not None and after.source_changed
    assert (after.headline, after.body, after.entry_version) == ("تیتر دبیر", article.body, 2)


def test_an_article_its_agency_edits_is_refiled_on_the_site(site: LocalSite) -> None:
    source = make_source(is_local=True, trust=Source.Trust.APPROVE)
    serve_page(site, write_page(HEADLINE, PARAGRAPHS))
    entry = make_found(site, source=source)
    run_step(steps.fetch_page, entry.pk, last_try=False)
    for _ in range(2):
        flow.carry_on(entry.pk)
    first = Article.objects.get()
    assert first.live and PARAGRAPHS[2] in first.public_body

    edit_at_agency(site, entry, EDITED)
    run_step(steps.fetch_page, entry.pk, last_try=False)
    for _ in range(2):
        flow.carry_on(entry.pk)
    second = Article.objects.get()
    assert second.live and second.get_absolute_url() == first.get_absolute_url()
    assert EDITED[2] in second.public_body and PARAGRAPHS[2] not in second.public_body
    assert second.first_published_at == first.first_published_at
    assert second.last_published_at is not None and first.last_published_at is not None
    assert second.last_published_at > first.last_published_at
