"""What stands in one cell of a table, before it is HTML: texts, figures, categories, links.

Everything here is plain values; a cell is a list of parts, one below the other, and templates draw each by its kind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from microsite.table.dataset import DataSet, Row
from microsite.table.derived import Figure, best, figure_of, rounded
from microsite.table.models import FieldDeclaration, Part, TableDeclaration

Marks = Callable[[tuple[str, ...]], Markup]
Link = Callable[[str], str]


@dataclass(frozen=True)
class Item:
    """One of several values in a cell: its text, the color token of its dot, where it leads."""

    text: str
    color: str | None = None
    href: str | None = None
    after: str = ""


@dataclass(frozen=True)
class PartView:
    """One part of a cell. ``kind`` is text, figure, items or html; only the field of that name is filled.

    ``label`` names the part where its heading cannot be seen; ``views`` are the classes of the views that show it.
    """

    kind: str
    label: str
    text: str = ""
    figure: Figure | None = None
    items: tuple[Item, ...] = ()
    html: Markup = Markup()
    order: int | None = None
    views: str = ""
    bar: bool = False
    headed: bool = False


@dataclass(frozen=True)
class Around:
    """What a table takes from the site around it: evidence marks, links, the words for an id, other tables."""

    marks: Marks
    link: Link
    say: Callable[[str, str], str] = lambda _field, item: item
    backlinks: Callable[[str], Markup] = lambda _row: Markup()
    others: Mapping[str, DataSet] = field(default_factory=dict)


def part_view(part: Part, row: Row, table: TableDeclaration, around: Around, *, views: str) -> PartView | None:
    """One part of a row's cell, or None when there is nothing to show. A figure is always there: not measured."""
    declared = table.fields[part.field]
    label = declared.heading if part.label is None else part.label
    headed = part.label is not None
    if part.show == "marks":
        return PartView("html", label, html=around.marks(row.items(part.field)), views=views)
    if part.show == "backlinks":
        return PartView("html", label, html=around.backlinks(row.id), views=views)
    if part.show == "daily":
        return PartView(
            "text", label, text=_daily_value(row.text(part.field), around.others[part.of or ""]), views=views
        )
    if declared.is_figure:
        return PartView("figure", label, figure=figure_of(row, declared, table), views=views, bar=part.bar)
    items = _items(part, declared, row, around)
    if not items:
        return None
    if part.show == "auto" and not declared.categories:
        text = _serving(row, table) if _is_serving(part, table) else ", ".join(item.text for item in items)
        return PartView("text", label, text=text, views=views, headed=headed)
    return PartView("items", label, items=items, order=_order(declared, row), views=views, headed=headed)


def _items(part: Part, declared: FieldDeclaration, row: Row, around: Around) -> tuple[Item, ...]:
    if part.show == "best":
        return _best(row.text(part.field), around.others[part.of or ""], part.count)
    colors = {category.value: category.color for category in declared.categories}
    return tuple(
        Item(
            text=part.text or around.say(declared.name, declared.label_of(value)),
            color=colors.get(value),
            href=_href(part, value, around),
        )
        for value in row.items(part.field)
    )


def _href(part: Part, value: str, around: Around) -> str | None:
    if part.show != "links" or not part.href:
        return None
    href = part.href.replace("{}", value)
    return href if href.startswith("https://") else around.link(href)


def _best(field: str, other: DataSet, count: int) -> tuple[Item, ...]:
    """The rows of another table that hold most of one of its fields, each with its amount in a serving."""
    unit = other.declaration.fields[field].unit or ""
    return tuple(
        Item(
            text=row.text(other.heading_field),
            href=f"#{other.declaration.anchor(row.id)}",
            after=f"{rounded(amount)} {unit}",
        )
        for row, amount in best(other, field, count)
    )


def _daily_value(field: str, other: DataSet) -> str:
    declared = other.declaration.fields[field]
    return f"{declared.daily_value} {declared.unit}" if declared.daily_value else "None set"


def _is_serving(part: Part, table: TableDeclaration) -> bool:
    return table.amounts is not None and part.field == table.amounts.serving


def _serving(row: Row, table: TableDeclaration) -> str:
    assert table.amounts is not None
    unit = table.fields[table.amounts.grams].unit or ""
    return f"{row.text(table.amounts.serving)}, {row.text(table.amounts.grams)} {unit}".strip()


def _order(declared: FieldDeclaration, row: Row) -> int | None:
    """The rank by which a column of ordered categories sorts."""
    if not declared.categories_ordered:
        return None
    return (declared.allowed or ()).index(row.text(declared.name)) if row.text(declared.name) else None
