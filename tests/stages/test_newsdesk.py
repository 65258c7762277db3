"""Rules and people decide: the verbs, the review, the clock. Each is done twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from getnewsfast.articles.core.status import Status
from getnewsfast.articles.events import article_published, article_unpublished
from getnewsfast.articles.models import Article, Tag
from getnewsfast.newsdesk import steps
from getnewsfast.newsdesk.actions.approve import approve
from getnewsfast.newsdesk.actions.hold import hold
from getnewsfast.newsdesk.actions.publish import publish
from getnewsfast.newsdesk.actions.refile import refile
from getnewsfast.newsdesk.actions.reject import reject
from getnewsfast.newsdesk.actions.take_back import take_back
from getnewsfast.newsdesk.actions.unpublish import unpublish
from getnewsfast.newsdesk.actor import HUB, Actor, person
from getnewsfast.newsdesk.models import Rule, Verdict
from getnewsfast.system.failures import GiveUp
from tests import build

pytestmark = pytest.mark.django_db


@contextmanager
def heard(signal: Signal) -> Iterator[list[int]]:
    """The articles a signal speaks of, while the block runs."""
    numbers: list[int] = []

    def hear(article: Article, **_: Any) -> None:
        numbers.append(article.pk)

    signal.connect(hear)
    try:
        yield numbers
    finally:
        signal.disconnect(hear)


def make_editor() -> Actor:
    return person(get_user_model().objects.create_user("dabir", password="x"))


def act(verb: Any, article: Article, **options: Any) -> Article:
    result: Article = verb(article, by=options.pop("by", HUB), now=timezone.now(), **options)
    return result


def plan(article: Article, *, ago: timedelta) -> Revision:
    """An editor's revision, approved to go live at a time that has come."""
    article.go_live_at = timezone.now() - ago
    article.save()
    return article.save_revision(approved_go_live_at=article.go_live_at)


# ── The verbs ────────────────────────────────────────────────────────────────────────────────────
def test_an_approved_article_is_live_once_however_often_it_is_approved() -> None:
    article = build.make_article()
    with heard(article_published) as announced:
        act(approve, article, by=make_editor())
        act(approve, article)
    article.refresh_from_db()
    assert (article.live, article.verdict, article.status) == (True, "approve", Status.PUBLISHED)
    assert announced == [article.pk]
    assert [row.verdict for row in article.verdicts.all()] == ["approve"]
    actions = ModelLogEntry.objects.filter(object_id=str(article.pk)).values_list(
        "action", flat=True
    )
    assert sorted(actions) == ["newsdesk.approve", "wagtail.publish"]


def test_publishing_settles_what_the_public_sees() -> None:
    source = build.make_source(text_terms="excerpt", excerpt_words=9)
    article = build.make_article(
        source=source,
        lead="باران بارید.",
        body="<p><b>رودها</b> <i onclick='x()'>پر</i> شدند. سدها هنوز نیمه‌پرند و "
        "کشاورزان چشم‌به‌راه‌اند.</p>",
    )
    article.tags.set([Tag.objects.create(name="آب‌وهوا")])
    article.save()
    act(publish, article)
    article.refresh_from_db()
    assert article.public_lead == "باران بارید."
    assert (
        article.public_body
        == "<p><strong>رودها</strong> <em>پر</em> شدند. سدها هنوز نیمه‌پرند و…</p>"
    )
    assert article.is_cut
    assert article.slug == f"برداشت-انار-در-دشت-{article.headline.split()[4]}-آغاز-شد"
    assert "ابوهوا" in article.search_key.replace("آ", "ا").replace(" ", "")
    assert list(Article.objects.matching("کشاورزان")) == [article]


def test_an_address_once_given_stays() -> None:
    article = build.publish(build.make_article())
    Article.objects.filter(pk=article.pk).update(headline="تیتری دیگر")
    refile(article, now=timezone.now())
    before, article = article.slug, Article.objects.get(pk=article.pk)
    assert article.slug == before


def test_the_terms_set_the_day_an_article_is_taken_off() -> None:
    article = build.publish(build.make_article(source=build.make_source(expires_after_days=3)))
    assert article.expire_at - article.first_published_at == timedelta(days=3)


@pytest.mark.parametrize("verb", [hold, reject])
def test_holding_and_rejecting_twice_is_holding_and_rejecting_once(verb: Any) -> None:
    article = build.make_article()
    act(verb, article, reason="The rule “{rule}” decided.", places={"rule": "الف"})
    act(verb, article)
    row = Verdict.objects.get(article=article)
    assert row.verdict == verb.__name__
    assert "الف" in row.reason_text
    assert (
        ModelLogEntry.objects.get(object_id=str(article.pk)).action == f"newsdesk.{verb.__name__}"
    )


