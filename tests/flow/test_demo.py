"""The demo: a whole hub on an invented news wire, published within a minute."""

from __future__ import annotations

import re
import signal
from collections import Counter
from pathlib import Path

import psycopg

from getnewsfast.extract.core.sanitise import plain_text
from getnewsfast.system.postgres import embedded_url
from getnewsfast.text.normalise import key
from tests.flow.hubs import Hub, copy_hub, find_processes, wait_until

PUBLISHED = 15
DUPLICATES = 2
ARTICLE = re.compile(r'href="(/article/\d+/[^"]+)"')


def count(data: Path, condition: str) -> int:
    with psycopg.connect(embedded_url(data)) as connection:
        row = connection.execute(f"select count(*) from articles_article where {condition}")
        return int((row.fetchone() or [0])[0])


def test_the_demo_publishes_with_credit_within_a_minute(made_hub: Path, tmp_path: Path) -> None:
    data = copy_hub(made_hub, tmp_path / "demo")
    with Hub(data, "demo", ("--every", "0.3")) as hub:
        hub.wait_until_well()
        wait_until(
            lambda: (
                count(data, "live") >= PUBLISHED
                and count(data, "duplicate_of_id is not null") >= DUPLICATES
            ),
            lambda: (hub.health(), hub.said),
        )
        assert hub.health()["status"] == "ok"
        assert_each_article_has_its_credit(hub)
        assert_no_text_is_live_twice(data)
        assert hub.send(signal.SIGINT) == 0, hub.said
        assert find_processes(data) == []
    assert "Site: " in hub.said and hub.said.strip().endswith("Stopped.")


def assert_each_article_has_its_credit(hub: Hub) -> None:
    status, home = hub.read("/")
    assert status == 200
    paths = sorted(set(ARTICLE.findall(home)))
    assert len(paths) >= 5, home[:500]
    with psycopg.connect(embedded_url(hub.data)) as connection:
        query = (
            "select a.id, a.original_url, coalesce(nullif(s.credit_line, ''), s.name)"
            " from articles_article a join collect_source s on s.id = a.source_id"
        )
        known = {number: (url, credit) for number, url, credit in connection.execute(query)}
    for path in paths:
        status, page = hub.read(path)
        assert status == 200
        url, credit = known[int(path.split("/")[2])]
        assert credit in page and url in page.replace("&amp;", "&"), path


def assert_no_text_is_live_twice(data: Path) -> None:
    with psycopg.connect(embedded_url(data)) as connection:
        bodies = connection.execute("select body from articles_article where live").fetchall()
        hung = connection.execute(
            "select count(*) from articles_article a join articles_article f"
            " on f.id = a.duplicate_of_id where a.live or f.duplicate_of_id is not null"
        ).fetchone()
    texts = Counter(key(plain_text(body)) for (body,) in bodies)
    assert [text for text, number in texts.items() if text and number > 1] == []
    assert hung == (0,), "a reprint is never live, and hangs under an original"
