"""Illustrations drawn on the fly: a motif, a palette that suits it, and a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from threading import Lock

from getnewsfast.terminal.demowire import motifs_indoors as indoors
from getnewsfast.terminal.demowire import motifs_land as land
from getnewsfast.terminal.demowire import motifs_town as town
from getnewsfast.terminal.demowire import motifs_weather as weather
from getnewsfast.terminal.demowire.canvas import PALETTES, Canvas

Motif = tuple[Callable[[Canvas], None], tuple[str, ...]]

MOTIFS: Mapping[str, Motif] = {
    "hills": (weather.draw_hills, ("dawn", "noon", "dusk", "autumn", "spring")),
    "rain": (weather.draw_rain, ("storm", "night")),
    "snow": (weather.draw_snow, ("frost", "dawn", "night")),
    "stars": (weather.draw_stars, ("night", "dusk")),
    "wheat": (land.draw_wheat, ("autumn", "noon", "dawn")),
    "sea": (land.draw_sea, ("sea", "dusk", "noon")),
    "orchard": (land.draw_orchard, ("spring", "noon", "autumn")),
    "birds": (land.draw_birds, ("dawn", "dusk", "sea", "autumn")),
    "football": (town.draw_football, ("dusk", "noon", "night")),
    "chart": (indoors.draw_chart, ("noon", "frost", "sea", "autumn")),
    "books": (indoors.draw_books, ("autumn", "dawn", "sea")),
    "train": (town.draw_train, ("noon", "dawn", "autumn", "frost")),
    "city": (town.draw_city, ("dusk", "night", "dawn")),
    "cinema": (indoors.draw_cinema, ("night", "dusk")),
    "lab": (indoors.draw_lab, ("frost", "spring", "sea")),
}


def draw(motif: str, number: int, *, seed: int) -> bytes:
    """A JPEG of 1200×675 points; the same arguments give the same bytes. ``KeyError``: no motif."""
    paint, palettes = MOTIFS[motif]
    dice = random.Random(f"{seed}:{motif}:{number}")
    canvas = Canvas(PALETTES[dice.choice(palettes)], dice)
    paint(canvas)
    return canvas.write_jpeg()


class Gallery:
    """Keeps what it has drawn. Safe to use from threads."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._drawn: dict[tuple[str, int], bytes] = {}
        self._lock = Lock()

    def draw(self, motif: str, number: int) -> bytes:
        """The picture of this motif and number, drawn at the first call."""
        with self._lock:
            if (motif, number) not in self._drawn:
                self._drawn[motif, number] = draw(motif, number, seed=self._seed)
            return self._drawn[motif, number]
