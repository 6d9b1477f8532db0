"""What stands in one cell of a table, before it is HTML: texts, figures, categories, links.

Everything here is plain values; a cell is a list of parts, one below the other, and templates draw each by its kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from microsite.components.table.context import TableContext
from microsite.table.dataset import DataSet, Row
from microsite.table.derived import Figure, best, figure_of, rounded
from microsite.table.models import FieldDeclaration, Part


@dataclass(frozen=True)
class Item:
    """One of several values in a cell: its text, the color token of its dot, where it leads."""

    text: str
    href: str | None = None
    color: str | None = None
    after: str = ""


@dataclass(frozen=True)
class NamedRow:
    """A row of another table as a cell says it: what heads it, its other parts by column, where it is told in full."""

    heading: str
    parts: tuple["PartView", ...]
    href: str | None = None


@dataclass(frozen=True)
class PartView:
    """One part of a cell. ``kind`` is text, figure, serving, items, rows or html; the field of that name is filled.

    A serving is of a figure, and ``text`` is its unit. ``label`` names the part where its heading cannot be seen;
    ``views`` are the classes of the views that show it.
    """

    kind: str
    label: str
    text: str = ""
    figure: Figure | None = None
    items: tuple[Item, ...] = ()
    rows: tuple[NamedRow, ...] = ()
    html: Markup = Markup()
    order: int | None = None
    views: str = ""
    bar: bool = False
    headed: bool = False


class CellParts:
    """Makes the parts of the cells of one table."""

    def __init__(self, context: TableContext) -> None:
        self._context = context
        self._table = context.table

    def view(self, part: Part, row: Row, *, views: str) -> PartView | None:
        """One part of a row's cell, or None when there is nothing to show. A figure is always there: not measured."""
        declared = self._table.fields[part.field]
        label = declared.heading if part.label is None else part.label
        headed = part.label is not None
        if part.show == "marks":
            return PartView("html", label, html=self._context.marks(row.items(part.field)), views=views)
        if part.show == "backlinks":
            return PartView("html", label, html=self._context.backlinks(row.id), views=views)
        if part.show == "rows":
            rows = tuple(self._named_row(id, part) for id in row.items(part.field))
            return PartView("rows", label, rows=rows, views=views) if rows else None
        if part.show == "daily":
            return PartView("text", label, text=_daily_value(row.text(part.field), self._other(part)), views=views)
        if part.show == "serving":
            figure = figure_of(row, declared, self._table)
            return PartView("serving", label, figure=figure, text=declared.unit or "", views=views, bar=part.bar)
        if declared.is_figure:
            figure = figure_of(row, declared, self._table)
            return PartView("figure", label, figure=figure, views=views, bar=part.bar)
        items = self._items(part, declared, row)
        if not items:
            return None
        if part.show == "auto" and not declared.categories:
            text = self._serving(row) if self._is_serving(part) else ", ".join(item.text for item in items)
            return PartView("text", label, text=text, views=views, headed=headed)
        return PartView("items", label, items=items, order=_order(declared, row), views=views, headed=headed)

    def _named_row(self, id: str, part: Part) -> NamedRow:
        other, href = self._other(part), self._href(part, id)
        row, table = other.by_id[id], other.declaration
        cells = CellParts(replace(self._context, dataset=other))
        shown = [each for column in table.columns[1:] for each in column.parts if not (href and each.show == "sources")]
        views = (cells.view(each, row, views="") for each in shown)
        return NamedRow(other.heading(row), tuple(view for view in views if view), href)

    def _items(self, part: Part, declared: FieldDeclaration, row: Row) -> tuple[Item, ...]:
        if part.show == "best":
            return tuple(self._best(row.text(part.field), part))
        if part.show == "sources":
            return tuple(Item(*self._context.cite(source)) for source in row.items(part.field))
        colors = {category.value: category.color for category in declared.categories}
        return tuple(
            Item(part.text or declared.label_of(value), color=colors.get(value), href=self._href(part, value))
            for value in row.items(part.field)
        )

    def _best(self, field: str, part: Part) -> Iterator[Item]:
        """The rows of another table that hold most of one of its fields, each with its amount in a serving."""
        other = self._other(part)
        unit = other.declaration.fields[field].unit or ""
        for row, amount in best(other, field, part.count):
            href = self._href(part, row.id) or f"#{other.declaration.anchor(row.id)}"
            yield Item(other.heading(row), href=href, after=f"{rounded(amount)} {unit}")

    def _href(self, part: Part, value: str) -> str | None:
        if part.show not in ("links", "rows", "best") or not part.href:
            return None
        href = part.href.replace("{}", value)
        return href if href.startswith("https://") else self._context.link(href)

    def _other(self, part: Part) -> DataSet:
        return self._context.others[part.of or ""]

    def _is_serving(self, part: Part) -> bool:
        return self._table.amounts is not None and part.field == self._table.amounts.serving

    def _serving(self, row: Row) -> str:
        assert self._table.amounts is not None
        grams = self._table.amounts.grams
        unit = self._table.fields[grams].unit or ""
        return f"{row.text(self._table.amounts.serving)}, {row.text(grams)} {unit}".strip()


def _daily_value(field: str, other: DataSet) -> str:
    declared = other.declaration.fields[field]
    return f"{declared.daily_value} {declared.unit}" if declared.daily_value else "None set"


def _order(declared: FieldDeclaration, row: Row) -> int | None:
    """The rank by which a column of ordered categories sorts."""
    if not declared.categories_ordered:
        return None
    return (declared.allowed or ()).index(row.text(declared.name)) if row.text(declared.name) else None
