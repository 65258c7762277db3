"""The queue: what waits for a decision, and the decision, without scripts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.utils import timezone

from getnewsfast.articles.models import Article
from getnewsfast.newsdesk import steps
from tests import build

QUEUE, DECIDE = "/desk/queue/", "/desk/queue/decide/"


def make_held(**fields: object) -> Article:
    article = build.make_article(source=build.make_source(trust="hold"), **fields)
    steps.review(article.pk)
    article.refresh_from_db()
    return article


def decide(desk: Client, what: str, **more: object) -> str:
    answer = desk.post(DECIDE, {"do": what, **more}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_desk_opens_with_the_queue(desk: Client) -> None:
    assert desk.get("/desk/").headers["Location"] == QUEUE


def test_what_waits_stands_newest_first_with_its_reason(desk: Client) -> None:
    old = make_held(headline="خبر کهنه", found_at=timezone.now() - timedelta(hours=2))
    new = make_held(headline="خبر نو")
    page = desk.get(QUEUE).content.decode()
    assert page.index(new.headline) < page.index(old.headline)
    assert new.source.name in page
    assert page.count('class="desk-reason"') == 2


def test_an_empty_queue_says_so(desk: Client) -> None:
    page = desk.get(QUEUE).content.decode()
    assert 'class="desk-empty"' in page


def test_published_rejected_and_duplicate_articles_do_not_wait(desk: Client) -> None:
    build.publish(build.make_article(headline="منتشر شده"))
    make_held(headline="تکراری است", duplicate_of=build.make_article())
    rejected = make_held(headline="رد شده")
    decide(desk, f"reject:{rejected.pk}")
    page = desk.get(QUEUE).content.decode()
    assert "منتشر شده" not in page
    assert "تکراری است" not in page
    assert f'id="article-{rejected.pk}"' not in page


def test_a_long_queue_is_paged(desk: Client) -> None:
    for number in range(27):
        make_held(headline=f"خبر {number}")
    assert desk.get(QUEUE).content.decode().count('class="desk-line"') == 25
    assert desk.get(QUEUE, {"p": 2}).content.decode().count('class="desk-line"') == 2


def test_approving_publishes_and_undo_takes_it_back(desk: Client, editor: AbstractUser) -> None:
    article = make_held()
    page = decide(desk, f"approve:{article.pk}")
    article.refresh_from_db()
    assert article.live
    assert article.verdicts.first().user == editor
    assert f'form="undo" name="article" value="{article.pk}"' in page
    decide(desk, "take_back", article=[article.pk])
    article.refresh_from_db()
    assert (article.live, article.verdict, article.first_published_at) == (False, "hold", None)


def test_rejecting_and_taking_back(desk: Client) -> None:
    article = make_held()
    decide(desk, f"reject:{article.pk}")
    article.refresh_from_db()
    assert article.verdict == "reject"
    page = decide(desk, "take_back", article=[article.pk])
    assert f'id="article-{article.pk}"' in page


def test_holding_names_the_person(desk: Client, editor: AbstractUser) -> None:
    article = make_held()
    decide(desk, f"hold:{article.pk}")
    assert article.verdicts.first().user == editor
    decide(desk, f"hold:{article.pk}")
    assert article.verdicts.count() == 2


def test_all_that_are_ticked_are_decided_together(desk: Client) -> None:
    articles = [make_held() for _ in range(3)]
    decide(desk, "approve", article=[article.pk for article in articles[:2]])
    assert [Article.objects.get(pk=article.pk).live for article in articles] == [True, True, False]


def test_nothing_ticked_changes_nothing(desk: Client) -> None:
    article = make_held()
    decide(desk, "approve")
    article.refresh_from_db()
    assert not article.live


def test_one_that_may_not_be_published_says_why_and_the_others_are(desk: Client) -> None:
    bad, good = make_held(lead="", body="", headline="بی‌متن"), make_held()
    page = decide(desk, "approve", article=[bad.pk, good.pk])
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.live, bad.verdict, good.live) == (False, "hold", True)
    assert 'class="error' in page


def test_an_article_another_editor_has_locked_is_left_alone(
    desk: Client, chief: AbstractUser
) -> None:
    article = make_held()
    Article.objects.filter(pk=article.pk).update(
        locked=True, locked_by=chief, locked_at=timezone.now()
    )
    decide(desk, f"approve:{article.pk}")
    article.refresh_from_db()
    assert not article.live


@pytest.mark.parametrize("what", ["delete:1", "approve:x", "approve:999999999", "", ":"])
def test_a_wrong_request_does_no_harm(desk: Client, what: str) -> None:
    article = make_held()
    decide(desk, what)
    article.refresh_from_db()
    assert article.verdict == "hold"


def test_a_decision_needs_its_token(editor: AbstractUser) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    article = make_held()
    assert client.post(DECIDE, {"do": f"approve:{article.pk}"}).status_code == 403
    article.refresh_from_db()
    assert not article.live


def test_the_preview_shows_what_is_not_published(desk: Client) -> None:
    article = make_held(headline="هنوز نه")
    answer = desk.get(f"/desk/queue/preview/{article.pk}/")
    assert answer.status_code == 200
    assert "هنوز نه" in answer.content.decode()


@pytest.mark.parametrize("address", [QUEUE, DECIDE, "/desk/articles/", "/desk/sources/"])
def test_a_stranger_is_sent_to_the_door(client: Client, db: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/desk/login/")


@pytest.mark.django_db
def test_a_user_without_a_role_cannot_decide(django_user_model: type[AbstractUser]) -> None:
    client, article = Client(), make_held()
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.post(DECIDE, {"do": f"approve:{article.pk}"}).status_code == 302
    article.refresh_from_db()
    assert not article.live
