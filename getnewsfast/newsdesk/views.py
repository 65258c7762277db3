"""The queue: what waits for a decision, and the decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.home import HomeView

from getnewsfast.articles.models import Article, Tag
from getnewsfast.articles.queries import ArticleQuerySet
from getnewsfast.collect.templatetags.moments import shown_number
from getnewsfast.newsdesk.actions.approve import approve
from getnewsfast.newsdesk.actions.hold import hold
from getnewsfast.newsdesk.actions.reject import reject
from getnewsfast.newsdesk.actions.take_back import take_back
from getnewsfast.newsdesk.actor import person
from getnewsfast.newsdesk.models import Verdict
from getnewsfast.system.failures import GiveUp, gettext_noop
from getnewsfast.system.reasons import say
from getnewsfast.text.normalise import key

PER_PAGE: Final = 25
MOST_AT_ONCE: Final = 100
MOST_TAGS: Final = 10
Verb = Callable[..., Article]
VERBS: Final[dict[str, Verb]] = {
    "approve": approve,
    "hold": hold,
    "reject": reject,
    "take_back": take_back,
}
needs_publisher = permission_required("articles.publish_article", raise_exception=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One article of the queue, and why it waits."""

    article: Article
    verdict: Verdict | None

    @property
    def reason(self) -> str:
        return self.verdict.reason_text if self.verdict else ""


def find_waiting() -> ArticleQuerySet:
    """Newest first. What is approved and not live yet is scheduled, and does not wait."""
    waiting = Article.objects.waiting().exclude(verdict=Article.Verdict.APPROVE)
    return waiting.for_cards().order_by("-found_at", "-pk")


def open_desk(request: HttpRequest) -> HttpResponse:
    """The desk's first page: the queue, for whoever works on it."""
    if request.user.has_perm("articles.publish_article"):
        return redirect("newsdesk_queue")
    response: HttpResponse = require_admin_access(HomeView.as_view())(request)
    return response


@require_GET
@needs_publisher
def show_queue(request: HttpRequest) -> HttpResponse:
    page = Paginator(find_waiting(), PER_PAGE).get_page(request.GET.get("p"))
    title = _("Newsdesk")
    context = {
        "page_obj": page,
        "lines": _read_lines(list(page.object_list)),
        "header_title": title,
        "header_icon": "clipboard-list",
        "breadcrumbs_items": [{"url": "", "label": title}],
        "queue_url": reverse("newsdesk_queue"),
    }
    return render(request, "newsdesk/queue.html", context)


def _read_lines(articles: list[Article]) -> list[Line]:
    latest: dict[int, Verdict] = {}
    rows = Verdict.objects.filter(article__in=articles).select_related("user")
    for verdict in rows.order_by("at", "pk"):
        latest[verdict.article_id] = verdict
    return [Line(article, latest.get(article.pk)) for article in articles]


@require_POST
@needs_publisher
def decide(request: HttpRequest) -> HttpResponse:
    """Carry out one verb on one article (its button) or on all that are ticked."""
    verb_name, _colon, single = request.POST.get("do", "").partition(":")
    verb = VERBS.get(verb_name)
    ids = [single] if single else request.POST.getlist("article")
    numbers = [int(pk) for pk in ids if pk.isdecimal()][:MOST_AT_ONCE]
    if verb is not None and numbers:
        _carry_out(request, verb_name, numbers)
    elif verb is not None:
        messages.warning(request, _("No article is ticked."))
    return redirect(_queue_page(request))


def _queue_page(request: HttpRequest) -> str:
    page = request.POST.get("p", "")
    return reverse("newsdesk_queue") + (f"?p={page}" if page.isdecimal() else "")


def _carry_out(request: HttpRequest, verb_name: str, numbers: list[int]) -> None:
    done: list[Article] = []
    for article in Article.objects.filter(pk__in=numbers).order_by("found_at", "pk"):
        try:
            _check_lock(request, article)
            verb = VERBS[verb_name]
            done.append(verb(article, by=person(request.user), now=timezone.now()))
        except GiveUp as failure:
            reason = say(failure.message, failure.places)
            messages.error(
                request,
                _("“{headline}”: {reason}").format(headline=article.headline, reason=reason),
            )
    if done:
        _tell(request, verb_name, done)


def _check_lock(request: HttpRequest, article: Article) -> None:
    lock = article.get_lock()
    if lock is not None and lock.for_user(request.user):
        raise GiveUp(gettext_noop("Another editor has locked this article."))


def _tell(request: HttpRequest, verb_name: str, done: list[Article]) -> None:
    sentence = _say_done(verb_name, done)
    if verb_name not in ("approve", "reject"):
        messages.success(request, sentence)
        return
    # Button and articles belong to the form «undo» of the queue's page, which has the token.
    button = format_html(
        '<button class="button button-small button-secondary" form="undo" name="do"'
        ' value="take_back">{}</button>',
        _("Undo"),
    )
    articles = format_html_join(
        "",
        '<input type="hidden" form="undo" name="article" value="{}">',
        ((article.pk,) for article in done),
    )
    messages.success(request, format_html("{} {}{}", sentence, button, articles))


def _say_done(verb_name: str, done: list[Article]) -> str:
    return _say_one(verb_name, done[0]) if len(done) == 1 else _say_many(verb_name, len(done))


def _say_one(verb_name: str, article: Article) -> str:
    sentences = {
        "approve": _("“{headline}” is published."),
        "hold": _("“{headline}” is held."),
        "reject": _("“{headline}” is rejected."),
        "take_back": _("“{headline}” waits again."),
    }
    if verb_name == "approve" and not article.live:
        return _("“{headline}” will be published at its time.").format(headline=article.headline)
    return sentences[verb_name].format(headline=article.headline)


def _say_many(verb_name: str, count: int) -> str:
    sentences = {
        "approve": ngettext(
            "{count} article is published.", "{count} articles are published.", count
        ),
        "hold": ngettext("{count} article is held.", "{count} articles are held.", count),
        "reject": ngettext("{count} article is rejected.", "{count} articles are rejected.", count),
        "take_back": ngettext(
            "{count} article waits again.", "{count} articles wait again.", count
        ),
    }
    return sentences[verb_name].format(count=shown_number(count))


@require_GET
@needs_publisher
def preview(request: HttpRequest, article_id: int) -> HttpResponse:
    """The article as its page would show it, with what an editor has not published yet."""
    article = get_object_or_404(Article, pk=article_id).get_latest_revision_as_object()
    response: HttpResponse = article.serve_preview(request, "")
    return response


@require_GET
@permission_required("articles.change_article", raise_exception=True)
def complete_tag(request: HttpRequest) -> JsonResponse:
    """Names of tags that begin with what an editor has typed, for the tag field of the form."""
    folded = key(request.GET.get("term", ""))
    tags = Tag.objects.filter(key__startswith=folded) if folded else Tag.objects.none()
    return JsonResponse(list(tags.values_list("name", flat=True)[:MOST_TAGS]), safe=False)
