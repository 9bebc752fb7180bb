"""The street that every picture begins with: sky, houses, pavement and road, by day, at night or in rain."""

from dataclasses import dataclass

from qcdc_feedback.admin.adapters.brush import HEIGHT, WIDTH, Brush

GROUND = 600  # where the houses stand
KERB = 720  # where the road begins

_WALLS = ("#f2d9a0", "#e9c46a", "#f4ead5", "#cfe3dc", "#e8cfc4", "#d9d4e7", "#f0e0b6")
_ROOFS = ("#a4432f", "#8c3b2a", "#b5533c", "#7f4a3a")
_SHUTTERS = ("#7d8a97", "#5b7f8f", "#8f6b4a", "#4f6f62")


@dataclass(frozen=True, slots=True)
class Light:
    """What the hour and the weather make of the colours; veil lies over everything far away."""

    high: tuple[int, int, int]
    low: tuple[int, int, int]
    veil: tuple[int, int, int, int]
    window: str
    pavement: str
    road: str


DAY = Light((116, 178, 222), (222, 238, 246), (255, 255, 255, 16), "#6d8ea3", "#c9c3b8", "#6b6e73")
NIGHT = Light((10, 14, 34), (34, 38, 72), (10, 14, 40, 178), "#f4c95d", "#3b3d4c", "#23252f")
RAIN = Light((120, 132, 142), (186, 194, 198), (96, 110, 122, 92), "#7c8b94", "#9a9b99", "#565b61")


def street(brush: Brush, light: Light) -> None:
    """Draw the empty street."""
    brush.fade(0, GROUND, light.high, light.low)
    x = -brush.chance.uniform(0, 80)
    while x < WIDTH:
        wide = brush.chance.uniform(150, 240)
        _house(brush, x, wide, brush.chance.uniform(200, 370))
        x += wide
    brush.box(0, 0, WIDTH, GROUND, light.veil)
    _pavement(brush, light)
    _road(brush, light)


def windows_lit(brush: Brush, light: Light, count: int) -> None:
    """Light some windows in the dark houses."""
    for _ in range(count):
        x, y = brush.chance.uniform(60, WIDTH - 100), brush.chance.uniform(330, 480)
        brush.glow(x + 15, y + 20, 60, (244, 201, 93))
        brush.box(x, y, 30, 40, light.window)


def rain(brush: Brush) -> None:
    """Let it rain."""
    for _ in range(240):
        x, y = brush.chance.uniform(0, WIDTH), brush.chance.uniform(0, HEIGHT)
        long = brush.chance.uniform(18, 46)
        brush.line([(x, y), (x - long * 0.25, y + long)], (235, 242, 248, 90), 1.5)


def sun(brush: Brush) -> None:
    """Let the sun shine."""
    brush.glow(1060, 110, 150, (255, 240, 190))
    brush.oval(1060, 110, 44, 44, "#fff3c4")


def _house(brush: Brush, x: float, wide: float, high: float) -> None:
    top = GROUND - high
    wall = brush.chance.choice(_WALLS)
    brush.box(x, top, wide, high, wall)
    brush.box(x + wide - 7, top, 7, high, (0, 0, 0, 28))
    if brush.chance.random() < 0.6:
        roof = brush.chance.choice(_ROOFS)
        slope = [(x - 10, top), (x + 22, top - 62), (x + wide - 22, top - 62), (x + wide + 10, top)]
        brush.plane(slope, roof)
        for n in range(1, 5):
            brush.line([(x + 2, top - n * 12), (x + wide - 2, top - n * 12)], (0, 0, 0, 34), 2)
    else:
        brush.box(x - 5, top - 16, wide + 10, 18, (90, 84, 78))
    _upper_windows(brush, x, top, wide, high)
    _shop_front(brush, x, wide)


def _upper_windows(brush: Brush, x: float, top: float, wide: float, high: float) -> None:
    for row in range(int((high - 150) // 85)):
        y = top + 26 + row * 85
        for side in (0.2, 0.6):
            brush.box(x + wide * side - 4, y - 4, wide * 0.22 + 8, 60, (255, 255, 255, 170))
            brush.box(x + wide * side, y, wide * 0.22, 52, "#5f7f90")
            brush.line([(x + wide * (side + 0.11), y), (x + wide * (side + 0.11), y + 52)], "#e8eef0", 3)
        brush.box(x + 8, y + 62, wide - 16, 5, (0, 0, 0, 40))


def _shop_front(brush: Brush, x: float, wide: float) -> None:
    door = brush.chance.choice(_SHUTTERS)
    brush.box(x + wide * 0.14, GROUND - 112, wide * 0.72, 112, door)
    for n in range(8):
        y = GROUND - 108 + n * 14
        brush.line([(x + wide * 0.14, y), (x + wide * 0.86, y)], (0, 0, 0, 46), 2)
    sign = brush.chance.choice(("#b23a48", "#2a6f97", "#6a4c93", "#3a7d44", "#c77d0a"))
    brush.box(x + wide * 0.1, GROUND - 140, wide * 0.8, 24, sign)


def _pavement(brush: Brush, light: Light) -> None:
    brush.box(0, GROUND, WIDTH, KERB - GROUND, light.pavement)
    for n in range(1, 5):
        y = GROUND + n * n * 6
        brush.line([(0, y), (WIDTH, y)], (0, 0, 0, 30), 2)
    for n in range(-12, 30):
        brush.line([(400 + n * 40, GROUND), (n * 72 - 108, KERB)], (0, 0, 0, 26), 2)
    brush.box(0, KERB - 14, WIDTH, 20, (236, 232, 222, 170))
    brush.box(0, KERB + 4, WIDTH, 8, (0, 0, 0, 80))


def _road(brush: Brush, light: Light) -> None:
    brush.box(0, KERB + 8, WIDTH, HEIGHT - KERB, light.road)
    for _ in range(420):
        x, y = brush.chance.uniform(0, WIDTH), brush.chance.uniform(KERB + 14, HEIGHT)
        brush.oval(x, y, 2.4, 1.2, (255, 255, 255, brush.chance.randint(8, 30)))
    for n in range(5):
        left = n * 300 - 60
        stripe = [(left, 872), (left + 170, 872), (left + 162, 888), (left - 12, 888)]
        brush.plane(stripe, (238, 236, 226, 170))
