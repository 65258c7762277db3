"""The paper and the desk in a real browser, served by a whole hub with its invented wire."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT_SECONDS = 90.0
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Hub:
    """A running demo: where it is, and its administrator's password."""

    url: str
    password: str


def find_chromium() -> str:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        sentence = "no Chromium here: install it by «apt-get install chromium»"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def hub() -> Iterator[Hub]:
    find_chromium()
    folder = Path(tempfile.mkdtemp(prefix="getnewsfast-browser-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "terminal.log"
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GETNEWSFAST_", "DATABASE_URL"))
    }
    with log.open("wb") as terminal:
        process = subprocess.Popen(
            [
                *[sys.executable, "-m", "getnewsfast", "demo", "--every", "0.5"],
                *["--data", str(folder / "data"), "--port", str(port)],
            ],
            env=environment,
            stdout=terminal,
            stderr=terminal,
        )
    try:
        yield Hub(f"http://127.0.0.1:{port}", wait_for_password(log))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(40)
        shutil.rmtree(folder, ignore_errors=True)


def wait_for_password(log: Path) -> str:
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        if found := re.search(r"password: (\S+)", log.read_text(errors="replace")):
            return found.group(1)
        time.sleep(0.3)
    raise AssertionError(f"the demo did not start: {log.read_text(errors='replace')[-2000:]}")


@dataclass
class Watched:
    """A page with what went wrong while it was looked at."""

    page: Page
    complaints: list[str]
    foreign: list[str]


def watch(browser: Browser, hub: Hub, size: dict[str, int], *, scripts: bool = True) -> Watched:
    context = browser.new_context(viewport=size, java_script_enabled=scripts)  # type: ignore[arg-type]
    page = context.new_page()
    watched = Watched(page, [], [])
    own = urlsplit(hub.url).netloc
    page.on(
        "console",
        lambda said: watched.complaints.append(said.text) if said.type == "error" else None,
    )
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            watched.foreign.append(request.url)
            if urlsplit(request.url).scheme.startswith("http")
            and urlsplit(request.url).netloc != own
            else None
        ),
    )
    return watched


def first_article(hub: Hub) -> str:
    with urllib.request.urlopen(f"{hub.url}/feeds/all.rss", timeout=10) as answer:
        links = re.findall(r"<link>([^<]*/article/[^<]*)</link>", answer.read().decode())
    return hub.url + urlsplit(links[0]).path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "path", ["/", "/section/economy/", "/search/?q=انار", "/about/", "article"]
)
def test_a_page_fits_its_screen_and_asks_no_foreign_host(
    browser: Browser, hub: Hub, size: dict[str, int], path: str
) -> None:
    watched = watch(browser, hub, size)
    page = watched.page
    answer = page.goto(first_article(hub) if path == "article" else hub.url + path)
    assert answer is not None and answer.status == 200
    assert page.evaluate("document.documentElement.dir") == "rtl"
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= size["width"], "the page is wider than its screen"
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Vazirmatn'))")
    assert (watched.complaints, watched.foreign) == ([], [])


def test_the_paper_reads_without_scripts(browser: Browser, hub: Hub) -> None:
    page = watch(browser, hub, PHONE, scripts=False).page
    page.goto(hub.url)
    page.locator("article a").first.click()
    page.wait_for_url("**/article/**")
    assert page.locator("h1").inner_text().strip()
    assert page.get_by_text("منبع").first.is_visible()
    assert page.locator("a.credit").first.get_attribute("href")


def test_a_held_article_is_published_by_one_button(browser: Browser, hub: Hub) -> None:
    watched = watch(browser, hub, DESK)
    page = watched.page
    page.goto(f"{hub.url}/desk/")
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", hub.password)
    page.click("button[type=submit]")
    page.goto(f"{hub.url}/desk/queue/")
    deadline = time.monotonic() + WAIT_SECONDS
    approve = page.locator(".desk-line button[value^='approve:']")
    while approve.count() == 0 and time.monotonic() < deadline:
        page.wait_for_timeout(1000)
        page.reload()
    headline = page.locator(".desk-headline").first.inner_text().strip()
    approve.first.click()
    page.wait_for_load_state()
    assert headline in page.inner_text("body"), "the desk says what it published"
    page.goto(f"{hub.url}/search/?q={headline}")
    assert page.get_by_text(headline).first.is_visible()
    assert watched.foreign == []
