"""A canvas of 1200×675 points drawn at twice the size, so that every edge comes out smooth."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 675
_SCALE = 2
# 82: 40–110 kB a picture; 90 is twice that, and nobody sees the difference on flat colours.
_JPEG_QUALITY = 82

Colour = tuple[int, int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """Seven colours that go together."""

    sky: Colour
    horizon: Colour
    far: Colour
    near: Colour
    accent: Colour
    light: Colour
    dark: Colour


def read_colour(code: str) -> Colour:
    """``"ff8800"`` as red, green, blue."""
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def _palette(codes: str) -> Palette:
    return Palette(*(read_colour(code) for code in codes.split()))


PALETTES: dict[str, Palette] = {
    "dawn": _palette("5b6fa8 ffd3a5 a98bb0 3f3d63 ff8a5c fff1d0 262544"),
    "noon": _palette("4fa3d9 d9f0f7 8fc0b5 2f7a5f f4b942 fffdf0 1d4d44"),
    "dusk": _palette("2b2d5b f58f6c 8a4f7d 2a1e3f ffcf5c ffe9c4 170f29"),
    "night": _palette("0b1433 34508a 233a6e 0c1530 f7d774 eef4ff 060a1c"),
    "autumn": _palette("e9b872 fbeccb c9824a 7a3b1e d9482b fff6df 45200f"),
    "spring": _palette("8fd0e8 f3fae0 9ccf87 3d8b4f f27a9b ffffff 24593a"),
    "storm": _palette("4a5b6c b7c4cc 7c8f9a 35444f e8c15a eef3f5 1f2a33"),
    "frost": _palette("7fa9d1 eef5fb b4cbe3 4a6e98 e8734f ffffff 2a456b"),
    "sea": _palette("3f8fc4 fde8c8 5fb0c9 14597f f2784b fffaf0 0c3a57"),
}


def mix(first: Colour, second: Colour, *, share: float) -> Colour:
    """``share`` 0 is the first colour, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def polygon(centre: Point, radius: float, *, corners: int, turn: float = 0.0) -> list[Point]:
    """A regular polygon around ``centre``, its first corner at the angle ``turn`` (radians)."""
    x, y = centre
    angles = [turn + corner * math.tau / corners for corner in range(corners)]
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]


class Canvas:
    """Shapes in points of the finished picture; ``dice`` makes each picture its own."""

    def __init__(self, palette: Palette, dice: random.Random) -> None:
        self.palette = palette
        self.dice = dice
        self._image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), palette.sky)
        self._pen = ImageDraw.Draw(self._image)

    def shade(self, top: Colour, bottom: Colour, *, start: float = 0, end: float = HEIGHT) -> None:
        """A vertical gradient between two heights."""
        size = (WIDTH * _SCALE, round((end - start) * _SCALE))
        mask = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
        band = Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), mask)
        self._image.paste(band, (0, round(start * _SCALE)))

    def glow(self, centre: Point, radius: float, *, colour: Colour, strength: float = 1.0) -> None:
        """A light that fades to nothing at ``radius``."""
        side = round(radius * 2 * _SCALE)
        rings = Image.radial_gradient("L").resize((side, side), Image.Resampling.BICUBIC)
        # The gradient is 255 already at the middle of each side, so its corners stay dark.
        mask = rings.point(
            [round(max(0, 181 - ring) / 181 * 255 * strength) for ring in range(256)]
        )
        corner = (round(centre[0] * _SCALE) - side // 2, round(centre[1] * _SCALE) - side // 2)
        self._image.paste(colour, (*corner, corner[0] + side, corner[1] + side), mask)

    def veil(self, points: Sequence[Point], colour: Colour, *, strength: float) -> None:
        """A translucent polygon."""
        mask = Image.new("L", self._image.size, 0)
        ImageDraw.Draw(mask).polygon(self._scale(points), fill=round(255 * strength))
        self._image.paste(colour, (0, 0), mask)

    def disc(self, centre: Point, radius: float, *, colour: Colour) -> None:
        """A filled circle."""
        self.oval(centre, (radius, radius), colour=colour)

    def oval(self, centre: Point, radii: Point, *, colour: Colour) -> None:
        """A filled ellipse."""
        (x, y), (rx, ry) = centre, radii
        box = self._scale([(x - rx, y - ry), (x + rx, y + ry)])
        self._pen.ellipse([*box[0], *box[1]], fill=colour)

    def ring(self, centre: Point, radii: Point, *, colour: Colour, width: float) -> None:
        """The outline of an ellipse."""
        (x, y), (rx, ry) = centre, radii
        box = self._scale([(x - rx, y - ry), (x + rx, y + ry)])
        self._pen.ellipse([*box[0], *box[1]], outline=colour, width=round(width * _SCALE))

    def box(self, corner: Point, size: Point, *, colour: Colour, round_by: float = 0) -> None:
        """A filled rectangle from its top left corner."""
        (x, y), (width, height) = corner, size
        ends = self._scale([(x, y), (x + width, y + height)])
        self._pen.rounded_rectangle([*ends[0], *ends[1]], round_by * _SCALE, fill=colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        self._pen.polygon(self._scale(points), fill=colour)

    def stroke(self, points: Sequence[Point], colour: Colour, *, width: float) -> None:
        """A line through the points."""
        self._pen.line(self._scale(points), fill=colour, width=round(width * _SCALE), joint="curve")

    def ridge(
        self, base: float, height: float, *, colour: Colour, rough: float = 1.0
    ) -> list[Point]:
        """A soft line of hills down to the lower edge; gives back its upper line."""
        waves = [
            (self.dice.uniform(0.6, 1.6) * step, self.dice.uniform(0, 6.3), height / step**1.15)
            for step in (1, 2, 4, 7)
        ]
        line = [
            (
                float(x),
                base - sum(a * rough * math.sin(x / WIDTH * 6.3 * f + p) for f, p, a in waves) / 2,
            )
            for x in range(0, WIDTH + 9, 8)
        ]
        self.shape([*line, (WIDTH, HEIGHT), (0, HEIGHT)], colour)
        return line

    def peaks(self, base: float, height: float, *, colour: Colour, snow: Colour | None) -> None:
        """Sharp mountains with, where given, snow on their tops."""
        x = -self.dice.uniform(60, 200)
        while x < WIDTH + 100:
            half, tall = self.dice.uniform(140, 260), height * self.dice.uniform(0.55, 1)
            top = (x + half * self.dice.uniform(0.85, 1.15), base - tall)
            self.shape([(x, base), top, (x + 2 * half, base)], colour)
            self.shape(
                [top, (x + 2 * half, base), (top[0] - half * 0.1, base)],
                mix(colour, (0, 0, 0), share=0.12),
            )
            if snow is not None:
                self._cap_with_snow(top, half, tall=tall, snow=snow)
            x += half * self.dice.uniform(0.7, 1.2)
        self.box((0, base - 1), (WIDTH, HEIGHT), colour=colour)

    def _cap_with_snow(self, top: Point, half: float, *, tall: float, snow: Colour) -> None:
        depth, (x, y) = tall * 0.34, top
        spread = half * 0.34
        jag = [
            (x + spread * share, y + depth * (0.8 + 0.35 * (number % 2)))
            for number, share in enumerate((0.9, 0.55, 0.2, -0.15, -0.5, -0.85))
        ]
        self.shape([top, *jag], snow)

    def write_jpeg(self) -> bytes:
        """The finished picture."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        out = BytesIO()
        small.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
        return out.getvalue()

    @staticmethod
    def _scale(points: Sequence[Point]) -> list[Point]:
        return [(x * _SCALE, y * _SCALE) for x, y in points]
