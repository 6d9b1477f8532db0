"""What a table declares has to work: a list or a chart of figures that no column shows would fail before a reader."""

import pytest

from microsite.source.problems import ProblemsFound
from support.small_table import TABLES, small_declaration


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("sum: light_lm", "sum: use_g", "lamps.picks.sum: expected a figure that a column shows, found 'use_g'"),
        ("chart: {field: light_lm", "chart: {field: use_g", "lamps.chart.field: expected a figure that a column shows"),
        ("sum: light_lm", "sum: kind", "lamps.picks.sum: expected a figure that a column shows, found 'kind'"),
        (
            "  amounts: {serving: use, grams: use_g, assumedZero: zero, note: Percents of a day.}\n",
            "",
            "lamps.chart: expected a table with amounts, which give a serving, found 'none'",
        ),
    ],
)
def test_a_list_and_a_chart_need_figures_that_are_shown(old: str, new: str, told: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        small_declaration(TABLES.replace(old, new))
    assert any(told in str(problem) for problem in found.value.problems)
