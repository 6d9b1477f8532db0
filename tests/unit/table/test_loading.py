"""Rows are read to the letter and joined; whatever is wrong is told at once, each with its address."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microsite.source.files import parse_yaml
from microsite.source.problems import ProblemsFound
from microsite.table.dataset import DataSet
from microsite.table.declarations import load_tables
from microsite.table.relations import check_relations
from support.small_table import FIGURES, LAMPS, TABLES, small_dataset


def problems_of(folder: Path, **files: str | bytes) -> list[str]:
    with pytest.raises(ProblemsFound) as caught:
        small_dataset(folder, **files)
    return [str(problem) for problem in caught.value.problems]


def test_numbers_keep_what_the_file_says_to_the_letter(tmp_path: Path) -> None:
    torch = next(row for row in small_dataset(tmp_path).rows if row.id == "torch")
    assert str(torch.number("light_lm")) == "12.50"


def test_an_empty_cell_is_absent_and_zero_is_zero(tmp_path: Path) -> None:
    candle = next(row for row in small_dataset(tmp_path).rows if row.id == "candle")
    assert candle.number("light_lm") is None
    assert candle.number("pieces") == Decimal(0)


def test_a_text_that_means_nothing_is_absent(tmp_path: Path) -> None:
    candle = next(row for row in small_dataset(tmp_path).rows if row.id == "candle")
    assert candle.values["kind"] is None
    assert candle.values["other"] is None


def test_a_row_is_headed_by_the_label_of_its_category(tmp_path: Path) -> None:
    """As a value stands in a file, it is no word for readers."""
    by_room = TABLES.replace("{field: name}, {field: use, label: Use, views: [numbers]}", "{field: room}")
    data = small_dataset(tmp_path, tables=by_room)
    assert [data.heading(row) for row in data.rows] == ["Hall", "Living room"]


def test_lists_come_from_yaml_and_from_delimited_cells(tmp_path: Path) -> None:
    torch = next(row for row in small_dataset(tmp_path).rows if row.id == "torch")
    assert torch.items("claims") == ("a", "b")
    assert torch.items("zero") == ("heat_w", "pieces")


def test_rows_stand_from_a_to_z_by_what_heads_them(tmp_path: Path) -> None:
    assert [row.id for row in small_dataset(tmp_path).rows] == ["candle", "torch"]


def test_a_table_can_keep_the_order_of_its_file(tmp_path: Path) -> None:
    ordered = TABLES.replace("  card: true", "  inOrder: true")
    assert [row.id for row in small_dataset(tmp_path, tables=ordered).rows] == ["torch", "candle"]


def test_a_table_can_be_a_part_of_its_file(tmp_path: Path) -> None:
    halls = TABLES.replace("  card: true", "  where: {room: hall}")
    assert [row.id for row in small_dataset(tmp_path, tables=halls).rows] == ["torch"]


WRONG_ROWS = {
    "a field that is not declared": (
        {"lamps": LAMPS + "- {id: x, name: X, room: hall, watts: 3}\n", "figures": FIGURES + "x,1,1,1,,,u,1\n"},
        "data/lamps.yml:3: x.watts: expected the name of a field, found 'watts'",
    ),
    "a field that is missing": (
        {"lamps": LAMPS.replace("room: hall, ", "")},
        "data/lamps.yml:1: torch.room: expected a value, found nothing",
    ),
    "a value that is not allowed": (
        {"lamps": LAMPS.replace("room: hall", "room: attic")},
        "data/lamps.yml:1: torch.room: expected hall or living room, found 'attic'",
    ),
    "an item that is not allowed": (
        {"lamps": LAMPS.replace("[glass]", "[glass, tin]")},
        "data/lamps.yml:1: torch.parts: expected glass, lead or mercury, found 'tin'",
    ),
    "a text where a list belongs": (
        {"lamps": LAMPS.replace("[glass]", "{a: b}")},
        "data/lamps.yml:1: torch.parts: expected a list of texts, found {'a': 'b'}",
    ),
    "a number where a text belongs": (
        {"lamps": LAMPS.replace("name: Candle", "name: 3")},
        "data/lamps.yml:2: candle.name: expected a text, found 3",
    ),
    "a word where true or false belongs": (
        {"lamps": LAMPS.replace("dims: false", "dims: sometimes")},
        "data/lamps.yml:2: candle.dims: expected true or false, found 'sometimes'",
    ),
    "a word where a number belongs": (
        {"figures": FIGURES.replace("12.50", "lots")},
        "data/figures.csv:2: torch.light_lm: expected a number such as 0.5, found 'lots'",
    ),
    "a number that would not be written back as it is": (
        {"figures": FIGURES.replace("12.50", "012.5")},
        "data/figures.csv:2: torch.light_lm: expected a number such as 0.5, found '012.5'",
    ),
    "a part where a whole belongs": (
        {"figures": FIGURES.replace(",3,guessed", ",3.5,guessed")},
        "data/figures.csv:2: torch.pieces: expected a whole number, found '3.5'",
    ),
    "less than the least": (
        {"figures": FIGURES.replace("12.50", "-1")},
        "data/figures.csv:2: torch.light_lm: expected 0 or more, found -1",
    ),
    "more than the most": (
        {"figures": FIGURES.replace(",3,guessed", ",30,guessed")},
        "data/figures.csv:2: torch.pieces: expected 9 or less, found 30",
    ),
    "an id used twice": (
        {"lamps": LAMPS + "- {id: torch, name: X, room: hall}\n"},
        "data/lamps.yml:3: torch.id: expected each id once, found 'torch' again (first on line 1)",
    ),
    "a name used twice": (
        {"lamps": LAMPS.replace("name: Candle", 'name: "Torch <b> & Söhne"')},
        "data/lamps.yml:2: candle.name: expected each name once, found 'Torch <b> & Söhne' again (first on line 1)",
    ),
    "an id that cannot stand in an address": (
        {"lamps": LAMPS.replace("id: candle", "id: A candle"), "figures": FIGURES.replace("candle", "A candle")},
        "data/figures.csv:3: A candle.id: expected an id of small letters and digits, joined by hyphens or "
        "underscores, found 'A candle'",
    ),
    "a row without its figures": (
        {"figures": FIGURES.replace("candle,,5.0,0,,,1 evening,50\n", "")},
        "data/lamps.yml:2: candle: expected a row of that id in data/figures.csv, found none",
    ),
    "figures without their row": (
        {"figures": FIGURES + "moon,1,1,1,,,u,1\n"},
        "data/figures.csv:4: moon: expected a row of that id in data/lamps.yml, found none",
    ),
    "a column that is not declared": (
        {"figures": FIGURES.replace("heat_w,", "heat,")},
        "data/figures.csv:1: header: expected the name of a field (perhaps 'heat_w'), found 'heat'",
    ),
    "a column that is missing": (
        {"figures": FIGURES.replace("heat_w,", "warmth,")},
        "data/figures.csv:1: header: expected a column 'heat_w', found nothing",
    ),
    "a short row": (
        {"figures": FIGURES.replace(",50\n", "\n")},
        "data/figures.csv:3: row: expected 8 cells, found 7",
    ),
    "letters that are not UTF-8": (
        {"figures": FIGURES.encode().replace(b"evening", b"\xff")},
        'data/figures.csv:3: text: expected UTF-8: in a spreadsheet, save it as "CSV UTF-8", found byte 0xff',
    ),
    "a key used twice": (
        {"lamps": LAMPS.replace("name: Candle", "name: Candle, name: Light")},
        "data/lamps.yml:2: 1.name: expected each key once, found 'name' again",
    ),
    "something that is not a list": ({"lamps": "a: b"}, "data/lamps.yml:1: file: expected a list, found {'a': 'b'}"),
    "a row that is not a mapping": (
        {"lamps": LAMPS + "- torch\n"},
        "data/lamps.yml:3: row 3: expected a mapping, found 'torch'",
    ),
}


@pytest.mark.parametrize("name", WRONG_ROWS)
def test_a_wrong_row_is_told_with_its_address(tmp_path: Path, name: str) -> None:
    files, message = WRONG_ROWS[name]
    assert message in problems_of(tmp_path, **files)


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    lamps = LAMPS.replace("room: hall", "room: attic").replace("name: Candle", "name: 3")
    found = problems_of(tmp_path, lamps=lamps, figures=FIGURES.replace("12.50", "lots"))
    assert len(found) == 3


def test_a_file_that_cannot_be_read_does_not_orphan_the_rows_of_the_other(tmp_path: Path) -> None:
    assert problems_of(tmp_path, lamps="- [") == [
        problem for problem in problems_of(tmp_path, lamps="- [") if ": YAML:" in problem
    ]


WRONG_TABLES = {
    "an unknown key": ("card: true", "cards: true", "lamps.cards: expected the name of a field (perhaps 'card')"),
    "a type that does not exist": ("type: boolean", "type: maybe", "lamps.files.0.schema.fields"),
    "a column that no view can show": (
        "columns: [light, both]",
        "columns: [light, color]",
        "expected a declared column, found 'color'",
    ),
    "a part of no field": (
        "{field: heat_w}, {field: pieces}",
        "{field: heat}, {field: pieces}",
        "expected a declared field, found 'heat'",
    ),
    "a filter of no field": (
        "title: Dims, fields: [dims]",
        "title: Dims, fields: [dim]",
        "expected a declared field, found 'dim'",
    ),
    "a chart of no field": (
        "chart: {field: light_lm",
        "chart: {field: lumen",
        "lamps.chart.field: expected a declared field, found 'lumen'",
    ),
    "a part in no view": ("views: [numbers]", "views: [number]", "expected a declared view, found 'number'"),
    "a filter with a name that the search uses": (
        "name: dims, kind: switch",
        "name: q, kind: switch",
        "expected a name other than q, h",
    ),
    "a column twice": ("{name: both,", "{name: light,", "expected each name once, found 'light again'"),
    "a field twice": (
        "{name: how, title: How}",
        "{name: heat_w, title: How}",
        "expected each name once, found 'heat_w'",
    ),
    "a table of no other": (
        "{field: heat_w}",
        "{field: heat_w, show: best, of: moons}",
        "expected a declared table, found 'moons'",
    ),
}


@pytest.mark.parametrize("name", WRONG_TABLES)
def test_a_wrong_declaration_is_told_with_its_address(name: str) -> None:
    right, wrong, message = WRONG_TABLES[name]
    assert right in TABLES
    with pytest.raises(ProblemsFound) as caught:
        load_tables(parse_yaml(TABLES.replace(right, wrong), name="tables.yml"))
    told = [str(problem) for problem in caught.value.problems]
    assert any(message in each and each.startswith("tables.yml:") for each in told), told


def test_a_view_of_more_than_seven_columns_is_refused() -> None:
    many = ", ".join(["light"] * 7)
    with pytest.raises(ProblemsFound, match=r"lamps\.views\.1\.columns"):
        load_tables(parse_yaml(TABLES.replace("columns: [light, both]", f"columns: [{many}]"), name="tables.yml"))


def test_a_row_that_names_a_claim_nobody_judged_is_told(tmp_path: Path) -> None:
    data = small_dataset(tmp_path)
    problems = [str(problem) for problem in check_relations({"lamps": data}, claims={"a"}, sources=None)]
    assert problems == ["data/lamps.yml:1: torch.claims: expected ids in claims.yml, found 'b'"]
    assert check_relations({"lamps": data}, claims=None, sources=None) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    lamps=st.one_of(st.text(), st.sampled_from([LAMPS])),
    figures=st.one_of(st.binary(), st.text().map(lambda text: FIGURES.encode() + text.encode("utf-8", "replace"))),
)
def test_any_file_gives_rows_or_problems(tmp_path: Path, lamps: str, figures: bytes) -> None:
    try:
        assert isinstance(
            small_dataset(tmp_path, lamps=lamps.encode("utf-8", "replace").decode(), figures=figures), DataSet
        )
    except ProblemsFound as found:
        assert found.problems


@settings(max_examples=100)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["lamps", "files", "columns", "views", "name", "schema", "fields", "title"]),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_any_declaration_gives_tables_or_problems(value: object) -> None:
    from microsite.source.files import Document

    try:
        load_tables(Document("tables.yml", value, {}))
    except ProblemsFound as found:
        assert found.problems


def test_a_source_that_is_not_among_the_references_is_told(tmp_path: Path) -> None:
    tables = TABLES.replace("{field: claims, show: marks}", "{field: claims, show: sources}")
    data = small_dataset(tmp_path, tables=tables)
    problems = [str(problem) for problem in check_relations({"lamps": data}, claims=None, sources={"a"})]
    assert problems == ["data/lamps.yml:1: torch.claims: expected ids in references.yml, found 'b'"]


def test_a_field_that_another_table_does_not_declare_is_told(tmp_path: Path) -> None:
    data = small_dataset(tmp_path)
    asking = small_dataset(tmp_path, tables=TABLES.replace("{field: heat_w}", "{field: kind, show: daily, of: lamps}"))
    problems = [str(each) for each in check_relations({"lamps": data, "ask": asking}, claims=None, sources=None)]
    assert problems == ["data/lamps.yml:1: torch.kind: expected a field of the table lamps, found 'fire'"]
