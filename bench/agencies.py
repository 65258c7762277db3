"""Many agencies on one loopback port: feeds that grow on demand, pages of a usual size.

``python -m bench.agencies PORT``; ``POST /publish?source=N&count=K`` adds K articles to a source.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from datetime import UTC, datetime
from email.utils import format_datetime

from aiohttp import web

# A usual agency page: 40 kB, of which a tenth is the article.
MENU = "".join(f"<li><a href='/menu/{n}'>بخش شماره {n} از فهرست سایت</a></li>" for n in range(60))
RELATED = "".join(
    f"<li><a href='/news/old/{n}'>تیتر یک خبر قدیمی‌تر با شماره {n} در همین زمینه</a></li>"
    for n in range(120)
)
SCRIPT = "<script>" + "var padding = 'x';" * 700 + "</script>"
FEED_LENGTH = 2000

articles: dict[int, list[tuple[int, datetime]]] = defaultdict(list)
numbers = iter(range(1, 10_000_000))


def write_feed(base: str, source: int) -> str:
    items = "".join(
        f"<item><title>گزارش شماره {number} از منبع {source}</title>"
        f"<link>{base}/s/{source}/news/{number}</link><guid>{source}-{number}</guid>"
        f"<category>اقتصاد</category><pubDate>{format_datetime(at)}</pubDate></item>"
        for number, at in reversed(articles[source][-FEED_LENGTH:])
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>"
        f"<title>منبع {source}</title><link>{base}/</link><description/>{items}</channel></rss>"
    )


def write_page(source: int, number: int) -> str:
    paragraphs = "".join(
        f"<p>بند {part} از گزارش {number} منبع {source}: بازار در روز {number * 7 + part} آرام بود "
        f"و خریداران می‌گویند قیمت‌ها به {number * 13 + part * 1000} تومان رسیده است. کشاورزان دشت "
        "هم از باران پاییزی خوشحال‌اند و برداشت را تا پایان ماه ادامه می‌دهند.</p>"
        for part in range(1, 9)
    )
    return (
        "<!doctype html><html lang='fa' dir='rtl'><head><meta charset='utf-8'>"
        f"<title>گزارش شماره {number} از منبع {source}</title>{SCRIPT}</head><body>"
        f"<nav><ul>{MENU}</ul></nav><article><div class='item-header'>"
        f"<h1 class='title'>گزارش شماره {number} از منبع {source}</h1>"
        "<p class='summary'>قیمت میوه در میدان مرکزی امروز تغییری نکرد.</p></div>"
        f"<div class='item-text' itemprop='articleBody'>{paragraphs}</div></article>"
        f"<aside class='related'><ul>{RELATED}</ul></aside></body></html>"
    )


async def answer_feed(request: web.Request) -> web.Response:
    source = int(request.match_info["source"])
    etag = f'"{len(articles[source])}"'
    if request.headers.get("If-None-Match") == etag:
        return web.Response(status=304, headers={"ETag": etag})
    base = f"http://{request.host}"
    return web.Response(
        text=write_feed(base, source), content_type="application/rss+xml", headers={"ETag": etag}
    )


async def answer_page(request: web.Request) -> web.Response:
    source, number = int(request.match_info["source"]), int(request.match_info["number"])
    return web.Response(text=write_page(source, number), content_type="text/html")


async def publish(request: web.Request) -> web.Response:
    source, count = int(request.query["source"]), int(request.query["count"])
    now = datetime.now(UTC)
    added = [next(numbers) for _ in range(count)]
    articles[source].extend((number, now) for number in added)
    return web.json_response(added)


def main() -> None:
    app = web.Application()
    app.router.add_get("/s/{source:[0-9]+}/feed", answer_feed)
    app.router.add_get("/s/{source:[0-9]+}/news/{number:[0-9]+}", answer_page)
    app.router.add_post("/publish", publish)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None)


if __name__ == "__main__":
    main()
