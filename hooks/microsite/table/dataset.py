"""A declared data set: rows with every value of every file, joined by their keys.

Values keep what the file says to the letter (numbers are decimals, not floats), so a page can show what the source
has. An empty value is None, never zero. What can be worked out from values is in `derived`, how files are read and
checked in `loading`.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from microsite.table.field_values import Value
from microsite.table.models import TableDeclaration


@dataclass(frozen=True)
class Row:
    """One row of a data set: its id, its values by field (an absent one as None), and where an editor finds it."""

    id: str
    values: Mapping[str, Value]
    file: str = ""
    line: int = 1

    def text(self, field: str) -> str:
        """A value as text; an absent one is empty, the items of a list are joined by commas."""
        value = self.values.get(field)
        if value is None:
            return ""
        return ", ".join(value) if isinstance(value, tuple) else _written(value)

    def items(self, field: str) -> tuple[str, ...]:
        """A value as a list: a list as it is, a text as its only item, an absent value as no items."""
        value = self.values.get(field)
        if value is None:
            return ()
        return value if isinstance(value, tuple) else (_written(value),)

    def number(self, field: str) -> Decimal | None:
        """A figure, or None where it was not measured."""
        value = self.values.get(field)
        return value if isinstance(value, Decimal) else None


def _written(value: str | Decimal | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class Drawing:
    """A small drawing of a row: its path inside the docs folder with the name of the view, its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class DataSet:
    """A table's declaration with its rows in the order in which they are shown, and their drawings by their ids."""

    declaration: TableDeclaration
    rows: tuple[Row, ...]
    drawings: Mapping[str, Drawing] = dataclasses.field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name under which the table is declared."""
        return self.declaration.name

    @cached_property
    def by_id(self) -> Mapping[str, Row]:
        """The rows by their ids."""
        return {row.id: row for row in self.rows}

    def heading(self, row: Row) -> str:
        """What heads a row, as a reader sees it."""
        field = self.declaration.columns[0].parts[0].field
        return self.declaration.fields[field].label_of(row.text(field))
