"""The scenes: each subject of a photo as a street with things in it."""

from collections.abc import Callable

from qcdc_feedback.admin.adapters import things
from qcdc_feedback.admin.adapters.brush import HEIGHT, WIDTH, Brush
from qcdc_feedback.admin.adapters.street import DAY, GROUND, KERB, NIGHT, RAIN, rain, street, sun, windows_lit

_BRIGHT = ("#d1495b", "#2a6f97", "#3a7d44", "#edae49", "#8d5a97")


def picture(subject: str, number: int) -> bytes:
    """Return the JPEG of a subject; one that is not known is drawn as an ordinary street."""
    brush = Brush(f"{subject}-{number}")
    SCENES.get(subject, _generic)(brush)
    return brush.developed()


def _lamp_broken(brush: Brush) -> None:
    street(brush, NIGHT)
    windows_lit(brush, NIGHT, 3)
    brush.box(0, GROUND, WIDTH, HEIGHT - GROUND, (0, 0, 0, 90))
    for x in (150, 640, 1010):
        light_x, light_y = things.lamp_post(brush, x, GROUND + 70, "#2a2d33")
        splinter = [(light_x - 12, light_y - 6), (light_x + 2, light_y + 8), (light_x + 14, light_y - 4)]
        brush.line(splinter, "#8b929c", 3)
    things.person(brush, brush.chance.uniform(380, 520), KERB + 40, "#2c3040")


def _lamp_fixed(brush: Brush) -> None:
    street(brush, NIGHT)
    windows_lit(brush, NIGHT, 4)
    for x in (110, 640):
        light_x, light_y = things.lamp_post(brush, x, GROUND + 70, "#fff4c2")
        beam = [(light_x - 40, light_y), (light_x + 40, light_y), (light_x + 330, 830), (light_x - 330, 830)]
        brush.plane(beam, (255, 226, 140, 54))
        brush.oval(light_x, 830, 330, 76, (255, 226, 140, 70))
        brush.glow(light_x, light_y + 4, 120, (255, 232, 160))
    things.person(brush, 560, KERB + 40, "#b56576")


def _rubbish(brush: Brush) -> None:
    street(brush, DAY)
    middle = brush.chance.uniform(520, 720)
    brush.blot(middle, KERB + 34, 390, 52, (52, 46, 38, 150))
    for row, count in ((0, 7), (1, 5), (2, 3)):
        for n in range(count):
            x = middle + (n - (count - 1) / 2) * 108 + brush.chance.uniform(-22, 22)
            colour = brush.chance.choice(("#2c2f36", "#3f4756", "#d8d3c6", "#5a6b7a", "#35536b"))
            things.bag(brush, x, KERB + 34 - row * 66, brush.chance.uniform(88, 124), colour)
    things.carton(brush, middle + 250, KERB + 52, 92)
    things.carton(brush, middle - 410, KERB + 48, 78)
    things.litter(brush, middle, KERB + 70, 460, 46)
    for _ in range(18):
        fly = middle + brush.chance.uniform(-300, 300), brush.chance.uniform(380, 560)
        brush.oval(*fly, 3.4, 2.6, "#1d1d1f")


def _rubbish_cleared(brush: Brush) -> None:
    street(brush, DAY)
    sun(brush)
    things.tree(brush, 170, KERB - 34, 300)
    for x in (700, 850):
        things.bin_with_lid(brush, x, KERB - 20)
    things.person(brush, 470, KERB + 16, "#f08a24", 230)
    things.helmet(brush, 470, KERB - 202)
    brush.line([(430, KERB - 90), (380, KERB + 26)], "#8a6642", 8)
    brush.plane([(366, KERB + 12), (394, KERB + 12), (416, KERB + 56), (342, KERB + 56)], "#c9a14a")


def _hole(brush: Brush) -> None:
    street(brush, DAY)
    x, y = brush.chance.uniform(560, 700), 838
    brush.blot(x, y, 330, 84, "#55575c", 0.08)
    brush.blot(x, y + 4, 292, 68, "#3a332c", 0.13)
    brush.blot(x + 8, y + 12, 236, 46, "#6f6558", 0.12)
    brush.blot(x + 14, y + 18, 196, 32, "#8fa6b2", 0.1)
    brush.blot(x - 40, y + 10, 72, 9, (255, 255, 255, 120), 0.2)
    for _ in range(30):
        stone = x + brush.chance.uniform(-380, 380), y + brush.chance.uniform(-70, 96)
        brush.blot(*stone, 11, 6, "#7c7468", 0.4)
    for side in (-1, 1):
        turns = ((280, 0), (350, -22), (390, 6), (470, -16))
        brush.line([(x + side * far, y + down) for far, down in turns], "#3d3e42", 4)
    things.motorbike(brush, x - 420 if x > 620 else x + 440, 806, brush.chance.choice(_BRIGHT))


