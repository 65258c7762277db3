"""Every sentence that code and templates say is there in Persian."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from types import ModuleType

import pytest

from tests.house.tree import ROOT


@cache
def load_script() -> ModuleType:
    """scripts/messages.py, the same program that ``make messages`` runs."""
    file = ROOT / "scripts" / "messages.py"
    spec = importlib.util.spec_from_file_location("house_messages", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sentences() -> list[object]:
    return [message for message in load_script().find_messages() if message.id]


@pytest.mark.parametrize("language", ["fa"])
def test_no_sentence_lacks_its_translation(language: str, sentences: list[object]) -> None:
    script = load_script()
    catalogue = script.read_catalogue(language)
    missing = []
    for message in sentences:
        known = catalogue.get(message.id, message.context)  # type: ignore[attr-defined]
        if known is None or not script.is_translated(known):
            missing.append(message.id)  # type: ignore[attr-defined]
    assert missing == [], f"{len(missing)} sentences: run «make messages», then translate."


@pytest.mark.parametrize("language", ["fa"])
def test_a_translation_has_the_named_places_of_its_sentence(language: str) -> None:
    script = load_script()
    translated = [
        message
        for message in script.read_catalogue(language)
        if message.id and script.is_translated(message)
    ]
    assert [message.id for message in translated if script.wrong_places(message)] == []


@pytest.mark.parametrize("language", ["fa"])
def test_no_translation_is_left_of_a_sentence_that_is_gone(
    language: str, sentences: list[object]
) -> None:
    said = {(message.id, message.context) for message in sentences}  # type: ignore[attr-defined]
    catalogue = load_script().read_catalogue(language)
    kept = {(message.id, message.context) for message in catalogue if message.id}
    assert kept - said == set()


def test_persian_sentences_have_persian_letters() -> None:
    catalogue = load_script().read_catalogue("fa")
    strings = [
        form
        for message in catalogue
        if message.id
        for form in (message.string if isinstance(message.string, tuple) else (message.string,))
    ]
    assert [form for form in strings if set(form) & set("يكة")] == []
