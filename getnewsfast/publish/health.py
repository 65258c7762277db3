"""``/health/``: how the hub is, for people and monitors."""

from __future__ import annotations

from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import Max
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from getnewsfast.articles.models import Article
from getnewsfast.collect.models import Feed
from getnewsfast.system.jobs import DEAD_WORKER_SECONDS

LATE_SECONDS = 120  # a feed that waits longer than this for its look says that no one watches


@transaction.non_atomic_requests  # it must answer where there is no database
def show_health(request: HttpRequest) -> JsonResponse:
    """200 where everything runs, 503 where something does not; what, is in the body."""
    try:
        state = read_state()
    except DatabaseError:
        state = {"status": "fault", "database": "fault"}
    status = 200 if state["status"] == "ok" else 503
    return JsonResponse(state, status=status, headers={"Cache-Control": "no-store"})


def read_state() -> dict[str, object]:
    now = timezone.now()
    watch, late_seconds = _look_at_watch()
    worker_count, waiting_count, waiting_seconds = _look_at_jobs()
    workers = "ok" if worker_count else "fault"
    behind = _seconds_behind()
    return {
        "status": "ok" if watch == workers == "ok" else "fault",
        "database": "ok",
        "watch": watch,
        "workers": workers,
        "worker_count": worker_count,
        "late_feed_seconds": late_seconds,
        "waiting_job_count": waiting_count,
        "waiting_job_seconds": waiting_seconds,
        "lag_seconds": behind,
        "published_count": Article.objects.published().count(),
        "last_published_at": Article.objects.published().aggregate(at=Max("last_published_at"))[
            "at"
        ],
        "at": now,
    }


def _look_at_watch() -> tuple[str, float]:
    now = timezone.now()
    first = Feed.objects.due(now - timedelta(seconds=LATE_SECONDS)).first()
    if first is None:
        return "ok", 0.0
    return "fault", round((now - first.next_look_at).total_seconds(), 1)


def _look_at_jobs() -> tuple[int, int, float]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_workers"
            " where last_heartbeat > now() - make_interval(secs => %s)",
            [DEAD_WORKER_SECONDS],
        )
        workers = cursor.fetchone()
        cursor.execute(
            "select count(*),"
            " coalesce(extract(epoch from now() - min(coalesce(j.scheduled_at, e.at))), 0)"
            " from procrastinate_jobs j left join procrastinate_events e"
            " on e.job_id = j.id and e.type = 'deferred'"
            " where j.status = 'todo' and coalesce(j.scheduled_at, now()) <= now()"
        )
        jobs = cursor.fetchone()
    return int(workers[0]), int(jobs[0]), round(max(0.0, float(jobs[1])), 1)


def _seconds_behind() -> float | None:
    """Median seconds from the sources' publication to ours, of the last fifty articles."""
    newest = Article.objects.published().newest().filter(source_published_at__isnull=False)[:50]
    delays = sorted(delay for article in newest if (delay := article.seconds_behind) is not None)
    return float(delays[len(delays) // 2]) if delays else None
