"""Downloads: what a program that did not write them reads from them is what the data set holds."""

import json
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package

from microsite.source.csv_file import parse_csv
from microsite.source.files import read_yaml
from microsite.table.dataset import DataSet
from microsite.table.declarations import load_tables
from microsite.table.downloads import to_csv, to_json, write_downloads
from microsite.table.loading import load_dataset
from support.needs import ROOT
from support.small_table import FIGURES, LAMPS, TABLES, small_dataset

DAY = date(2026, 11, 27)
DATA = ROOT / "docs" / "data"


@pytest.fixture
def lamps(tmp_path: Path) -> DataSet:
    return small_dataset(tmp_path)


def test_csv_has_every_field_and_every_row_to_the_letter(lamps: DataSet) -> None:
    records = parse_csv(to_csv(lamps), name="lamps.csv")
    assert [record.values["id"] for record in records] == ["candle", "torch"]
    assert set(records[0].values) == set(lamps.declaration.fields)
    assert records[1].values["light_lm"] == "12.50"
    assert records[0].values["light_lm"] == ""
    assert records[1].values["zero"] == "heat_w|pieces"
    assert records[1].values["name"] == "Torch <b> & Söhne"


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://a.example","x")', "+1+1", "-2+3", "@SUM(A1)", " =1", "＝1", "\t=1"]
)
def test_no_text_of_a_csv_file_is_a_formula(tmp_path: Path, text: str) -> None:
    """A spreadsheet shows it as it was typed; JSON, which no spreadsheet runs, has it to the letter."""
    row = LAMPS.replace("name: Candle", f"name: {json.dumps(text)}").replace(
        "other: []", f"other: [{json.dumps(text)}, x]"
    )
    lamps = small_dataset(tmp_path, lamps=row)
    (record,) = [each.values for each in parse_csv(to_csv(lamps), name="lamps.csv") if each.values["id"] == "candle"]
    assert record["name"].startswith("'")
    assert record["name"].strip("'").strip() == text.strip()
    assert record["other"].startswith("'")
    listed = {row["id"]: row for row in json.loads(to_json(lamps))}
    assert listed["candle"]["name"].strip() == text.strip()


def test_a_negative_number_stays_a_number(tmp_path: Path) -> None:
    """Only texts are guarded."""
    lamps = small_dataset(tmp_path, figures=FIGURES.replace("candle,,5.0", "candle,,-5.0"))
    assert [each.values["heat_w"] for each in parse_csv(to_csv(lamps), name="lamps.csv")] == ["-5.0", "0"]


def test_json_tells_null_from_zero_and_keeps_numbers_to_the_letter(lamps: DataSet) -> None:
    text = to_json(lamps).decode()
    candle, torch = json.loads(text)
    assert candle["light_lm"] is None
    assert candle["pieces"] == 0
    assert torch["dims"] is True
    assert torch["claims"] == ["a", "b"]
    assert '"light_lm": 12.50' in text


def test_nothing_is_offered_that_does_not_say_so(tmp_path: Path) -> None:
    private = small_dataset(tmp_path, tables=TABLES.replace("  download: {licenses: [{name: CC0-1.0}]}\n", ""))
    assert write_downloads([private], name="site", title="Site", day=DAY) == {}


@pytest.mark.parametrize("real", [False, True])
def test_another_program_finds_the_package_valid(tmp_path: Path, lamps: DataSet, *, real: bool) -> None:
    data = _foods() if real else lamps
    for file, content in write_downloads([data], name="a-site", title="A site", day=DAY).items():
        (tmp_path / file).write_bytes(content)
    package = Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert len(package.resources[0].read_rows()) == len(data.rows)


def test_the_package_says_types_units_and_licenses(lamps: DataSet) -> None:
    package = json.loads(write_downloads([lamps], name="a-site", title="A site", day=DAY)["datapackage.json"])
    (resource,) = package["resources"]
    light = next(field for field in resource["schema"]["fields"] if field["name"] == "light_lm")
    assert light == {
        "name": "light_lm",
        "type": "number",
        "title": "Light",
        "unit": "lm",
        "dailyValue": 500.0,
        "constraints": {"minimum": 0.0},
    }
    assert resource["licenses"] == [{"name": "CC0-1.0"}]
    assert resource["schema"]["primaryKey"] == "id"


def _foods() -> DataSet:
    return load_dataset(load_tables(read_yaml(DATA / "tables.yml"))["foods"], DATA)
