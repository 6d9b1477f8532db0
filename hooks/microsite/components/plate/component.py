"""Plates, as in a printed field guide: the drawn rows of one group of a table, each with its name."""

from collections.abc import Mapping

from markupsafe import Markup

from microsite.components.component import Component, RenderContext, SiteData
from microsite.html.templates import render
from microsite.table.dataset import DataSet, Row
from microsite.table.short_names import short_names


class Plates(Component[None]):
    """``[[plate: some-table some-group]]``: the rows of that group, drawn; the table alone, where it has no groups."""

    name = "plate"
    needs = "tables.yml"
    styles = ("plate",)

    def arguments(self, site: SiteData) -> Mapping[str, tuple[DataSet, list[Row]]]:
        """What a plate may show: the rows of each group of each table with drawings."""
        return {
            f"{name} {label}".strip(): (dataset, rows)
            for name, dataset in site.datasets.items()
            if dataset.drawings
            for label, rows in _groups(dataset).items()
        }

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The drawings with their names. Beside its name a drawing says nothing new to a screen reader."""
        dataset, rows = self.arguments(page.site)[argument]
        field = dataset.declaration.fields.get(dataset.declaration.group_by or "")
        names = short_names(dataset.heading(row) for row in dataset.rows)
        return render(
            "plate",
            label=field.label_of(rows[0].text(field.name)) if field else dataset.declaration.title,
            drawn=[
                (names[dataset.heading(row)], page.link(drawing.path), drawing)
                for row in rows
                if (drawing := dataset.drawings.get(row.id))
            ],
        )


def _groups(dataset: DataSet) -> dict[str, list[Row]]:
    groups = dict[str, list[Row]]()
    for row in dataset.rows:
        groups.setdefault(row.text(dataset.declaration.group_by or ""), []).append(row)
    return groups


COMPONENT = Plates()
