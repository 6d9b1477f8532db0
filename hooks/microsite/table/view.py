"""A data set as a table: the view model that `overrides/components/table.html` draws, and its HTML.

The table is complete without a script: every row, every column, figures as the source has them. What the script needs
to know of a row or a cell stands in attributes; amounts of a serving come in a file of their own (`amounts`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from microsite.html.templates import render
from microsite.table.amounts import amounts_path
from microsite.table.cells import Around, Item, Link, Marks, PartView, part_view
from microsite.table.column_styles import is_numeric, label_of
from microsite.table.dataset import DataSet, Row
from microsite.table.downloads import FOLDER
from microsite.table.filters import FilterView, filter_views, searched_text, tokens
from microsite.table.models import Column, Part, TableDeclaration

# Rows past these wait until they are asked for: a browser lays out a few hundred quickly, and ten thousand not.
ROWS_AT_ONCE = 200


@dataclass(frozen=True)
class HeadPart:
    """One sortable heading in a column's head: the field it sorts by, its title and unit."""

    field: str
    title: str
    unit: str
    numeric: bool


@dataclass(frozen=True)
class ColumnView:
    """The head of a column: its classes, its sortable headings, and what its cells are called on a narrow screen."""

    name: str
    classes: str
    parts: tuple[HeadPart, ...]
    label: str


@dataclass(frozen=True)
class CellView:
    """The parts of one cell; ``lone`` is its only part when that is a figure, drawn without a part of its own."""

    parts: tuple[PartView, ...]

    @property
    def lone(self) -> PartView | None:
        """The figure that is all the cell holds."""
        return self.parts[0] if len(self.parts) == 1 and self.parts[0].kind == "figure" else None


@dataclass(frozen=True)
class RowView:
    """One row: its anchor, what it says to filters, its heading and its cells."""

    id: str
    anchor: str
    heading: str
    color: str
    tokens: str
    searched: str
    head: tuple[PartView, ...]
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class Group:
    """A group of rows for the lists above the table: its label, its color token, links to its rows."""

    label: str
    color: str
    rows: tuple[Item, ...]


@dataclass(frozen=True)
class TableView:
    """All that the template draws."""

    table: TableDeclaration
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    filters: tuple[FilterView, ...]
    groups: tuple[Group, ...]
    notes: tuple[tuple[str, str], ...]
    caveats: tuple[str, ...]
    downloads: tuple[Item, ...]
    amounts: str
    at_once: int = ROWS_AT_ONCE


def render_table(
    dataset: DataSet,
    *,
    marks: Marks,
    link: Link,
    say: Callable[[str, str], str] = lambda _field, item: item,
    backlinks: Callable[[str], Markup] = lambda _row: Markup(),
    others: Mapping[str, DataSet] | None = None,
) -> Markup:
    """The HTML of a data set's table; its first tag is a ``<div>``.

    ``marks`` takes claim ids and returns their evidence marks; ``link`` turns a path such as
    ``sources.md#source-x`` or ``data/teas.csv`` into an address on this page; ``say`` takes a field and one of its
    values and returns words (a source's short name); ``backlinks`` takes a row's id and returns links to the sentences
    that use it; ``others`` are the data sets that ``of`` in tables.yml may name.
    """
    return render("table", view=view_table(dataset, Around(marks, link, say, backlinks, others or {})))


def view_table(dataset: DataSet, around: Around) -> TableView:
    """The view model of a table: everything decided, nothing drawn."""
    table = dataset.declaration
    return TableView(
        table=table,
        columns=tuple(_column(column, table) for column in table.columns),
        rows=tuple(_row(row, table, around) for row in dataset.rows),
        filters=filter_views(dataset),
        groups=tuple(_groups(dataset)),
        notes=tuple((f"v v{i}", view.note) for i, view in enumerate(table.views, start=1) if view.note),
        caveats=tuple(field.caveat for field in table.fields.values() if field.caveat),
        downloads=_downloads(table, around),
        amounts=around.link(amounts_path(table)) if table.amounts else "",
    )


def _view_classes(table: TableDeclaration, views: Iterator[int] | list[int]) -> str:
    return " ".join(["v", *(f"v{i}" for i in views)]) if table.views else ""


def _column_classes(column: Column, table: TableDeclaration) -> str:
    """The views of a column (the first is in all), whether it is wide, whether it holds figures."""
    shown = [i for i, view in enumerate(table.views, start=1) if column.name in view.columns]
    first = column is table.columns[0]
    numeric = is_numeric(column, table)
    classes = ["" if first else _view_classes(table, shown), "wide" if column.wide else "", "n" if numeric else ""]
    return " ".join(filter(None, classes))


def _numeric(part: Part, table: TableDeclaration) -> bool:
    return table.fields[part.field].is_figure and part.show == "auto"


def _column(column: Column, table: TableDeclaration) -> ColumnView:
    # Only figures are worth more than one heading; a cell's further texts have labels of their own.
    numbers = [part for part in column.parts if _numeric(part, table)]
    parts = tuple(_head_part(part, column, table) for part in (numbers or column.parts[:1]))
    return ColumnView(column.name, _column_classes(column, table), parts, label_of(column, table))


def _head_part(part: Part, column: Column, table: TableDeclaration) -> HeadPart:
    declared = table.fields[part.field]
    numeric = _numeric(part, table)
    return HeadPart(part.field, column.title or declared.title, declared.unit or "" if numeric else "", numeric)


def _row(row: Row, table: TableDeclaration, around: Around) -> RowView:
    first, *rest = table.columns
    return RowView(
        id=row.id,
        anchor=table.anchor(row.id),
        heading=row.text(first.parts[0].field),
        color=_group_color(row, table),
        tokens=tokens(row, table),
        searched="" if table.amounts else searched_text(row, table),
        head=tuple(_parts(first.parts[1:], row, table, around)),
        cells=tuple(CellView(tuple(_parts(column.parts, row, table, around))) for column in rest),
    )


def _parts(parts: tuple[Part, ...], row: Row, table: TableDeclaration, around: Around) -> Iterator[PartView]:
    names = [view.name for view in table.views]
    for part in parts:
        classes = _view_classes(table, [names.index(view) + 1 for view in part.views]) if part.views else ""
        if view := part_view(part, row, table, around, views=classes):
            yield view


def _group_color(row: Row, table: TableDeclaration) -> str:
    if not table.group_by:
        return ""
    value = row.text(table.group_by)
    return next((each.color or "" for each in table.fields[table.group_by].categories if each.value == value), "")


def _groups(dataset: DataSet) -> Iterator[Group]:
    table = dataset.declaration
    if not table.group_by:
        return
    for category in table.fields[table.group_by].categories:
        rows = [row for row in dataset.rows if row.text(table.group_by) == category.value]
        links = (Item(row.text(dataset.heading_field), href=f"#{table.anchor(row.id)}") for row in rows)
        if rows:
            yield Group(category.label, category.color or "", tuple(links))


def _downloads(table: TableDeclaration, around: Around) -> tuple[Item, ...]:
    if not table.download:
        return ()
    files = {f"{table.name}.csv": "CSV", f"{table.name}.json": "JSON", "datapackage.json": "Data Package"}
    return tuple(Item(title, href=around.link(f"{FOLDER}/{file}")) for file, title in files.items())
