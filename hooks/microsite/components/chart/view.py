"""A bar chart of one field, drawn as SVG when the site is built, and the same in words.

Bars are told apart by their names and numbers, not by color. The drawing holds the rows with most; the script may draw
those of the rows in view with the same bars instead.
"""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from microsite.html.templates import render
from microsite.table.dataset import DataSet
from microsite.table.derived import best, rounded
from microsite.table.models import Chart

BAR_STEP = 24
WIDTH = 640
LABELS = 300
NUMBERS = 60


@dataclass(frozen=True)
class Bar:
    """One bar: its words, and where it is drawn."""

    name: str
    amount: str
    length: str
    y: int


@dataclass(frozen=True)
class ChartView:
    """All that the template draws; ``caveat`` is what a reader must know before comparing."""

    name: str
    field: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    many: str
    caveat: str
    width: int = WIDTH
    labels: int = LABELS
    room: int = WIDTH - LABELS - NUMBERS
    step: int = BAR_STEP

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return BAR_STEP * len(self.bars)


def render_chart(dataset: DataSet) -> Markup:
    """The HTML of the chart that the data set's table declares; its first tag is a ``<div>``."""
    chart = dataset.declaration.chart
    if chart is None:
        raise ValueError(f"no chart is declared for {dataset.name}")
    return render("chart", view=view_chart(dataset, chart))


def view_chart(dataset: DataSet, chart: Chart) -> ChartView:
    """The view model of a chart: a bar for each of the rows with most of its field in a serving."""
    table = dataset.declaration
    field = table.fields[chart.field]
    ranked = best(dataset, chart.field, chart.count)
    most = ranked[0][1] if ranked else Decimal(1)
    bars = tuple(
        Bar(
            name=dataset.heading(row),
            amount=rounded(amount),
            length=rounded(amount / most * (WIDTH - LABELS - NUMBERS)),
            y=position * BAR_STEP,
        )
        for position, (row, amount) in enumerate(ranked)
    )
    return ChartView(table.name, chart.field, chart.title, field.unit or "", bars, table.many, field.caveat or "")
