"""The picture beside a shared link: its size, its colors, its title whole, and the same bytes each time."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from microsite.social_card import card as social_card
from microsite.social_card.card import HEIGHT, WIDTH, card_path, draw_card, fit_title
from microsite.social_card.palette import Palette, load_palette, read_palette
from microsite.source.problems import ProblemsFound

PALETTE = Palette(paper=(251, 248, 241), ink=(27, 42, 36), quiet=(74, 90, 82), link=(11, 93, 75), rule=(211, 203, 185))
INK_TOP, INK_BOTTOM = 130, 440


def test_a_card_is_a_palette_png_of_the_size_that_programs_ask_for() -> None:
    """1200 by 630, few colors, small."""
    png = draw_card("All about tea", site_name="Tea Guide", palette=PALETTE)
    card = Image.open(BytesIO(png))
    assert (card.format, card.mode, card.size) == ("PNG", "P", (1200, 630))
    assert len(png) < 40_000


def test_the_same_title_gives_the_same_bytes() -> None:
    """Also when nothing is left of the first time."""
    first = draw_card("All about tea", site_name="Tea Guide", palette=PALETTE)
    social_card._frame.cache_clear()
    social_card._draw_frame.cache_clear()
    social_card._font.cache_clear()
    assert draw_card("All about tea", site_name="Tea Guide", palette=PALETTE) == first


def test_another_title_gives_another_picture() -> None:
    """The title is what tells two cards apart."""
    one, other = (_draw(title) for title in ("All about tea", "All about soup"))
    changed = ImageChops.difference(one, other).getbbox()
    assert changed
    assert INK_TOP < changed[1] < changed[3] < INK_BOTTOM


def test_a_card_is_in_the_colors_of_the_site() -> None:
    """Paper behind, ink for the title, the color of links for the drawing."""
    card = _draw("All about tea")
    colors = {color: count for count, color in card.getcolors(1 << 16) or []}
    assert max(colors, key=lambda color: colors[color]) == PALETTE.paper
    assert PALETTE.ink in colors
    assert PALETTE.link in colors


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Tea", 1),
        ("Foods for your gut and your immune system", 2),
        ("A heading of sixty-five letters, which is as long as one may be", 3),
    ],
)
def test_a_longer_title_gets_more_lines(title: str, lines: int) -> None:
    """All of its words stand there, in order."""
    fitted, _ = fit_title(title, width=WIDTH - 168, height=272)
    assert len(fitted) == lines
    assert " ".join(fitted) == title


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="latin-1", categories=("Lu", "Ll", "Nd")), min_size=1, max_size=65))
def test_no_title_leaves_its_place(title: str) -> None:
    """Not even one word of 65 letters: nothing is drawn in the margins or over the drawing below."""
    plain, titled = _draw(""), _draw(title)
    box = ImageChops.difference(plain, titled).getbbox()
    assert box is None or (box[0] >= 70 and box[2] <= WIDTH - 60 and box[1] > INK_TOP and box[3] < INK_BOTTOM)
    assert "".join(fit_title(title, width=WIDTH - 168, height=272)[0]) == title


@pytest.mark.parametrize("size", social_card._SIZES)
def test_no_letter_is_cut(size: int) -> None:
    """Only the rows around a line are drawn: a fourth of its size above and below, which accents and tails need."""
    _, top, _, bottom = social_card._font(size).getbbox("ÅŴÇjgpqyĄ", anchor="ls")
    above, below = 0.9 + 1 / 4, social_card._LEADING - 0.9 + 1 / 4
    assert 0.9 * size < -top < above * size
    assert bottom < below * size


def test_a_page_in_a_folder_keeps_its_folder() -> None:
    """So two pages never share a card."""
    assert card_path("index.md") == "assets/cards/index.png"
    assert card_path("sheets/week.md") == "assets/cards/sheets/week.png"


def test_colors_are_those_of_the_light_scheme() -> None:
    """The first value of each counts; a later scheme does not."""
    css = ":root{--paper:#ffffff;--ink: #000000 ;--quiet:#333333;--link:#0b5d4b;--rule:#cccccc}.dark{--paper:#000000}"
    assert read_palette(css, file="tokens.css").paper == (255, 255, 255)


def test_a_color_that_is_missing_is_named(tmp_path: Path) -> None:
    """All of them at once, and a file that is not there likewise."""
    with pytest.raises(ProblemsFound) as found:
        read_palette(":root{--paper:#ffffff;--ink:#000000}", file="tokens.css")
    assert "expected a color such as #1b2a24 for --quiet, --link, --rule, found none" in str(found.value)
    with pytest.raises(ProblemsFound, match=r"tokens\.css:1: file"):
        load_palette(tmp_path / "tokens.css", name="tokens.css")


def test_a_wash_lies_between_paper_and_color() -> None:
    """From none of the color to all of it."""
    assert (PALETTE.wash(0), PALETTE.wash(1)) == (PALETTE.paper, PALETTE.link)


def _draw(title: str) -> Image.Image:
    card = Image.open(BytesIO(draw_card(title, site_name="Tea Guide", palette=PALETTE)))
    assert card.size == (WIDTH, HEIGHT)
    return card.convert("RGB")
