"""The pages of a site: home, section, listing, article, and the notice where one was."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from getnewsfast.terminal.demowire.addresses import (
    article_path,
    percent_encode,
    picture_path,
    section_number,
    section_path,
    short_path,
)
from getnewsfast.terminal.demowire.agencies import Agency
from getnewsfast.terminal.demowire.dates_shown import (
    TEHRAN,
    in_persian_digits,
    show_jalali_numbers,
)
from getnewsfast.terminal.demowire.markup import Link, write_list, write_tags
from getnewsfast.terminal.demowire.newsroom import Dispatch, Newsroom
from getnewsfast.terminal.demowire.styles import RIGHT_TO_LEFT, STYLES


@cache
def _template(slug: str, name: str) -> Template:
    return Template((files(__package__) / "sites" / slug / f"{name}.html").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Site:
    """One agency's site as it stands; ``agency`` has absolute addresses."""

    agency: Agency
    base_url: str
    newsroom: Newsroom
    seed: int

    def write_article(self, dispatch: Dispatch) -> str:
        """The page of an article that stands."""
        values = self._article_values(dispatch)
        head = _template(self.agency.slug, "head").substitute(values)
        main = _template(self.agency.slug, "article").substitute(values)
        language = dispatch.manuscript.language
        return self._write_shell(dispatch.headline, head=head, main=main, language=language)

    def write_list(self, title: str, dispatches: Sequence[Dispatch]) -> str:
        """Home, a section, or the listing that stands for a feed."""
        if self.agency.slug == "lajvard":
            items = "\n".join(self._write_post(dispatch) for dispatch in dispatches)
            main = (
                f'<h1 class="page-title">{escape(title)}</h1>\n<ul class="posts">\n{items}\n</ul>'
            )
        else:
            items = "\n".join(self._write_card(dispatch) for dispatch in dispatches)
            main = (
                f'<h1 class="page-title">{escape(title)}</h1>\n<ul class="cards">\n{items}\n</ul>'
            )
        return self._write_shell(title, head="", main=main, language=self.agency.language)

    def write_gone(self, dispatch: Dispatch) -> str:
        """The short notice that stands where a withdrawn article was."""
        text = (
            f"این خبر با کد {in_persian_digits(dispatch.manuscript.code)} "
            "به درخواست تحریریه از خروجی خبرگزاری حذف شده است."
        )
        main = f'<div class="gone"><h1>این خبر حذف شده است</h1><p>{text}</p></div>'
        return self._write_shell("این خبر حذف شده است", head="", main=main, language="fa")

    def _url(self, dispatch: Dispatch) -> str:
        return self.base_url + percent_encode(article_path(dispatch.manuscript))

    def _link(self, dispatch: Dispatch) -> Link:
        return Link(self._url(dispatch), dispatch.headline)

    def _picture_url(self, dispatch: Dispatch) -> str:
        has_picture = dispatch.manuscript.picture is not None
        return self.base_url + picture_path(dispatch.manuscript) if has_picture else ""

    def _views(self, dispatch: Dispatch) -> int:
        return random.Random(f"{self.seed}:{dispatch.key}").randrange(320, 18_500)

    def _write_shell(self, title: str, *, head: str, main: str, language: str) -> str:
        agency = self.agency
        standing = self.newsroom.of_agency(agency.slug)
        popular = sorted(standing, key=self._views, reverse=True)[:6]
        sections = [
            Link(self.base_url + section_path(agency, number), name)
            for number, name in enumerate(agency.section_names, start=1)
        ]
        return _template(agency.slug, "shell").substitute(
            lang=language,
            dir="rtl" if language in RIGHT_TO_LEFT else "ltr",
            title=escape(title),
            agency=escape(agency.name),
            slogan=escape(agency.slogan),
            home=agency.homepage,
            feed=agency.feed_url,
            css=f"{agency.homepage}style.css",
            head=head,
            main=main,
            nav=write_list(sections),
            popular=write_list(map(self._link, popular)),
            latest=write_list(map(self._link, standing[:7])),
        )

    def _write_card(self, dispatch: Dispatch) -> str:
        picture_url = self._picture_url(dispatch)
        picture = f'<img src="{picture_url}" alt="" loading="lazy"/>' if picture_url else ""
        date = STYLES[self.agency.slug].show_date(dispatch.published_at, "fa")
        return (
            f'<li class="card"><a class="thumb" href="{self._url(dispatch)}">{picture}</a>'
            f"<div><h2>{self._link(dispatch).html}</h2><p>{escape(dispatch.lead)}</p>"
            f'<span class="when">{escape(dispatch.manuscript.section)} | {date}</span></div></li>'
        )

    def _write_post(self, dispatch: Dispatch) -> str:
        language = dispatch.manuscript.language
        direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        date = STYLES["lajvard"].show_date(dispatch.published_at, language)
        moment = dispatch.published_at.isoformat(timespec="seconds")
        return (
            f'<li class="post" lang="{language}" dir="{direction}">'
            f"<h2>{self._link(dispatch).html}</h2>"
            f'<p class="meta"><time datetime="{moment}">{date}</time> · '
            f'<span class="category">{escape(dispatch.manuscript.section)}</span></p>'
            f'<p class="teaser">{escape(dispatch.lead)}</p></li>'
        )

    def _related(self, dispatch: Dispatch) -> list[Link]:
        manuscript = dispatch.manuscript
        others = [d for d in self.newsroom.of_agency(self.agency.slug) if d.key != dispatch.key]
        near = [
            d
            for d in others
            if d.manuscript.section == manuscript.section
            or set(d.manuscript.tags) & set(manuscript.tags)
        ]
        return [self._link(d) for d in (near or others)[:3]]

    def _article_values(self, dispatch: Dispatch) -> dict[str, str]:
        manuscript, style = dispatch.manuscript, STYLES[self.agency.slug]
        related = write_list(self._related(dispatch))
        plain = self._plain_values(dispatch) | _moments(dispatch)
        return {name: escape(value) for name, value in plain.items()} | {
            "kicker": _write_kicker(style.kicker, manuscript.kicker),
            "figure": self._write_figure(dispatch),
            "body": style.write_body(dispatch.blocks, related),
            "tags": write_tags(manuscript.tags),
            "related": related,
            "json_ld": self._write_json_ld(dispatch),
        }

    def _plain_values(self, dispatch: Dispatch) -> dict[str, str]:
        manuscript, agency = dispatch.manuscript, self.agency
        show_date = STYLES[agency.slug].show_date
        return {
            "headline": dispatch.headline,
            "lead": dispatch.lead,
            "byline": manuscript.byline,
            "section": manuscript.section,
            "section_url": self.base_url + section_path(agency, section_number(manuscript)),
            "keywords": "، ".join(manuscript.tags),
            "code": str(manuscript.code),
            "code_fa": in_persian_digits(manuscript.code),
            "url": self._url(dispatch),
            "short_url": self.base_url + short_path(manuscript),
            "picture_url": self._picture_url(dispatch) or f"{agency.homepage}logo.svg",
            "shown": show_date(dispatch.published_at, manuscript.language),
            "views_fa": in_persian_digits(self._views(dispatch)),
            "agency": agency.name,
            "home": agency.homepage,
            "lang": manuscript.language,
            "dir": "rtl" if manuscript.language in RIGHT_TO_LEFT else "ltr",
        }

    def _write_figure(self, dispatch: Dispatch) -> str:
        picture = dispatch.manuscript.picture
        if picture is None:
            return ""
        return STYLES[self.agency.slug].figure.format(
            url=self._picture_url(dispatch),
            caption=escape(picture.caption),
            credit=escape(picture.credit),
        )

    def _write_json_ld(self, dispatch: Dispatch) -> str:
        changed_at = dispatch.updated_at or dispatch.published_at
        value = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": dispatch.headline,
            "description": dispatch.lead,
            "datePublished": dispatch.published_at.isoformat(timespec="seconds"),
            "dateModified": changed_at.isoformat(timespec="seconds"),
            "author": [{"@type": "Person", "name": dispatch.manuscript.byline}],
            "publisher": {"@type": "NewsMediaOrganization", "name": self.agency.name},
            "articleSection": dispatch.manuscript.section,
            "keywords": list(dispatch.manuscript.tags),
            "image": [self._picture_url(dispatch)] if dispatch.manuscript.picture else [],
            "mainEntityOfPage": self._url(dispatch),
            "inLanguage": dispatch.manuscript.language,
        }
        text = json.dumps(value, ensure_ascii=False)
        # Inside a script element the parser looks only for a closing tag; XML minds & and <.
        for sign in "<>&":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        return text


def _write_kicker(pattern: str, kicker: str) -> str:
    return pattern.format(kicker=escape(kicker)) if kicker else ""


def _moments(dispatch: Dispatch) -> dict[str, str]:
    published_at, updated_at = dispatch.published_at, dispatch.updated_at
    changed_at = updated_at or published_at
    return {
        "published_utc": f"{published_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "changed_utc": f"{changed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "published_local": published_at.astimezone(TEHRAN).isoformat(timespec="seconds"),
        "published_day": f"{published_at.astimezone(TEHRAN):%Y-%m-%d}",
        "published_numbers": show_jalali_numbers(published_at),
        "changed_numbers": show_jalali_numbers(updated_at) if updated_at else "۰/۰۰/۰۰ - ۰۰:۰۰",
    }
