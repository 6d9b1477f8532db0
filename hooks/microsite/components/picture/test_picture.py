"""A picture is its drawing, a caption with marks, and the same in words."""

from pathlib import Path

from microsite.components.picture.component import COMPONENT
from support.marks import claims_of
from support.small_components import load, refused, render, words

PICTURE = """
- id: cup
  file: cup.svg
  title: A cup
  caption: A cup of <tea>.
  twin: [A cup has one handle., Steam rises.]
  claims: [heat]
"""


def test_the_drawing_stands_in_the_page_with_caption_and_twin(tmp_path: Path) -> None:
    (tmp_path / "cup.svg").write_text("<svg><title>A cup</title></svg>", encoding="utf-8")
    html = render(COMPONENT, load(COMPONENT, tmp_path, PICTURE), "cup")
    assert html.select_one("#picture-cup svg title").get_text() == "A cup"
    assert claims_of(html) == ["heat"]
    assert words(html, "figcaption") == ["A cup of <tea>."]
    assert words(html, "details li") == ["A cup has one handle.", "Steam rises."]


def test_a_drawing_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    told = refused(COMPONENT, tmp_path, PICTURE)
    assert told == ["data/pictures.yml:3: cup.file: expected a drawing under docs/, found 'cup.svg'"]
