"""Figures, books, films and experiments."""

from __future__ import annotations

import math

from getnewsfast.terminal.demowire.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, mix, polygon


def draw_chart(canvas: Canvas) -> None:
    """Bars, a rising line, and the coins it is about."""
    palette, dice = canvas.palette, canvas.dice
    canvas.shade(
        mix(palette.light, palette.horizon, share=0.3),
        mix(palette.horizon, palette.far, share=0.35),
    )
    grid = mix(palette.horizon, palette.far, share=0.55)
    for number in range(6):
        canvas.stroke([(110, 120 + number * 84), (1090, 120 + number * 84)], grid, width=1.5)
    heights = [90 + 24 * n + dice.uniform(-46, 60) for n in range(12)]
    for number, height in enumerate(heights):
        colour = mix(palette.far, palette.near, share=number / 11)
        canvas.box((130 + number * 80, 540 - height), (50, height), colour=colour, round_by=6)
    line = [(155.0 + n * 80, 540 - h - dice.uniform(50, 90)) for n, h in enumerate(heights)]
    canvas.veil([*line, (line[-1][0], 540), (line[0][0], 540)], palette.accent, strength=0.16)
    canvas.stroke(line, palette.accent, width=7)
    for place in line:
        canvas.disc(place, 9, colour=palette.accent)
        canvas.disc(place, 4, colour=palette.light)
    canvas.glow(line[-1], 70, colour=palette.accent, strength=0.6)
    canvas.disc(line[-1], 14, colour=palette.accent)
    canvas.box((110, 540), (980, 5), colour=palette.dark)
    for number in range(dice.randrange(5, 9)):
        _paint_coin(canvas, (dice.choice((950, 1010, 1070)), 640 - number * 10))


def _paint_coin(canvas: Canvas, centre: Point) -> None:
    x, y = centre
    canvas.oval((x, y + 7), (46, 17), colour=(166, 118, 30))
    canvas.oval(centre, (46, 17), colour=(238, 190, 74))
    canvas.ring(centre, (34, 11), colour=(196, 146, 44), width=2)


def draw_books(canvas: Canvas) -> None:
    """Shelves, a lamp, a plant."""
    palette = canvas.palette
    canvas.shade(
        mix(palette.near, palette.dark, share=0.35), mix(palette.near, palette.far, share=0.25)
    )
    canvas.glow((canvas.dice.uniform(300, 900), 90), 620, colour=palette.light, strength=0.4)
    wood = mix((122, 78, 44), palette.dark, share=0.15)
    for number, base in enumerate((216, 432, 648)):
        _fill_shelf(canvas, base, gap=number)
        canvas.box((0, base), (WIDTH, 17), colour=wood)
        canvas.box((0, base + 17), (WIDTH, 8), colour=mix(wood, (0, 0, 0), share=0.4))


def _fill_shelf(canvas: Canvas, base: float, *, gap: int) -> None:
    dice = canvas.dice
    x, free = 20.0, dice.uniform(260, 860)
    while x < WIDTH - 40:
        if gap != 1 and free < x < free + 60:
            (_paint_plant if gap else _paint_lamp)(canvas, (x + 76, base))
            x += 150
            continue
        width, height = dice.uniform(20, 48), dice.uniform(118, 186)
        _paint_spine(canvas, (x, base - height), size=(width, height))
        x += width + dice.choice((1, 2, 3))


def _paint_spine(canvas: Canvas, corner: Point, *, size: Point) -> None:
    palette, dice, (x, y), (width, height) = canvas.palette, canvas.dice, corner, size
    colour = mix(
        dice.choice(
            (palette.accent, palette.far, palette.sky, palette.light, (146, 44, 52), (38, 92, 96))
        ),
        palette.dark,
        share=dice.uniform(0, 0.35),
    )
    canvas.box(corner, size, colour=colour, round_by=3)
    canvas.box(
        (x + width * 0.82, y + 2),
        (width * 0.16, height - 2),
        colour=mix(colour, (0, 0, 0), share=0.2),
    )
    band = mix(colour, palette.light, share=0.55)
    for share in (0.12, 0.17, 0.82):
        canvas.box((x + 1, y + height * share), (width - 2, 3), colour=band)
    if width > 30:
        canvas.box(
            (x + width * 0.25, y + height * 0.34),
            (width * 0.45, height * 0.28),
            colour=band,
            round_by=2,
        )


