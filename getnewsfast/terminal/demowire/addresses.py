"""Where each agency keeps its articles: five habits, all under one host."""

from __future__ import annotations

import re
from urllib.parse import quote

from getnewsfast.terminal.demowire.agencies import AGENCIES, Agency
from getnewsfast.terminal.demowire.manuscripts import Manuscript

BY_SLUG: dict[str, Agency] = {agency.slug: agency for agency in AGENCIES}


def slug_of_headline(headline: str) -> str:
    """«برف در راه است؛ ۱۲ استان» becomes «برف-در-راه-است-۱۲-استان»; half-spaces go too."""
    words = re.findall(r"[\w\u200c]+", headline)
    return "-".join(word.replace("\u200c", "-") for word in words)[:90].strip("-")


def article_path(manuscript: Manuscript) -> str:
    """The path of an article, undecorated by percent signs. It never changes with the headline."""
    code, title = manuscript.code, slug_of_headline(manuscript.headline)
    match manuscript.agency:
        case "sepidar":
            return f"/sepidar/news/{code}/{title}"
        case "tuka":
            section = slug_of_headline(manuscript.section)
            return f"/tuka/بخش-{section}-{section_number(manuscript)}/{code}-{title}"
        case "sanjeh":
            return f"/sanjeh/a/{manuscript.name}"
        case "dimeh":
            return f"/dimeh/fa/news/{code}/{title}"
        case _:
            return f"/lajvard/{manuscript.language}/{code}/{manuscript.name}"


def section_number(manuscript: Manuscript) -> int:
    """The place of its section in its agency's menu, from 1."""
    return BY_SLUG[manuscript.agency].section_names.index(manuscript.section) + 1


def section_path(agency: Agency, number: int) -> str:
    """The page of a section."""
    return f"/{agency.slug}/service/{number}"


def short_path(manuscript: Manuscript) -> str:
    """The short link that agencies print under an article."""
    return f"/{manuscript.agency}/x/{manuscript.code}"


def picture_path(manuscript: Manuscript) -> str:
    """The picture of an article."""
    return f"/{manuscript.agency}/media/{manuscript.code}.jpg"


def percent_encode(path: str) -> str:
    """The path as it goes over the wire."""
    return quote(path, safe="/-._~")
