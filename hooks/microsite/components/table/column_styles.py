"""The style rules that only a table's declaration knows: which columns a view shows, which hold figures, labels.

A class and a label in every cell would say the same, and weigh more than the figures themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from microsite.html.parsed import ParsedHtml
from microsite.table.dataset import DataSet
from microsite.table.models import Column, TableDeclaration

NARROW = "@media screen and (max-width:768px)"


def styles_for(datasets: Iterable[DataSet], page: ParsedHtml) -> Markup:
    """The rules for those tables that stand on a page; they go after the style sheet ``table.css``."""
    present = {table.attributes.get("name") for _, table in page.elements("data-table")}
    return Markup("".join(table_styles(each.declaration) for each in datasets if each.name in present))


def table_styles(table: TableDeclaration) -> str:
    """The rules for one table."""
    scope = f"data-table[name={table.name}]"
    figures = [i for i, column in enumerate(table.cells, start=1) if is_numeric(column, table)]
    aligned = ",".join(f"{scope} .data tr>{cells}" for cells in _ranges(figures))
    return "".join(
        [
            *_views(table, scope),
            f"@media print,(min-width:769px){{{aligned}{{text-align:end}}}}" if aligned else "",
            f"{NARROW}{{{''.join(_labels(table, scope))}}}",
        ]
    )


def is_numeric(column: Column, table: TableDeclaration) -> bool:
    """Whether a column holds nothing but figures."""
    return all(part.show == "auto" and table.fields[part.field].is_figure for part in column.parts)


def label_of(column: Column, table: TableDeclaration) -> str:
    """What a column's cells are called where its head cannot be seen. An amount of a serving has its unit beside it."""
    part = column.parts[0]
    field = table.fields[part.field]
    return field.title if part.show == "serving" else column.title or field.heading


def _views(table: TableDeclaration, scope: str) -> Iterator[str]:
    """Without the script, and if it fails, every column stays: only then is the element not defined, or marked."""
    for number, view in enumerate(table.views, start=1):
        hidden = [i for i, each in enumerate(table.cells, start=1) if i > 1 and each.name not in view.columns]
        shown = f'{scope}[view="{number}"]:defined'
        if hidden:
            yield ",".join(f"{shown} .data tr>{cells}" for cells in _ranges(hidden)) + "{display:none!important}"


def _labels(table: TableDeclaration, scope: str) -> Iterator[str]:
    for i, column in enumerate(table.cells, start=1):
        if i > 1:
            yield f'{scope} .data td:nth-child({i})::before{{content:"{_escaped(label_of(column, table))}"}}'


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Selectors for runs of neighbors: 2, 3, 4, 9 are ``:nth-child(n+2):nth-child(-n+4)`` and ``:nth-child(9)``."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        first, last = members[0], members[-1]
        yield f":nth-child({first})" if first == last else f":nth-child(n+{first}):nth-child(-n+{last})"


def _escaped(text: str) -> str:
    """A text inside a CSS string: whatever is not plainly harmless is written as its code point."""
    return "".join(c if c.isalnum() or c in " (),.%-" else f"\\{ord(c):x} " for c in text)
