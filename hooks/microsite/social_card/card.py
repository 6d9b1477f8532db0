"""The picture that stands beside a link when a page is shared: its title on paper, in the identity of the site.

It is drawn with Pillow alone, so a build needs no network and no browser, and the same title always gives the same
bytes. The letters are Literata, under the Open Font License, as a package ships them.
"""

from collections.abc import Iterator
from functools import cache
from math import ceil

import fontpkg_literata
from PIL import Image, ImageDraw, ImageFont

from microsite.social_card.lettering import Lettering
from microsite.social_card.palette import Palette, blend
from microsite.social_card.shapes import SHAPES, Sheet, folds
from microsite.social_card.strip_png import StripPng

WIDTH, HEIGHT = 1200, 630
FOLDER = "assets/cards"

_MARGIN = 84
_TITLE_TOP, _TITLE_BOTTOM = 152, 424
_SIZES = (88, 80, 72, 64, 56, 48, 40, 32, 24)
_LEADING = 1.16
_WEIGHT = 600
_WASH = 0.16
# How many colors an edge between two has.
_STEPS = 12
_STRIP = 190
# Where the small shapes float above the folded line: across and down in the strip, how large, how turned.
_FLOATING = (
    (118, 40, 15, 0.5), (232, 22, 13, -0.4), (352, 52, 16, 2.6), (470, 26, 14, -0.7), (604, 46, 15, 0.2),
    (726, 22, 15, -0.3), (842, 50, 14, 0.6), (958, 28, 13, 0.3), (1082, 46, 16, -0.5),
)  # fmt: skip
_BELOW = (150, 390, 630, 870, 1110)


def card_path(page: str) -> str:
    """Where the card of the page at ``page`` (``a/b.md``) lies in the site."""
    return f"{FOLDER}/{page.removesuffix('.md')}.png"


def draw_card(title: str, *, site_name: str, palette: Palette) -> bytes:
    """A PNG of 1200 by 630 pixels. A long title gets smaller letters and more lines, and is never cut."""
    lines, size = fit_title(title, width=WIDTH - 2 * _MARGIN, height=_TITLE_BOTTOM - _TITLE_TOP)
    height = len(lines) * size * _LEADING
    # No more rows than letters can reach: each is packed anew.
    coverage = Image.new("L", (WIDTH, min(2 * ceil((height + size / 2) / 2), _TITLE_BOTTOM - _TITLE_TOP)))
    top = (coverage.height - height) / 2
    for number, line in enumerate(lines):
        _letters(size).write(line, coverage, left=_MARGIN, baseline=top + (number * _LEADING + 0.9) * size)
    return _frame(site_name, palette, coverage.height).fill(coverage.point(_ink_steps(palette)))


def fit_title(title: str, *, width: int, height: int) -> tuple[list[str], int]:
    """The lines of a title and the size of their letters: the largest at which all of it fits."""
    for size in _SIZES:
        lines = _wrap(title, _letters(size), width)
        if len(lines) * size * _LEADING <= height:
            break
    return _balance(title, _letters(size), width, len(lines)), size


def _wrap(text: str, letters: Lettering, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        for part in _parts(word, letters, width):
            longer = f"{lines[-1]} {part}".strip()
            if letters.width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return [line for line in lines if line]


def _parts(word: str, letters: Lettering, width: float) -> Iterator[str]:
    """The word, or, where it alone is wider than the line, pieces of it."""
    while letters.width(word) > width:
        end = next(end for end in range(len(word) - 1, 0, -1) if letters.width(word[:end]) <= width)
        yield word[:end]
        word = word[end:]
    yield word


def _balance(text: str, letters: Lettering, width: int, count: int) -> list[str]:
    """The same number of lines, of much the same length: no word is left alone on the last."""
    lines = _wrap(text, letters, width)
    for narrower in range(width, width // 2, -20):
        shorter = _wrap(text, letters, narrower)
        if len(shorter) > count or any(line not in text for line in shorter):
            break
        lines = shorter
    return lines


@cache
def _frame(site_name: str, palette: Palette, title_height: int) -> StripPng:
    top = (_TITLE_TOP + _TITLE_BOTTOM - title_height) // 2
    return StripPng(_draw_frame(site_name, palette), top=top, bottom=top + title_height)


# All cards of a site have the same frame, and its shapes take longer than a title.
@cache
def _draw_frame(site_name: str, palette: Palette) -> Image.Image:
    frame = Image.new("RGB", (WIDTH, HEIGHT), palette.paper)
    frame.paste(_draw_emblem(palette), (_MARGIN - 4, 56))
    ImageDraw.Draw(frame).text((_MARGIN + 76, 90), site_name, font=_font(36), fill=palette.ink, anchor="lm")
    frame.paste(_draw_strip(palette), (0, HEIGHT - _STRIP))
    return _with_few_colors(frame, palette)


@cache
def _ink_steps(palette: Palette) -> list[int]:
    """Where the palette has the color of a pixel, by how much of it ink covers, from 0 to 255."""
    covered = Image.new("RGB", (256, 1), palette.paper)
    covered.paste(palette.ink, (0, 0), Image.frombytes("L", (256, 1), bytes(range(256))))
    return list(_with_few_colors(covered, palette).tobytes())


def _draw_emblem(palette: Palette) -> Image.Image:
    sheet = Sheet(68, 68, palette.paper, line=palette.link, stroke=5)
    sheet.path(folds((5, 50), period=29, height=22, count=2))
    for center in ((13, 13), (57, 13)):
        sheet.path(iter([center]), stroke=6)
    sheet.path(iter([(32, 18), (40, 10)]), stroke=10)
    sheet.ring((34, 62), 5, fill=palette.link)
    return sheet.finished()


def _draw_strip(palette: Palette) -> Image.Image:
    sheet = Sheet(WIDTH, _STRIP, palette.paper, line=palette.link, stroke=2.4)
    sheet.path(folds((-60, 142), period=60, height=58, count=22))
    for number, (x, y, size, turn) in enumerate(_FLOATING):
        SHAPES[number % len(SHAPES)](sheet, (x, y), size, turn, palette.wash(_WASH))
    for x in _BELOW:
        sheet.ring((x, 166), 9, fill=palette.wash(_WASH))
    return sheet.finished()


@cache
def _letters(size: int) -> Lettering:
    return Lettering(_font(size))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    # Basic layout is part of Pillow itself; the other one depends on what else a machine has.
    file = fontpkg_literata.ROOT / "files" / "Literata[opsz,wght].ttf"
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([min(size, 72), _WEIGHT])
    return font


def _with_few_colors(image: Image.Image, palette: Palette) -> Image.Image:
    """Ink and one color, each with the steps of its edges: a quarter of the bytes, and the same frame on each card."""
    steps = [part / _STEPS for part in range(_STEPS + 1)]
    ramps = (
        (palette.paper, palette.ink),
        (palette.paper, palette.link),
        (palette.wash(_WASH), palette.link),
    )
    colors = Image.new("P", (1, 1))
    colors.putpalette([value for ends in ramps for part in steps for value in blend(*ends, part)])
    return image.quantize(palette=colors, dither=Image.Dither.NONE)
