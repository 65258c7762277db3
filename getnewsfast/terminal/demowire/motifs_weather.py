"""Hills, rain, snow and a clear night."""

from __future__ import annotations

import math

from getnewsfast.terminal.demowire.canvas import HEIGHT, WIDTH, Canvas, Point, mix
from getnewsfast.terminal.demowire.scenery import (
    paint_cloud,
    paint_cypress,
    paint_flock,
    paint_sky,
    paint_sun,
)


def draw_hills(canvas: Canvas) -> None:
    """Layered hills under a sun, cypresses in front."""
    palette = canvas.palette
    paint_sky(canvas, 520)
    paint_sun(canvas)
    paint_flock(canvas, 7, colour=mix(palette.dark, palette.sky, share=0.3))
    for number in range(5):
        share = number / 4
        colour = mix(mix(palette.far, palette.horizon, share=0.45), palette.near, share=share)
        line = canvas.ridge(340 + 66 * number, 130 - 16 * number, colour=colour)
    for _ in range(11):
        x, y = canvas.dice.choice(line[2:-2])
        paint_cypress(canvas, (x, y + 6), height=canvas.dice.uniform(60, 130), colour=palette.dark)


def draw_rain(canvas: Canvas) -> None:
    """Dark clouds, slanting rain, an umbrella."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 560)
    for number in range(3):
        canvas.ridge(430 + 70 * number, 90, colour=mix(palette.far, palette.near, share=number / 2))
    for _ in range(9):
        place = (dice.uniform(-50, WIDTH + 50), dice.uniform(40, 150))
        paint_cloud(
            canvas,
            place,
            size=dice.uniform(90, 170),
            colour=mix(palette.near, palette.horizon, share=dice.uniform(0.05, 0.4)),
        )
    for _ in range(260):
        x, y, long = dice.uniform(-40, WIDTH + 60), dice.uniform(150, HEIGHT), dice.uniform(14, 36)
        colour = mix(palette.horizon, palette.near, share=dice.uniform(0, 0.5))
        canvas.stroke([(x, y), (x - long * 0.28, y + long)], colour, width=dice.choice((1, 1.5, 2)))
    _paint_umbrella(canvas, (dice.uniform(300, 900), 470), radius=150)


def _paint_umbrella(canvas: Canvas, top: Point, *, radius: float) -> None:
    x, y = top
    accent = canvas.palette.accent
    canvas.box((x - 4, y), (8, radius * 1.25), colour=canvas.palette.dark)
    for number in range(6):
        start, end = math.pi * (1 + number / 6), math.pi * (1 + (number + 1) / 6)
        arc = [start + (end - start) * step / 8 for step in range(9)]
        rim = [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in arc]
        shade = mix(accent, canvas.palette.light, share=0.35) if number % 2 else accent
        canvas.shape([*rim, (x, y)], shade)
    for number in range(6):
        centre = (x - radius + radius * (number + 0.5) / 3, y + 4)
        canvas.oval(
            centre,
            (radius / 6, 15),
            colour=mix(canvas.palette.near, canvas.palette.horizon, share=0.1),
        )


def draw_snow(canvas: Canvas) -> None:
    """White mountains, firs, falling snow."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 480)
    paint_sun(canvas, 96, radius=44)
    canvas.peaks(470, 330, colour=mix(palette.far, palette.horizon, share=0.25), snow=palette.light)
    canvas.peaks(500, 220, colour=mix(palette.far, palette.near, share=0.6), snow=palette.light)
    snow = mix(palette.light, palette.far, share=0.12)
    line = canvas.ridge(500, 60, colour=snow)
    for x, y in sorted(dice.sample(line, 26), key=lambda point: point[1]):
        _paint_fir(canvas, (x, y + dice.uniform(4, 60)), height=dice.uniform(50, 120))
    canvas.ridge(610, 46, colour=palette.light)
    for _ in range(190):
        place = (dice.uniform(0, WIDTH), dice.uniform(0, HEIGHT))
        canvas.disc(place, dice.choice((1.5, 2, 2.5, 4)), colour=palette.light)


