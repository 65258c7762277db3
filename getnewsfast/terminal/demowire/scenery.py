"""Sky, sun and what stands small in every landscape."""

from __future__ import annotations

from getnewsfast.terminal.demowire.canvas import HEIGHT, Canvas, Colour, Point, mix


def paint_sky(canvas: Canvas, end: float = HEIGHT) -> None:
    """The sky of the palette down to ``end``."""
    canvas.shade(canvas.palette.sky, canvas.palette.horizon, end=end)


def paint_sun(canvas: Canvas, height: float = 230, *, radius: float = 62) -> Point:
    """A sun (or moon) with its glow; gives back where it stands."""
    centre = (canvas.dice.uniform(220, 980), height)
    canvas.glow(centre, radius * 5.5, colour=canvas.palette.light, strength=0.75)
    canvas.disc(centre, radius, colour=mix(canvas.palette.light, (255, 206, 112), share=0.3))
    return centre


def paint_flock(canvas: Canvas, count: int, *, colour: Colour) -> None:
    """Birds far away."""
    x, y = canvas.dice.uniform(250, 800), canvas.dice.uniform(90, 200)
    for _ in range(count):
        px, py = x + canvas.dice.gauss(0, 130), y + canvas.dice.gauss(0, 42)
        wing = canvas.dice.uniform(9, 19)
        points = [(px - wing, py - wing * 0.4), (px, py), (px + wing, py - wing * 0.5)]
        canvas.stroke(points, colour, width=2.6)


def paint_cypress(canvas: Canvas, foot: Point, *, height: float, colour: Colour) -> None:
    """A cypress, as every garden here has one."""
    x, y = foot
    canvas.box((x - 2, y - 8), (4, 16), colour=mix(colour, (60, 30, 10), share=0.5))
    side = [(0.0, 1.0), (0.13, 0.8), (0.15, 0.5), (0.09, 0.2), (0.0, 0.0)]
    right = [(x + height * dx, y - height + height * dy) for dx, dy in reversed(side)]
    left = [(x - height * dx, y - height + height * dy) for dx, dy in side]
    canvas.shape([*right, *left], colour)


def paint_cloud(canvas: Canvas, centre: Point, *, size: float, colour: Colour) -> None:
    """A heap of soft discs on a flat base."""
    x, y = centre
    for share in (-0.9, -0.5, -0.05, 0.4, 0.85):
        radius = size * (0.62 - abs(share) * 0.28) * canvas.dice.uniform(0.85, 1.15)
        canvas.disc((x + share * size, y - radius * 0.45), radius, colour=colour)
    canvas.box(
        (x - size * 1.2, y - size * 0.18),
        (size * 2.4, size * 0.34),
        colour=colour,
        round_by=size * 0.17,
    )
