"""Tables of data sets."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from microsite.components.component import Component, RenderContext, SiteData
from microsite.components.table.amounts import amounts_path, amounts_script
from microsite.components.table.column_styles import styles_for
from microsite.components.table.context import TableContext
from microsite.components.table.view import render_table
from microsite.evidence.ledger import Mark
from microsite.html.parsed import ParsedHtml
from microsite.table.dataset import DataSet


class Table(Component[None]):
    """``[[table: some-name]]``: the data set that ``tables.yml`` declares under that name."""

    name = "table"
    needs = "tables.yml"
    styles = ("table",)
    elements = ("data-table",)

    def files(self, site: SiteData) -> Mapping[str, str]:
        """The amounts of a serving of each table that has them, which a page fetches when a reader asks."""
        measured = [dataset for dataset in site.datasets.values() if dataset.declaration.amounts]
        return {amounts_path(dataset.declaration): amounts_script(dataset) for dataset in measured}

    def style_rules(self, site: SiteData, page: ParsedHtml) -> Markup:
        """Which columns each view of the page's tables shows, and what their cells are called on a phone."""
        return styles_for(site.datasets.values(), page)

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
        """The marks of a row share the id of the row: ids for some hundred marks would weigh as much as the figures."""
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