@pytest.mark.parametrize("verb", [hold, reject])
def test_a_live_article_is_neither_held_nor_rejected(verb: Any) -> None:
    article = build.publish(build.make_article())
    with pytest.raises(GiveUp, match="Unpublish it first"):
        act(verb, article)


def test_a_rejected_article_leaves_the_queue() -> None:
    article = build.make_article()
    act(reject, article)
    assert not Article.objects.waiting().exists()


def test_unpublishing_twice_announces_once() -> None:
    article = build.publish(build.make_article())
    with heard(article_unpublished) as announced:
        unpublish(article, by=HUB)
        unpublish(article, by=HUB)
    article.refresh_from_db()
    assert (article.live, article.status) == (False, Status.UNPUBLISHED)
    assert announced == [article.pk]


def test_an_approval_taken_back_waits_again() -> None:
    article, editor = build.make_article(), make_editor()
    act(approve, article, by=editor)
    act(take_back, article, by=editor)
    act(take_back, article, by=editor)
    article.refresh_from_db()
    assert (article.live, article.status) == (False, Status.HELD)
    assert list(Article.objects.waiting()) == [article]
    assert [row.verdict for row in article.verdicts.all()] == ["hold", "approve"]


def test_a_rejection_taken_back_waits_again() -> None:
    article = build.make_article()
    act(reject, article)
    act(take_back, article)
    assert list(Article.objects.waiting()) == [article]


# ── What must not be published ───────────────────────────────────────────────────────────────────
def test_a_duplicate_is_not_published() -> None:
    first = build.make_article()
    article = build.make_article(duplicate_of=first)
    with pytest.raises(GiveUp, match="a duplicate is not published"):
        act(publish, article)
    article.refresh_from_db()
    assert (article.live, article.verdict) == (False, "")
    assert not article.verdicts.exists()


@pytest.mark.parametrize("fields", [{"headline": " "}, {"lead": "", "body": "<p> </p>"}])
def test_an_article_without_words_is_not_published(fields: dict[str, str]) -> None:
    with pytest.raises(GiveUp, match="not published"):
        act(publish, build.make_article(**fields))


def test_headline_terms_need_no_text() -> None:
    source = build.make_source(text_terms="headline")
    article = build.publish(build.make_article(source=source, lead="", body=""))
    assert (article.live, article.public_body) == (True, "")


def test_an_article_is_not_published_after_its_days_are_over() -> None:
    article = build.make_article(
        source=build.make_source(expires_after_days=2),
        first_published_at=timezone.now() - timedelta(days=3),
    )
    with pytest.raises(GiveUp, match="they are over"):
        act(publish, article)


def test_a_receiver_that_fails_leaves_nothing_published() -> None:
    article = build.make_article()

    def fail(**_: Any) -> None:
        raise RuntimeError("no")

    article_published.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            act(approve, article)
    finally:
        article_published.disconnect(fail)
    article.refresh_from_db()
    assert (article.live, article.verdict) == (False, "")
    assert not article.verdicts.exists()


# ── Edited by a person ───────────────────────────────────────────────────────────────────────────
def test_publishing_an_edited_article_publishes_its_revision_once() -> None:
    article, editor = (
        build.make_article(source=build.make_source(text_terms="headline")),
        make_editor(),
    )
    article.headline = "تیتر دبیر"
    article.save_revision(user=editor.user)
    with heard(article_published) as announced:
        act(approve, article, by=editor)
        act(approve, article, by=editor)
    article.refresh_from_db()
    assert (article.headline, article.public_body, article.is_cut) == ("تیتر دبیر", "", True)
    assert announced == [article.pk]
    assert [row.verdict for row in article.verdicts.all()] == ["approve"]


def test_publishing_an_old_revision_does_not_bring_back_what_is_not_its_own() -> None:
    first = build.make_article()
    article = build.make_article()
    revision = article.save_revision()
    Article.objects.filter(pk=article.pk).update(duplicate_of=first)
    with pytest.raises(GiveUp, match="a duplicate is not published"):
        Revision.objects.get(pk=revision.pk).publish()


# ── The review ───────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("trust", "live"), [("approve", True), ("hold", False)])
def test_a_new_article_is_judged_once(trust: str, live: bool) -> None:
    article = build.make_article(source=build.make_source(trust=trust))
    with heard(article_published) as announced:
        steps.review(article.pk)
        steps.review(article.pk)
    article.refresh_from_db()
    assert (article.live, article.verdict) == (live, trust)
    assert article.verdicts.count() == 1
    assert announced == [article.pk] * live


