"""The spreadsheet of a data set, as another program reads it: texts are texts, figures figures, and nothing is run."""

import io
import re
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from microsite.table.dataset import DataSet
from microsite.table.spreadsheet import to_xlsx
from support.small_table import FIGURES, LAMPS, TABLES, small_dataset

DAY = date(2026, 11, 27)
FORMULAS = [
    '=HYPERLINK("http://a.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "=1",
    "{=1}",
    "http://a.example/",
    "#REF!",
]


def read(data: DataSet) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(data, day=DAY)))


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    headings, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


@pytest.fixture
def lamps(tmp_path: Path) -> DataSet:
    return small_dataset(tmp_path)


def test_each_row_stands_under_headings_with_units(lamps: DataSet) -> None:
    sheet = read(lamps).worksheets[0]
    assert sheet.title == "Lamps"
    assert sheet.freeze_panes == "A2"
    candle, torch = rows_of(sheet)
    assert torch["Lamp"] == "Torch <b> & Söhne"
    assert torch["Light (lm)"] == 12.5
    assert (torch["Dims"], candle["Dims"]) == ("yes", "no")
    assert torch["Evidence"] == "a; b"
    assert torch["Room"] == "Hall"
    assert (candle["Light (lm)"], candle["Pieces"]) == (None, 0)


def test_a_figure_is_shown_with_the_places_that_it_was_written_with(lamps: DataSet) -> None:
    sheet = read(lamps).worksheets[0]
    column = [cell.value for cell in sheet[1]].index("Light (lm)")
    (cell,) = [row[column] for row in sheet.iter_rows(min_row=2) if row[0].value == "torch"]
    assert (cell.data_type, cell.number_format) == ("n", "0.00")


def test_the_zeros_of_an_id_stay(tmp_path: Path) -> None:
    """It is a text, in a cell for texts, so that it stays one when somebody edits it."""
    lamps = small_dataset(tmp_path, lamps=LAMPS.replace("kind: fire", 'kind: "00907"'))
    sheet = read(lamps).worksheets[0]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "00907"]
    assert (cell.data_type, cell.number_format) == ("s", "@")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    """In a cell, in a heading and in a note it stands as it was typed."""
    row = LAMPS.replace("name: Candle", f"name: '{text}'")
    tables = TABLES.replace("title: Heat", f"title: '{text}'").replace("title: Lamps", f"title: '{text}'")
    book = to_xlsx(small_dataset(tmp_path, lamps=row, tables=tables), day=DAY)
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(book)) for line in sheet.iter_rows() for cell in line]
    texts = [cell for cell in cells if isinstance(cell.value, str) and text in cell.value]
    assert len(texts) >= 3
    assert {cell.data_type for cell in texts} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    with ZipFile(io.BytesIO(book)) as parts:
        assert not any(re.search(rb"<f[ >]|<hyperlink", parts.read(name)) for name in parts.namelist())


def test_the_notes_say_the_license_and_each_column(lamps: DataSet) -> None:
    notes = list(read(lamps)["Notes"].iter_rows(values_only=True))
    assert ("License", "CC0-1.0") in notes
    assert ("Data", "Lamps") in notes
    assert dict(notes)["Light (lm)"] == (
        'Measured in the dark. Read "about" where how is "guessed". In CSV and JSON: light_lm.'
    )
    assert {field.heading for field in lamps.declaration.fields.values()} <= {about for about, _ in notes}
    assert any("which is not zero" in note for _, note in notes)


def test_the_same_content_is_the_same_bytes(tmp_path: Path, lamps: DataSet) -> None:
    """The day that is given stands in it, and no other time."""
    assert to_xlsx(lamps, day=DAY) == to_xlsx(small_dataset(tmp_path), day=DAY)
    assert read(lamps).properties.created == datetime(2026, 11, 27)


@pytest.mark.parametrize(
    ("many", "name"),
    [
        ("lamps: [all] */?\\", "Lamps all"),
        ("l" * 40, "L" + "l" * 30),
        ("notes", "Data"),
        ("'", "Data"),
        ("History", "Data"),
    ],
)
def test_a_sheet_has_a_name_that_it_may_have(tmp_path: Path, many: str, name: str) -> None:
    tables = TABLES.replace("many: lamps", "many: " + repr(many))
    assert read(small_dataset(tmp_path, tables=tables)).sheetnames == [name, "Notes"]


def test_a_table_without_rows_has_its_headings(tmp_path: Path) -> None:
    none = small_dataset(tmp_path, lamps="[]", figures=FIGURES.splitlines()[0] + "\n")
    assert rows_of(read(none).worksheets[0]) == []
