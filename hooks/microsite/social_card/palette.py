"""The colors of the identity, read from the one style sheet that holds them.

A picture that is drawn at build time shall have the colors of the pages, and nobody should write them down twice.
"""

import re
from dataclasses import dataclass, fields
from pathlib import Path

from microsite.source.problems import Problem, ProblemsFound

Color = tuple[int, int, int]

_COLOR = re.compile(r"--(?P<name>[\w-]+)\s*:\s*#(?P<hex>[0-9a-fA-F]{6})\s*[;}]")


@dataclass(frozen=True)
class Palette:
    """The few colors that a drawing made at build time has, as red, green and blue."""

    paper: Color
    ink: Color
    quiet: Color
    link: Color
    rule: Color

    def wash(self, strength: float) -> Color:
        """The color of links as a thin wash on the paper: 0 is paper, 1 the color itself."""
        return blend(self.paper, self.link, strength)


def blend(start: Color, end: Color, part: float) -> Color:
    """A color between two: 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
    return red, green, blue


def load_palette(path: Path, *, name: str) -> Palette:
    """The colors in a style sheet that messages call ``name``. Raises `ProblemsFound`, also where there is no file."""
    try:
        css = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ProblemsFound([Problem(name, 1, "file", "the style sheet with the colors", "none")]) from error
    return read_palette(css, file=name)


def read_palette(css: str, *, file: str) -> Palette:
    """The colors as they are first set: the light scheme. Raises `ProblemsFound` with every color that is not there."""
    found: dict[str, str] = {}
    for match in _COLOR.finditer(css):
        found.setdefault(match["name"], match["hex"])
    names = [field.name for field in fields(Palette)]
    if missing := [f"--{name}" for name in names if name not in found]:
        expected = f"a color such as #1b2a24 for {', '.join(missing)}"
        raise ProblemsFound([Problem(file, 1, "colors", expected, "none")])
    return Palette(**{name: _rgb(found[name]) for name in names})


def _rgb(digits: str) -> Color:
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue
