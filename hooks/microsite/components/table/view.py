"""A data set as a table: the view model that the template `table.html` draws, and its HTML.

The table is complete without a script: every row, every column, figures as the source has them. What the script needs
to know of a row or a cell stands in attributes; amounts of a serving come in a file of their own (`amounts`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from microsite.components.table.amounts import amounts_path
from microsite.components.table.cells import CellParts, Item, PartView
from microsite.components.table.column_styles import is_numeric, label_of
from microsite.components.table.context import TableContext
from microsite.components.table.filters import FilterView, filter_views, searched_text, tokens
from microsite.html.templates import render
from microsite.table.dataset import Row
from microsite.table.downloads import FOLDER, PACKAGE
from microsite.table.models import Column, Part, TableDeclaration

# Fewer rows are seen without a jump to a letter.
LETTERS_FROM = 40
# Rows past these wait until they are asked for: a browser lays out a few hundred quickly, and ten thousand not.
ROWS_AT_ONCE = 200


@dataclass(frozen=True)
class HeadPart:
    """One sortable heading in a column's head: what it sorts by, its title and unit.

    ``numeric`` is "figure" where the script writes amounts in the measure that a reader chose, "fixed" for a number
    that stays as it is, and "" for texts.
    """

    key: str
    title: str
    unit: str
    numeric: str


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
class Told:
    """What a row tells of one column once it is opened."""

    label: str
    cell: CellView


@dataclass(frozen=True)
class RowView:
    """One row: its anchor, what it says to filters, its heading and its cells.

    ``drawing`` stands before the heading, and ``page`` is the address of the row's own page; each may be empty.
    ``line`` stands below the heading, and ``told`` opens below that.
    """

    id: str
    anchor: str
    heading: str
    color: str
    tokens: str
    searched: str
    drawing: Markup
    page: str
    line: tuple[PartView, ...]
    told: tuple[Told, ...]
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
    """All that the template draws. ``figures`` and ``line`` are the classes of the views that show these."""

    table: TableDeclaration
    figures: str
    line: str
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    filters: tuple[FilterView, ...]
    groups: tuple[Group, ...]
    letters: tuple[Item, ...]
    notes: tuple[tuple[str, str], ...]
    caveats: tuple[str, ...]
    downloads: tuple[Item, ...]
    amounts: str
    at_once: int = ROWS_AT_ONCE


def render_table(context: TableContext) -> Markup:
    """The HTML of a data set's table; its first tag is a ``<div>``."""
    return render("table", view=view_table(context))


def view_table(context: TableContext) -> TableView:
    """The view model of a table: everything decided, nothing drawn."""
    return _TableViews(context).view()


class _TableViews:
    """Makes the view model of one table, part by part."""

    def __init__(self, context: TableContext) -> None:
        self._context = context
        self._table = context.table
        self._cells = CellParts(context)

    def view(self) -> TableView:
        table, rows = self._table, self._context.dataset.rows
        return TableView(
            table=table,
            figures=self._classes_of_figures(),
            line=self._column_views(table.line) if table.line else "",
            columns=tuple(self._column(column) for column in table.cells),
            rows=tuple(self._row(row) for row in rows),
            filters=filter_views(self._context.dataset, self._context.others),
            groups=tuple(self._groups()),
            letters=tuple(self._letters()),
            notes=tuple((f"v v{i}", view.note) for i, view in enumerate(table.views, start=1) if view.note),
            caveats=tuple(field.caveat for field in table.fields.values() if field.caveat),
            downloads=self._downloads(),
            amounts=self._context.link(amounts_path(table)) if table.amounts else "",
        )

    def _column(self, column: Column) -> ColumnView:
        # Only figures are worth more than one heading; a cell's further texts have labels of their own.
        numbers = [part for part in column.parts if self._numeric(part)]
        parts = tuple(self._head_part(part, column) for part in (numbers or column.parts[:1]))
        return ColumnView(column.name, self._column_classes(column), parts, label_of(column, self._table))

    def _column_classes(self, column: Column) -> str:
        """The views of a column (the first is in all), whether it is wide, whether it holds figures."""
        views = "" if column is self._table.columns[0] else self._column_views(column)
        numeric = is_numeric(column, self._table)
        return " ".join(filter(None, [views, "wide" if column.wide else "", "n" if numeric else ""]))

    def _column_views(self, *columns: Column) -> str:
        names = {column.name for column in columns}
        return self._view_classes(i for i, view in enumerate(self._table.views, 1) if names & {*view.columns})

    def _classes_of_figures(self) -> str:
        return self._column_views(*(column for column in self._table.cells if is_numeric(column, self._table)))

    def _view_classes(self, views: Iterable[int]) -> str:
        return " ".join(["v", *(f"v{i}" for i in views)]) if self._table.views else ""

    def _head_part(self, part: Part, column: Column) -> HeadPart:
        declared = self._table.fields[part.field]
        numeric = self._numeric(part)
        unit = declared.unit or "" if numeric == "figure" else ""
        key = f"{part.show}.{part.field}" if numeric == "fixed" else part.field
        return HeadPart(key, column.title or declared.title, unit, numeric)

    def _numeric(self, part: Part) -> str:
        kinds = {"auto": "figure", "serving": "fixed"}
        return kinds.get(part.show, "") if self._table.fields[part.field].is_figure else ""

    def _row(self, row: Row) -> RowView:
        table = self._table
        first, *rest = table.cells
        return RowView(
            id=row.id,
            anchor=table.anchor(row.id),
            heading=self._context.dataset.heading(row),
            color=self._group_color(row),
            tokens=tokens(row, table, self._context.others),
            searched="" if table.amounts else searched_text(row, table),
            drawing=self._context.drawing(row.id),
            page=self._context.page(row.id),
            line=tuple(self._parts(table.line.parts, row)) if table.line else (),
            told=tuple(self._told(row)),
            head=tuple(self._parts(first.parts[1:], row)),
            cells=tuple(self._cell(column, row) for column in rest),
        )

    def _told(self, row: Row) -> Iterator[Told]:
        for column in self._table.opens:
            cell = self._cell(column, row)
            if cell.parts:
                yield Told(label_of(column, self._table), cell)

    def _cell(self, column: Column, row: Row) -> CellView:
        parts = tuple(self._parts(column.parts, row))
        if not parts and column.empty:
            parts = (PartView("text", "", text=column.empty),)
        return CellView(parts)

    def _parts(self, parts: Iterable[Part], row: Row) -> Iterator[PartView]:
        names = [view.name for view in self._table.views]
        for part in parts:
            classes = self._view_classes(names.index(view) + 1 for view in part.views) if part.views else ""
            if view := self._cells.view(part, row, views=classes):
                yield view

    def _group_color(self, row: Row) -> str:
        field = self._table.group_by
        categories = self._table.fields[field].categories if field else ()
        return next((each.color or "" for each in categories if field and each.value == row.text(field)), "")

    def _groups(self) -> Iterator[Group]:
        table, dataset = self._table, self._context.dataset
        if not table.group_by:
            return
        for category in table.fields[table.group_by].categories:
            rows = [row for row in dataset.rows if row.text(table.group_by) == category.value]
            links = (Item(dataset.heading(row), href=f"#{table.anchor(row.id)}") for row in rows)
            if rows:
                yield Group(category.label, category.color or "", tuple(links))

    def _letters(self) -> Iterator[Item]:
        """Each letter that a row begins with, leading to the first of them. Rows in an order of their own have none."""
        table, dataset = self._table, self._context.dataset
        if table.in_order or len(dataset.rows) < LETTERS_FROM:
            return
        first = {dataset.heading(row)[0].upper(): row for row in reversed(dataset.rows)}
        yield from (Item(letter, href=f"#{table.anchor(first[letter].id)}") for letter in sorted(first))

    def _downloads(self) -> tuple[Item, ...]:
        name = self._table.name
        if not self._table.download:
            return ()
        files = {f"{name}.xlsx": "spreadsheet", f"{name}.csv": "CSV", f"{name}.json": "JSON", PACKAGE: "Data Package"}
        return tuple(Item(title, href=self._context.link(f"{FOLDER}/{file}")) for file, title in files.items())
