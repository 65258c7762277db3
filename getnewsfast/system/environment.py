"""Typed readers for the environment. They fail loudly: a wrong value is never a default."""

from __future__ import annotations

import os
from pathlib import Path

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off", ""}


class WrongSetting(ValueError):
    """An environment variable holds what its reader cannot read."""


def read_text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def read_flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise WrongSetting(f"{name} must be yes or no, not “{value}”.")


def read_number(name: str, default: int, *, least: int = 0, most: int = 1_000_000_000) -> int:
    value = os.environ.get(name)
    if value is None or not value.strip():
        return default
    try:
        number = int(value)
    except ValueError as error:
        raise WrongSetting(f"{name} must be a whole number, not “{value}”.") from error
    if not least <= number <= most:
        raise WrongSetting(f"{name} must lie between {least} and {most}, not {number}.")
    return number


def read_list(name: str, default: str = "") -> list[str]:
    """Comma-separated words."""
    return [word.strip() for word in read_text(name, default).split(",") if word.strip()]


def read_path(name: str, default: str) -> Path:
    return Path(read_text(name) or default).expanduser().resolve()


def read_choice(name: str, default: str, choices: set[str]) -> str:
    value = read_text(name, default)
    if value not in choices:
        raise WrongSetting(f"{name} must be one of {', '.join(sorted(choices))}, not “{value}”.")
    return value
