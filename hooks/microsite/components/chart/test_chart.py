"""A bar is as long as its amount is large: a chart of health must not be able to lie."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.components.chart.view import LABELS, NUMBERS, WIDTH, render_chart, view_chart
from support.html import read_html
from support.small_table import FIGURES, LAMPS, TABLES, small_dataset

LONGEST = WIDTH - LABELS - NUMBERS
HEADER = FIGURES.splitlines()[0]


def lamps_with(folder: Path, amounts: list[str]):
    """A data set with a lamp for each amount of light, in a use of 100 g, so that a serving has as much."""
    rows = "".join(f"- {{id: lamp-{i}, name: Lamp {i}, room: hall, kind: fire}}\n" for i in range(len(amounts)))
    figures = "".join(f"lamp-{i},{amount},0,1,,,u,100\n" for i, amount in enumerate(amounts))
    tables = TABLES.replace("count: 2", "count: 20")
    return small_dataset(folder, lamps=rows, figures=f"{HEADER}\n{figures}", tables=tables)


def lengths(folder: Path, amounts: list[str]) -> list[Decimal]:
    data = lamps_with(folder, amounts)
    return [Decimal(bar.length) for bar in view_chart(data, data.declaration.chart).bars]


def test_the_longest_bar_fills_the_room_and_half_as_much_is_half_as_long(tmp_path: Path) -> None:
    assert lengths(tmp_path, ["40", "80", "20"]) == [LONGEST, LONGEST / 2, LONGEST / 4]


@given(st.lists(st.integers(min_value=1, max_value=10_000), min_size=1, max_size=20))
def test_every_bar_is_in_proportion_to_its_amount(amounts: list[int]) -> None:
    """To the two digits that are drawn, or to half a unit of the drawing."""
    with TemporaryDirectory() as folder:
        drawn = lengths(Path(folder), [str(amount) for amount in amounts])
    for length, amount in zip(drawn, sorted(amounts, reverse=True), strict=True):
        exact = Decimal(amount) / max(amounts) * LONGEST
        assert abs(length - exact) <= max(exact * Decimal("0.05"), Decimal("0.0001")), (length, exact)
        assert abs(length - exact) <= Decimal("0.5")


def test_bars_stand_below_each_other_and_are_drawn_as_long_as_they_are(tmp_path: Path) -> None:
    data = lamps_with(tmp_path, ["40", "80"])
    chart = read_html(str(render_chart(data)))
    assert [group["transform"] for group in chart.select("svg g")] == ["translate(0 0)", "translate(0 24)"]
    assert [path["d"] for path in chart.select("svg path")] == [
        f"M{LABELS} 5h{LONGEST}v13h-{LONGEST}z",
        f"M{LABELS} 5h{LONGEST // 2}v13h-{LONGEST // 2}z",
    ]


def test_a_row_without_an_amount_has_no_bar(tmp_path: Path) -> None:
    assert lengths(tmp_path, ["", "5", "0"]) == [LONGEST]


def test_a_chart_of_nothing_has_no_bars(tmp_path: Path) -> None:
    assert lengths(tmp_path, ["", ""]) == []


def test_a_chart_that_no_table_declares_is_a_mistake_of_ours(tmp_path: Path) -> None:
    tables = "\n".join(line for line in TABLES.splitlines() if not line.startswith("  chart:"))
    with pytest.raises(ValueError, match="no chart is declared for lamps"):
        render_chart(small_dataset(tmp_path, lamps=LAMPS, tables=tables))
