"""Style sheets, scripts, fonts and pictures, served before Django is asked.

WhiteNoise knows the files, their compressed twins and their headers, but speaks WSGI; this lets an
ASGI server use it without a thread per file.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from whitenoise.base import WhiteNoise
from whitenoise.responders import Response

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]

PIECE = 64 * 1024
# An uploaded page or drawing stands at our own address: it may be looked at, and runs nothing.
UPLOADED_POLICY = "script-src 'none'; form-action 'none'; base-uri 'none'"
# Hashed names: `paper.1a2b3c4d5e6f.css` and Wagtail's renditions never change what they hold.
HASHED = r"\.[0-9a-f]{12}\.[^/]+$"


def serve_files(app: AsgiApp, *, static: Path, media: Path) -> AsgiApp:
    """Answer ``/static/`` and ``/media/`` from these folders; everything else goes to ``app``."""
    fixed = WhiteNoise(None, max_age=3600, immutable_file_test=HASHED)
    if static.is_dir():
        fixed.add_files(static, prefix="/static/")
    growing = WhiteNoise(
        None,
        autorefresh=True,
        max_age=86_400,
        allow_all_origins=False,
        add_headers_function=_forbid_scripts,
    )
    growing.add_files(media, prefix="/media/")

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.startswith(("/static/", "/media/")):
            await app(scope, receive, send)
            return
        found = fixed.files.get(path)
        if found is None and path.startswith("/media/"):
            found = await asyncio.to_thread(growing.find_file, path)
        if found is None:
            await app(scope, receive, send)
            return
        environ = {
            "HTTP_" + name.decode("latin-1").upper().replace("-", "_"): value.decode("latin-1")
            for name, value in scope["headers"]
        }
        await _send_file(found.get_response(scope["method"], environ), send)

    return answer


def _forbid_scripts(headers: Headers, _path: str, _url: str) -> None:
    headers["Content-Security-Policy"] = UPLOADED_POLICY


async def _send_file(response: Response, send: Send) -> None:
    headers = [*response.headers, ("X-Content-Type-Options", "nosniff")]
    await send(
        {
            "type": "http.response.start",
            "status": int(response.status),
            "headers": [
                (name.lower().encode("latin-1"), str(value).encode("latin-1"))
                for name, value in headers
            ],
        }
    )
    file = response.file
    try:
        while file is not None:
            piece = await asyncio.to_thread(file.read, PIECE)
            if not piece:
                break
            await send({"type": "http.response.body", "body": piece, "more_body": True})
    finally:
        if file is not None:
            file.close()
    await send({"type": "http.response.body", "body": b"", "more_body": False})
