"""The five agencies. All are invented: names, sections and addresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class FeedKind(StrEnum):
    """How an agency tells the world what is new."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"
    LISTING = "listing"


@dataclass(frozen=True, slots=True)
class ListingSelectors:
    """Where a page without a feed keeps its list, as CSS selectors; all but ``item`` inside it."""

    item: str
    link: str
    title: str
    date: str
    date_attribute: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One publisher. Addresses are paths until :meth:`at` makes them absolute."""

    slug: str
    name_fa: str
    name_en: str
    slogan: str
    language: str
    languages: tuple[str, ...]
    homepage: str
    feed_url: str
    feed_kind: FeedKind
    feed_media_type: str
    section_names: tuple[str, ...]
    selectors: ListingSelectors | None = None

    def at(self, base_url: str) -> Agency:
        """The same agency with absolute addresses under ``base_url`` (no slash at its end)."""
        return replace(self, homepage=base_url + self.homepage, feed_url=base_url + self.feed_url)

    @property
    def name(self) -> str:
        """The name as the agency writes it on its own site."""
        return self.name_fa if self.language == "fa" else self.name_en


SEPIDAR = Agency(
    slug="sepidar",
    name_fa="خبرگزاری سپیدار",
    name_en="Sepidar News Agency",
    slogan="ریشه در خاک، رو به آفتاب",
    language="fa",
    languages=("fa",),
    homepage="/sepidar/",
    feed_url="/sepidar/rss",
    feed_kind=FeedKind.RSS,
    feed_media_type="application/rss+xml",
    section_names=("جامعه", "شهر و زندگی", "فرهنگ و هنر", "اقتصاد", "ورزش", "دانش", "محیط زیست"),
)
TUKA = Agency(
    slug="tuka",
    name_fa="خبرگزاری توکا",
    name_en="Tuka Sport and Culture",
    slogan="از زمین سبز تا پردهٔ نقره‌ای",
    language="fa",
    languages=("fa",),
    homepage="/tuka/",
    feed_url="/tuka/feed/atom",
    feed_kind=FeedKind.ATOM,
    feed_media_type="application/atom+xml",
    section_names=(
        "فوتبال",
        "توپ و تور",
        "کشتی و رزمی",
        "ورزش همگانی",
        "سینما و تئاتر",
        "کتاب",
        "موسیقی",
    ),
)
SANJEH = Agency(
    slug="sanjeh",
    name_fa="خبرگزاری سنجه",
    name_en="Sanjeh Science and Economy",
    slogan="خبر را باید سنجید",
    language="fa",
    languages=("fa",),
    homepage="/sanjeh/",
    feed_url="/sanjeh/feed.json",
    feed_kind=FeedKind.JSON,
    feed_media_type="application/feed+json",
    section_names=("علم", "فناوری", "بازار", "کسب‌وکار", "سلامت", "نجوم"),
)
DIMEH = Agency(
    slug="dimeh",
    name_fa="خبرگزاری دیمه",
    name_en="Dimeh Provinces and Harvest",
    slogan="صدای آبادی‌ها",
    language="fa",
    languages=("fa",),
    homepage="/dimeh/",
    feed_url="/dimeh/sitemap-news.xml",
    feed_kind=FeedKind.SITEMAP,
    feed_media_type="application/xml",
    section_names=("هواشناسی", "کشاورزی", "استان‌ها", "آب و خاک", "دام و آبزیان", "روستا"),
)
LAJVARD = Agency(
    slug="lajvard",
    name_fa="آژانس لاجورد",
    name_en="Lajvard Wire",
    slogan="Stories along the old road",
    language="en",
    languages=("en", "ar", "tg"),
    homepage="/lajvard/",
    feed_url="/lajvard/latest",
    feed_kind=FeedKind.LISTING,
    feed_media_type="text/html",
    section_names=("World", "Science", "Culture", "ثقافة", "اقتصاد", "Ҷомеа", "Варзиш"),
    selectors=ListingSelectors(
        item="ul.posts > li.post",
        link="h2 a",
        title="h2 a",
        date="time",
        date_attribute="datetime",
    ),
)

AGENCIES: tuple[Agency, ...] = (SEPIDAR, TUKA, SANJEH, DIMEH, LAJVARD)
