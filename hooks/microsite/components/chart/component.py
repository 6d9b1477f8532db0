"""Bar charts of data sets."""

from markupsafe import Markup

from microsite.components.component import Component, RenderContext, SiteData
from microsite.table.charts import render_chart


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
