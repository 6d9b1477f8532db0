"""Bar charts of data sets. What a chart declares is part of ``tables.yml``, so its model is `table.models.Chart`."""

from markupsafe import Markup

from microsite.components.chart.view import render_chart
from microsite.components.component import Component, RenderContext, SiteData


class BarChart(Component[None]):
    """``[[chart: some-table]]``: the chart that the table declares."""

    name = "chart"
    needs = "tables.yml"
    styles = ("chart",)

    def arguments(self, site: SiteData) -> list[str]:
        """The tables that declare a chart."""
        return [name for name, dataset in site.datasets.items() if dataset.declaration.chart]

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The chart and the same in words."""
        return render_chart(page.site.datasets[argument])


COMPONENT = BarChart()
