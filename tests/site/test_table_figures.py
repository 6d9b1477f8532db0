"""Every figure of every table stands on its page to the letter, and an empty cell of the file is "not measured"."""

import csv
import re

import pytest
from bs4 import Tag
from ruamel.yaml import YAML

from microsite.source.files import read_yaml
from microsite.table.dataset import DataSet
from microsite.table.loading import load_dataset
from microsite.table.declarations import load_tables
from microsite.table.derived import in_serving
from support.built_site import BuiltSite
from support.needs import ROOT

DATA = ROOT / "docs" / "data"
TABLES = YAML(typ="safe").load(DATA / "tables.yml")
# The tables that show figures of a CSV file, by their names.
FILES = {
    name: file["path"] for name, table in TABLES.items() for file in table["files"] if file["path"].endswith(".csv")
}
# Grams. Half of what is advised for a day would be more than one food on a plate gives.
MOST_FIBER = 15
NUMBER = re.compile(r"-?\d+(?:\.\d+)?|not measured")


@pytest.fixture(scope="module")
def tables() -> dict[str, DataSet]:
    declared = load_tables(read_yaml(DATA / "tables.yml"))
    return {name: load_dataset(table, DATA) for name, table in declared.items()}


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


def test_a_bar_says_how_much_of_a_day_s_fiber_a_serving_has(built: BuiltSite, tables: dict[str, DataSet]) -> None:
    """In the row itself, worked out here anew; where nothing was measured there is no bar."""
    page = next(page for page in built.pages if page.first('data-table[name="foods"]'))
    for row in tables["foods"].rows:
        cell = page.first(f"#food-{row.id} td:has(.bar), #food-{row.id} td:nth-of-type(2)")
        per_100, grams = row.number("fiber_g"), row.number("portion_g")
        bar = cell.select_one(".bar path")
        if per_100 is None or grams is None:
            assert (cell.get_text(), bar) == ("not measured", None), row.id
            continue
        assert float(cell.get_text().split()[0]) == pytest.approx(float(per_100 * grams) / 100, rel=0.06), row.id
        assert bar["d"] == f"M0 0h{int(per_100 * grams / 28)}v3H0", row.id


def _shown(table: str, built: BuiltSite) -> dict[str, dict[str, str]]:
    """The figures of each row by their fields, as the page has them."""
    page = next(page for page in built.pages if page.first(f'data-table[name="{table}"]'))
    element = page.first(f'data-table[name="{table}"]')
    assert element
    columns = [
        [key for key in head.select("[data-key]") if key.get("data-n") == "figure"] for head in element.select("thead th")
    ]
    prefix = f"{TABLES[table]['rowPrefix']}-"
    return {
        row["id"].removeprefix(prefix): _figures(columns[1:], row.select("td"))
        for row in element.select("tbody tr")
    }


def _figures(columns: list[list[Tag]], cells: list[Tag]) -> dict[str, str]:
    found = {}
    for keys, cell in zip(columns, cells, strict=True):
        parts = cell.select(".f") or [cell]
        for key, part in zip(keys, parts, strict=False):
            figure = NUMBER.search(part.get_text())
            found[key["data-key"]] = figure[0] if figure else part.get_text()
    return found


def test_every_food_has_a_portion_and_none_holds_more_fiber_than_a_meal(tables: dict[str, DataSet]) -> None:
    """A household measure of dry grain is no portion: a cup of hulled barley holds 31.8 g of fiber."""
    rows = tables["foods"].rows
    assert all(row.text("portion") and row.number("portion_g") for row in rows)
    fiber = {row.id: amount for row in rows if (amount := in_serving(row, "fiber_g", tables["foods"].declaration))}
    assert {food: amount for food, amount in fiber.items() if amount > MOST_FIBER} == {}
    assert {row.id for row in rows if row.text("name").endswith(", dry") and "dry" not in row.text("portion")} == set()


def test_usda_s_own_measure_is_shown_as_it_is_where_a_portion_is_said_to_be_it(tables: dict[str, DataSet]) -> None:
    """What is ours is said to be ours, and the other way round."""
    for row in tables["foods"].rows:
        same = (row.text("portion"), row.number("portion_g")) == (row.text("serving"), row.number("serving_g"))
        assert same == (row.text("portion_from") == "usda"), row.id


def test_every_caution_is_about_a_food_and_stands_in_its_row(tables: dict[str, DataSet], built: BuiltSite) -> None:
    """With whom it is for, which leads to its sources, how strongly, and its words; a row of none says so."""
    page = next(page for page in built.pages if page.first('data-table[name="foods"]'))
    cautions = tables["cautions"].by_id
    assert {id for row in tables["foods"].rows for id in row.items("cautions")} == set(cautions)
    for row in tables["foods"].rows:
        element = page.first(f"#food-{row.id}")
        assert element
        said = " ".join(element.get_text().split())
        for id in row.items("cautions"):
            assert cautions[id].text("says") in said, (row.id, id)
            assert element.select_one(f"a[href='../cautions/#caution-{id}']"), (row.id, id)
        silent = not any(map(row.text, ("cautions", "good_to_know", "bloat_why", "check_label")))
        assert ("No caution recorded" in said) == silent, row.id


def test_each_caution_names_its_sources_on_its_page(tables: dict[str, DataSet], built: BuiltSite) -> None:
    """Each leads to its entry in the bibliography."""
    page = built.by_path["cautions/index.html"]
    for caution in tables["cautions"].rows:
        row = page.first(f"#caution-{caution.id}")
        assert row
        leads_to = {link["href"].split("#source-")[-1] for link in row.select("td a")}
        assert set(caution.items("sources")) == leads_to, caution.id


def test_what_a_food_contains_is_a_caution_for_people_with_an_allergy(tables: dict[str, DataSet]) -> None:
    """Each allergen that it always holds has its caution, and one that some brands hold sends the reader to the label."""
    allergens = {"gluten": "allergy-gluten-grain"} | {
        name: f"allergy-{name.replace(' ', '-')}" for name in ("milk", "soy", "tree nuts", "peanuts", "fish", "sesame")
    }
    for row in tables["foods"].rows:
        named = {id for id in row.items("cautions") if id.startswith("allergy-") and id != "allergy-label"}
        assert named == {allergens[name] for name in row.items("contains") if name in allergens}, row.id
        if set(row.items("check_label")) & set(allergens):
            assert "allergy-label" in row.items("cautions"), row.id


def test_cautions_of_a_food_stand_in_the_order_of_their_file(tables: dict[str, DataSet]) -> None:
    """Rows of text that are equal from food to food weigh little."""
    order = [row.id for row in tables["cautions"].rows]
    for row in tables["foods"].rows:
        assert list(row.items("cautions")) == sorted(row.items("cautions"), key=order.index), row.id
