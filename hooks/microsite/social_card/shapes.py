"""Small shapes in one hand for pictures that are made at build time: a folded line, rods, beads, curls, rings.

Shapes are drawn large and then made small, because Pillow's own lines have hard edges.
"""

from collections.abc import Callable, Iterator
from math import cos, pi, sin

from PIL import Image, ImageDraw

from microsite.social_card.palette import Color

Point = tuple[float, float]

# How much larger shapes are drawn than they are shown.
_FINE = 3


class Sheet:
    """A part of a picture that shapes are drawn on; lengths are in pixels of the finished picture."""

    def __init__(self, width: int, height: int, paper: Color, *, line: Color, stroke: float) -> None:
        self.line = line
        self.stroke = stroke
        self._image = Image.new("RGB", (width * _FINE, height * _FINE), paper)
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        """The drawing at the size at which it is shown."""
        return self._image.reduce(_FINE)

    def path(self, points: Iterator[Point], *, stroke: float | None = None, color: Color | None = None) -> None:
        """A rounded line through points."""
        width = (stroke or self.stroke) * _FINE
        fine = [(x * _FINE, y * _FINE) for x, y in points]
        self._draw.line(fine, fill=color or self.line, width=round(width), joint="curve")
        for x, y in (fine[0], fine[-1]):
            self._draw.circle((x, y), width / 2, fill=color or self.line)

    def ring(self, center: Point, radius: float, *, fill: Color) -> None:
        """A filled circle with a line around it."""
        x, y = center
        self._draw.circle(
            (x * _FINE, y * _FINE), radius * _FINE, fill=fill, outline=self.line, width=round(self.stroke * _FINE)
        )


def folds(start: Point, *, period: float, height: float, count: int) -> Iterator[Point]:
    """A line in even folds, first up and then down, as smooth as the eye can tell."""
    x, y = start
    for fold in range(count):
        for step in range(33):
            part = step / 32
            rise = (1 - cos(2 * pi * part)) / 2
            # Steeper than a sine, so that the folds stand like fingers.
            rise = rise * rise * (3 - 2 * rise)
            yield x + period * (fold + part), y - height * rise


def draw_rod(sheet: Sheet, center: Point, size: float, turn: float, fill: Color) -> None:
    """A short rod with round ends."""
    x, y = center
    dx, dy = cos(turn) * size, sin(turn) * size
    ends = [(x - dx, y - dy), (x + dx, y + dy)]
    sheet.path(iter(ends), stroke=size * 1.15)
    sheet.path(iter(ends), stroke=size * 1.15 - 2 * sheet.stroke, color=fill)


def draw_beads(sheet: Sheet, center: Point, size: float, turn: float, fill: Color) -> None:
    """Three beads in a row."""
    x, y = center
    for place in (-1, 0, 1):
        sheet.ring((x + cos(turn) * size * place, y + sin(turn) * size * place), size * 0.52, fill=fill)


def draw_curl(sheet: Sheet, center: Point, size: float, turn: float, fill: Color) -> None:
    """A thread with two waves; it has no inside to fill."""
    x, y = center

    def thread() -> Iterator[Point]:
        for step in range(41):
            along, across = (step / 20 - 1) * size * 1.3, sin(step / 20 * 2 * pi) * size * 0.34
            yield x + cos(turn) * along - sin(turn) * across, y + sin(turn) * along + cos(turn) * across

    sheet.path(thread(), stroke=sheet.stroke * 1.3)


SHAPES: tuple[Callable[[Sheet, Point, float, float, Color], None], ...] = (draw_rod, draw_beads, draw_curl)
