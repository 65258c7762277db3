"""The article's form: the real Publish button, the schedule, the terms."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import Revision

from getnewsfast.articles.core.status import Status
from getnewsfast.articles.events import article_published
from getnewsfast.articles.models import Article, Tag
from getnewsfast.newsdesk import steps
from getnewsfast.newsdesk.forms import write_moment
from tests import build

DRAFTAIL = (
    '{"blocks":[{"key":"a","text":"%s","type":"unstyled","depth":0,'
    '"inlineStyleRanges":[%s],"entityRanges":[]}],"entityMap":{}}'
)


def address(article: Article) -> str:
    return f"/desk/articles/edit/{article.pk}/"


def form_of(article: Article, **changed: str) -> dict[str, str]:
    values = {
        "kicker": "",
        "headline": article.headline,
        "lead": article.lead,
        "body": DRAFTAIL % ("نخستین بار انار امروز به بازار رسید.", ""),
        "image": "",
        "image_caption": "",
        "image_credit": "",
        "section": "",
        "tags": "",
        "byline": "",
        "language": "fa",
        "go_live_at": "",
        "expire_at": "",
    }
    return {**values, **changed}


def make_held(**terms: Any) -> Article:
    return build.make_article(source=build.make_source(trust="hold", **terms))


def test_the_publish_button_publishes_what_the_terms_allow(desk: Client) -> None:
    article = make_held(text_terms="excerpt", excerpt_words=9)
    announced: list[tuple[int, bool]] = []

    def hear(article: Article, **_: Any) -> None:
        announced.append((article.pk, article.is_cut))

    article_published.connect(hear)
    try:
        form = form_of(article, headline="تیتر دبیر", lead="یک دو سه")
        answer = desk.post(address(article), {**form, "action-publish": "1"})
    finally:
        article_published.disconnect(hear)
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (article.live, article.headline, article.verdict) == (True, "تیتر دبیر", "approve")
    assert (article.public_lead, article.is_cut) == ("یک دو سه", True)
    assert article.public_body == "<p>نخستین بار انار امروز به بازار…</p>"
    assert announced == [(article.pk, True)]
    assert article.verdicts.get().user.username == "dabir"


def test_the_bold_words_of_an_editor_stay_bold(desk: Client) -> None:
    article = make_held(text_terms="full")
    bold = DRAFTAIL % ("باران تند آمد", '{"offset":6,"length":3,"style":"BOLD"}')
    desk.post(address(article), {**form_of(article, body=bold), "action-publish": "1"})
    article.refresh_from_db()
    assert article.public_body == "<p>باران <strong>تند</strong> آمد</p>"


@pytest.mark.django_db(transaction=True)
def test_a_publication_that_fails_half_way_leaves_nothing(desk: Client) -> None:
    article = make_held()

    def fail(**_: Any) -> None:
        raise RuntimeError("no")

    article_published.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            desk.post(address(article), {**form_of(article), "action-publish": "1"})
    finally:
        article_published.disconnect(fail)
    article.refresh_from_db()
    assert (article.live, article.verdict, article.latest_revision) == (False, "", None)
    assert not Revision.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_a_duplicate_cannot_be_published_but_its_draft_is_kept(desk: Client) -> None:
    article = build.make_article(duplicate_of=build.make_article())
    answer = desk.post(
        address(article),
        {**form_of(article, headline="تیتر تازه"), "action-publish": "1"},
        follow=True,
    )
    article.refresh_from_db()
    assert (article.live, article.headline) == (False, "تیتر تازه")
    assert 'class="error' in answer.content.decode()


def test_a_scheduled_article_goes_live_at_its_time(desk: Client) -> None:
    article = make_held()
    at = timezone.now() + timedelta(days=2)
    typed = write_moment(at)
    assert re.fullmatch(r"[۰-۹]{4}/[۰-۹]{2}/[۰-۹]{2} [۰-۹]{2}:[۰-۹]{2}", typed)
    desk.post(address(article), {**form_of(article, go_live_at=typed), "action-publish": "1"})
    article.refresh_from_db()
    assert (article.live, article.status) == (False, Status.SCHEDULED)
    assert f'id="article-{article.pk}"' not in desk.get("/desk/queue/").content.decode()
    past = timezone.now() - timedelta(seconds=1)  # the two days have gone by
    content = {**article.latest_revision.content, "go_live_at": past.isoformat()}
    Revision.objects.update(approved_go_live_at=past, content=content)
    assert steps.publish_scheduled(timezone.now()) == 1
    article.refresh_from_db()
    assert article.live


def test_a_draft_with_a_time_is_not_scheduled(desk: Client) -> None:
    article = make_held()
    typed = write_moment(timezone.now() + timedelta(days=2))
    desk.post(address(article), form_of(article, go_live_at=typed))
    article.refresh_from_db()
    assert article.status == Status.WAITING


def test_a_cancelled_schedule_waits_again(desk: Client) -> None:
    article = make_held()
    typed = write_moment(timezone.now() + timedelta(days=2))
    desk.post(address(article), {**form_of(article, go_live_at=typed), "action-publish": "1"})
    article.refresh_from_db()
    history = f"/desk/articles/history/{article.pk}/revisions/"
    desk.post(f"{history}{article.latest_revision_id}/unschedule/")
    article.refresh_from_db()
    assert (article.status, article.go_live_at) == (Status.HELD, None)


@pytest.mark.parametrize("typed", ["1409/09/03 18:30", "۱۴۰۹/۰۹/۰۳ ۱۸:۳۰", "2030-11-24 18:30"])
def test_a_time_is_read_in_both_calendars(desk: Client, typed: str) -> None:
    article = make_held()
    desk.post(address(article), form_of(article, expire_at=typed))
    article.refresh_from_db()
    assert article.expire_at == datetime(2030, 11, 24, 18, 30, tzinfo=ZoneInfo("Asia/Tehran"))


def test_a_time_that_is_none_is_refused_with_an_example(desk: Client) -> None:
    article = make_held()
    answer = desk.post(address(article), form_of(article, go_live_at="فردا شاید"))
    assert answer.status_code == 200
    assert write_moment(timezone.now())[:5] in answer.content.decode()


def test_tags_are_typed_by_name_and_share_one_key(desk: Client) -> None:
    known = Tag.objects.create(name="کتاب‌خوانی")
    article = make_held()
    desk.post(address(article), form_of(article, tags="كتابخواني، روستا ,روستا"))
    article.refresh_from_db()
    assert {tag.name for tag in article.tags.all()} == {"کتاب‌خوانی", "روستا"}
    assert known in article.tags.all()
    page = unescape(desk.get(address(article)).content.decode())
    assert "کتاب‌خوانی" in page
    assert desk.get("/desk/queue/tags/", {"term": "كتاب"}).json() == ["کتاب‌خوانی"]


def test_unpublishing_takes_it_off(desk: Client) -> None:
    article = build.publish(build.make_article())
    desk.post(f"/desk/articles/unpublish/{article.pk}/")
    article.refresh_from_db()
    assert (article.live, article.status) == (False, Status.UNPUBLISHED)


def test_the_list_is_searched_in_any_spelling_and_filtered_by_status(desk: Client) -> None:
    held = build.make_article(headline="کتاب‌های تازه رسید", source=build.make_source(trust="hold"))
    live = build.publish(build.make_article(headline="برف آمد"))
    found = desk.get("/desk/articles/", {"q": "كتاب‌هاي"}).content.decode()
    assert held.headline in found
    assert live.headline not in found
    published = desk.get("/desk/articles/", {"status": "published"}).content.decode()
    assert live.headline in published
    assert held.headline not in published


def test_an_editor_does_not_change_whose_article_it_is(desk: Client) -> None:
    article, other = make_held(), build.make_source()
    desk.post(address(article), form_of(article, source=str(other.pk)))
    article.refresh_from_db()
    assert article.source != other


@pytest.mark.parametrize("view", ["edit", "history", "delete", "unpublish"])
def test_the_screens_of_an_article_open(chiefs_desk: Client, view: str) -> None:
    article = build.publish(build.make_article())
    assert chiefs_desk.get(f"/desk/articles/{view}/{article.pk}/").status_code == 200


def test_what_the_text_told_of_its_origin_is_shown(desk: Client) -> None:
    facts = {"agency_name": "ایسنا", "quoting": "رویترز", "place": "قم", "news_code": "8512"}
    article = build.make_article(attribution=facts)
    page = unescape(desk.get(f"/desk/articles/edit/{article.pk}/").content.decode())
    for told in facts.values():
        assert told in page


def test_two_revisions_are_compared(desk: Client) -> None:
    article = make_held()
    desk.post(address(article), form_of(article, headline="یک"))
    desk.post(address(article), form_of(article, headline="دو"))
    first, second = Revision.objects.order_by("pk").values_list("pk", flat=True)
    answer = desk.get(f"/desk/articles/history/{article.pk}/revisions/compare/{first}...{second}/")
    assert answer.status_code == 200
