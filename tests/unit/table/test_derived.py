"""Values that are worked out: here they are worked out a second time, with fractions, and must be the same."""

import csv
import doctest
import math
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from microsite.components.table.amounts import amounts_script, figure_fields, percent_words, row_amounts
from microsite.source.files import read_yaml
from microsite.table import derived
from microsite.table.dataset import DataSet
from microsite.table.declarations import load_tables
from microsite.table.loading import load_dataset
from support.needs import ROOT
from support.small_table import small_dataset

DATA = ROOT / "docs" / "data"
# The values on US food labels for adults (21 CFR 101.9), written down here apart from tables.yml.
DAILY_VALUES = {
    "fiber_g": 28,
    "sodium_mg": 2300,
    "vitamin_a_rae_ug": 900,
    "vitamin_c_mg": 90,
    "vitamin_d_ug": 20,
    "vitamin_e_mg": 15,
    "vitamin_b6_mg": 1.7,
    "vitamin_b12_ug": 2.4,
    "folate_dfe_ug": 400,
    "zinc_mg": 11,
    "selenium_ug": 55,
    "iron_mg": 18,
    "magnesium_mg": 420,
    "copper_mg": 0.9,
}


@pytest.fixture(scope="module")
def foods() -> DataSet:
    tables = load_tables(read_yaml(DATA / "tables.yml"))
    return load_dataset(tables["foods"], DATA)


@pytest.fixture(scope="module")
def source() -> dict[str, dict[str, str]]:
    with (DATA / "food-figures.csv").open(encoding="utf-8", newline="") as file:
        figures = {row["id"]: row for row in csv.DictReader(file)}
    portions = {food["id"]: str(food["portion_g"]) for food in YAML(typ="safe").load(DATA / "foods.yml")}
    return {key: {**row, "portion_g": portions[key]} for key, row in figures.items()}


def test_the_examples_in_the_room_are_true() -> None:
    assert doctest.testmod(derived).failed == 0


def test_the_declared_daily_values_are_those_of_the_law(foods: DataSet) -> None:
    declared = {name: float(field.daily_value) for name, field in foods.declaration.fields.items() if field.daily_value}
    assert declared == DAILY_VALUES


def test_every_amount_and_percent_is_what_fractions_give(foods: DataSet, source: dict[str, dict[str, str]]) -> None:
    fields = figure_fields(foods.declaration)
    wrong = [
        (row.id, field, found, expected)
        for row in foods.rows
        for field, found in zip(fields, row_amounts(row, foods.declaration), strict=True)
        if found != (expected := list(_again(source[row.id], field)))
    ]
    assert not wrong
    assert len(fields) * len(foods.rows) > 1700


def test_the_script_file_holds_every_row(foods: DataSet) -> None:
    script = amounts_script(foods)
    assert all(f'"food-{row.id}":' in script for row in foods.rows)
    assert script.startswith("tableAmounts={")


def _again(row: dict[str, str], field: str) -> Iterator[str]:
    """The amount of a serving and both percents, once more and in another way."""
    if not row[field]:
        yield from ("", "", "")
        return
    amount = Fraction(row[field]) * Fraction(row["portion_g"]) / 100
    yield _two_digits(amount)
    for value in (amount, Fraction(row[field])):
        yield _in_words(value, field)


def _in_words(amount: Fraction, field: str) -> str:
    if field not in DAILY_VALUES:
        return ""
    percent = math.floor(amount * 100 / Fraction(str(DAILY_VALUES[field])))
    return f"{percent}%" + (", high" if percent >= 20 else ", source" if percent >= 10 else "")


def _two_digits(amount: Fraction) -> str:
    if amount == 0:
        return "0"
    places = 0 if amount >= 10 else 1 - math.floor(math.log10(amount) + 1e-12)
    units = math.floor(amount * 10**places + Fraction(1, 2))
    return f"{units // 10**places}" + (f".{units % 10**places:0{places}d}".rstrip("0").rstrip(".") if places else "")


@given(st.decimals(min_value=0, max_value=10_000, places=4))
def test_rounding_says_no_more_than_half_of_the_second_digit_away(amount: Decimal) -> None:
    shown = Decimal(derived.rounded(amount))
    assert abs(shown - amount) <= max(Decimal("0.5") if amount >= 10 else amount / 20, Decimal(0))


@given(st.decimals(min_value=0, max_value=1000, places=3), st.decimals(min_value="0.1", max_value=3000, places=1))
def test_a_percent_never_flatters(amount: Decimal, daily: Decimal) -> None:
    percent = derived.percent_of(amount, daily)
    assert percent is not None
    assert percent * daily <= amount * 100 < (percent + 1) * daily


@pytest.mark.parametrize(
    ("percent", "words"), [(None, ""), (0, "0%"), (9, "9%"), (10, "10%, source"), (20, "20%, high")]
)
def test_a_percent_says_whether_it_is_much(percent: int | None, words: str) -> None:
    assert percent_words(percent) == words


def test_what_was_not_measured_has_no_amount_and_no_percent(tmp_path: Path) -> None:
    data = small_dataset(tmp_path)
    candle = data.rows[0]
    figure = derived.figure_of(candle, data.declaration.fields["light_lm"], data.declaration)
    assert (figure.per_100, figure.serving, figure.percent_100, figure.percent_serving) == (None, None, None, None)


def test_an_assumed_zero_is_told_from_a_measured_one(tmp_path: Path) -> None:
    data = small_dataset(tmp_path)
    fields = data.declaration.fields
    candle, torch = data.rows
    assert derived.figure_of(torch, fields["heat_w"], data.declaration).assumed_zero
    assert not derived.figure_of(candle, fields["pieces"], data.declaration).assumed_zero


def test_a_figure_that_is_not_quite_what_its_column_says_has_a_qualifier(tmp_path: Path) -> None:
    data = small_dataset(tmp_path)
    assert derived.figure_of(data.rows[1], data.declaration.fields["light_lm"], data.declaration).qualifier == "about"


def test_the_best_rows_are_ranked_by_serving_and_hold_some(foods: DataSet, source: dict[str, dict[str, str]]) -> None:
    for field in DAILY_VALUES:
        amounts = {
            key: Fraction(row[field]) * Fraction(row["portion_g"])
            for key, row in source.items()
            if row[field] not in ("", "0")
        }
        names = {row.id: row.text("name").casefold() for row in foods.rows}
        expected = sorted(amounts, key=lambda key: (-amounts[key], names[key]))[:5]
        assert [row.id for row, _ in derived.best(foods, field, 5)] == expected, field


def test_fields_added_up_count_where_they_were_measured(tmp_path: Path) -> None:
    data = small_dataset(tmp_path)
    option = data.declaration.filters[4].options[1]
    candle, torch = data.rows
    assert derived.source_percent(torch, option, data.declaration) == 25
    assert derived.source_percent(candle, option, data.declaration) == 2
