"""What a table declares has to work: a list or a chart of figures that no column shows would fail before a reader."""

from pathlib import Path

import pytest

from microsite.source.files import parse_yaml
from microsite.source.problems import ProblemsFound
from microsite.table.declarations import load_tables
from support.small_table import FIGURES, TABLES, small_dataset, small_declaration


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("sum: light_lm", "sum: use_g", "lamps.selection.sum: expected a figure that a column shows, found 'use_g'"),
        ("chart: {field: light_lm", "chart: {field: use_g", "lamps.chart.field: expected a figure that a column shows"),
        ("sum: light_lm", "sum: kind", "lamps.selection.sum: expected a figure that a column shows, found 'kind'"),
        (
            "  amounts: {serving: use, grams: use_g, assumedZero: zero, note: Percents of a day.}\n",
            "",
            "lamps.chart: expected a table with amounts, which give a serving, found 'none'",
        ),
        (
            "  amounts: {serving: use, grams: use_g, assumedZero: zero, note: Percents of a day.}\n",
            "",
            "lamps.card: expected a table with amounts, which bring what opens a card, found 'none'",
        ),
    ],
)
def test_a_list_and_a_chart_need_figures_that_are_shown(old: str, new: str, told: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        small_declaration(TABLES.replace(old, new))
    assert any(told in str(problem) for problem in found.value.problems)


GLANCE = TABLES.replace("  views:", "  glance: {line: room, opens: [words]}\n  views:").replace(
    "    - {name: light,", "    - {name: words, parts: [{field: how}]}\n    - {name: light,"
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("line: room", "line: rooms", "lamps.glance.line: expected a declared column, found 'rooms'"),
        ("opens: [words]", "opens: [word]", "lamps.glance.opens.0: expected a declared column, found 'word'"),
        ("line: room", "line: name", "lamps.glance: expected other columns than the first, which heads the rows"),
        ("columns: [light, both]", "columns: [light, words]", "expected a column that no row opens, found 'words'"),
        ("{field: how}]}", "{field: heat_w}]}", "expected no figure in a row that opens, found 'heat_w'"),
        (
            "{field: room}, ",
            "{field: room, show: serving}, ",
            "expected a figure of a table with amounts, found 'room'",
        ),
    ],
)
def test_what_a_row_opens_is_declared_whole(old: str, new: str, told: str) -> None:
    assert small_declaration(GLANCE).glance
    with pytest.raises(ProblemsFound) as found:
        small_declaration(GLANCE.replace(old, new))
    assert any(told in str(problem) for problem in found.value.problems)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("constraints: {pattern: '[a-z]+'}", "that fits its pattern"),
        ("constraints: {pattern: '[a-z]+'}, example: '7'", "that fits its pattern"),
        ("constraints: {pattern: '[a-z'}, example: a", "constraints.pattern: expected a regular expression, found"),
    ],
)
def test_a_pattern_has_an_example_that_fits_it(field: str, told: str) -> None:
    tables = TABLES.replace("{name: how, title: How}", f"{{name: how, title: How, {field}}}")
    with pytest.raises(ProblemsFound) as found:
        load_tables(parse_yaml(tables, name="tables.yml"))
    assert told in str(found.value)


def test_a_value_of_the_wrong_form_is_told_by_the_example(tmp_path: Path) -> None:
    field = "{name: how, title: How, constraints: {pattern: '[a-z]+'}, example: guessed}"
    with pytest.raises(ProblemsFound) as found:
        small_dataset(
            tmp_path, tables=TABLES.replace("{name: how, title: How}", field), figures=FIGURES.replace("guessed", "7")
        )
    assert "torch.how: expected text like 'guessed', found '7'" in str(found.value)
