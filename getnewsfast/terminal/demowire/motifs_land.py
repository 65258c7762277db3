"""Fields, orchards, water and wings."""

from __future__ import annotations

import math

from getnewsfast.terminal.demowire.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, mix
from getnewsfast.terminal.demowire.scenery import paint_sky, paint_sun


def draw_wheat(canvas: Canvas) -> None:
    """A ripe field with ears in front."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 420)
    paint_sun(canvas, 210, radius=70)
    canvas.ridge(380, 90, colour=mix(palette.far, palette.horizon, share=0.3))
    gold = (222, 170, 66)
    for number in range(6):
        canvas.ridge(
            420 + number * 38,
            26,
            colour=mix(mix(gold, palette.horizon, share=0.5), (176, 118, 36), share=number / 5),
        )
    for _ in range(150):
        x, y = dice.uniform(-20, WIDTH + 20), dice.uniform(430, 590)
        _paint_ear(
            canvas,
            (x, y),
            size=(y - 330) / 170,
            colour=mix(gold, (140, 88, 24), share=dice.uniform(0, 0.7)),
        )


def _paint_ear(canvas: Canvas, top: Point, *, size: float, colour: Colour) -> None:
    x, y = top
    lean = canvas.dice.uniform(-0.25, 0.25)
    canvas.stroke(
        [(x, y), (x - lean * 120 * size, y + 260)],
        mix(colour, (120, 100, 40), share=0.4),
        width=1.6 * size,
    )
    for step in range(7):
        px, py = x - lean * 9 * size * step, y + 9 * size * step
        canvas.oval((px - 4.5 * size, py), (3.6 * size, 6.4 * size), colour=colour)
        canvas.oval(
            (px + 4.5 * size, py),
            (3.6 * size, 6.4 * size),
            colour=mix(colour, (255, 235, 170), share=0.3),
        )
    for side in (-1, 0, 1):
        canvas.stroke([(x, y), (x + side * 11 * size + lean * 18, y - 26 * size)], colour, width=1)


def draw_sea(canvas: Canvas) -> None:
    """A sail before the sun."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 380)
    sun = paint_sun(canvas, 300, radius=76)
    canvas.ridge(392, 60, colour=mix(palette.far, palette.horizon, share=0.35))
    canvas.shade(mix(palette.far, palette.horizon, share=0.3), palette.near, start=380)
    for _ in range(70):
        y = dice.uniform(390, 560)
        half = dice.uniform(6, 60) * (1 - (y - 390) / 260)
        x = sun[0] + dice.gauss(0, 20 + (y - 380) * 0.3)
        canvas.box(
            (x - half, y),
            (half * 2, 3),
            colour=mix(palette.light, palette.accent, share=0.25),
            round_by=1.5,
        )
    _paint_boat(canvas, (dice.uniform(300, 900), 470), size=dice.uniform(0.9, 1.3))
    for number in range(4):
        _paint_wave(
            canvas,
            530 + number * 40,
            colour=mix(mix(palette.far, palette.near, share=0.6), palette.dark, share=number / 4),
        )


def _paint_wave(canvas: Canvas, base: float, *, colour: Colour) -> None:
    shift = canvas.dice.uniform(0, 6.3)
    line = [(float(x), base - 11 * abs(math.sin(x / 72 + shift))) for x in range(0, WIDTH + 5, 4)]
    canvas.shape([*line, (WIDTH, HEIGHT), (0, HEIGHT)], colour)
    canvas.stroke(line, mix(colour, canvas.palette.light, share=0.35), width=2)


def _paint_boat(canvas: Canvas, foot: Point, *, size: float) -> None:
    (x, y), palette = foot, canvas.palette
    canvas.shape(
        [
            (x - 96 * size, y),
            (x + 96 * size, y),
            (x + 66 * size, y + 40 * size),
            (x - 70 * size, y + 40 * size),
        ],
        palette.dark,
    )
    canvas.box((x - 3, y - 190 * size), (6, 190 * size), colour=palette.dark)
    canvas.shape(
        [(x + 8, y - 186 * size), (x + 98 * size, y - 16 * size), (x + 8, y - 12 * size)],
        palette.light,
    )
    canvas.shape(
        [(x - 8, y - 160 * size), (x - 78 * size, y - 14 * size), (x - 8, y - 12 * size)],
        palette.accent,
    )


