"""What differs between the five sites beyond their templates: bodies, figures, kickers, dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from getnewsfast.terminal.demowire.dates_shown import (
    show_civil,
    show_jalali,
    show_jalali_numbers,
    show_jalali_with_weekday,
)
from getnewsfast.terminal.demowire.manuscripts import Block
from getnewsfast.terminal.demowire.markup import write_bare, write_blocks

RIGHT_TO_LEFT = frozenset({"fa", "ar"})


@dataclass(frozen=True, slots=True)
class Style:
    """A site's habits. ``kicker`` and ``figure`` are written with ``str.format``."""

    kicker: str
    figure: str
    write_body: Callable[[Sequence[Block], str], str]
    show_date: Callable[[datetime, str], str]


def _sepidar_body(blocks: Sequence[Block], related: str) -> str:
    box = f'<section class="box related-inline"><h4>بیشتر بخوانید</h4><ul>{related}</ul></section>'
    return write_blocks(blocks, "h3", boxes={2: box if related else ""}) + "\n<p>انتهای پیام</p>"


def _tuka_body(blocks: Sequence[Block], related: str) -> str:
    box = f'<div class="more-news"><strong>بیشتر بخوانید:</strong><ul>{related}</ul></div>'
    advert = (
        '<div class="yektanet ads-inline"><a href="#ad">کفش دوندگی «گام‌نو»؛ '
        "سبک‌تر از همیشه، با ارسال رایگان</a></div>"
    )
    return write_blocks(blocks, "h2", boxes={1: advert, len(blocks): box if related else ""})


def _sanjeh_body(blocks: Sequence[Block], related: str) -> str:
    advert = (
        '<aside class="promo"><a href="#ad">پنج‌شنبه‌های دانش، رایگان در آسمان‌نمای سنجه</a></aside>'
    )
    return write_blocks(blocks, "h2", boxes={3: advert})


def _dimeh_body(blocks: Sequence[Block], related: str) -> str:
    return write_bare(blocks) + "\n<br/>\n<br/>\nانتهای پیام/ ۴۱۷۰۲"


def _lajvard_body(blocks: Sequence[Block], related: str) -> str:
    return write_blocks(blocks, "h3")


STYLES: dict[str, Style] = {
    "sepidar": Style(
        kicker='<h2 class="kicker rutitr">{kicker}</h2>',
        figure=(
            '<figure class="item-img"><img src="{url}" alt="{caption}" width="1200" height="675"/>'
            '<figcaption>{caption} <span class="credit">عکس: {credit}</span></figcaption></figure>'
        ),
        write_body=_sepidar_body,
        show_date=lambda moment, language: show_jalali(moment),
    ),
    "tuka": Style(
        kicker='<div class="uptitle up-title">{kicker}</div>',
        figure=(
            '<figure class="primary-files"><img src="{url}" alt="{caption}"/>'
            "<figcaption>{caption} | عکاس: {credit}</figcaption></figure>"
        ),
        write_body=_tuka_body,
        show_date=lambda moment, language: show_jalali_with_weekday(moment),
    ),
    "sanjeh": Style(
        kicker='<p class="eyebrow">{kicker}</p>',
        figure=(
            '<figure class="hero"><img src="{url}" alt="{caption}" width="1200" height="675"/>'
            "<figcaption>{caption} <small>{credit}</small></figcaption></figure>"
        ),
        write_body=_sanjeh_body,
        show_date=lambda moment, language: show_jalali(moment),
    ),
    "dimeh": Style(
        kicker='<div class="rutitr">{kicker}</div>',
        figure=(
            '<div class="lead_image"><img src="{url}" alt="{caption}"/>'
            '<div class="image_caption">{caption} (عکس: {credit})</div></div>'
        ),
        write_body=_dimeh_body,
        show_date=lambda moment, language: show_jalali_numbers(moment),
    ),
    "lajvard": Style(
        kicker='<p class="kicker">{kicker}</p>',
        figure=(
            '<figure><img src="{url}" alt="{caption}"/>'
            "<figcaption>{caption} — {credit}</figcaption></figure>"
        ),
        write_body=_lajvard_body,
        show_date=show_civil,
    ),
}
