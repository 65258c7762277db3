"""``/wire.json``: what a hub needs to know to watch the five agencies."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from getnewsfast.terminal.demowire.agencies import Agency


def write_catalogue(agencies: Iterable[Agency]) -> bytes:
    """The agencies as JSON; ``selectors`` stands only at the one whose feed is a page."""
    return json.dumps(
        {"agencies": [_describe(agency) for agency in agencies]}, ensure_ascii=False, indent=1
    ).encode()


def _describe(agency: Agency) -> dict[str, object]:
    described: dict[str, object] = {
        "name_fa": agency.name_fa,
        "name_en": agency.name_en,
        "slug": agency.slug,
        "language": agency.language,
        "languages": list(agency.languages),
        "homepage": agency.homepage,
        "feed_url": agency.feed_url,
        "feed_kind": agency.feed_kind.value,
        "sections": list(agency.section_names),
    }
    if agency.selectors is not None:
        described["selectors"] = asdict(agency.selectors)
    return described
