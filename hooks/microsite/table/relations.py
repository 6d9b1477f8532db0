"""What rows take for granted of other data: claims, sources, rows and fields of another table."""

from collections.abc import Collection, Iterator, Mapping

from microsite.source.problems import Problem
from microsite.table.dataset import DataSet, Row
from microsite.table.models import Part


def check_relations(
    datasets: Mapping[str, DataSet], *, claims: Collection[str] | None, sources: Collection[str] | None
) -> list[Problem]:
    """A problem for each row that names a claim, a source, a row or a field that is not there.

    ``claims`` and ``sources`` are the ids there are; None when they could not be read, and then none is missed.
    """
    known = {"marks": ("ids in claims.yml", claims), "sources": ("ids in references.yml", sources)}
    return [
        problem
        for data in datasets.values()
        for row in data.rows
        for column in data.declaration.columns
        for part in column.parts
        for problem in _problems(part, row, datasets, *known.get(part.show, ("", None)))
    ]


def _problems(
    part: Part, row: Row, datasets: Mapping[str, DataSet], expected: str, ids: Collection[str] | None
) -> Iterator[Problem]:
    for value in row.items(part.field):
        where = f"{row.id}.{part.field}"
        if ids is not None and value not in ids:
            yield Problem(row.file, row.line, where, expected, repr(value))
        other = datasets.get(part.of) if part.of else None
        if other and part.show == "rows":
            if value not in other.by_id:
                yield Problem(row.file, row.line, where, f"ids of rows of the table {part.of}", repr(value))
        elif other and value not in other.declaration.fields:
            yield Problem(row.file, row.line, where, f"a field of the table {part.of}", repr(value))