def _paint_plant(canvas: Canvas, foot: Point) -> None:
    x, y = foot
    for _ in range(17):
        dx = canvas.dice.uniform(-62, 62)
        tip = (x + dx, y - canvas.dice.uniform(95, 176))
        colour = mix((64, 140, 84), canvas.palette.dark, share=canvas.dice.uniform(0, 0.4))
        canvas.shape(
            [
                (x - 5, y - 56),
                (x + dx * 0.4 - 9, y - 100),
                tip,
                (x + dx * 0.4 + 10, y - 92),
                (x + 6, y - 56),
            ],
            colour,
        )
    canvas.shape(
        [(x - 36, y - 62), (x + 36, y - 62), (x + 26, y), (x - 26, y)], canvas.palette.accent
    )


def _paint_lamp(canvas: Canvas, foot: Point) -> None:
    (x, y), palette = foot, canvas.palette
    canvas.glow((x, y - 84), 210, colour=(255, 222, 150), strength=0.75)
    canvas.box((x - 3, y - 112), (6, 106), colour=palette.dark)
    canvas.oval((x, y - 4), (38, 7), colour=palette.dark)
    canvas.shape(
        [(x - 24, y - 160), (x + 24, y - 160), (x + 54, y - 92), (x - 54, y - 92)], (250, 214, 140)
    )


def draw_cinema(canvas: Canvas) -> None:
    """A full house: curtains, a bright screen, heads in the dark."""
    palette = canvas.palette
    canvas.shade(palette.dark, mix(palette.dark, palette.near, share=0.6))
    canvas.glow((600, 250), 660, colour=palette.horizon, strength=0.6)
    canvas.box(
        (250, 84), (700, 350), colour=mix(palette.light, palette.horizon, share=0.15), round_by=6
    )
    _paint_film(canvas)
    _paint_curtains(canvas)
    canvas.veil([(600, 675), (250, 84), (950, 84)], palette.light, strength=0.07)
    for row in range(3):
        _paint_audience(canvas, row)


def _paint_curtains(canvas: Canvas) -> None:
    red, black = (150, 26, 38), (0, 0, 0)
    for fold in range(7):
        sway, colour = 16 * math.sin(fold), mix(red, black, share=0.12 + 0.3 * (fold % 2))
        for x in (fold * 33, WIDTH - (fold + 1) * 33):
            canvas.shape([(x, 0), (x + 35, 0), (x + 35, 500 + sway), (x, 500 + sway)], colour)
    for fold in range(12):
        colour = mix(red, black, share=0.2 + 0.14 * (fold % 2))
        canvas.oval((fold * 104 + 52, 4), (62, 58), colour=colour)


def _paint_audience(canvas: Canvas, row: int) -> None:
    palette, base, size = canvas.palette, 520 + row * 66, 24 + row * 7
    head = mix(palette.dark, palette.near, share=0.3 - row * 0.1)
    shoulders = mix(palette.dark, palette.near, share=0.25 - row * 0.1)
    for number in range(14 - row * 2):
        x = number * (96 + row * 18) + canvas.dice.uniform(-8, 8) + (row % 2) * 40
        canvas.disc((x, base), size, colour=head)
        canvas.oval((x, base + size * 2.1), (size * 1.8, size * 1.3), colour=shoulders)


def _paint_film(canvas: Canvas) -> None:
    palette, dice = canvas.palette, canvas.dice
    canvas.box((262, 96), (676, 326), colour=mix(palette.horizon, palette.light, share=0.35))
    canvas.disc((dice.uniform(400, 800), 220), 52, colour=palette.accent)
    for number in range(3):
        base, phase = 320 + number * 34, dice.uniform(0, 6)
        line = [(262.0 + x, base - 26 * math.sin(x / 110 + phase)) for x in range(0, 677, 13)]
        canvas.shape(
            [*line, (938, 422), (262, 422)], mix(palette.far, palette.near, share=number / 2)
        )