def draw_orchard(canvas: Canvas) -> None:
    """Rows of trees full of fruit."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 430)
    paint_sun(canvas, 140, radius=48)
    canvas.ridge(330, 120, colour=mix(palette.far, palette.horizon, share=0.4))
    canvas.ridge(390, 60, colour=palette.far)
    for row in range(4):
        base, size = 430 + row * 70, 0.5 + row * 0.27
        canvas.box(
            (0, base - 16),
            (WIDTH, HEIGHT),
            colour=mix(palette.far, palette.near, share=0.3 + row * 0.14),
        )
        x = dice.uniform(-60, 20)
        while x < WIDTH + 80:
            _paint_tree(canvas, (x, base), size=size)
            x += 150 * size * dice.uniform(0.95, 1.2)


def _paint_tree(canvas: Canvas, foot: Point, *, size: float) -> None:
    (x, y), palette, dice = foot, canvas.palette, canvas.dice
    canvas.oval(
        (x, y + 4), (56 * size, 9 * size), colour=mix(palette.near, palette.dark, share=0.5)
    )
    canvas.box(
        (x - 6 * size, y - 46 * size),
        (12 * size, 50 * size),
        colour=mix(palette.dark, (90, 55, 30), share=0.7),
    )
    for dx, dy, radius, share in ((-24, -66, 38, 0.25), (24, -64, 38, 0.25), (0, -92, 44, 0.0)):
        colour = mix(palette.near, palette.dark, share=share)
        canvas.disc((x + dx * size, y + dy * size), radius * size, colour=colour)
    canvas.disc(
        (x - 10 * size, y - 104 * size), 24 * size, colour=mix(palette.near, palette.far, share=0.4)
    )
    for _ in range(11):
        place = (x + dice.gauss(0, 25) * size, y - 78 * size + dice.gauss(0, 20) * size)
        canvas.disc(place, 5.4 * size, colour=palette.accent)


def draw_birds(canvas: Canvas) -> None:
    """A lagoon with reeds, and wings over it."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 400)
    sun = paint_sun(canvas, 290, radius=88)
    canvas.ridge(396, 44, colour=mix(palette.far, palette.near, share=0.3))
    canvas.shade(
        mix(palette.horizon, palette.far, share=0.25),
        mix(palette.sky, palette.near, share=0.5),
        start=398,
    )
    for _ in range(46):
        y = dice.uniform(404, 560)
        x, half = sun[0] + dice.gauss(0, 70), dice.uniform(8, 60)
        canvas.box(
            (x - half, y),
            (half * 2, 3),
            colour=mix(palette.light, palette.horizon, share=0.4),
            round_by=1.5,
        )
    for number in range(13):
        along = number - 6
        place = (590 + along * 62 + dice.uniform(-8, 8), 96 + abs(along) * 20 + dice.uniform(-6, 6))
        _paint_wings(canvas, place, size=dice.uniform(20, 30))
    for _ in range(90):
        _paint_reed(canvas, dice.choice((dice.uniform(-10, 330), dice.uniform(880, 1210))))


def _paint_wings(canvas: Canvas, centre: Point, *, size: float) -> None:
    (x, y), colour = centre, canvas.palette.dark
    lift = canvas.dice.uniform(-0.2, 0.8)
    canvas.oval(centre, (size * 0.7, size * 0.17), colour=colour)
    canvas.stroke([(x - size * 0.5, y), (x - size * 1.3, y - 3)], colour, width=3)
    canvas.shape([(x - 8, y), (x + 9, y), (x - size * 0.2, y - size * (0.4 + lift))], colour)
    canvas.shape(
        [(x - 6, y), (x + 10, y), (x + size * 0.5, y + size * (0.75 - lift))],
        mix(colour, canvas.palette.far, share=0.3),
    )


def _paint_reed(canvas: Canvas, x: float) -> None:
    dice, palette = canvas.dice, canvas.palette
    top = dice.uniform(360, 560)
    lean = dice.uniform(-26, 26)
    colour = mix(palette.dark, palette.near, share=dice.uniform(0, 0.7))
    canvas.stroke(
        [(x, HEIGHT), (x + lean * 0.4, (top + HEIGHT) / 2), (x + lean, top)], colour, width=3
    )
    if dice.random() < 0.4:
        canvas.oval((x + lean, top), (5, 24), colour=mix((96, 56, 30), palette.dark, share=0.3))
