"""Tables of data sets."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from microsite.components.component import Component, RenderContext, SiteData
from microsite.evidence.ledger import Mark
from microsite.table.context import TableContext
from microsite.table.dataset import DataSet
from microsite.table.view import render_table


class Table(Component[None]):
    """``[[table: some-name]]``: the data set that ``tables.yml`` declares under that name."""

    name = "table"
    needs = "tables.yml"
    styles = ("table",)
    elements = ("data-table",)

    def arguments(self, site: SiteData) -> Mapping[str, DataSet]:
        """The names of the declared tables."""
        return site.datasets

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The table with all its rows."""
        return render_table(
            TableContext(
                page.site.datasets[argument],
                marks=page.marks.marks_in_row,
                link=page.link,
                cite=page.cite,
                backlinks=page.backlinks,
                others=page.site.datasets,
            )
        )

    def marks(self, argument: str, page: RenderContext) -> Iterable[Mark]:
        """A mark leads back to its row: a row has an id, and some hundred more would weigh as much as the figures."""
        dataset = page.site.datasets[argument]
        table = dataset.declaration
        fields = [part.field for column in table.columns for part in column.parts if part.show == "marks"]
        return [
            Mark(claim, table.anchor(row.id), dataset.heading(row))
            for row in dataset.rows
            for field in fields
            for claim in row.items(field)
        ]


COMPONENT = Table()