def _hole_filled(brush: Brush) -> None:
    street(brush, DAY)
    brush.plane([(400, 792), (900, 792), (960, 896), (350, 896)], "#34363b")
    for _ in range(220):
        grain = brush.chance.uniform(390, 910), brush.chance.uniform(798, 890)
        brush.oval(*grain, 2.2, 1.2, (255, 255, 255, 34))
    brush.line([(400, 792), (900, 792), (960, 896), (350, 896), (400, 792)], (20, 20, 22), 4)
    things.cone(brush, 320, 850)
    things.cone(brush, 1000, 846)
    things.motorbike(brush, 1150, KERB + 70, brush.chance.choice(_BRIGHT))


def _flood(brush: Brush) -> None:
    street(brush, RAIN)
    things.tree(brush, 200, KERB - 40, 290)
    brush.box(0, GROUND + 16, WIDTH, HEIGHT, (128, 113, 88))
    brush.box(0, GROUND + 16, WIDTH, 40, (206, 204, 190, 70))
    things.motorbike(brush, 720, 800, brush.chance.choice(_BRIGHT))
    things.person(brush, 900, 856, "#3d8ea8", 260)
    brush.box(0, 758, WIDTH, HEIGHT, (128, 113, 88, 236))
    for x in (720, 900):
        brush.oval(x, 760, 118, 11, (226, 220, 204, 130))
        brush.oval(x, 763, 104, 8, (128, 113, 88))
    for _ in range(90):
        x, y = brush.chance.uniform(0, WIDTH), brush.chance.uniform(GROUND + 34, HEIGHT)
        long = (y - GROUND) * 0.35 + 20
        brush.line([(x, y), (x + long / 2, y - 4), (x + long, y)], (226, 220, 204, 110), 2.5)
    things.litter(brush, 420, 860, 300, 12)
    rain(brush)


def _dry(brush: Brush) -> None:
    street(brush, DAY)
    sun(brush)
    things.tree(brush, 200, KERB - 40, 290)
    things.motorbike(brush, 820, KERB + 110, brush.chance.choice(_BRIGHT))
    brush.box(520, KERB - 4, 130, 22, "#3f4247")
    for n in range(6):
        brush.box(530 + n * 20, KERB - 2, 9, 18, "#8b9098")


