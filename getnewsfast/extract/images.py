"""The lead image: fetched once, checked, kept as our own copy."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from asgiref.sync import sync_to_async
from django.core.files.images import ImageFile
from django.db import transaction
from PIL import Image as Picture
from PIL import ImageOps, UnidentifiedImageError
from wagtail.images import get_image_model

from getnewsfast.articles.models import Article
from getnewsfast.system.failures import GiveUp
from getnewsfast.system.failures import gettext_noop as _
from getnewsfast.system.outbound import fetch_allowed

MOST_PIXELS = 50_000_000
WIDEST = 1600  # no slot on the site is wider, doubled screens included
SMALLEST = 120  # less is an icon or a tracking pixel
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


def wants_image(article: Article) -> bool:
    """Whether there is an image to fetch that the source's terms let us keep."""
    had_one = article.image_id is not None or article.source_image_id is not None
    return bool(article.image_url and not had_one and article.source.images_allowed)


async def illustrate(article_id: int) -> None:
    """Fetch and keep the article's lead image; running it again changes nothing."""
    article = await Article.objects.select_related("source").aget(pk=article_id)
    if not wants_image(article):
        return
    answer = await fetch_allowed(
        article.image_url, headers={"Accept": "image/*"}, local=article.source.is_local
    )
    if answer.status != 200:
        raise GiveUp(_("The image could not be had ({status})."), status=answer.status)
    await sync_to_async(_keep, thread_sensitive=False)(article.pk, answer.body)


def _keep(article_id: int, body: bytes) -> None:
    packed = repack(body)
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).get(pk=article_id)
        if article.image_id is not None:
            return
        name = PurePosixPath(urlsplit(article.image_url).path).stem[:40] or "image"
        image = get_image_model()(
            title=(article.image_caption or article.headline)[:255],
            file=ImageFile(BytesIO(packed), name=f"{article.pk}-{name}.jpg"),
            file_size=len(packed),
        )
        image.save()
        Article.objects.filter(pk=article_id).update(image=image, source_image=image)


def repack(body: bytes) -> bytes:
    """The picture as the bytes of a JPEG of at most 1600 px.

    Written anew, so that nothing but the picture comes through: no metadata, no trailing script.
    Raises GiveUp for what is no picture, too large to be opened safely, or too small to be one.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Picture.DecompressionBombWarning)
        try:
            with Picture.open(BytesIO(body), formats=FORMATS) as picture:
                _check_size(picture.size)
                upright = ImageOps.exif_transpose(picture) or picture
                flat = _flatten(upright)
        except Picture.DecompressionBombError as error:  # Pillow's own limit, before we see a size
            raise _too_many(f">{2 * (Picture.MAX_IMAGE_PIXELS or 0) // 10**6}") from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
            raise GiveUp(_("The image is broken or of an unknown kind.")) from error
    flat.thumbnail((WIDEST, WIDEST))
    packed = BytesIO()
    flat.save(packed, "JPEG", quality=84, optimize=True, progressive=True)
    return packed.getvalue()


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise _too_many(width * height // 10**6)
    if min(width, height) < SMALLEST:
        raise GiveUp(_("The image is too small to be shown."))


def _too_many(megapixels: int | str) -> GiveUp:
    return GiveUp(_("The image has {megapixels} megapixels: too many."), megapixels=megapixels)


def _flatten(picture: Picture.Image) -> Picture.Image:
    """Transparent parts become white: JPEG knows none."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = Picture.new("RGBA", layer.size, "white")
        return Picture.alpha_composite(ground, layer).convert("RGB")
    return picture.convert("RGB")