def draw_lab(canvas: Canvas) -> None:
    """Flasks, bubbles and a molecule."""
    palette, dice = canvas.palette, canvas.dice
    canvas.shade(
        mix(palette.light, palette.horizon, share=0.5), mix(palette.horizon, palette.sky, share=0.4)
    )
    canvas.glow((600, 280), 560, colour=palette.light, strength=0.8)
    _paint_molecule(canvas, (dice.uniform(950, 1040), dice.uniform(150, 200)))
    _paint_molecule(canvas, (dice.uniform(150, 200), dice.uniform(150, 230)))
    canvas.box((0, 560), (WIDTH, HEIGHT), colour=mix(palette.near, palette.dark, share=0.35))
    canvas.box((0, 560), (WIDTH, 10), colour=mix(palette.near, palette.light, share=0.2))
    liquids = [palette.accent, palette.far, palette.near, (122, 92, 188)]
    dice.shuffle(liquids)
    for number, x in enumerate((360, 520, 690, 850)):
        _paint_flask(canvas, (x, 560), size=dice.uniform(0.85, 1.25), liquid=liquids[number])


def _paint_flask(canvas: Canvas, foot: Point, *, size: float, liquid: Colour) -> None:
    (x, y), light = foot, canvas.palette.light
    glass = mix(light, canvas.palette.sky, share=0.25)
    neck, half, tall = 20 * size, 92 * size, 250 * size
    right = [(x + neck, y - tall), (x + neck, y - tall * 0.55), (x + half, y)]
    canvas.shape([*right, *((2 * x - px, py) for px, py in reversed(right))], glass)
    canvas.box((x - neck - 6, y - tall - 8), (neck * 2 + 12, 12), colour=glass, round_by=5)
    level = canvas.dice.uniform(0.28, 0.46)
    edge, top = neck + (half - neck) * (1 - level / 0.55) - 6, y - tall * level
    side = [(x + edge, top), (x + half - 10, y - 6)]
    canvas.shape([*side, *((2 * x - px, py) for px, py in reversed(side))], liquid)
    canvas.oval((x, top), (edge, 7 * size), colour=mix(liquid, light, share=0.35))
    _paint_bubbles(canvas, foot, size=size, colour=mix(liquid, light, share=0.5))


def _paint_bubbles(canvas: Canvas, foot: Point, *, size: float, colour: Colour) -> None:
    (x, y), dice = foot, canvas.dice
    for _ in range(8):
        place = (x + dice.gauss(0, 18) * size, y - dice.uniform(16, 68) * size)
        canvas.disc(place, dice.uniform(3, 8) * size, colour=colour)
    for step in range(3):
        place = (x + dice.gauss(0, 6), y - 250 * size - 30 - step * 28)
        canvas.disc(place, 5 + step * 2.5, colour=colour)


def _paint_molecule(canvas: Canvas, centre: Point) -> None:
    palette, turn = canvas.palette, canvas.dice.uniform(0, 1)
    atoms = polygon(centre, 66, corners=6, turn=turn)
    ends = [*polygon(centre, 124, corners=6, turn=turn)][:: canvas.dice.choice((1, 2))]
    for end in ends:
        near = min(atoms, key=lambda atom: math.dist(atom, end))
        canvas.stroke([near, end], mix(palette.near, palette.horizon, share=0.3), width=6)
        canvas.disc(end, 13, colour=palette.accent)
    canvas.stroke([*atoms, atoms[0]], mix(palette.near, palette.horizon, share=0.3), width=8)
    for atom in atoms:
        canvas.disc(atom, 19, colour=palette.near)
        canvas.disc(
            (atom[0] - 5, atom[1] - 5), 6, colour=mix(palette.near, palette.light, share=0.5)
        )
