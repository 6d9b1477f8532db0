"""The files for other programs, as published: valid for a library that did not write them, and equal to the page."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from bs4 import BeautifulSoup
from frictionless import Package

from microsite.table.downloads import FOLDER
from support.built_site import BuiltSite
from support.html import read_html


@pytest.fixture(scope="module")
def folder(built: BuiltSite) -> Path:
    return built.folder / FOLDER


@pytest.fixture(scope="module")
def page(built: BuiltSite) -> BeautifulSoup:
    return read_html((built.folder / "foods" / "index.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "foods.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_page_links_to_the_files(built: BuiltSite, page: BeautifulSoup) -> None:
    links = [link["href"] for link in page.select(".downloads a")]
    names = [link.rpartition("/")[2] for link in links]
    assert names == ["foods.xlsx", "foods.csv", "foods.json", "datapackage.json"]
    assert page.select_one(".downloads a").get_text() == "spreadsheet"
    assert all((built.folder / "foods" / link).resolve().is_file() for link in links)


def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_json_equals_csv(folder: Path, rows: list[dict[str, str]]) -> None:
    listed = json.loads((folder / "foods.json").read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    again = [
        {key: "|".join(value) if isinstance(value, list) else value or "" for key, value in row.items()}
        for row in listed
    ]
    assert again == rows


def test_the_spreadsheet_equals_the_csv_file(folder: Path, rows: list[dict[str, str]]) -> None:
    """Each figure as a number, each id with its zeros, each letter as it is."""
    fields = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]["schema"]["fields"]
    figures = [field["type"] in ("number", "integer") for field in fields]
    labeled = {"group", "also_in", "contains", "check_label", "bloat", "live", "portion_from"}
    sheet = openpyxl.load_workbook(folder / "foods.xlsx").worksheets[0]
    headings, *lines = sheet.iter_rows(values_only=True)
    assert headings == tuple(f"{f['title']} ({f['unit']})" if "unit" in f else f["title"] for f in fields)
    assert len(lines) == len(rows) == 94
    compared = 0
    for line, row in zip(lines, rows, strict=True):
        for value, field, is_figure in zip(line, fields, figures, strict=True):
            expected = row[field["name"]]
            if not expected:
                assert value is None
            elif is_figure:
                assert Decimal(repr(value)) == Decimal(expected)
            elif field["name"] not in labeled:
                assert value == expected.replace("|", "; ")
                compared += 1
    assert compared > 94 * 15
    assert "01116" in {value for line in lines for value in line}
    assert {cell.data_type for cells in sheet.iter_rows() for cell in cells} == {"s", "n"}


def test_the_files_equal_the_page_cell_by_cell(page: BeautifulSoup, rows: list[dict[str, str]]) -> None:
    table = page.select_one("table")
    # What a serving has is worked out, and in no file.
    columns = [
        [span["data-key"] for span in head.select("[data-key]:not([data-n=fixed])")] for head in table.select("thead th")
    ]
    drawn = {row["id"]: row.select("th, td") for row in table.select("tbody tr")}
    assert drawn.keys() == {f"food-{row['id']}" for row in rows}
    wrong, compared = [], 0
    for row in rows:
        for cell, keys in zip(drawn[f"food-{row['id']}"], columns, strict=True):
            for place, key in zip(cell.select("summary > b, .f") or [cell], keys, strict=bool(keys)):
                compared += 1
                if not _says(" ".join(place.get_text(" ").split()), row[key]):
                    wrong.append((row["id"], key, place.get_text(), row[key]))
    assert not wrong
    assert compared == 94 * 22


def _says(text: str, value: str) -> bool:
    """Whether a cell begins with a value: the value itself, its label, or that it was not measured."""
    if not value:
        return text == "not measured"
    try:
        return Decimal(text.split()[0]) == Decimal(value)
    except ArithmeticError:
        return _plain(text).startswith(_plain(value))


def _plain(text: str) -> str:
    """A value and its label, as far as they say the same: ``nut-seed`` and ``Nut or seed``."""
    return text.casefold().replace(" or ", " ").replace(" ", "-")
