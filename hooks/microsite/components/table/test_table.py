"""The HTML of a table, asked as a reader without a script would: complete, labeled, escaped."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup, escape

from microsite.components.chart.view import render_chart
from microsite.components.table.column_styles import styles_for, table_styles
from microsite.components.table.context import TableContext
from microsite.components.table.filters import filter_views, late_tokens, searched_text, tokens
from microsite.components.table.view import ROWS_AT_ONCE, render_table
from microsite.html.assets import OURS, read_scripts
from microsite.html.parsing import parse_html
from microsite.source.files import parse_yaml
from microsite.source.problems import ProblemsFound
from microsite.table.dataset import DataSet
from microsite.table.declarations import load_tables
from microsite.table.downloads import FOLDER
from microsite.table.loading import load_dataset
from microsite.table.relations import check_relations
from support.html import read_html
from support.small_table import FIGURES, LAMPS, TABLES, small_dataset

SCRIPTS = ("data-table", "table-helper")


@pytest.fixture
def lamps(tmp_path: Path) -> DataSet:
    return small_dataset(tmp_path)


def drawn(data: DataSet, **around: object) -> BeautifulSoup:
    return read_html(str(_render(data, **around)))


def _render(data: DataSet, **around: object) -> Markup:
    def marks(claims: tuple[str, ...]) -> Markup:
        return Markup(" ").join(Markup('<a class="mark" href="#">{}</a>').format(claim) for claim in claims)

    return render_table(TableContext(data, **{"marks": marks, "link": lambda path: f"../{path}", **around}))


def row_texts(html: BeautifulSoup, row: str) -> list[str]:
    return [" ".join(cell.get_text(" ").split()) for cell in html.select(f"#lamp-{row} > *")]


def test_it_begins_with_a_div_and_wraps_one_real_table(lamps: DataSet) -> None:
    html = _render(lamps)
    assert html.startswith("<div")
    assert len(read_html(str(html)).select("data-table table")) == 1


def test_it_has_a_caption_scopes_and_a_named_region(lamps: DataSet) -> None:
    html = drawn(lamps)
    assert html.select_one("caption")["id"] == "lamps-caption"
    region = html.select_one("[role=region]")
    assert (region["tabindex"], region["aria-labelledby"]) == ("0", "lamps-caption")
    assert [each["scope"] for each in html.select("thead th")] == ["col"] * 4
    assert [each["scope"] for each in html.select("tbody th")] == ["row"] * 2


def test_every_row_has_every_cell(lamps: DataSet) -> None:
    assert [len(row.select("td, th")) for row in drawn(lamps).select("tr")] == [4, 4, 4]


def test_figures_stand_as_the_source_has_them(lamps: DataSet) -> None:
    html = drawn(lamps)
    assert row_texts(html, "torch")[2:] == ["12.50 about", "0 assumed 3"]
    assert row_texts(html, "candle")[2:] == ["not measured", "5.0 0"]


def test_units_stand_in_the_head(lamps: DataSet) -> None:
    heads = [" ".join(head.get_text(" ").split()) for head in drawn(lamps).select("thead th")]
    assert heads == ["Lamp", "Room", "Light lm", "Heat W Pieces"]


def test_text_is_shown_as_text_and_never_run(tmp_path: Path) -> None:
    nasty = LAMPS.replace("Fackel", "<script>x()</script>").replace("Candle", "A & B <script>alert(1)</script>")
    html = _render(small_dataset(tmp_path, lamps=nasty))
    assert not read_html(str(html)).select("script")
    assert escape("A & B <script>alert(1)</script>") in html


def test_there_is_no_control_outside_the_template(lamps: DataSet) -> None:
    html = drawn(lamps)
    assert not html.select("button, input, select, form")


def test_group_lists_lead_to_rows(lamps: DataSet) -> None:
    html = drawn(lamps)
    assert [link["href"] for link in html.select(".groups a")] == ["#lamp-torch", "#lamp-candle"]
    assert all(html.select_one(link["href"]) for link in html.select(".groups a"))


def test_evidence_marks_stand_in_their_cell(lamps: DataSet) -> None:
    html = drawn(lamps)
    assert [mark.get_text() for mark in html.select("#lamp-torch td .mark")] == ["a", "b"]


def test_a_table_of_ten_thousand_rows_marks_those_that_wait(tmp_path: Path) -> None:
    count = ROWS_AT_ONCE + 2
    lamps = "".join(f"- {{id: l-{i:04}, name: L {i:04}, room: hall}}\n" for i in range(count))
    figures = FIGURES.splitlines()[0] + "\n" + "".join(f"l-{i:04},1,1,1,,,u,1\n" for i in range(count))
    assert len(drawn(small_dataset(tmp_path, lamps=lamps, figures=figures)).select("tr.off")) == 2


def test_links_name_their_items_and_lead_where_they_say(tmp_path: Path) -> None:
    tables = TABLES.replace(
        "{field: claims, show: marks}", '{field: claims, show: links, href: "sources.md#source-{}"}'
    )
    html = drawn(small_dataset(tmp_path, tables=tables))
    links = [(link.get_text(), link["href"]) for link in html.select("#lamp-torch td a")]
    assert links == [("a", "../sources.md#source-a"), ("b", "../sources.md#source-b")]


def test_sources_are_cited_as_the_site_cites_them(tmp_path: Path) -> None:
    tables = TABLES.replace("{field: claims, show: marks}", "{field: claims, show: sources}")
    html = drawn(small_dataset(tmp_path, tables=tables), cite=lambda source: (f"{source}, 2001", f"x#{source}"))
    links = [(link.get_text(), link["href"]) for link in html.select("#lamp-torch td a")]
    assert links == [("a, 2001", "x#a"), ("b, 2001", "x#b")]


@pytest.mark.parametrize("name", ["references", "page", "claim", "sources"])
def test_the_name_of_a_field_means_nothing(name: str, tmp_path: Path) -> None:
    """What a value means is declared; a field may have any name."""
    tables = TABLES.replace("name: kind,", f"name: {name},").replace("kind: kind,", f"kind: {name},")
    tables = tables.replace("{field: room}", f"{{field: room}}, {{field: {name}}}")
    lamps = LAMPS.replace("kind: fire", f"{name}: Smith 2020").replace("kind: none", f"{name}: none")
    html = drawn(small_dataset(tmp_path, tables=tables, lamps=lamps))
    assert "Smith 2020" in html.select_one("#lamp-torch").get_text()


def test_backlinks_come_from_the_site(tmp_path: Path) -> None:
    tables = TABLES.replace("{field: claims, show: marks}", "{field: id, show: backlinks}")
    html = drawn(small_dataset(tmp_path, tables=tables), backlinks=lambda row: Markup('<a href="x">{}</a>').format(row))
    assert html.select_one("#lamp-torch td a").get_text() == "torch"


def test_the_best_rows_and_the_daily_value_of_another_table(tmp_path: Path) -> None:
    data = small_dataset(tmp_path)
    best = "{field: how, show: best, of: lamps}"
    tables = TABLES.replace("{field: heat_w}, {field: pieces}", f"{best}, {best.replace('best', 'daily')}")
    asking = small_dataset(
        tmp_path, tables=tables, figures=FIGURES.replace("guessed", "heat_w").replace("0,,,1 e", "0,heat_w,,1 e")
    )
    html = drawn(asking, others={"lamps": data})
    assert row_texts(html, "torch")[3] == "Candle 2.5 W 50 W"


def test_a_row_of_another_table_leads_to_where_its_sources_are(tmp_path: Path) -> None:
    """Where its part has an address; else its sources stand in the cell."""
    shops = TABLES.replace("lamps:", "shops:", 1).replace(
        "{field: claims, show: marks}", "{field: claims, show: sources}"
    )
    data = small_dataset(tmp_path, tables=shops)
    part = "{field: parts, show: rows, of: shops%s}"
    lamps = LAMPS.replace("parts: [glass]", "parts: [torch]")
    around = {"cite": lambda source: (f"Source {source}", f"#{source}"), "others": {"shops": data}}
    for href, links in (("", ["#a", "#b"]), (', href: "shop.md#shop-{}"', ["../shop.md#shop-torch"])):
        tables = TABLES.replace("{field: claims, show: marks}", part % href).replace(
            "[glass, lead, mercury]", "[torch, lead]"
        )
        asking = small_dataset(tmp_path, tables=tables + shops, lamps=lamps)
        cell = drawn(asking, **around).select("#lamp-torch td")[0]
        assert [link["href"] for link in cell.select("a")] == links
        assert "Torch <b> & Söhne:" in cell.get_text()
        assert ("Source a" in cell.get_text()) == (not href)


def test_a_row_says_to_each_filter_what_it_is(lamps: DataSet) -> None:
    candle, torch = lamps.rows
    assert tokens(torch, lamps.declaration, {}) == " room:hall out:glass out?lead dims:on "
    assert late_tokens(torch, lamps.declaration) == " much:all "
    assert tokens(candle, lamps.declaration, {}) == " room:living-room "
    assert searched_text(torch, lamps.declaration) == "Fackel"


def test_the_form_offers_what_the_rows_have(lamps: DataSet) -> None:
    _, _, inside = str(_render(lamps)).partition("<template>")
    form = read_html(inside.partition("</template>")[0])
    options = [(each.get("value"), each.string) for each in form.select("select[name=room] option")]
    assert options == [("", "All"), ("hall", "Hall"), ("living-room", "Living room")]
    assert [each["value"] for each in form.select("[data-drop] input")] == ["glass"]
    assert [each["value"] for each in form.select("[name=view]")] == ["words", "numbers"]


def test_a_table_without_filters_or_views_needs_no_script(tmp_path: Path) -> None:
    plain = TABLES[: TABLES.index("  views:")].replace("  card: true\n", "").replace(", views: [numbers]", "")
    html = drawn(small_dataset(tmp_path, tables=plain))
    assert not html.select("template")


def test_styles_hide_the_columns_of_other_views_only_while_the_script_works(lamps: DataSet) -> None:
    styles = table_styles(lamps.declaration)
    assert (
        'data-table[name=lamps][view="1"]:defined .data tr>:nth-child(n+3):nth-child(-n+4){display:none!important}'
        in styles
    )
    assert 'data-table[name=lamps][view="2"]:defined .data tr>:nth-child(2){display:none!important}' in styles


def test_styles_label_the_cells_of_a_narrow_screen(tmp_path: Path) -> None:
    odd = TABLES.replace("title: Light, type", "title: 'A \"b\" </style>', type")
    styles = table_styles(small_dataset(tmp_path, tables=odd).declaration)
    assert 'td:nth-child(3)::before{content:"A \\22 b\\22  \\3c \\2f style\\3e  (lm)"}' in styles
    assert "</style" not in styles


def test_only_tables_of_the_page_have_styles(lamps: DataSet) -> None:
    assert styles_for([lamps], parse_html("<p>")) == ""
    assert styles_for([lamps], parse_html(_render(lamps))) == table_styles(lamps.declaration)


def test_a_chart_shows_the_most_first_and_says_the_same_in_words(lamps: DataSet) -> None:
    html = render_chart(lamps)
    assert html.startswith("<div")
    chart = read_html(str(html))
    assert [text.get_text() for text in chart.select("svg text")] == ["Torch <b> & Söhne", "25"]
    assert [line.get_text() for line in chart.select("li")] == ["Torch <b> & Söhne: 25 lm"]
    assert "Measured in the dark." in chart.select_one("figcaption").get_text()


def test_the_caveat_of_a_field_stands_by_its_table(lamps: DataSet) -> None:
    assert "Measured in the dark." in drawn(lamps).select_one(".table-notes").get_text()


def test_downloads_are_offered_where_they_lie(lamps: DataSet) -> None:
    links = [link["href"] for link in drawn(lamps).select(".downloads a")]
    assert links == [f"../{FOLDER}/{file}" for file in ("lamps.xlsx", "lamps.csv", "lamps.json", "datapackage.json")]


def test_the_script_weighs_at_most_six_kilobytes() -> None:
    weights = {name: len(gzip.compress(read_scripts(OURS / "scripts", [name]).encode(), 9)) for name in SCRIPTS}
    assert weights["data-table"] <= 6 * 1024, weights
    assert weights["table-helper"] <= 3 * 1024, weights


# A table whose rows name rows of another: each is said in full, and a filter asks by what the other table has.
NAMING = (
    TABLES.replace(
        "{name: perhaps, title: Perhaps, type: list, constraints: {enum: [glass, lead, mercury]}}",
        "{name: perhaps, title: Perhaps, type: list}",
    )
    .replace("{field: claims, show: marks}]}", "{field: perhaps, show: rows, of: cares}], empty: No care recorded.}")
    .replace(
        "  chart:",
        "    - {name: care, kind: one, title: Care for, fields: [perhaps], of: cares, by: who}\n  chart:",
    )
)
CARES = """
cares:
  title: Cares
  caption: All cares
  one: care
  many: cares
  rowPrefix: care
  files:
    - path: cares.yml
      schema:
        fields:
          - {name: id, title: Id}
          - {name: who, title: For whom, categories: [{value: cats, label: Cats}, {value: dogs, label: Dogs}]}
          - {name: says, title: Care}
          - {name: sources, title: Sources, type: list}
  columns:
    - {name: who, parts: [{field: who}]}
    - {name: says, parts: [{field: says}]}
    - {name: sources, parts: [{field: sources, show: sources}]}
