"""The contents wait for all pages, then list each with its minutes and its sections."""

from pathlib import Path

from markupsafe import Markup

from microsite.components.contents.component import COMPONENT
from microsite.html.contents import CONTENTS_PLACE, Heading, PageEntry
from microsite.html.templates import render as draw
from support.html import read_html
from support.small_components import load, render, words

PAGES = [
    PageEntry("Tea <first>", "./", 2, (Heading("Heat", "./#heat"), Heading("Cups", "./#cups"))),
    PageEntry("Pots", "pots/", 1, ()),
]


def test_a_place_is_kept_until_all_pages_are_there(tmp_path: Path) -> None:
    assert str(render(COMPONENT, load(COMPONENT, tmp_path)).div) == CONTENTS_PLACE


def test_each_page_is_a_line_with_its_minutes() -> None:
    html = read_html(str(draw("contents", pages=PAGES)))
    assert words(html, "ol > li > a") == ["Tea <first>", "Pots"]
    assert words(html, ".minutes") == ["2 min", "1 min"]


def test_sections_open_below_their_page_and_a_page_without_has_nothing_to_open() -> None:
    html = read_html(str(draw("contents", pages=PAGES)))
    assert [link["href"] for link in html.select("details a")] == ["./#heat", "./#cups"]
    assert words(html, "summary") == ["Sections of Tea <first>"]
    assert isinstance(draw("contents", pages=[]), Markup)
