"""The server: five sites on one loopback port, and a newsroom that publishes as time passes."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from pathlib import Path

from aiohttp import web

from getnewsfast.terminal.demowire.addresses import (
    article_path,
    percent_encode,
    picture_path,
    short_path,
)
from getnewsfast.terminal.demowire.agencies import AGENCIES, Agency, FeedKind
from getnewsfast.terminal.demowire.catalogue import write_catalogue
from getnewsfast.terminal.demowire.drawings import Gallery
from getnewsfast.terminal.demowire.feeds import Edition, write_feed
from getnewsfast.terminal.demowire.manuscripts import Manuscript, load_manuscripts
from getnewsfast.terminal.demowire.newsroom import Dispatch, Memory, Newsroom
from getnewsfast.terminal.demowire.pages import Site

OPENING_COUNT = 12
FEED_LENGTH = 30
_OPENING_STEP = timedelta(minutes=11)


def read_clock() -> datetime:
    """The time in UTC, without the microseconds that no feed can carry."""
    return datetime.now(UTC).replace(microsecond=0)


class DemoWire:
    """Five invented agencies. ``seconds_between=0`` publishes only when told to.

    ``memory_path`` is a file that keeps the times of publication over a restart.
    """

    def __init__(
        self,
        *,
        seconds_between: float = 4.0,
        seed: int = 7,
        now: Callable[[], datetime] = read_clock,
        memory_path: Path | None = None,
        manuscripts: Sequence[Manuscript] | None = None,
    ) -> None:
        self.seconds_between = seconds_between
        self.seed = seed
        self._now = now
        self._memory_path = memory_path
        self.manuscripts = tuple(load_manuscripts() if manuscripts is None else manuscripts)
        memory = Memory.read(memory_path) if memory_path else Memory()
        self.newsroom = Newsroom(self.manuscripts, memory)
        self._gallery = Gallery(seed)
        self._runner: web.AppRunner | None = None
        self._publishing: asyncio.Task[None] | None = None
        self._base_url = ""

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Open the port (0: any free one), publish the opening batch, go on publishing."""
        self._runner = web.AppRunner(self._build_app(), access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        bound_port = self._runner.addresses[0][1]
        self._base_url = f"http://{host}:{bound_port}"
        self.open_with(OPENING_COUNT)
        if self.seconds_between > 0:
            self._publishing = asyncio.create_task(self._publish_for_ever())

    async def stop(self) -> None:
        """Close the port. Stopping twice is no harm."""
        if self._publishing is not None:
            self._publishing.cancel()
            await asyncio.gather(self._publishing, return_exceptions=True)
            self._publishing = None
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def base_url(self) -> str:
        """``http://host:port``; ``RuntimeError`` before :meth:`start`."""
        if not self._base_url:
            raise RuntimeError("the wire has no address before it is started")
        return self._base_url

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies with absolute addresses; ``RuntimeError`` before :meth:`start`."""
        return tuple(agency.at(self.base_url) for agency in AGENCIES)

    @property
    def published(self) -> list[Dispatch]:
        """Every article published so far, oldest first, withdrawn ones too."""
        return self.newsroom.published

    @property
    def updates(self) -> list[Dispatch]:
        """Those of them that were updated."""
        return self.newsroom.updates

    @property
    def withdrawn(self) -> list[Dispatch]:
        """Those of them that were withdrawn."""
        return self.newsroom.withdrawn

    def url_of(self, dispatch: Dispatch) -> str:
        """The absolute address of a published article."""
        return self.base_url + percent_encode(article_path(dispatch.manuscript))

    def open_with(self, count: int) -> None:
        """Publish up to ``count`` articles as if over the last hours, so no site is empty."""
        missing = min(count, len(self.manuscripts)) - len(self.published)
        for number in range(missing, 0, -1):
            self.newsroom.take_turn(self._now() - number * _OPENING_STEP)
        self._remember()

    def publish_next(self) -> Dispatch | None:
        """One turn now: the next article, and the updates and withdrawals that are due."""
        dispatch = self.newsroom.take_turn(self._now())
        self._remember()
        return dispatch

    def publish_all(self) -> None:
        """Turn after turn until nothing is left to publish, update or withdraw."""
        while self.newsroom.has_more:
            self.newsroom.take_turn(self._now())
        self._remember()

    def _remember(self) -> None:
        if self._memory_path is not None:
            self.newsroom.memory.write(self._memory_path)

    async def _publish_for_ever(self) -> None:
        # Uneven steps: a hub must not learn to expect news at a beat.
        uneven = random.Random(self.seed)
        while self.newsroom.has_more:
            await asyncio.sleep(self.seconds_between * uneven.uniform(0.6, 1.4))
            self.publish_next()

    def _build_app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/", self._answer_front_door)
        app.router.add_get("/wire.json", self._answer_catalogue)
        app.router.add_get("/robots.txt", self._answer_robots)
        for agency in AGENCIES:
            app.router.add_get(agency.feed_url, self._answer_feed)
            app.router.add_get(f"/{agency.slug}/style.css", self._answer_file)
            app.router.add_get(f"/{agency.slug}/logo.svg", self._answer_file)
            app.router.add_get(f"/{agency.slug}/service/{{number:[0-9]+}}", self._answer_section)
            app.router.add_post(f"/{agency.slug}/comment", self._answer_comment)
            app.router.add_get(f"/{agency.slug}/", self._answer_home)
        app.router.add_get("/{slug}/media/{code:[0-9]+}.jpg", self._answer_picture)
        app.router.add_get("/{slug}/{rest:.+}", self._answer_article)
        return app

    def _agency(self, request: web.Request) -> Agency:
        slug = request.path.split("/")[1]
        return next(agency for agency in self.agencies if agency.slug == slug)

    def _edition(self, slug: str) -> Edition:
        agency = next(agency for agency in self.agencies if agency.slug == slug)
        dispatches = self.newsroom.of_agency(slug)[:FEED_LENGTH]
        changed_at = self.newsroom.last_change_at(slug) or self._now()
        return Edition(agency, self.base_url, dispatches, changed_at)

    def _site(self, agency: Agency) -> Site:
        return Site(agency, self.base_url, self.newsroom, self.seed)

    async def _answer_feed(self, request: web.Request) -> web.Response:
        agency = self._agency(request)
        edition = self._edition(agency.slug)
        if agency.feed_kind is FeedKind.LISTING:
            body = self._site(agency).write_list("Latest", edition.dispatches).encode()
        else:
            body = write_feed(edition)
        return answer(
            request, body, media_type=agency.feed_media_type, changed_at=edition.changed_at
        )

    async def _answer_home(self, request: web.Request) -> web.Response:
        agency = self._agency(request)
        standing = self.newsroom.of_agency(agency.slug)
        title = "Home" if agency.language == "en" else "صفحهٔ نخست"
        return answer(request, self._site(agency).write_list(title, standing[:20]).encode())

    async def _answer_section(self, request: web.Request) -> web.Response:
        agency = self._agency(request)
        number = int(request.match_info["number"])
        if not 1 <= number <= len(agency.section_names):
            raise web.HTTPNotFound
        name = agency.section_names[number - 1]
        standing = self.newsroom.of_agency(agency.slug)
        chosen = [dispatch for dispatch in standing if dispatch.manuscript.section == name]
        return answer(request, self._site(agency).write_list(name, chosen).encode())

    async def _answer_article(self, request: web.Request) -> web.Response:
        for dispatch in self.published:
            if request.path == short_path(dispatch.manuscript):
                raise web.HTTPMovedPermanently(self.url_of(dispatch))
            if request.path == article_path(dispatch.manuscript):
                return self._write_article(request, dispatch)
        raise web.HTTPNotFound

    def _write_article(self, request: web.Request, dispatch: Dispatch) -> web.Response:
        site = self._site(self._agency(request))
        if dispatch.withdrawn_at:
            text = site.write_gone(dispatch)
            return web.Response(status=410, text=text, content_type="text/html")
        return answer(request, site.write_article(dispatch).encode())

    async def _answer_picture(self, request: web.Request) -> web.Response:
        for manuscript in self.manuscripts:
            if manuscript.picture and request.path == picture_path(manuscript):
                motif = manuscript.picture.motif
                body = await asyncio.to_thread(self._gallery.draw, motif, manuscript.code)
                return answer(request, body, media_type="image/jpeg")
        raise web.HTTPNotFound

    async def _answer_file(self, request: web.Request) -> web.Response:
        _, slug, name = request.path.split("/")
        body = (files(__package__) / "sites" / slug / name).read_bytes()
        return answer(
            request, body, media_type="text/css" if name.endswith(".css") else "image/svg+xml"
        )

    async def _answer_catalogue(self, request: web.Request) -> web.Response:
        return answer(request, write_catalogue(self.agencies), media_type="application/json")

    async def _answer_front_door(self, request: web.Request) -> web.Response:
        items = "".join(
            f'<li><a href="{agency.homepage}">{agency.name_fa} · {agency.name_en}</a></li>'
            for agency in self.agencies
        )
        text = (
            '<!DOCTYPE html>\n<html lang="fa" dir="rtl"><head><meta charset="utf-8"/>'
            f"<title>سیم خبر نمایشی</title></head><body><ul>{items}</ul></body></html>"
        )
        return answer(request, text.encode())

    async def _answer_robots(self, request: web.Request) -> web.Response:
        return answer(
            request, b"User-agent: *\nDisallow: /sepidar/comment\n", media_type="text/plain"
        )

    async def _answer_comment(self, request: web.Request) -> web.Response:
        return web.Response(status=202, text="نظر شما پس از بررسی منتشر می‌شود.")


def answer(
    request: web.Request,
    body: bytes,
    *,
    media_type: str = "text/html",
    changed_at: datetime | None = None,
) -> web.Response:
    """The body with its ETag (and Last-Modified where known), or 304 to who has it already."""
    tag = hashlib.sha256(body).hexdigest()[:24]
    headers = {"ETag": f'"{tag}"', "Cache-Control": "no-cache"}
    if changed_at is not None:
        headers["Last-Modified"] = format_datetime(changed_at.astimezone(UTC), usegmt=True)
    if _has_already(request, tag, changed_at=changed_at):
        return web.Response(status=304, headers=headers)
    charset = "utf-8" if media_type.startswith(("text/", "application/")) else None
    return web.Response(body=body, content_type=media_type, charset=charset, headers=headers)


def _has_already(request: web.Request, tag: str, *, changed_at: datetime | None) -> bool:
    if request.if_none_match is not None:
        return any(known.value in (tag, "*") for known in request.if_none_match)
    since = request.if_modified_since
    return since is not None and changed_at is not None and changed_at <= since