"""


@pytest.fixture
def naming(tmp_path: Path) -> tuple[DataSet, dict[str, DataSet]]:
    """The lamps, of which the torch names a care, and the cares."""
    (tmp_path / "cares.yml").write_text("- {id: hot, who: cats, says: It is hot., sources: [vet]}\n")
    tables = load_tables(parse_yaml(NAMING + CARES, name="tables.yml"))
    lamps = small_dataset(tmp_path, tables=NAMING + CARES, lamps=LAMPS.replace("perhaps: [lead]", "perhaps: [hot]"))
    return lamps, {"lamps": lamps, "cares": load_dataset(tables["cares"], tmp_path)}


def test_a_row_says_in_full_the_rows_of_another_table_that_it_names(
    naming: tuple[DataSet, dict[str, DataSet]],
) -> None:
    lamps, others = naming
    html = drawn(lamps, others=others)
    assert row_texts(html, "torch")[1] == "Hall Cats: It is hot. vet"
    assert html.select_one('#lamp-torch a[href="#vet"]') is not None


def test_a_filter_asks_by_what_the_named_rows_have(naming: tuple[DataSet, dict[str, DataSet]]) -> None:
    lamps, others = naming
    candle, torch = lamps.rows
    assert "care:cats" in tokens(torch, lamps.declaration, others).split()
    assert "care:" not in tokens(candle, lamps.declaration, others)
    (care,) = [each for each in filter_views(lamps, others) if each.name == "care"]
    assert [(option.value, option.label) for option in care.options] == [("cats", "Cats")]


def test_a_cell_without_any_value_says_so_in_the_words_of_its_column(tmp_path: Path) -> None:
    tables = TABLES.replace(
        "{name: room, parts: [{field: room}, {field: claims, show: marks}]}",
        "{name: room, parts: [{field: parts}], empty: Nothing known.}",
    )
    html = drawn(small_dataset(tmp_path, tables=tables))
    assert (row_texts(html, "candle")[1], row_texts(html, "torch")[1]) == ("Nothing known.", "glass")


def test_a_named_row_that_is_not_there_is_a_problem(naming: tuple[DataSet, dict[str, DataSet]]) -> None:
    _, others = naming
    others["cares"] = replace(others["cares"], rows=())
    (problem,) = check_relations(others, claims=None, sources=None)
    assert (problem.where, problem.expected) == ("torch.perhaps", "ids of rows of the table cares")


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (", of: cares, by: who}", ", by: who}", "the table that it is of"),
        (", of: cares, by: who}", ", of: cares, by: says}", "a field of cares that has a few values"),
        (", of: cares, by: who}", ", of: cares}", "a field of cares that has a few values"),
        ("kind: one, title: Care for", "kind: none, title: Care for", "one, because it names another table"),
        ("show: rows, of: cares", "show: rows", "the table that it is of"),
        (", of: cares, by: who}", ", of: carers, by: who}", "a declared table"),
    ],
)
def test_what_speaks_of_another_table_names_it_whole(find: str, put: str, expected: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        load_tables(parse_yaml((NAMING + CARES).replace(find, put), name="tables.yml"))
    assert expected in [problem.expected for problem in found.value.problems]


# A row that is seen at one glance: the room is its line, what was measured how opens, and a bar is of one use.
GLANCE = (
    TABLES.replace("  views:", "  glance: {line: room, opens: [room_of, parts]}\n  views:")
    .replace("    - {name: light,", "    - {name: room_of, title: Also, parts: [{field: other}]}\n    - {name: light,")
    .replace(
        "    - {name: both,",
        "    - {name: parts, empty: No parts known., parts: [{field: parts}]}\n"
        "    - {name: served, title: Light in one use, parts: [{field: light_lm, show: serving, bar: true}]}\n"
        "    - {name: both,",
    )
    .replace("columns: [room]", "columns: [room, served]")
)


@pytest.fixture
def glance(tmp_path: Path) -> BeautifulSoup:
    return drawn(small_dataset(tmp_path, tables=GLANCE))


def test_a_row_of_one_glance_opens_with_no_script(glance: BeautifulSoup) -> None:
    row = glance.select_one("#lamp-torch")
    assert row.th["aria-label"] == "Torch <b> & Söhne"
    assert " ".join(row.summary.get_text().split()) == "Torch <b> & Söhne Hall a b"
    told = [(dt.get_text(), dt.find_next("dd").get_text()) for dt in row.select("details dt")]
    assert told == [("Also", "Fackel"), ("parts", "glass")] or told == [("Also", "Fackel"), ("Parts", "glass")]
    assert glance.select_one("#lamp-candle").select("dd")[-1].get_text() == "No parts known."
    assert [len(row.select("td, th")) for row in glance.select("tr")] == [4, 4, 4]


def test_a_bar_is_as_long_as_the_part_of_a_day_that_a_serving_has(glance: BeautifulSoup) -> None:
    """Of 500 lm a day, 25 are 5%. Nothing measured is no bar."""
    torch, candle = (glance.select_one(f"#lamp-{lamp}").select("td")[1] for lamp in ("torch", "candle"))
    assert (torch.get_text(), torch.path["d"]) == ("25 lm about", "M0 0h5v3H0")
    assert (candle.get_text(), candle.path) == ("not measured", None)


def test_a_row_has_a_place_for_its_drawing_and_its_page(tmp_path: Path) -> None:
    data = small_dataset(tmp_path, tables=GLANCE)
    plain = drawn(data).select_one("#lamp-torch")
    assert plain.select("summary > svg, summary > img") == []
    assert plain.select_one(".own a")["href"] == "#lamp-torch"
    drawings = {"drawing": lambda row: Markup('<svg id="drawn-{}"></svg>').format(row), "page": lambda row: f"{row}/"}
    own = drawn(data, **drawings).select_one("#lamp-torch")
    assert own.select_one("summary > svg")["id"] == "drawn-torch"
    assert own.select_one(".own a")["href"] == "torch/"


def test_a_long_list_from_a_to_z_has_a_way_to_each_letter(tmp_path: Path) -> None:
    letters = "ABC"
    lamps = "".join(f"- {{id: l-{i:02}, name: {letters[i % 3]}{i:02}, room: hall}}\n" for i in range(45))
    figures = FIGURES.splitlines()[0] + "\n" + "".join(f"l-{i:02},1,1,1,,,u,1\n" for i in range(45))
    html = drawn(small_dataset(tmp_path, lamps=lamps, figures=figures))
    assert [(a.get_text(), a["href"]) for a in html.select(".letters a")] == [
        ("A", "#lamp-l-00"),
        ("B", "#lamp-l-01"),
        ("C", "#lamp-l-02"),
    ]
    assert not drawn(small_dataset(tmp_path)).select(".letters")
