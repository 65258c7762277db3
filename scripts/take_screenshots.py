"""The README's two pictures, of site and desk, taken from a demo that this script runs.

Example:
  python scripts/take_screenshots.py docs/images
"""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SWITCHES = [
    *["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
    *["--disable-background-networking", "--disable-component-update", "--disable-sync"],
]
VIEW = {"width": 1280, "height": 860}
FILL_SECONDS = 45.0  # until most sections have an article
START_SECONDS = 120.0


def main() -> None:
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("There is no Chromium here: install it by «apt-get install chromium».")
    target.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="getnewsfast-pictures-"))
    port, log = free_port(), folder / "log"
    with log.open("wb") as terminal:
        place = ["--data", str(folder / "data"), "--port", str(port)]
        demo = subprocess.Popen(
            [sys.executable, "-m", "getnewsfast", "demo", "--every", "0.8", *place],
            stdout=terminal,
            stderr=terminal,
        )
    try:
        password = wait_for_password(log)
        time.sleep(FILL_SECONDS)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
            page = browser.new_page(viewport=VIEW)  # type: ignore[arg-type]
            take_site(page, f"http://127.0.0.1:{port}", target)
            take_desk(page, f"http://127.0.0.1:{port}", password, target)
            browser.close()
    finally:
        demo.send_signal(signal.SIGINT)
        demo.wait(40)
        shutil.rmtree(folder, ignore_errors=True)


def take_site(page: Page, url: str, target: Path) -> None:
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=target / "site.png")
    print(target / "site.png")


def take_desk(page: Page, url: str, password: str, target: Path) -> None:
    page.goto(f"{url}/desk/")
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", password)
    page.click("button[type=submit]")
    page.goto(f"{url}/desk/queue/")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=target / "desk.png")
    print(target / "desk.png")


def wait_for_password(log: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if found := re.search(r"password: (\S+)", log.read_text(errors="replace")):
            return found.group(1)
        time.sleep(0.5)
    sys.exit(f"The demo did not start:\n{log.read_text(errors='replace')[-2000:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