def _paint_fir(canvas: Canvas, foot: Point, *, height: float) -> None:
    (x, y), colour = foot, mix(canvas.palette.dark, (20, 70, 60), share=0.45)
    canvas.box(
        (x - height * 0.04, y - height * 0.1),
        (height * 0.08, height * 0.1),
        colour=canvas.palette.dark,
    )
    for step in range(3):
        half, low = height * (0.3 - 0.07 * step), y - height * (0.08 + 0.28 * step)
        tip = (x, low - height * 0.4)
        canvas.shape([(x - half, low), tip, (x + half, low)], colour)
        white = [(x - half * 0.4, low - height * 0.24), tip, (x + half * 0.15, low - height * 0.22)]
        canvas.shape(white, canvas.palette.light)


def draw_stars(canvas: Canvas) -> None:
    """A clear night over an observatory."""
    palette, dice = canvas.palette, canvas.dice
    canvas.shade(palette.dark, mix(palette.sky, palette.horizon, share=0.55))
    tilt = dice.choice((-1, 1)) * dice.uniform(0.25, 0.5)
    for _ in range(46):
        x = dice.uniform(0, WIDTH)
        y = 230 + (x - 600) * tilt + dice.gauss(0, 40)
        canvas.glow(
            (x, y),
            dice.uniform(60, 130),
            colour=mix(palette.horizon, palette.light, share=0.3),
            strength=0.1,
        )
    for _ in range(520):
        place = (dice.uniform(0, WIDTH), dice.uniform(0, 560))
        canvas.disc(
            place,
            dice.choice((0.7, 0.9, 1.2, 1.8)),
            colour=mix(palette.light, palette.sky, share=dice.uniform(0, 0.6)),
        )
    for _ in range(9):
        place = (dice.uniform(60, WIDTH - 60), dice.uniform(40, 400))
        canvas.glow(place, 24, colour=palette.light, strength=0.8)
        canvas.disc(place, 2.4, colour=palette.light)
    _paint_planet(canvas, (dice.uniform(180, 480), dice.uniform(130, 230)))
    line = canvas.ridge(570, 100, colour=mix(palette.dark, palette.near, share=0.5))
    _paint_dome(canvas, line[dice.randrange(95, 130)])
    canvas.ridge(650, 40, colour=palette.dark)


def _paint_planet(canvas: Canvas, centre: Point) -> None:
    palette, (x, y) = canvas.palette, centre
    canvas.glow(centre, 150, colour=palette.accent, strength=0.4)
    canvas.disc(centre, 52, colour=mix(palette.accent, palette.light, share=0.15))
    canvas.oval((x - 14, y - 12), (34, 9), colour=mix(palette.accent, palette.light, share=0.5))
    canvas.oval((x + 10, y + 16), (36, 7), colour=mix(palette.accent, palette.near, share=0.3))
    canvas.ring(centre, (92, 17), colour=mix(palette.light, palette.accent, share=0.4), width=5)
    canvas.shape(
        [(x - 50, y - 4), (x + 50, y - 4), (x + 40, y - 26), (x - 40, y - 26)],
        mix(palette.accent, palette.light, share=0.4),
    )


def _paint_dome(canvas: Canvas, foot: Point) -> None:
    (x, y), palette = foot, canvas.palette
    wall = mix(palette.light, palette.sky, share=0.35)
    canvas.disc((x, y - 60), 62, colour=mix(wall, palette.light, share=0.4))
    canvas.shape(
        [(x + 6, y - 60), (x + 26, y - 126), (x + 46, y - 118), (x + 26, y - 60)], palette.dark
    )
    canvas.box((x - 62, y - 62), (124, 92), colour=wall)
    canvas.box((x - 12, y - 16), (24, 46), colour=palette.accent, round_by=4)
