"""The filters of a table as a form shows them, and what each row says to them.

A row carries its answers as short tokens (``group:fermented``, ``out?soy``), so that the script only compares texts
and knows nothing of fields, categories or daily values.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from microsite.table.dataset import DataSet, Row
from microsite.table.derived import SOURCE, source_percent
from microsite.table.models import Filter, SourceOption, TableDeclaration


@dataclass(frozen=True)
class Option:
    """One choice of a filter: its value in the address, and its words."""

    value: str
    label: str


@dataclass(frozen=True)
class FilterView:
    """A filter as its form shows it: its name in the address, its kind, its words and its choices."""

    name: str
    kind: str
    title: str
    hint: str
    options: tuple[Option, ...]
    check_says: str


def filter_views(data: DataSet, others: Mapping[str, DataSet]) -> tuple[FilterView, ...]:
    """The filters of a table, in the order of their declaration; ``others`` are the data sets that one may name."""
    table = data.declaration
    return tuple(
        FilterView(
            name=each.name,
            kind=each.kind,
            title=each.title,
            hint=each.hint or "",
            options=tuple(_options(each, data, others)),
            check_says=each.check_says or "",
        )
        for each in table.filters
    )


def tokens(row: Row, table: TableDeclaration, others: Mapping[str, DataSet]) -> str:
    """The tokens of a row for its filters, as words between spaces, without those of `late_tokens`."""
    return _joined(row, table, others, late=False)


def late_tokens(row: Row, table: TableDeclaration) -> str:
    """The tokens that are fetched together with the amounts of a serving: what the row is a good source of."""
    return _joined(row, table, {}, late=True)


def _joined(row: Row, table: TableDeclaration, others: Mapping[str, DataSet], *, late: bool) -> str:
    filters = [each for each in table.filters if (each.kind == "source") == late]
    return " ".join(
        ["", *(token for each in filters for token in dict.fromkeys(_tokens(each, row, table, others))), ""]
    )


def searched_text(row: Row, table: TableDeclaration) -> str:
    """The texts in which the table's search looks beside the row's heading, as they are written.

    The script folds them in the same way as what is typed.
    """
    heading = table.columns[0].parts[0].field
    fields = [field for each in table.filters if each.kind == "search" for field in each.fields if field != heading]
    return "\n".join(text for field in fields if (text := row.text(field)))


def slug(value: str) -> str:
    """A value as it stands in the address: ``tree nuts`` is ``tree-nuts``."""
    return "-".join(value.split())


def _options(each: Filter, data: DataSet, others: Mapping[str, DataSet]) -> Iterator[Option]:
    table = data.declaration
    if each.kind in ("one", "none"):
        declared = others[each.of].declaration.fields[each.by] if each.of and each.by else table.fields[each.fields[0]]
        used = {value for row in data.rows for value in _values(each, row, others)}
        allowed = declared.allowed or tuple(sorted(used))
        yield from (Option(slug(value), declared.label_of(value)) for value in allowed if value in used)
    if each.kind == "source":
        for option in each.options:
            yield Option(_source_name(option), option.title or table.fields[option.fields[0]].title)


def _values(each: Filter, row: Row, others: Mapping[str, DataSet]) -> list[str]:
    """What a row has in the fields of a filter, or what the rows of another table have that it names there."""
    values = [value for field in each.fields for value in row.items(field)]
    if each.of and each.by:
        return [value for id in values for value in others[each.of].by_id[id].items(each.by)]
    return values


def _tokens(each: Filter, row: Row, table: TableDeclaration, others: Mapping[str, DataSet]) -> Iterator[str]:
    values = _values(each, row, others)
    if each.kind in ("one", "none"):
        yield from (f"{each.name}:{slug(value)}" for value in values)
        yield from (f"{each.name}?{slug(value)}" for value in (row.items(each.check) if each.check else ()))
    elif each.kind == "switch":
        yield from (f"{each.name}:on" for value in values[:1] if value in each.keeps)
    elif each.kind == "source":
        for option in each.options:
            if (source_percent(row, option, table) or 0) >= SOURCE:
                yield f"{each.name}:{_source_name(option)}"


def _source_name(option: SourceOption) -> str:
    return option.name or option.fields[0]
