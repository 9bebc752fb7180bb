"""The things that stand and lie about in a street, each drawn where it touches the ground."""

import math

from qcdc_feedback.admin.adapters.brush import Brush, Colour

_INK = "#2b2d33"


def lamp_post(brush: Brush, x: float, y: float, head: Colour) -> tuple[float, float]:
    """Draw a street lamp; return where its light would be."""
    brush.oval(x, y, 34, 8, (0, 0, 0, 60))
    brush.plane([(x - 11, y), (x - 6, 130), (x + 6, 130), (x + 11, y)], "#7b828c")
    brush.line([(x, 132), (x + 60, 96), (x + 150, 88)], "#7b828c", 10)
    brush.plane([(x + 140, 78), (x + 236, 84), (x + 228, 108), (x + 142, 106)], "#59606a")
    brush.plane([(x + 154, 104), (x + 224, 106), (x + 210, 118), (x + 166, 116)], head)
    return x + 190, 116


def bag(brush: Brush, x: float, y: float, size: float, colour: Colour) -> None:
    """Draw a tied bag of rubbish."""
    brush.blot(x, y - size * 0.55, size * 0.62, size * 0.55, colour, 0.09)
    knot = [(x - 7, y - size), (x - 16, y - size - 18), (x + 16, y - size - 18), (x + 7, y - size)]
    brush.plane(knot, colour)
    brush.oval(x - size * 0.2, y - size * 0.7, size * 0.13, size * 0.2, (255, 255, 255, 42))


def carton(brush: Brush, x: float, y: float, size: float) -> None:
    """Draw a cardboard box."""
    brush.box(x, y - size, size * 1.2, size, "#b98d5b")
    top = y - size
    flap = [(x, top), (x - 18, top - 22), (x + size * 0.5, top - 14), (x + size * 0.6, top)]
    brush.plane(flap, "#d0a775")
    brush.box(x + size * 0.5, y - size, size * 0.16, size, (255, 255, 255, 60))


def litter(brush: Brush, x: float, y: float, wide: float, count: int) -> None:
    """Strew small litter on the ground."""
    for _ in range(count):
        colour = brush.chance.choice(("#e7e5df", "#d1495b", "#3d8ea8", "#edae49", "#8a9a5b"))
        spot = x + brush.chance.uniform(-wide, wide), y + brush.chance.uniform(-12, 26)
        brush.blot(*spot, 11, 5, colour, 0.5)


def bin_with_lid(brush: Brush, x: float, y: float) -> None:
    """Draw a green wheeled bin."""
    brush.oval(x, y, 66, 11, (0, 0, 0, 60))
    brush.plane([(x - 56, y - 150), (x + 56, y - 150), (x + 44, y - 8), (x - 44, y - 8)], "#2f8f5b")
    brush.plane([(x - 64, y - 168), (x + 64, y - 168), (x + 58, y - 148), (x - 58, y - 148)], "#256f47")
    brush.oval(x - 34, y - 8, 12, 12, _INK)
    brush.oval(x + 34, y - 8, 12, 12, _INK)
    brush.box(x - 30, y - 110, 60, 44, (255, 255, 255, 120))


def cone(brush: Brush, x: float, y: float) -> None:
    """Draw a traffic cone."""
    brush.oval(x, y, 44, 10, (0, 0, 0, 70))
    brush.box(x - 38, y - 10, 76, 10, "#d9531e")
    brush.plane([(x - 28, y - 10), (x - 7, y - 96), (x + 7, y - 96), (x + 28, y - 10)], "#f26b2b")
    brush.plane([(x - 20, y - 42), (x - 14, y - 66), (x + 14, y - 66), (x + 20, y - 42)], "#f7f3ec")


def motorbike(brush: Brush, x: float, y: float, colour: Colour) -> None:
    """Draw a motorbike from the side; y is where its wheels stand."""
    brush.oval(x, y, 108, 9, (0, 0, 0, 70))
    for wheel in (x - 68, x + 68):
        brush.oval(wheel, y - 32, 33, 33, _INK)
        brush.oval(wheel, y - 32, 20, 20, "#9aa0a8")
        brush.oval(wheel, y - 32, 6, 6, _INK)
    brush.plane([(x - 84, y - 84), (x - 8, y - 88), (x + 8, y - 44), (x - 62, y - 44)], colour)
    shield = ((28, 104), (52, 110), (62, 44), (6, 38), (4, 52), (36, 54))
    brush.plane([(x + right, y - up) for right, up in shield], colour)
    brush.box(x - 46, y - 52, 66, 20, "#4a4e57")
    brush.plane([(x - 96, y - 96), (x - 2, y - 98), (x + 4, y - 84), (x - 86, y - 82)], _INK)
    brush.line([(x + 66, y - 34), (x + 44, y - 112), (x + 20, y - 128)], "#8b9098", 7)
    brush.oval(x + 50, y - 104, 12, 12, "#fff1b8")


