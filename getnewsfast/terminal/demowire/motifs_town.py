"""Football, trains and towns."""

from __future__ import annotations

import math

from getnewsfast.terminal.demowire.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, mix, polygon
from getnewsfast.terminal.demowire.scenery import paint_cloud, paint_sky, paint_sun

_GRASS = (62, 148, 76)
_WHITE = (250, 250, 245)


def draw_football(canvas: Canvas) -> None:
    """A pitch from behind the ball: stands, floodlights, a goal."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 300)
    _paint_stands(canvas)
    for number in range(11):
        top, low = 320 + 355 * (number / 11) ** 1.5, 320 + 355 * ((number + 1) / 11) ** 1.5
        shade = 0.0 if number % 2 else 0.14
        canvas.box(
            (0, top),
            (WIDTH, low - top + 2),
            colour=mix(mix(_GRASS, palette.dark, share=0.12), (0, 0, 0), share=shade),
        )
    _paint_goal(canvas)
    canvas.stroke([(40, 330), (1160, 330)], _WHITE, width=3)
    canvas.stroke([(330, 330), (210, 450), (990, 450), (870, 330)], _WHITE, width=4)
    canvas.ring((600, 690), (420, 120), colour=_WHITE, width=5)
    _paint_ball(canvas, (dice.uniform(380, 820), dice.uniform(520, 560)), radius=64)


def _paint_stands(canvas: Canvas) -> None:
    palette, dice = canvas.palette, canvas.dice
    canvas.shape(
        [(0, 150), (WIDTH, 150), (WIDTH, 330), (0, 330)], mix(palette.near, palette.dark, share=0.4)
    )
    fans = (palette.accent, palette.light, palette.far, palette.horizon)
    for _ in range(1500):
        place = (dice.uniform(0, WIDTH), 164 + 14 * dice.randrange(10) + dice.uniform(-2, 2))
        canvas.disc(
            place, 3.6, colour=mix(dice.choice(fans), palette.dark, share=dice.uniform(0.1, 0.6))
        )
    canvas.box((0, 306), (WIDTH, 22), colour=mix(palette.accent, palette.dark, share=0.2))
    for x in (110, 1090):
        canvas.box((x - 4, 40), (8, 130), colour=palette.dark)
        canvas.glow((x, 40), 170, colour=palette.light, strength=0.7)
        canvas.box((x - 46, 22), (92, 36), colour=palette.light, round_by=4)


def _paint_goal(canvas: Canvas) -> None:
    net = mix(_WHITE, canvas.palette.dark, share=0.35)
    for step in range(25):
        canvas.stroke([(456 + step * 12, 222), (456 + step * 12, 330)], net, width=0.8)
    for step in range(10):
        canvas.stroke([(456, 222 + step * 12), (744, 222 + step * 12)], net, width=0.8)
    canvas.stroke([(456, 331), (456, 222), (744, 222), (744, 331)], _WHITE, width=6)


def _paint_ball(canvas: Canvas, centre: Point, *, radius: float) -> None:
    (x, y), turn = centre, canvas.dice.uniform(0, 1.2)
    canvas.oval(
        (x + 18, y + radius * 0.94),
        (radius * 1.1, radius * 0.2),
        colour=mix(_GRASS, (0, 0, 0), share=0.55),
    )
    canvas.disc(centre, radius, colour=(205, 208, 212))
    canvas.disc((x - radius * 0.06, y - radius * 0.06), radius * 0.93, colour=_WHITE)
    ink = (34, 36, 42)
    canvas.shape(polygon(centre, radius * 0.33, corners=5, turn=turn), ink)
    for corner in range(5):
        angle = turn + corner * math.tau / 5
        inner = (x + radius * 0.33 * math.cos(angle), y + radius * 0.33 * math.sin(angle))
        outer = (x + radius * 0.68 * math.cos(angle), y + radius * 0.68 * math.sin(angle))
        canvas.stroke([inner, outer], ink, width=3)
        rim = [
            (x + radius * reach * math.cos(angle + by), y + radius * reach * math.sin(angle + by))
            for reach, by in ((0.66, 0.0), (0.8, 0.3), (0.96, 0.22), (0.96, -0.22), (0.8, -0.3))
        ]
        canvas.shape(rim, ink)


def draw_train(canvas: Canvas) -> None:
    """A train on a viaduct."""
    palette, dice = canvas.palette, canvas.dice
    paint_sky(canvas, 480)
    paint_sun(canvas, 150, radius=54)
    for _ in range(4):
        paint_cloud(
            canvas,
            (dice.uniform(0, WIDTH), dice.uniform(90, 220)),
            size=dice.uniform(40, 80),
            colour=mix(palette.light, palette.horizon, share=0.4),
        )
    canvas.peaks(470, 240, colour=mix(palette.far, palette.horizon, share=0.35), snow=palette.light)
    canvas.ridge(480, 90, colour=palette.far)
    canvas.ridge(590, 70, colour=palette.near)
    _paint_viaduct(canvas)
    start = dice.uniform(-60, 120)
    for number in range(5):
        _paint_carriage(canvas, start + number * 196, is_last=number == 4)
    canvas.ridge(662, 26, colour=palette.dark)


def _paint_viaduct(canvas: Canvas) -> None:
    stone = mix((196, 168, 132), canvas.palette.far, share=0.25)
    canvas.box((0, 424), (WIDTH, 34), colour=stone)
    canvas.box((0, 424), (WIDTH, 7), colour=mix(stone, (0, 0, 0), share=0.3))
    for number in range(-1, 8):
        x = number * 168.0 + 20
        canvas.box((x, 456), (44, 240), colour=mix(stone, (0, 0, 0), share=0.08))
        canvas.box((x + 32, 456), (12, 240), colour=mix(stone, (0, 0, 0), share=0.25))
        arch = [(x + 44 + 62 * (1 - math.cos(a)), 520 - 62 * math.sin(a)) for a in _half_turn()]
        canvas.shape(
            [(x + 44, 456), (x + 168, 456), (x + 168, 520), *reversed(arch), (x + 44, 520)], stone
        )


def _half_turn() -> list[float]:
    return [math.pi * step / 20 for step in range(21)]


def _paint_carriage(canvas: Canvas, x: float, *, is_last: bool) -> None:
    palette = canvas.palette
    canvas.box((x, 340), (188, 74), colour=palette.accent, round_by=12)
    if is_last:
        canvas.shape(
            [(x + 150, 340), (x + 206, 340), (x + 262, 412), (x + 150, 414)], palette.accent
        )
        canvas.shape(
            [(x + 196, 350), (x + 214, 350), (x + 238, 382), (x + 196, 382)],
            mix(palette.sky, palette.light, share=0.6),
        )
    canvas.box((x + 4, 394), (184 + 62 * is_last, 8), colour=palette.light)
    for number in range(5):
        canvas.box(
            (x + 14 + number * 34, 356),
            (24, 26),
            colour=mix(palette.sky, palette.light, share=0.55),
            round_by=5,
        )
    for wheel in (34, 66, 130, 162):
        canvas.disc((x + wheel, 416), 10, colour=palette.dark)


def draw_city(canvas: Canvas) -> None:
    """A skyline by a river."""
    palette = canvas.palette
    paint_sky(canvas, 520)
    paint_sun(canvas, 180, radius=58)
    canvas.peaks(440, 210, colour=mix(palette.far, palette.horizon, share=0.4), snow=None)
    for number in range(3):
        colour = mix(mix(palette.far, palette.near, share=0.5), palette.dark, share=number / 2)
        _paint_row_of_houses(canvas, 500 + number * 12, height=250 - number * 60, colour=colour)
    canvas.shade(mix(palette.far, palette.horizon, share=0.3), palette.dark, start=524)
    for _ in range(150):
        x, y = canvas.dice.uniform(0, WIDTH), canvas.dice.uniform(530, HEIGHT)
        glint = mix(palette.accent, palette.far, share=canvas.dice.uniform(0.1, 0.8))
        canvas.box((x, y), (canvas.dice.uniform(8, 46), 2.4), colour=glint)


def _paint_row_of_houses(canvas: Canvas, base: float, *, height: float, colour: Colour) -> None:
    dice, x = canvas.dice, -20.0
    while x < WIDTH:
        width, tall = dice.uniform(50, 110), height * dice.uniform(0.4, 1)
        roof = dice.random()
        if roof < 0.16:
            dome = mix(colour, canvas.palette.accent, share=0.5)
            canvas.disc((x + width / 2, base - tall), width * 0.36, colour=dome)
        canvas.box((x, base - tall), (width, tall + 40), colour=colour)
        if 0.16 <= roof < 0.4:
            canvas.box((x + width * 0.46, base - tall - 34), (4, 36), colour=colour)
        _light_windows(canvas, (x, base - tall), size=(width, tall))
        x += width + dice.uniform(0, 7)


def _light_windows(canvas: Canvas, corner: Point, *, size: Point) -> None:
    (x, y), (width, tall) = corner, size
    for column in range(int((width - 12) // 15)):
        for row in range(int((tall - 14) // 19)):
            if canvas.dice.random() < 0.42:
                glow = mix(
                    canvas.palette.accent, canvas.palette.dark, share=canvas.dice.uniform(0, 0.45)
                )
                canvas.box((x + 9 + column * 15, y + 11 + row * 19), (7, 10), colour=glow)
