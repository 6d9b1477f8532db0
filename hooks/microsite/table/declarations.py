"""``tables.yml`` read and checked: every declared table by its name.

`models` says what one declaration may hold; here are the checks of names that a declaration uses but nobody declared.
"""

from collections.abc import Iterator
from typing import Any

from pydantic.alias_generators import to_camel

from microsite.source.files import Document
from microsite.source.problems import Problem, ProblemList, ProblemsFound, describe
from microsite.source.schema import load_one
from microsite.table.models import TableDeclaration

__all__ = ["TableDeclaration", "load_tables"]


def load_tables(document: Document) -> dict[str, TableDeclaration]:
    """Check a parsed ``tables.yml``: a mapping from a table's name to its declaration.

    Raises `ProblemsFound` with every mistake in every table, each at its line: a key that is not known, a name used
    twice, a column, view, filter or chart that speaks of a field or column that is not declared.
    """
    if not isinstance(document.value, dict):
        raise ProblemsFound([Problem(document.file, 1, "file", "tables by their names", describe(document.value))])
    found = ProblemList()
    tables: dict[str, TableDeclaration] = {}
    for name in document.value:
        with found.gather():
            tables[name] = _load_table(document, name)
    for name, table in tables.items():
        found.add(*_unknown_names(document, name, table, tables))
    found.raise_if_any()
    return tables


def _load_table(document: Document, name: str) -> TableDeclaration:
    value = document.value[name]
    if not isinstance(value, dict):
        raise ProblemsFound([Problem(document.file, document.line((name,)), name, "a mapping", describe(value))])
    named = Document(document.file, {name: {**value, "name": name}}, document.lines)
    return load_one(named, TableDeclaration, address=(name,))


def _unknown_names(
    document: Document, name: str, table: TableDeclaration, tables: dict[str, TableDeclaration]
) -> Iterator[Problem]:
    columns = [column.name for column in table.columns]
    known = {"field": set(table.fields), "column": set(columns), "view": {view.name for view in table.views}}
    for kind, used, address in _uses(table):
        allowed = set(tables) if kind == "table" else known[kind]
        if used not in allowed:
            yield _problem(document, (name, *address), f"a declared {kind}", used)
    if "{}" in (table.drawings or "") and not table.group_by:
        yield _problem(document, (name, "drawings"), "groupBy, whose value stands for {}", table.drawings or "")
    yield from _unshown_figures(document, name, table)
    yield from _misplaced_columns(document, name, table)
    yield from _half_named_tables(document, name, table, tables)
    names: dict[str, list[str]] = {
        "columns": columns,
        "views": [view.name for view in table.views],
        "filters": [filter_.name for filter_ in table.filters],
    }
    for part, given in names.items():
        for i, each in enumerate(given):
            if each in given[:i]:
                yield _problem(document, (name, part, i, "name"), "each name once", f"{each} again")
    yield from _fields_declared_twice(document, name, table)


