"""Pictures are no heavier or larger than what a reader gets to see."""

from pathlib import Path

import pytest
from PIL import Image

from support.bad_input import copy_tea, told


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    return copy_tea(tmp_path)


def draw(site: Path, *, width: int, name: str = "photo.png") -> Path:
    path = site / "docs/assets" / name
    Image.new("RGB", (width, 10)).save(path)
    return path


def show(site: Path, markdown: str) -> None:
    page = site / "docs/teas.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("## Drinking", f"{markdown}\n\n## Drinking"), encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("width", "attributes", "most"),
    [(1700, "", 1600), (900, "{width=300}", 600), (900, '{ .leaf width="300" }', 600), (1700, "{width=3000}", 1600)],
)
def test_a_picture_far_wider_than_it_is_shown(tea: Path, width: int, attributes: str, most: int) -> None:
    draw(tea, width=width)
    show(tea, f"![A leaf](assets/photo.png){attributes}")
    expected = f"expected one at most {most} pixels wide, twice what is shown, found {width} pixels"
    assert told(tea) == [f"docs/teas.md:20: picture 'assets/photo.png': {expected}"]


@pytest.mark.parametrize(("width", "attributes"), [(1600, ""), (600, "{width=300}"), (1600, "{width=50%}")])
def test_a_picture_for_a_screen_with_small_pixels_is_in_order(tea: Path, width: int, attributes: str) -> None:
    draw(tea, width=width, name="photo.jpg")
    show(tea, f"![A leaf](assets/photo.jpg){attributes}")
    assert told(tea) == []


def test_a_picture_over_the_size_that_the_site_sets(tea: Path) -> None:
    path = draw(tea, width=20)
    path.write_bytes(path.read_bytes() + b"\0" * 200_000)
    (line,) = told(tea)
    assert line.startswith(
        "docs/assets/photo.png:1: picture: expected at most 200 kB, or another limit as extra.picture_kb"
    )
    assert line.endswith("found 201 kB")
    settings = tea / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "  picture_kb: 300\n", encoding="utf-8")
    assert told(tea) == []
