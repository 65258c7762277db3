"""The sentences to translate: ``collect`` them into getnewsfast/locale, ``check`` that none lacks.

English msgids stand in code and templates; the Persian catalogue must be complete.

Examples:
  python scripts/messages.py collect
  python scripts/messages.py check
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "getnewsfast"
LANGUAGES = ("fa",)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def find_messages() -> Catalog:
    """Every msgid of the package, with the files it stands in."""
    catalog = Catalog(project="Get News Fast", charset="utf-8")
    for file in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("templates/**/*.html")]):
        source = file.read_text(encoding="utf-8")
        if file.suffix == ".html":
            source = templatize(source)
        place = str(file.relative_to(ROOT))
        for _line, text, notes, context in extract(
            "python", BytesIO(source.encode()), KEYWORDS, ("Translators:",)
        ):
            if text and text != "":
                catalog.add(text, locations=[(place, 0)], auto_comments=notes, context=context)
    return catalog


def catalogue_file(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(language: str) -> Catalog:
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(locale=language, project="Get News Fast", charset="utf-8")
    with file.open("rb") as source:
        return read_po(source, locale=language)


def collect() -> None:
    found = find_messages()
    for language in LANGUAGES:
        catalogue = read_catalogue(language)
        catalogue.update(found, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.header_comment = "# The sentences of Get News Fast."
        catalogue.last_translator = catalogue.language_team = "Get News Fast"
        catalogue.fuzzy = False  # a fuzzy catalogue is silently left out by its compiler
        file = catalogue_file(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as target:
            write_po(target, catalogue, width=100, no_location=True, omit_header=False)
        missing = sum(not is_translated(message) for message in catalogue if message.id)
        print(f"{language}: {len(catalogue)} sentences, {missing} to translate")


def check() -> None:
    found = find_messages()
    faults = []
    for language in LANGUAGES:
        catalogue = read_catalogue(language)
        for message in found:
            if not message.id:
                continue
            known = catalogue.get(message.id, message.context)
            if known is None or not is_translated(known):
                faults.append(f"{language}: not translated: {message.id!r} {message.locations[:1]}")
            elif wrong := wrong_places(known):
                faults.append(f"{language}: {wrong}: {message.id!r}")
    print("\n".join(faults))
    if faults:
        sys.exit(
            f"{len(faults)} sentences lack a translation: run «make messages», then translate."
        )


def is_translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def wrong_places(message: Message) -> str:
    """A translation must have the named places of its sentence, all and no others."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = named_places(ids[-1])
    for form in forms:
        if named_places(form) - wanted or (wanted - named_places(form) and len(ids) == 1):
            return "other places than the sentence"
    return ""


def named_places(sentence: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|\{\w+\}", sentence))


if __name__ == "__main__":
    settings.configure()
    commands = {"collect": collect, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]]()
