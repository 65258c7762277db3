"""What keeps readers, editors and the machine safe."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from getnewsfast.system.secrets import ensure_secret_key, make_password, read_secret_key
from getnewsfast.system.static import serve_files
from tests.build import make_article, publish

PASSWORD = "kabutar-dar-baran-12"


def read_policy(header: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for part in header.split(";") if (words := part.split())}


# ── Pages ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.django_db
def test_public_pages_run_nothing_that_is_not_ours(client: Client) -> None:
    article = publish(make_article())
    paths = [reverse("home"), article.get_absolute_url(), reverse("search"), "/no-such-page/"]
    for path in paths:
        answer = client.get(path)
        policy = read_policy(answer["Content-Security-Policy"])
        words = {word for sources in policy.values() for word in sources}
        assert words <= {"'self'", "'none'"}, path
        assert policy["default-src"] == ["'none'"] and policy["script-src"] == ["'self'"]
        assert policy["base-uri"] == ["'none'"] and policy["form-action"] == ["'self'"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.django_db
def test_readers_get_no_cookie(client: Client) -> None:
    article = publish(make_article())
    for path in (reverse("home"), article.get_absolute_url(), reverse("feed_all")):
        assert not client.get(path).cookies, path


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/desk/", "/desk/images/", "/desk/users/", "/desk/reports/site-history/"]
)
def test_the_desk_opens_to_nobody_unknown(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/login/")


@pytest.mark.django_db
def test_the_desks_policy_allows_no_unsafe_script_either(client: Client) -> None:
    policy = read_policy(client.get("/desk/login/")["Content-Security-Policy"])
    words = {word for sources in policy.values() for word in sources}
    assert not {word for word in words if "unsafe" in word or "*" in word or "http" in word}
    assert policy["script-src"] == ["'self'"]


# ── Logging in ───────────────────────────────────────────────────────────────────────────────────


def log_in(client: Client, password: str, name: str = "dabir") -> Any:
    return client.post("/desk/login/", {"username": name, "password": password})


@pytest.fixture
def editor(db: None) -> Any:
    return get_user_model().objects.create_superuser("dabir", "", PASSWORD)


def test_a_session_is_kept_from_scripts_and_from_other_sites(client: Client, editor: Any) -> None:
    assert log_in(client, PASSWORD).status_code == 302
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    client.get("/desk/login/")
    assert client.get("/desk/").status_code in (200, 302)
    token = Client()
    token.get("/desk/login/")
    assert token.cookies["csrftoken"]["httponly"]
    assert token.cookies["csrftoken"]["samesite"] == "Lax"


def test_a_form_without_its_token_is_refused(editor: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    assert log_in(client, PASSWORD).status_code == 403


def test_many_wrong_passwords_close_the_door_even_to_the_right_one(
    client: Client, editor: Any, settings: Any
) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert log_in(client, "wrong").status_code == 200
    for password in ("wrong", PASSWORD, PASSWORD):
        answer = log_in(client, password)
        assert answer.status_code == 429
        assert int(answer["Retry-After"]) == 900
    assert "sessionid" not in client.cookies
    other = get_user_model().objects.create_superuser("digari", "", PASSWORD)
    assert log_in(client, PASSWORD, other.username).status_code == 302, "others may go on"


def test_a_right_password_before_that_forgets_the_wrong_ones(
    client: Client, editor: Any, settings: Any
) -> None:
    for _ in range(2):
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            log_in(client, "wrong")
        assert log_in(client, PASSWORD).status_code == 302
        client.logout()


# ── Files ────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A data folder with two folders that are served, and a secret beside them."""
    for name in ("static", "media", "media-private"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.css").write_text(f"/* {name} */")
    (tmp_path / "secret_key").write_text("secret")
    return tmp_path


def ask(files: Path, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """The answer of the file server; 404 where it leaves the question to the site."""
    sent: list[Any] = []

    async def site(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    app = serve_files(site, static=files / "static", media=files / "media")
    scope = {"type": "http", "method": method, "path": path, "headers": [(b"host", b"x")]}
    async_to_sync(app)(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(part.get("body", b"") for part in sent[1:])


@pytest.mark.parametrize("folder", ["static", "media"])
def test_files_are_served_as_what_they_are(files: Path, folder: str) -> None:
    status, headers, body = ask(files, f"/{folder}/paper.css")
    assert (status, body) == (200, f"/* {folder} */".encode())
    assert headers["content-type"].startswith("text/css")
    assert headers["x-content-type-options"] == "nosniff"
    assert ask(files, f"/{folder}/paper.css", "HEAD")[::2] == (200, b"")


@pytest.mark.parametrize("folder", ["static", "media"])
@pytest.mark.parametrize(
    "rest",
    [
        "../secret_key",
        "../../etc/passwd",
        "..%2fsecret_key",
        "%2e%2e/secret_key",
        "....//secret_key",
        "./../secret_key",
        "paper.css/../../secret_key",
        "..\\secret_key",
        "/etc/passwd",
        "//etc/passwd",
        "../media-private/paper.css",
        "\0",
        "paper.css\0.png",
        "",
        ".",
        "no-such-file",
    ],
)
def test_nothing_outside_the_folder_is_ever_served(files: Path, folder: str, rest: str) -> None:
    status, _headers, body = ask(files, f"/{folder}/{rest}")
    assert (status, body) == (404, b"")


@pytest.mark.parametrize("name", ["page.html", "drawing.svg"])
def test_what_an_editor_uploads_runs_no_script_at_our_address(files: Path, name: str) -> None:
    (files / "media" / name).write_text("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    status, headers, _body = ask(files, f"/media/{name}")
    assert status == 200
    assert read_policy(headers["content-security-policy"])["script-src"] == ["'none'"]


def test_a_folder_with_a_longer_name_is_another_folder(files: Path) -> None:
    assert ask(files, "/media-private/paper.css")[0] == 404


def test_a_file_that_came_a_moment_ago_is_served_and_a_removed_one_is_not(files: Path) -> None:
    (files / "media" / "new.jpg").write_bytes(b"jpeg")
    assert ask(files, "/media/new.jpg")[0] == 200
    (files / "media" / "new.jpg").unlink()
    assert ask(files, "/media/new.jpg")[0] == 404


# ── Secrets ──────────────────────────────────────────────────────────────────────────────────────


def test_the_key_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    assert read_secret_key(tmp_path) == ""
    old = os.umask(0)
    try:
        ensure_secret_key(tmp_path)
    finally:
        os.umask(old)
    key = read_secret_key(tmp_path)
    assert len(key) >= 80
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    ensure_secret_key(tmp_path)
    assert read_secret_key(tmp_path) == key
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_two_starts_at_once_agree_on_one_key(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from getnewsfast.system import secrets as s;"
        "sys.stdin.read(); here = Path(sys.argv[1]); s.ensure_secret_key(here);"
        "print(s.read_secret_key(here), end='')"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", program, tmp_path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.close()  # all of them go on at once
    keys = set()
    for start in starts:
        assert start.stdout is not None
        with start.stdout as said:
            keys.add(said.read())
        assert start.wait(10) == 0
    assert keys == {read_secret_key(tmp_path).encode()} != {b""}
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_made_password_is_long_and_easy_to_type() -> None:
    passwords = {make_password() for _ in range(50)}
    assert len(passwords) == 50
    for password in passwords:
        assert len(password.split("-")) == 5
        assert not set(password) & set("lo01"), "letters that look alike are left out"