def person(brush: Brush, x: float, y: float, shirt: Colour, tall: float = 200) -> None:
    """Draw someone without a face, standing."""
    step = tall / 200
    brush.oval(x, y, 40 * step, 8 * step, (0, 0, 0, 60))
    brush.line([(x - 12 * step, y - 90 * step), (x - 18 * step, y - 4)], "#3a4358", 20 * step)
    brush.line([(x + 12 * step, y - 90 * step), (x + 16 * step, y - 4)], "#333b4e", 20 * step)
    brush.blot(x, y - 122 * step, 33 * step, 44 * step, shirt, 0.04)
    brush.line([(x - 28 * step, y - 146 * step), (x - 42 * step, y - 92 * step)], shirt, 15 * step)
    brush.line([(x + 28 * step, y - 146 * step), (x + 40 * step, y - 92 * step)], shirt, 15 * step)
    brush.oval(x, y - 184 * step, 20 * step, 23 * step, "#d9a57f")
    brush.oval(x, y - 194 * step, 21 * step, 15 * step, "#2a2320")


def conical_hat(brush: Brush, x: float, y: float) -> None:
    """Draw a conical hat; y is its rim."""
    brush.plane([(x - 46, y), (x, y - 40), (x + 46, y)], "#e8d6a0")
    brush.oval(x, y, 46, 7, "#d6c083")
    for n in (0.35, 0.65):
        brush.line([(x - 46 * n, y - 40 * (1 - n)), (x + 46 * n, y - 40 * (1 - n))], (120, 96, 40, 110), 2)


def helmet(brush: Brush, x: float, y: float) -> None:
    """Draw a worker's helmet."""
    brush.oval(x, y - 6, 25, 20, "#f5c518")
    brush.box(x - 31, y - 4, 62, 8, "#e0af00")


def stool(brush: Brush, x: float, y: float, colour: Colour) -> None:
    """Draw a plastic stool."""
    brush.oval(x, y, 30, 6, (0, 0, 0, 60))
    brush.plane([(x - 20, y - 46), (x + 20, y - 46), (x + 27, y), (x - 27, y)], colour)
    brush.plane([(x - 8, y - 34), (x + 8, y - 34), (x + 11, y), (x - 11, y)], (0, 0, 0, 76))
    brush.box(x - 25, y - 54, 50, 10, colour)


def table(brush: Brush, x: float, y: float) -> None:
    """Draw a low folding table with bowls."""
    brush.oval(x, y, 88, 10, (0, 0, 0, 60))
    brush.line([(x - 60, y - 72), (x + 52, y)], "#8d949c", 6)
    brush.line([(x + 60, y - 72), (x - 52, y)], "#8d949c", 6)
    brush.box(x - 90, y - 86, 180, 15, "#c9d3da")
    for side in (-48, 0, 46):
        brush.oval(x + side, y - 92, 19, 11, "#f7f3ec")
        brush.oval(x + side, y - 97, 17, 5, "#c8553d")


def tree(brush: Brush, x: float, y: float, high: float) -> None:
    """Draw a standing tree."""
    brush.oval(x, y, 70, 10, (0, 0, 0, 50))
    brush.plane([(x - 20, y), (x - 11, y - high), (x + 11, y - high), (x + 20, y)], "#6f5238")
    crown(brush, x, y - high, 120)


def crown(brush: Brush, x: float, y: float, size: float) -> None:
    """Draw leaves: many uneven rounds, darker below."""
    for n in range(16):
        turn = math.tau * n / 16
        colour = ("#2f6b3a", "#3a8048", "#46914f", "#2b5f35")[n % 4]
        spot = x + math.cos(turn) * size * 0.72, y + math.sin(turn) * size * 0.46
        brush.blot(*spot, size * 0.46, size * 0.36, colour, 0.16)
    brush.blot(x, y - size * 0.1, size * 0.7, size * 0.5, "#3f8a4b", 0.14)
    for _ in range(26):
        spot = x + brush.chance.uniform(-size, size) * 0.8, y + brush.chance.uniform(-size, size) * 0.5
        brush.blot(*spot, 13, 9, (120, 178, 96, 150), 0.4)