def _tree_fallen(brush: Brush) -> None:
    street(brush, RAIN)
    brush.blot(640, 880, 560, 38, (0, 0, 0, 70), 0.08)
    brush.plane([(150, 700), (190, 790), (900, 880), (910, 832)], "#6f5238")
    brush.line([(190, 742), (880, 850)], "#56402c", 6)
    for turn in (-70, -30, 20, 64):
        brush.line([(168, 742), (92 - abs(turn) // 3, 742 + turn)], "#5c4431", 12)
    brush.blot(140, 800, 96, 22, "#5f4a36", 0.3)
    brush.line([(620, 820), (760, 690)], "#6f5238", 20)
    brush.line([(700, 840), (840, 930)], "#6f5238", 18)
    things.crown(brush, 960, 800, 200)
    things.crown(brush, 780, 690, 110)
    things.crown(brush, 860, 920, 90)
    brush.sag((0, 210), (WIDTH, 420), 150, "#22242a", 4)


def _tree_cleared(brush: Brush) -> None:
    street(brush, DAY)
    brush.plane([(240, KERB - 30), (256, KERB - 84), (344, KERB - 84), (360, KERB - 30)], "#6f5238")
    brush.oval(300, KERB - 84, 44, 13, "#d9b382")
    brush.ring(300, KERB - 84, 9, "#a67f50", 2)
    for row, count in ((0, 4), (1, 3), (2, 2)):
        for n in range(count):
            x, y = 640 + (n - (count - 1) / 2) * 82, KERB - 46 - row * 70
            brush.oval(x, y, 42, 42, "#6f5238")
            brush.oval(x, y, 34, 34, "#d9b382")
            brush.ring(x, y, 20, "#b08a5a", 2)
    things.cone(brush, 470, KERB + 10)
    things.cone(brush, 830, KERB + 10)
    things.person(brush, 1010, KERB + 16, "#f08a24", 230)
    things.helmet(brush, 1010, KERB - 202)


def _blocked(brush: Brush) -> None:
    street(brush, DAY)
    for x in (160, 390):
        things.motorbike(brush, x, KERB - 26, brush.chance.choice(_BRIGHT))
    for x in (640, 960):
        things.table(brush, x, KERB - 40)
        colour = brush.chance.choice(("#d1495b", "#2f6fb0"))
        for side in (-118, -52, 16, 84, 132):
            things.stool(brush, x + side, KERB - 2 - abs(side) % 7, colour)
    things.motorbike(brush, 1190, KERB - 20, brush.chance.choice(_BRIGHT))
    things.person(brush, 300, KERB + 150, "#e9e4d8", 260)


def _clear(brush: Brush) -> None:
    street(brush, DAY)
    sun(brush)
    things.tree(brush, 140, KERB - 40, 290)
    things.tree(brush, 1150, KERB - 40, 290)
    brush.box(0, KERB - 42, WIDTH, 7, "#f5c518")
    things.person(brush, 560, KERB - 30, "#8d5a97", 215)
    things.person(brush, 640, KERB - 30, "#2a6f97", 140)


def _cables(brush: Brush) -> None:
    street(brush, DAY)
    for x in (300, 960):
        brush.plane([(x - 20, KERB - 20), (x - 13, 40), (x + 13, 40), (x + 20, KERB - 20)], "#9c9a94")
        brush.box(x - 96, 96, 192, 14, "#6a6e74")
        brush.box(x - 44, 240, 88, 110, "#8f9ba5")
    for _ in range(46):
        start, end = brush.chance.uniform(96, 260), brush.chance.uniform(96, 260)
        depth, width = brush.chance.uniform(20, 230), brush.chance.uniform(2, 6)
        brush.sag((300, start), (960, end), depth, "#1f2126", width)
        brush.sag((-40, start + 60), (300, end), depth * 0.4, "#1f2126", width)
        brush.sag((960, start), (WIDTH + 40, end + 60), depth * 0.4, "#1f2126", width)
    for n in range(7):
        brush.ring(300 + n * 5, 410 + n * 4, 66 - n * 3, "#1f2126", 4)
    brush.line([(640, 400), (652, 520), (630, 640), (664, 700)], "#1f2126", 5)


def _market(brush: Brush) -> None:
    street(brush, DAY)
    for n in range(4):
        x, colour = 170 + n * 315, brush.chance.choice(_BRIGHT)
        brush.line([(x, 330), (x, KERB)], "#d9d9d4", 9)
        brush.plane([(x - 170, 400), (x, 290), (x + 170, 400)], colour)
        for part in (-1, 1):
            brush.plane([(x + part * 56, 400), (x, 290), (x + part * 112, 400)], (255, 255, 255, 110))
        things.person(brush, x + 48, KERB - 60, brush.chance.choice(_BRIGHT), 200)
        things.conical_hat(brush, x + 48, KERB - 246)
        brush.box(x - 132, KERB - 92, 252, 66, "#9c7248")
        for spot in range(22):
            fruit = brush.chance.choice(("#e4572e", "#f3a712", "#76b041", "#d1495b", "#f7e08b"))
            brush.oval(x - 118 + spot % 11 * 23, KERB - 92 - spot // 11 * 15, 13, 13, fruit)
    things.motorbike(brush, 330, KERB + 120, brush.chance.choice(_BRIGHT))


def _school(brush: Brush) -> None:
    street(brush, DAY)
    brush.box(0, 470, WIDTH, 130, "#f0dfae")
    brush.box(300, 150, 680, 450, "#f4e3b2")
    for n in range(10):
        brush.box(330 + n % 5 * 130, 190 + n // 5 * 130, 84, 82, "#6d8ea3")
    for x in (370, 850):
        brush.box(x, 380, 60, 250, "#b5533c")
        brush.plane([(x - 16, 384), (x + 30, 344), (x + 76, 384)], "#8c3b2a")
    brush.box(370, 400, 540, 56, "#a4243b")
    for n in range(9):
        brush.box(432 + n * 48, 420, 34, 16, "#f5e7a1")
    for n in range(14):
        brush.line([(440 + n * 31, 470), (440 + n * 31, 630)], "#2e5e7e", 7)
    for n in range(6):
        x, y = 190 + n * 178 + brush.chance.uniform(-30, 30), KERB - 16 + n % 2 * 40
        things.person(brush, x, y, "#f7f7f2", 150)
        brush.box(x - 22, y - 116, 44, 50, brush.chance.choice(_BRIGHT))
    things.motorbike(brush, 1120, KERB + 100, brush.chance.choice(_BRIGHT))


def _generic(brush: Brush) -> None:
    street(brush, DAY)
    things.tree(brush, 180, KERB - 40, 300)
    things.tree(brush, 1120, KERB - 40, 280)
    things.motorbike(brush, 360, KERB + 116, brush.chance.choice(_BRIGHT))
    things.person(brush, 690, KERB + 6, "#2a6f97", 240)
    things.helmet(brush, 690, KERB - 222)
    brush.box(712, KERB - 132, 48, 60, "#f7f3ec")
    for n in range(4):
        brush.line([(720, KERB - 120 + n * 12), (752, KERB - 120 + n * 12)], "#7b828c", 3)
    things.cone(brush, 850, KERB + 20)


SCENES: dict[str, Callable[[Brush], None]] = {
    "street_light_broken": _lamp_broken,
    "street_light_fixed": _lamp_fixed,
    "rubbish_heap": _rubbish,
    "rubbish_cleared": _rubbish_cleared,
    "pothole": _hole,
    "pothole_filled": _hole_filled,
    "flooded_street": _flood,
    "dry_street": _dry,
    "fallen_tree": _tree_fallen,
    "tree_cleared": _tree_cleared,
    "pavement_blocked": _blocked,
    "pavement_clear": _clear,
    "cable_tangle": _cables,
    "market": _market,
    "school_gate": _school,
    "generic": _generic,
}
