"""The hub's secrets: made once, kept in the data folder, readable by its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

KEY_FILE = "secret_key"


def read_secret_key(data: Path) -> str:
    """The signing key of this hub, or an empty string where ``init`` has not made one yet."""
    file = data / KEY_FILE
    return file.read_text(encoding="ascii").strip() if file.exists() else ""


def ensure_secret_key(data: Path) -> None:
    """Make the signing key unless it is there; two starts at once agree on one."""
    file = data / KEY_FILE
    if file.exists():
        return
    draft = data / f".{KEY_FILE}.{os.getpid()}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as target:
        target.write(secrets.token_urlsafe(64))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def make_password() -> str:
    """A password a person can type: 20 letters in five groups, about 95 bits."""
    letters = "abcdefghijkmnpqrstuvwxyz23456789"
    groups = ("".join(secrets.choice(letters) for _ in range(4)) for _ in range(5))
    return "-".join(groups)
