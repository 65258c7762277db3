"""The server itself, over a real loopback port."""

import asyncio
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from aiohttp import ClientSession
from PIL import Image

from getnewsfast.terminal.demowire import DemoWire
from getnewsfast.terminal.demowire.drawings import MOTIFS, Gallery, draw

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@asynccontextmanager
async def _running(**settings):
    wire = DemoWire(seconds_between=0, now=lambda: NOON, **settings)
    await wire.start()
    try:
        async with ClientSession() as session:
            yield wire, session
    finally:
        await wire.stop()


def test_it_opens_with_a_batch_from_the_last_hours():
    async def look():
        async with _running() as (wire, _):
            moments = [d.published_at for d in wire.published]
            assert len(moments) == 12
            assert moments == sorted(moments)
            assert NOON - timedelta(hours=3) < moments[0] < moments[-1] < NOON
            assert {d.manuscript.agency for d in wire.published} == {a.slug for a in wire.agencies}

    asyncio.run(look())


def test_a_feed_answers_304_until_something_changes():
    async def look():
        async with _running() as (wire, session):
            url = wire.agencies[0].feed_url
            async with session.get(url) as answer:
                headers = answer.headers
            by_tag = {"If-None-Match": headers["ETag"]}
            by_date = {"If-Modified-Since": headers["Last-Modified"]}
            for known in (by_tag, by_date):
                async with session.get(url, headers=known) as answer:
                    assert answer.status == 304
            wire.publish_all()
            for known in (by_tag, by_date):
                async with session.get(url, headers=known) as answer:
                    assert answer.status == 200

    asyncio.run(look())


def test_every_page_feed_and_catalogue_is_served():
    async def look():
        async with _running() as (wire, session):
            wire.publish_all()
            addresses = [a.homepage for a in wire.agencies] + [a.feed_url for a in wire.agencies]
            addresses += [f"{a.homepage}{name}" for a in wire.agencies for name in _FILES]
            addresses += [wire.url_of(d) for d in wire.published if not d.withdrawn_at]
            for address in [*addresses, f"{wire.base_url}/", f"{wire.base_url}/robots.txt"]:
                async with session.get(address) as answer:
                    assert answer.status == 200, address
            async with session.get(f"{wire.base_url}/wire.json") as answer:
                catalogue = await answer.json()
            kinds = [agency["feed_kind"] for agency in catalogue["agencies"]]
            assert kinds == ["rss", "atom", "json", "sitemap", "listing"]
            assert catalogue["agencies"][4]["selectors"]["item"] == "ul.posts > li.post"

    asyncio.run(look())


_FILES = ("style.css", "logo.svg", "service/1")


def test_a_withdrawn_article_answers_410_and_leaves_the_feed():
    async def look():
        async with _running() as (wire, session):
            wire.publish_all()
            (gone,) = wire.withdrawn
            async with session.get(wire.url_of(gone)) as answer:
                assert answer.status == 410
                assert gone.lead not in await answer.text()
            async with session.get(wire.agencies[0].feed_url) as answer:
                assert str(gone.manuscript.code) not in await answer.text()

    asyncio.run(look())


def test_what_is_not_yet_published_is_not_there():
    async def look():
        async with _running() as (wire, session):
            last = wire.manuscripts[-1]
            async with session.get(f"{wire.base_url}/{last.agency}/x/{last.code}") as answer:
                assert answer.status == 404
            async with session.get(f"{wire.base_url}/sepidar/service/99") as answer:
                assert answer.status == 404

    asyncio.run(look())


def test_a_short_link_leads_to_the_article():
    async def look():
        async with _running() as (wire, session):
            first = wire.published[0].manuscript
            async with session.get(f"{wire.base_url}/{first.agency}/x/{first.code}") as answer:
                assert answer.status == 200
                assert str(answer.url) == wire.url_of(wire.published[0])

    asyncio.run(look())


def test_a_picture_is_a_jpeg_of_1200_by_675():
    async def look():
        async with _running() as (wire, session):
            chosen = next(d.manuscript for d in wire.published if d.manuscript.picture)
            url = f"{wire.base_url}/{chosen.agency}/media/{chosen.code}.jpg"
            async with session.get(url) as answer:
                assert answer.content_type == "image/jpeg"
                assert Image.open(BytesIO(await answer.read())).size == (1200, 675)

    asyncio.run(look())


def test_a_restarted_wire_keeps_its_dates(tmp_path):
    async def look():
        path = tmp_path / "state.json"
        async with _running(memory_path=path) as (wire, _):
            wire.publish_next()
            before = wire.published
        later = DemoWire(seconds_between=0, now=lambda: NOON + timedelta(days=1), memory_path=path)
        await later.start()
        assert later.published == before
        await later.stop()

    asyncio.run(look())


def test_it_publishes_by_itself_as_time_passes():
    async def look():
        wire = DemoWire(seconds_between=0.01)
        await wire.start()
        before = len(wire.published)
        await asyncio.sleep(0.2)
        assert len(wire.published) > before
        await wire.stop()
        await wire.stop()

    asyncio.run(look())


def test_it_has_no_address_before_it_is_started():
    with pytest.raises(RuntimeError, match="before it is started"):
        _ = DemoWire().base_url


def test_the_same_seed_draws_the_same_picture():
    assert draw("chart", 5, seed=7) == Gallery(7).draw("chart", 5) != draw("chart", 6, seed=7)
    assert len(MOTIFS) >= 10


def _start_program(*options):
    command = [sys.executable, "-m", "getnewsfast.terminal.demowire", "--port", "0", *options]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert program.stdout.readline().startswith("The demo wire is at http://127.0.0.1:")
    return program


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_stops_cleanly_on_a_signal(number):
    program = _start_program()
    program.send_signal(number)
    output, _ = program.communicate(timeout=10)
    assert output.endswith("The demo wire has stopped.\n")
    assert program.returncode == 0


_PARENT = """
import os, subprocess, sys
command = [sys.executable, "-m", "getnewsfast.terminal.demowire", "--port", "0"]
subprocess.Popen([*command, "--parent-pid", str(os.getpid())]).wait()
"""


def test_the_program_stops_when_its_parent_is_killed():
    command = [sys.executable, "-c", _PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout.readline().startswith("The demo wire is at ")
        parent.kill()
        # The pipe ends only when the wire, which inherited it, has ended too.
        assert parent.stdout.read().endswith("The demo wire has stopped.\n")


def test_the_wire_needs_no_django():
    code = "import sys, getnewsfast.terminal.demowire; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_taken_port_is_said_in_words():
    async def look():
        async with _running() as (wire, _):
            port = wire.base_url.rpartition(":")[2]
            command = [sys.executable, "-m", "getnewsfast.terminal.demowire", "--port", port]
            return await asyncio.to_thread(
                subprocess.run, command, capture_output=True, text=True, check=False
            )

    result = asyncio.run(look())
    assert result.returncode == 1
    assert "cannot listen on 127.0.0.1:" in result.stderr
    assert "Traceback" not in result.stderr
