"""What search engines ask for: where the pages are, and which to leave alone."""

from __future__ import annotations

from typing import Final
from xml.sax.xmlreader import AttributesImpl

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from getnewsfast.articles.models import Article, Section
from getnewsfast.publish.paper import absolute, paper_page

# The protocol allows 50,000; the newest are what is looked for, and the sitemap stays below 3 MB.
SITEMAP_LENGTH: Final = 10_000
SITEMAP: Final = AttributesImpl({"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})


@paper_page
def show_robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        f"Disallow: {reverse('search')}",
        f"Sitemap: {absolute(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@paper_page
def show_sitemap(request: HttpRequest) -> HttpResponse:
    """Home, sections, and the articles whose sources let search engines in."""
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    writer = SimplerXMLGenerator(response, "utf-8")
    writer.startDocument()
    writer.startElement("urlset", SITEMAP)
    _add_address(writer, reverse("home"))
    for section in Section.objects.filter(in_menu=True):
        _add_address(writer, section.get_absolute_url())
    indexable = Article.objects.published().filter(source__indexable=True).newest()
    columns = ("slug", "headline", "first_published_at", "last_published_at")
    for article in indexable.only(*columns)[:SITEMAP_LENGTH]:
        changed = article.changed_at
        _add_address(writer, article.get_absolute_url(), rfc3339_date(changed) if changed else "")
    writer.endElement("urlset")
    writer.endDocument()
    return response


def _add_address(writer: SimplerXMLGenerator, path: str, changed: str = "") -> None:
    writer.startElement("url", AttributesImpl({}))
    writer.addQuickElement("loc", absolute(path))
    if changed:
        writer.addQuickElement("lastmod", changed)
    writer.endElement("url")
