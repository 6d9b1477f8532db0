"""A menu adds up what its dishes hold, and refuses what it cannot add."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from microsite.components.component import RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.components.menu.component import COMPONENT, amount_of
from microsite.evidence.ledger import Ledger
from microsite.evidence.marks import MarkWriter
from microsite.html.templates import render
from microsite.source.files import read_yaml
from microsite.source.problems import ProblemsFound
from microsite.table.dataset import Drawing
from microsite.table.declarations import load_tables
from microsite.table.loading import load_dataset
from support.html import read_html

MARKS = MarkWriter(Ledger(), claims_url="")
TABLES = """\
teas:
  title: Teas
  caption: Teas
  one: tea
  many: teas
  rowPrefix: tea
  files:
    - path: teas.csv
      schema:
        primaryKey: id
        fields:
          - {name: id, title: Id, constraints: {required: true, unique: true}}
          - {name: name, title: Tea, constraints: {required: true}}
          - {name: cup, title: Cup}
          - {name: cup_g, title: Weight, type: number, unit: g}
          - {name: zinc_mg, title: Zinc, type: number, unit: mg}
  amounts: {serving: cup, grams: cup_g, note: Daily values are of adults.}
  columns:
    - {name: name, title: Tea, parts: [{field: name}]}
    - {name: zinc, title: Zinc, parts: [{field: zinc_mg}]}
"""
ROWS = """\
id,name,cup,cup_g,zinc_mg
green,Green tea,1 cup,200,0.3
black,Black tea,1 cup,250,0.2
herb,Herb tea,1 cup,200,
"""
GOOD = """\
- id: a-day
  caption: Tea through the day
  heading: Time
  table: teas
  page: teas.md
  sum: zinc_mg
  total: true
  meals:
    - {name: Morning, dishes: [{row: green, says: two cups of green tea, servings: 2}], note: Let it draw.}
    - {name: Evening, dishes: [{row: black, says: black tea}, {row: green, says: green tea, servings: 0.5}]}
"""


def load(folder: Path, text: str) -> SiteData:
    (folder / "tables.yml").write_text(TABLES, encoding="utf-8")
    (folder / "teas.csv").write_text(ROWS, encoding="utf-8")
    (folder / "menus.yml").write_text(text, encoding="utf-8")
    tables = load_tables(read_yaml(folder / "tables.yml", name="data/tables.yml"))
    site = SiteData(datasets={name: load_dataset(table, folder) for name, table in tables.items()})
    data = DataFolder(folder, "data", docs=folder, pages={"teas.md"}, claims=set())
    return SiteData(datasets=site.datasets, read={"menu": COMPONENT.load(data, site)})


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        load(folder, text)
    return str(found.value).splitlines()


def test_a_dish_counts_its_servings(tmp_path: Path) -> None:
    """0.3 mg in 100 g, 200 g in a cup, two cups."""
    site = load(tmp_path, GOOD)
    menu = COMPONENT.data(site)["a-day"]
    assert amount_of(menu.meals[0].dishes[0], menu, site.datasets["teas"]) == Decimal("1.2")


def test_a_menu_shows_the_sum_of_each_meal_and_of_all(tmp_path: Path) -> None:
    """1.2 in the morning, 0.5 + 0.3 in the evening; the sum of all is rounded once."""
    html = COMPONENT.render("a-day", RenderContext(load(tmp_path, GOOD), link=str, marks=MARKS))
    assert [part.split("&nbsp;mg")[0] for part in html.split("<td>")[1:] if "&nbsp;" in part] == ["1.2", "0.8", "2"]
    assert '<a href="teas.md#tea-green">two cups of green tea</a>. Let it draw.' in html
    assert '<th scope="col">Zinc</th>' in html


def test_a_dish_of_a_drawn_row_is_seen_beside_its_words(tmp_path: Path) -> None:
    site = load(tmp_path, GOOD)
    teas = replace(site.datasets["teas"], drawings={"green": Drawing("teas.svg#green", 40, 30)})
    page = RenderContext(replace(site, datasets={"teas": teas}), link=lambda path: f"../{path}", marks=MARKS)
    first, second = read_html(str(COMPONENT.render("a-day", page))).select("tbody tr")
    (drawing,) = first.select("td > img")
    assert (drawing["src"], drawing["alt"], drawing["width"]) == ("../teas.svg#green", "", "40")
    assert [each["src"] for each in second.select("img")] == ["../teas.svg#green"], "black tea is not drawn"


def test_a_menu_without_a_total_has_no_last_line() -> None:
    html = render("menu", menu={"caption": "C", "heading": "H"}, meals=[], figure="F", unit="g", total="")
    assert "<tfoot>" not in html


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("table: teas", "table: tees", "'tees'"),
        ("page: teas.md", "page: tea.md", "'tea.md'"),
        ("sum: zinc_mg", "sum: name", "a figure of teas with amounts"),
        ("row: black", "row: white", "the id of a row of teas"),
        ("row: black", "row: herb", "a row whose zinc_mg was measured"),
        ("servings: 2", "servings: 0", "servings"),
    ],
)
def test_what_cannot_be_added_is_told_with_its_line(tmp_path: Path, good: str, bad: str, says: str) -> None:
    line = GOOD[: GOOD.index(good)].count("\n") + 1
    told = problems(tmp_path, GOOD.replace(good, bad))
    assert any(f"menus.yml:{line}" in text and says in text for text in told), told
