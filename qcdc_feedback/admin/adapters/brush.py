"""The brush: lines and planes in picture points, drawn twice as fine and made smaller for smooth edges."""

import math
from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps

WIDTH, HEIGHT = 1280, 960
_FINE = 2
_CAPTION = "ANH MINH HOA - DU LIEU MAU"

Colour = str | tuple[int, ...]
Point = tuple[float, float]


class Brush:
    """One picture being drawn, with a chance of its own that repeats itself for the same seed."""

    def __init__(self, seed: str) -> None:
        self.chance = Random(seed)
        self.image = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE))
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    def plane(self, points: Sequence[Point], fill: Colour) -> None:
        """Fill a polygon."""
        self._pen.polygon([(x * _FINE, y * _FINE) for x, y in points], fill=fill)

    def box(self, x: float, y: float, wide: float, high: float, fill: Colour) -> None:
        """Fill an upright rectangle given by its upper left corner."""
        self.plane([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], fill)

    def oval(self, x: float, y: float, across: float, down: float, fill: Colour) -> None:
        """Fill an ellipse given by its centre and half axes."""
        corners = (x - across) * _FINE, (y - down) * _FINE, (x + across) * _FINE, (y + down) * _FINE
        self._pen.ellipse(corners, fill=fill)

    def ring(self, x: float, y: float, radius: float, colour: Colour, width: float) -> None:
        """Draw a circle's line."""
        corners = [(x - radius) * _FINE, (y - radius) * _FINE, (x + radius) * _FINE, (y + radius) * _FINE]
        self._pen.ellipse(corners, outline=colour, width=round(width * _FINE))

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Draw a line through the points."""
        fine = [(x * _FINE, y * _FINE) for x, y in points]
        self._pen.line(fine, fill=colour, width=round(width * _FINE), joint="curve")

    def sag(self, start: Point, end: Point, depth: float, colour: Colour, width: float) -> None:
        """Draw a cable that hangs between two points."""
        (x1, y1), (x2, y2) = start, end
        steps = [n / 24 for n in range(25)]
        along = [(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t + 4 * depth * t * (1 - t)) for t in steps]
        self.line(along, colour, width)

    def blot(self, x: float, y: float, across: float, down: float, fill: Colour, rough: float = 0.2) -> None:
        """Fill an uneven round."""
        turns = [math.tau * n / 22 for n in range(22)]
        edge = []
        for turn in turns:
            reach = 1 + self.chance.uniform(-rough, rough)
            edge.append((x + across * reach * math.cos(turn), y + down * reach * math.sin(turn)))
        self.plane(edge, fill)

    def fade(self, y: float, high: float, top: tuple[int, ...], bottom: tuple[int, ...]) -> None:
        """Fill a band across the picture with a colour that turns into another."""
        rows = max(1, round(high / 4))
        for n in range(rows):
            mixed = tuple(round(a + (b - a) * n / rows) for a, b in zip(top, bottom, strict=True))
            self.box(0, y + n * 4, WIDTH, 5, mixed)

    def glow(self, x: float, y: float, radius: float, colour: tuple[int, int, int]) -> None:
        """Lay a soft light around a point."""
        for n in range(14):
            self.oval(x, y, radius * (1 - n / 14), radius * (1 - n / 14), (*colour, 10 + n))

    def developed(self) -> bytes:
        """Return the picture as a JPEG, with grain, darker corners and a caption."""
        image = self.image.reduce(_FINE)
        if self.chance.random() < 0.5:
            image = ImageOps.mirror(image)
        grain = Image.frombytes("L", (320, 240), self.chance.randbytes(320 * 240))
        grain = grain.resize((WIDTH, HEIGHT)).point(lambda value: 244 + value // 24).convert("RGB")
        corners = Image.radial_gradient("L").resize((WIDTH, HEIGHT))
        corners = corners.point(lambda value: 255 - value * value // 900)
        image = ImageChops.multiply(ImageChops.multiply(image, grain), corners.convert("RGB"))
        _write_caption(image)
        target = BytesIO()
        image.save(target, "JPEG", quality=84)
        return target.getvalue()


def _write_caption(image: Image.Image) -> None:
    pen = ImageDraw.Draw(image, "RGBA")
    font = ImageFont.load_default(size=26)
    wide = round(pen.textlength(_CAPTION, font=font))
    pen.rectangle((WIDTH - wide - 56, HEIGHT - 62, WIDTH - 20, HEIGHT - 18), fill=(0, 0, 0, 120))
    pen.text((WIDTH - wide - 38, HEIGHT - 56), _CAPTION, font=font, fill="white")