def _uses(table: TableDeclaration) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Every name that a declaration takes for granted: what kind of thing it names, the name, and where it stands."""
    for i, column in enumerate(table.columns):
        for j, part in enumerate(column.parts):
            place = ("columns", i, "parts", j)
            yield "field", part.field, (*place, "field")
            yield from (("view", view, (*place, "views")) for view in part.views)
            if part.of:
                yield "table", part.of, (*place, "of")
    for i, view in enumerate(table.views):
        yield from (("column", column, ("views", i, "columns", j)) for j, column in enumerate(view.columns))
    for i, each in enumerate(table.filters):
        yield from (("field", field, ("filters", i, "fields", j)) for j, field in enumerate(each.fields))
        if each.check:
            yield "field", each.check, ("filters", i, "check")
        if each.of:
            yield "table", each.of, ("filters", i, "of")
        for j, option in enumerate(each.options):
            yield from (("field", field, ("filters", i, "options", j, "fields")) for field in option.fields)
    yield from _single_uses(table)


def _single_uses(table: TableDeclaration) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    named: list[tuple[Any, tuple[str, ...]]] = [
        (table.amounts, ("serving", "grams", "assumed_zero")),
        (table.chart, ("field",)),
        (table.selection, ("kind", "sum")),
    ]
    for part, keys in named:
        for key in keys if part else ():
            if value := getattr(part, key):
                yield "field", value, (type(part).__name__.lower(), to_camel(key))
    if table.glance:
        yield "column", table.glance.line, ("glance", "line")
        yield from (("column", column, ("glance", "opens", i)) for i, column in enumerate(table.glance.opens))
    if table.group_by:
        yield "field", table.group_by, ("groupBy",)
    for field in table.where:
        yield "field", field, ("where", field)


def _unshown_figures(document: Document, name: str, table: TableDeclaration) -> Iterator[Problem]:
    """The list and the chart take amounts from figures that a column shows, in servings that ``amounts`` gives.

    A row's card is opened by the script that comes with the amounts.
    """
    figures = {
        part.field
        for column in table.cells
        for part in column.parts
        if part.show == "auto" and part.field in table.fields and table.fields[part.field].is_figure
    }
    uses = [(part, key) for part, key in (("selection", "sum"), ("chart", "field")) if getattr(table, part)]
    for part, key in uses:
        field = getattr(getattr(table, part), key)
        if field in table.fields and field not in figures:
            yield _problem(document, (name, part, key), "a figure that a column shows", field)
        if not table.amounts:
            yield _problem(document, (name, part), "a table with amounts, which give a serving", "none")
    for i, column in enumerate(table.columns):
        for j, shown in enumerate(column.parts):
            declared = table.fields.get(shown.field)
            if shown.bar and declared and not declared.daily_value:
                expected = "a field with a dailyValue, of which a bar shows the share"
                yield _problem(document, (name, "columns", i, "parts", j, "bar"), expected, shown.field)
    if table.card and not table.amounts:
        yield _problem(document, (name, "card"), "a table with amounts, which bring what opens a card", "none")


def _misplaced_columns(document: Document, name: str, table: TableDeclaration) -> Iterator[Problem]:
    """What opens below a row is in no view, and figures stand in cells, where they are sorted."""
    opened = table.glance.opens if table.glance else ()
    inside = (table.glance.line, *opened) if table.glance else ()
    if table.columns[0].name in inside:
        yield _problem(document, (name, "glance"), "other columns than the first, which heads the rows", inside[0])
    for i, view in enumerate(table.views):
        for j, named in enumerate(view.columns):
            if named in opened:
                yield _problem(document, (name, "views", i, "columns", j), "a column that no row opens", named)
    for i, column in enumerate(table.columns):
        for j, part in enumerate(column.parts):
            field = table.fields.get(part.field)
            place = (name, "columns", i, "parts", j)
            if part.show == "serving" and not (field and field.is_figure and table.amounts):
                yield _problem(document, place, "a figure of a table with amounts", part.field)
            if part.show == "auto" and field and field.is_figure and column.name in inside:
                yield _problem(document, place, "no figure in a row that opens", part.field)


def _half_named_tables(
    document: Document, name: str, table: TableDeclaration, tables: dict[str, TableDeclaration]
) -> Iterator[Problem]:
    """What speaks of another table says which; a filter says by which of its fields, and a field has a few values."""
    for i, column in enumerate(table.columns):
        for j, part in enumerate(column.parts):
            if part.show in ("best", "daily", "rows") and not part.of:
                yield _problem(document, (name, "columns", i, "parts", j), "the table that it is of", "none")
    for i, each in enumerate(table.filters):
        if not (each.of or each.by):
            continue
        other = tables.get(each.of or "")
        if each.kind != "one":
            yield _problem(document, (name, "filters", i, "kind"), "one, because it names another table", each.kind)
        elif not each.of:
            yield _problem(document, (name, "filters", i, "by"), "the table that it is of", "none")
        elif other and not (each.by in other.fields and other.fields[each.by].allowed):
            expected = f"a field of {each.of} that has a few values"
            yield _problem(document, (name, "filters", i, "by" if each.by else "of"), expected, each.by or "none")


def _fields_declared_twice(document: Document, name: str, table: TableDeclaration) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, file in enumerate(table.files):
        key = file.table_schema.primary_key
        own = [field.name for field in file.table_schema.fields]
        if key not in own:
            yield _problem(document, (name, "files", i, "schema"), "its primary key among the fields", key)
        for j, field in enumerate(own):
            # Only the key by which files are joined stands in each of them.
            if field in seen and not (i and field == key):
                yield _problem(document, (name, "files", i, "schema", "fields", j, "name"), "each name once", field)
            seen.add(field)


def _problem(document: Document, address: tuple[str | int, ...], expected: str, found: str) -> Problem:
    return Problem(document.file, document.line(address), ".".join(map(str, address)), expected, repr(found))
