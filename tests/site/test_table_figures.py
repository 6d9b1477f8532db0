"""Every figure of every table stands on its page to the letter, and an empty cell of the file is "not measured"."""

import csv
import re

import pytest
from ruamel.yaml import YAML
from selectolax.lexbor import LexborNode

from support.built_site import BuiltSite
from support.needs import ROOT

DATA = ROOT / "docs" / "data"
TABLES = YAML(typ="safe").load(DATA / "tables.yml")
# The tables that show figures of a CSV file, by their names.
FILES = {
    name: file["path"] for name, table in TABLES.items() for file in table["files"] if file["path"].endswith(".csv")
}
NUMBER = re.compile(r"-?\d+(?:\.\d+)?|not measured")


@pytest.mark.parametrize("table", FILES)
def test_figures_are_those_of_the_file(table: str, built: BuiltSite) -> None:
    """Each cell of figures, for each row of the file."""
    with (DATA / FILES[table]).open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    shown = _shown(table, built)
    assert shown.keys() == rows.keys()
    wrong = [
        f"{row}.{field}: {figure}, and {rows[row][field] or 'not measured'} in the file"
        for row, figures in shown.items()
        for field, figure in figures.items()
        if figure != (rows[row][field] or "not measured")
    ]
    assert not wrong, "\n".join(wrong)
    assert all(len(figures) > 10 for figures in shown.values())


def _shown(table: str, built: BuiltSite) -> dict[str, dict[str, str]]:
    """The figures of each row by their fields, as the page has them."""
    page = next(page for page in built.pages if page.first(f'data-table[name="{table}"]'))
    element = page.first(f'data-table[name="{table}"]')
    assert element
    columns = [
        [key for key in head.css("[data-key]") if "data-n" in key.attributes] for head in element.css("thead th")
    ]
    prefix = f"{TABLES[table]['rowPrefix']}-"
    return {
        (row.attributes["id"] or "").removeprefix(prefix): _figures(columns[1:], row.css("td"))
        for row in element.css("tbody tr")
    }


def _figures(columns: list[list[LexborNode]], cells: list[LexborNode]) -> dict[str, str]:
    found = {}
    for keys, cell in zip(columns, cells, strict=True):
        parts = cell.css(".f") or [cell]
        for key, part in zip(keys, parts, strict=False):
            figure = NUMBER.search(part.text())
            found[key.attributes["data-key"] or ""] = figure[0] if figure else part.text()
    return found
