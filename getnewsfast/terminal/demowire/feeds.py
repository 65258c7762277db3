"""Four kinds of feed. Standards: RSS 2.0, RFC 4287, JSON Feed 1.1, sitemap-news 0.9."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from lxml import etree
from lxml.builder import ElementMaker

from getnewsfast.terminal.demowire.addresses import article_path, percent_encode, picture_path
from getnewsfast.terminal.demowire.agencies import Agency, FeedKind
from getnewsfast.terminal.demowire.dates_shown import TEHRAN
from getnewsfast.terminal.demowire.newsroom import Dispatch

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "http://search.yahoo.com/mrss/"
DC = "http://purl.org/dc/elements/1.1/"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a feed is made of; ``agency`` has absolute addresses, ``dispatches`` newest first."""

    agency: Agency
    base_url: str
    dispatches: Sequence[Dispatch]
    changed_at: datetime

    def url(self, dispatch: Dispatch) -> str:
        """The absolute address of an article."""
        return self.base_url + percent_encode(article_path(dispatch.manuscript))

    def picture_url(self, dispatch: Dispatch) -> str:
        """The absolute address of its picture, empty where there is none."""
        if dispatch.manuscript.picture is None:
            return ""
        return self.base_url + picture_path(dispatch.manuscript)


def write_feed(edition: Edition) -> bytes:
    """The agency's feed. (The listing agency has a page instead: ``ValueError``.)"""
    writers = {
        FeedKind.RSS: write_rss,
        FeedKind.ATOM: write_atom,
        FeedKind.JSON: write_json_feed,
        FeedKind.SITEMAP: write_news_sitemap,
    }
    if edition.agency.feed_kind not in writers:
        raise ValueError(f"{edition.agency.slug} has a page, not a feed")
    return writers[edition.agency.feed_kind](edition)


def _write_xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def write_rss(edition: Edition) -> bytes:
    """RSS 2.0 with categories, a guid that is no address, and Media RSS pictures."""
    e = ElementMaker(nsmap={"atom": ATOM, "media": MEDIA, "dc": DC})
    agency = edition.agency
    self_link = {"href": agency.feed_url, "rel": "self", "type": agency.feed_media_type}
    channel = e.channel(
        e.title(agency.name_fa),
        e.link(agency.homepage),
        e.description(agency.slogan),
        e.language(agency.language),
        e.lastBuildDate(format_datetime(edition.changed_at.astimezone(TEHRAN))),
        e.ttl("1"),
        e(f"{{{ATOM}}}link", self_link),
    )
    for dispatch in edition.dispatches:
        channel.append(_rss_item(e, edition, dispatch=dispatch))
    return _write_xml(e.rss(channel, version="2.0"))


def _rss_item(e: ElementMaker, edition: Edition, *, dispatch: Dispatch) -> etree._Element:
    manuscript = dispatch.manuscript
    item = e.item(
        e.title(dispatch.headline),
        e.link(edition.url(dispatch)),
        e.guid(f"{manuscript.agency}-{manuscript.code}", isPermaLink="false"),
        e.pubDate(format_datetime(dispatch.published_at.astimezone(TEHRAN))),
        e.description(dispatch.lead),
        e(f"{{{DC}}}creator", manuscript.byline),
        e.category(manuscript.section),
    )
    if picture_url := edition.picture_url(dispatch):
        item.append(e(f"{{{MEDIA}}}content", url=picture_url, type="image/jpeg", medium="image"))
    return item


def write_atom(edition: Edition) -> bytes:
    """RFC 4287; ids are tag URIs and never change, ``updated`` does."""
    e = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
    agency = edition.agency
    feed = e.feed(
        e.title(agency.name_fa),
        e.subtitle(agency.slogan),
        e.id(f"tag:{agency.slug}.example,2026:feed"),
        e.updated(edition.changed_at.isoformat(timespec="seconds")),
        e.link(href=agency.feed_url, rel="self", type=agency.feed_media_type),
        e.link(href=agency.homepage, rel="alternate", type="text/html"),
        {"{http://www.w3.org/XML/1998/namespace}lang": agency.language},
    )
    for dispatch in edition.dispatches:
        feed.append(_atom_entry(e, edition, dispatch=dispatch))
    return _write_xml(feed)


def _atom_entry(e: ElementMaker, edition: Edition, *, dispatch: Dispatch) -> etree._Element:
    manuscript = dispatch.manuscript
    entry = e.entry(
        e.title(dispatch.headline),
        e.id(f"tag:{manuscript.agency}.example,2026:{manuscript.code}"),
        e.link(href=edition.url(dispatch), rel="alternate", type="text/html"),
        e.published(dispatch.published_at.isoformat(timespec="seconds")),
        e.updated(dispatch.changed_at.isoformat(timespec="seconds")),
        e.author(e.name(manuscript.byline)),
        e.summary(dispatch.lead),
        e.category(term=manuscript.section),
    )
    if picture_url := edition.picture_url(dispatch):
        entry.append(e.link(href=picture_url, rel="enclosure", type="image/jpeg"))
    return entry


def write_json_feed(edition: Edition) -> bytes:
    """JSON Feed 1.1 with summaries; the text itself is on the page."""
    agency = edition.agency
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": agency.name_fa,
        "description": agency.slogan,
        "home_page_url": agency.homepage,
        "feed_url": agency.feed_url,
        "language": agency.language,
        "items": [_json_item(edition, dispatch) for dispatch in edition.dispatches],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _json_item(edition: Edition, dispatch: Dispatch) -> dict[str, object]:
    manuscript = dispatch.manuscript
    item: dict[str, object] = {
        "id": str(manuscript.code),
        "url": edition.url(dispatch),
        "title": dispatch.headline,
        "summary": dispatch.lead,
        "content_text": dispatch.lead,
        "date_published": dispatch.published_at.isoformat(timespec="seconds"),
        "date_modified": dispatch.changed_at.isoformat(timespec="seconds"),
        "authors": [{"name": manuscript.byline}],
        "tags": [manuscript.section, *manuscript.tags],
        "language": manuscript.language,
    }
    if picture_url := edition.picture_url(dispatch):
        item["image"] = picture_url
    return item


def write_news_sitemap(edition: Edition) -> bytes:
    """A news sitemap; a changed ``lastmod`` is how an update shows."""
    e = ElementMaker(namespace=SITEMAP, nsmap={None: SITEMAP, "news": NEWS, "image": IMAGE})
    urlset = e.urlset()
    for dispatch in edition.dispatches:
        urlset.append(_sitemap_url(e, edition, dispatch=dispatch))
    return _write_xml(urlset)


def _sitemap_url(e: ElementMaker, edition: Edition, *, dispatch: Dispatch) -> etree._Element:
    agency, manuscript = edition.agency, dispatch.manuscript
    n = ElementMaker(namespace=NEWS)
    url = e.url(
        e.loc(edition.url(dispatch)),
        e.lastmod(dispatch.changed_at.isoformat(timespec="seconds")),
        n.news(
            n.publication(n.name(agency.name_fa), n.language(agency.language)),
            n.publication_date(dispatch.published_at.isoformat(timespec="seconds")),
            n.title(dispatch.headline),
            n.keywords("، ".join(manuscript.tags)),
        ),
    )
    if picture_url := edition.picture_url(dispatch):
        i = ElementMaker(namespace=IMAGE)
        url.append(i.image(i.loc(picture_url)))
    return url
