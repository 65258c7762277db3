"""Reading a page as a program does: its elements, links and texts."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from lxml import html


def open_page(reader: Client, address: str) -> html.HtmlElement:
    """The page at an address that must be there."""
    response = reader.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return html.document_fromstring(response.content.decode())


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def links_of(element: html.HtmlElement) -> set[str]:
    return {link.get("href") for link in element.iter("a") if link.get("href")}


def meta_of(page: html.HtmlElement, name: str) -> str:
    (found,) = page.xpath("//meta[@name=$name or @property=$name]/@content", name=name)
    return str(found)


def structured_of(page: html.HtmlElement) -> dict[str, Any]:
    (script,) = page.xpath("//script[@type='application/ld+json']")
    described: dict[str, Any] = json.loads(script.text)
    return described
