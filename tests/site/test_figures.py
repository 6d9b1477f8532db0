"""Every figure on the built page is the one in the data file, and what is not there is said to be not there."""

import csv
import re

import pytest
from bs4 import Tag

from support.built_site import BuiltSite
from support.html import read_html
from support.needs import ROOT

DATA = ROOT / "docs" / "data"


@pytest.fixture(scope="module")
def table(built: BuiltSite) -> Tag:
    page = read_html((built.folder / "foods" / "index.html").read_text(encoding="utf-8"))
    return page.select_one("table")


@pytest.fixture(scope="module")
def source() -> dict[str, dict[str, str]]:
    with (DATA / "food-figures.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def shown(table: Tag) -> dict[str, dict[str, str]]:
    """The text of each figure by row and field; a head with several headings has as many figures in its cells."""
    places = [
        (cell, part, span["data-key"])
        for cell, head in enumerate(table.select("thead th"))
        for part, span in enumerate(head.select("[data-n=figure]"))
    ]
    figures: dict[str, dict[str, str]] = {}
    for row in table.select("tbody tr"):
        cells = row.select("th, td")
        figures[row["id"].removeprefix("food-")] = {
            key: " ".join((cells[cell].select(".f") or [cells[cell]])[part].get_text().split()) for cell, part, key in places
        }
    return figures


def test_all_foods_are_there(shown: dict[str, dict[str, str]], source: dict[str, dict[str, str]]) -> None:
    assert shown.keys() == source.keys()
    assert len(shown) == 94


def test_every_figure_equals_the_source(shown: dict[str, dict[str, str]], source: dict[str, dict[str, str]]) -> None:
    wrong = [
        (row, field, text, source[row][field])
        for row, figures in shown.items()
        for field, text in figures.items()
        if re.sub(r" (at most|assumed)", "", text) != (source[row][field] or "not measured")
    ]
    assert not wrong
    assert len(next(iter(shown.values()))) == 20


def test_an_upper_bound_and_an_assumed_zero_say_so(
    shown: dict[str, dict[str, str]], source: dict[str, dict[str, str]]
) -> None:
    for row, figures in shown.items():
        bound = "upper bound" in source[row]["ala_basis"]
        assert ("at most" in figures["ala_display_g"]) == bound, row
        assumed = set(source[row]["assumed_zero"].split("|")) & figures.keys()
        assert {field for field, text in figures.items() if "assumed" in text} == assumed, row


def test_the_data_file_is_whole(source: dict[str, dict[str, str]]) -> None:
    """A figure that is lost in the file would be missed by a comparison with the file."""
    assert sum(bool(value) for row in source.values() for value in row.values()) == 2789