def test_a_rule_stands_above_trust_and_is_named_in_the_verdict() -> None:
    rule = Rule.objects.create(name="انار", words="انار", verdict="hold")
    Rule.objects.create(name="همه", verdict="approve", order=200)
    article = build.make_article()
    steps.review(article.pk)
    row = article.verdicts.get()
    assert (row.verdict, row.rule) == ("hold", rule)
    assert "انار" in row.reason_text


def test_a_rule_that_is_off_decides_nothing() -> None:
    Rule.objects.create(name="همه", verdict="hold", enabled=False)
    article = build.make_article()
    steps.review(article.pk)
    article.refresh_from_db()
    assert article.live


def test_the_terms_stand_above_the_rules() -> None:
    article = build.make_article(
        source=build.make_source(expires_after_days=1),
        first_published_at=timezone.now() - timedelta(days=2),
    )
    steps.review(article.pk)
    row = article.verdicts.get()
    assert row.verdict == "hold"
    assert row.reason.startswith("{source} allows")


def test_a_duplicate_gets_no_verdict() -> None:
    article = build.make_article(duplicate_of=build.make_article())
    steps.review(article.pk)
    article.refresh_from_db()
    assert (article.verdict, article.live) == ("", False)


def test_a_live_article_shows_the_new_text_of_its_source() -> None:
    article = build.make_article()
    steps.review(article.pk)
    Article.objects.filter(pk=article.pk).update(body="<p>متن تازه‌ی منبع.</p>")
    with heard(article_published) as announced:
        steps.review(article.pk)
        steps.review(article.pk)
    article.refresh_from_db()
    assert article.public_body == "<p>متن تازه‌ی منبع.</p>"
    assert announced == [article.pk]
    assert article.last_published_at > article.first_published_at


def test_an_empty_new_text_does_not_empty_the_page() -> None:
    article = build.make_article()
    steps.review(article.pk)
    before = Article.objects.get(pk=article.pk).public_body
    Article.objects.filter(pk=article.pk).update(lead="", body="")
    steps.review(article.pk)
    assert Article.objects.get(pk=article.pk).public_body == before


# ── The clock ────────────────────────────────────────────────────────────────────────────────────
def test_what_is_due_is_published_once() -> None:
    article = build.make_article()
    plan(article, ago=timedelta(minutes=1))
    with heard(article_published) as announced:
        assert steps.publish_scheduled(timezone.now()) == 1
        assert steps.publish_scheduled(timezone.now()) == 0
    article.refresh_from_db()
    assert (article.live, article.verdict) == (True, "approve")
    assert announced == [article.pk]


def test_what_is_not_due_waits() -> None:
    article = build.make_article()
    plan(article, ago=timedelta(minutes=-5))
    assert steps.publish_scheduled(timezone.now()) == 0
    article.refresh_from_db()
    assert (article.live, article.status) == (False, Status.SCHEDULED)


def test_one_that_fails_does_not_stop_the_rest_and_says_why() -> None:
    bad = build.make_article(duplicate_of=build.make_article())
    plan(bad, ago=timedelta(minutes=2))
    good = build.make_article()
    plan(good, ago=timedelta(minutes=1))
    assert steps.publish_scheduled(timezone.now()) == 1
    assert steps.publish_scheduled(timezone.now()) == 0
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.live, bad.go_live_at, good.live) == (False, None, True)
    assert bad.verdicts.get().reason.startswith("This text is already there")


def test_an_accident_with_one_lets_the_others_through() -> None:
    first, second = build.make_article(), build.make_article()
    plan(first, ago=timedelta(minutes=2))
    plan(second, ago=timedelta(minutes=1))

    def fail(article: Article, **_: Any) -> None:
        if article.pk == first.pk:
            raise RuntimeError("no")

    article_published.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            steps.publish_scheduled(timezone.now())
    finally:
        article_published.disconnect(fail)
    assert not Article.objects.get(pk=first.pk).live
    assert Article.objects.get(pk=second.pk).live


def test_what_is_over_is_taken_off_once() -> None:
    article = build.publish(build.make_article())
    Article.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    with heard(article_unpublished) as announced:
        assert steps.publish_scheduled(timezone.now()) == 1
        assert steps.publish_scheduled(timezone.now()) == 0
    article.refresh_from_db()
    assert (article.live, article.expired) == (False, True)
    assert announced == [article.pk]


def test_holding_drops_the_plan() -> None:
    article = build.make_article()
    plan(article, ago=timedelta(minutes=-5))
    act(hold, article)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    article.refresh_from_db()
    assert article.status == Status.HELD
