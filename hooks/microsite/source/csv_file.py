"""CSV in, rows with their line numbers out: every cell is text.

A spreadsheet writes what its country and its user are used to; each of these habits is told once, with what mends it.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from microsite.source.characters import hidden_in
from microsite.source.problems import Problem, ProblemsFound
from microsite.source.text_file import decode, read_bytes


@dataclass(frozen=True)
class Record:
    """One row of a CSV file: its cells by column name, as text, and the line on which it starts."""

    values: dict[str, str]
    line: int


def read_csv(path: Path, *, name: str | None = None) -> list[Record]:
    """Read a CSV file with a header line. ``name`` is what messages call it. Raises `ProblemsFound`."""
    name = name or str(path)
    return parse_csv(read_bytes(path, name), name=name)


def parse_csv(content: bytes, *, name: str) -> list[Record]:
    """Turn CSV bytes (UTF-8, header line, commas) into records.

    Raises `ProblemsFound` with every mistake in the header, or else with every short, long or empty row.
    """
    text = decode(content, name)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if header:
                rows.append((line, cells))
            else:
                header = cells
            line = reader.line_num + 1
    except csv.Error as error:
        begun = text.count("\n", 0, text.rfind('"')) + 1 if "end of data" in str(error) else line
        raise ProblemsFound(
            [Problem(name, begun, "row", 'a closing " for each that opens a cell', str(error))]
        ) from error
    rows = [(line, cells) for line, cells in rows if cells]
    if problems := [*_header_problems(header, name)] or [*_row_problems(header, rows, name)]:
        raise ProblemsFound(problems)
    return [Record(dict(zip(header, cells, strict=True)), line) for line, cells in rows]


def _header_problems(header: list[str], name: str) -> Iterator[Problem]:
    """A spreadsheet writes the signs of its country, and a comma for each column that was ever touched."""
    if not header:
        yield Problem(name, 1, "header", "column names", "nothing")
    elif len(header) == 1 and (sign := re.search(r"[;\t]", header[0])):
        found = "tabs" if sign[0] == "\t" else "semicolons"
        yield Problem(name, 1, "header", 'commas between cells: save it as "CSV UTF-8"', found)
    elif blank := header.count(""):
        yield Problem(name, 1, "header", "a name for each column, and no columns without one", f"{blank} without")
    for column in sorted({column for column in header if column and header.count(column) > 1}):
        yield Problem(name, 1, f"column {column!r}", "one column of that name", "two or more")
    for column in header:
        if column != column.strip():
            yield Problem(name, 1, f"column {column!r}", "a name without spaces around it", repr(column))


def _row_problems(header: list[str], rows: list[tuple[int, list[str]]], name: str) -> Iterator[Problem]:
    empty = [line for line, cells in rows if not any(cells)]
    if empty:
        yield Problem(name, empty[0], "row", "rows with something in them", f"{len(empty)} empty")
    for line, cells in rows:
        if len(cells) != len(header):
            yield Problem(name, line, "row", f"{len(header)} cells", str(len(cells)))
            continue
        for column, cell in zip(header, cells, strict=True):
            for sign in hidden_in(cell):
                yield Problem(name, line, column, "characters that can be seen", sign)
