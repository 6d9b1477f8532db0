"""Reads the files of a declared data set, checks every value, and joins the rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from microsite.source.csv_file import Record, read_csv
from microsite.source.files import Document, read_yaml
from microsite.source.problems import Problem, ProblemList, ProblemsFound, describe
from microsite.source.schema import meant_by, unknown_field
from microsite.table.dataset import DataSet, Row
from microsite.table.field_values import UnfitError, Value, read_value
from microsite.table.models import FieldDeclaration, FileDeclaration, TableDeclaration

# How much of a unit 100 g can hold.
_HELD_BY_100_G = {"g": 100, "mg": 100_000, "µg": 100_000_000}


@dataclass(frozen=True)
class _Entry:
    """One record of one file as found: raw values, and the lines of them."""

    values: Mapping[str, object]
    lines: Mapping[str, int]
    line: int

    def line_of(self, field: str) -> int:
        return self.lines.get(field, self.line)


@dataclass(frozen=True)
class _CheckedFile:
    """The records of one file that could be read: values by id, and the line of each."""

    label: str
    values: dict[str, dict[str, Value]]
    lines: dict[str, int]


def load_dataset(declaration: TableDeclaration, data_dir: Path, *, name: str | None = None) -> DataSet:
    """Read the files of a declared table from ``data_dir`` and join them.

    ``name`` is what messages call the folder (default: its path). Raises `ProblemsFound` with every problem of every
    file at once: a field that is missing or not declared, a wrong type, a value that is not allowed, an id used twice,
    a row without its partner in a joined file, and the reverse.
    """
    found = ProblemList()
    files: list[_CheckedFile] = []
    for file in declaration.files:
        label = f"{name or data_dir}/{file.path}"
        with found.gather():
            files.append(_FileCheck(file, label, found).check(_read(file, data_dir / file.path, label)))
    # A file that could not be read at all would leave every row of the others without a partner.
    if len(files) == len(declaration.files) and not any(found):
        for other in files[1:]:
            found.add(*_without_partners(files[0], other))
    for checked in files:
        found.add(*_impossible_amounts(declaration, checked))
    found.raise_if_any()
    return DataSet(declaration, _in_order(declaration, _joined(declaration, files)))


def _read(file: FileDeclaration, path: Path, label: str) -> list[_Entry]:
    if path.suffix == ".csv":
        return _entries_of_csv(file, read_csv(path, name=label), label)
    return _entries_of_yaml(file, read_yaml(path, name=label))


def _entries_of_csv(file: FileDeclaration, records: list[Record], label: str) -> list[_Entry]:
    declared = [field.name for field in file.table_schema.fields]
    header = records[0].values if records else dict.fromkeys(declared)
    absent = [key for key in declared if key not in header]
    meant = {key: meant_by(key, absent) for key in header if key not in declared}
    problems = [Problem(label, 1, "header", *unknown_field(key, near)) for key, near in meant.items()]
    problems += [
        Problem(label, 1, "header", f"a column {key!r}", "nothing") for key in absent if key not in meant.values()
    ]
    if problems:
        raise ProblemsFound(problems)
    return [_Entry(record.values, {}, record.line) for record in records]


def _entries_of_yaml(file: FileDeclaration, document: Document) -> list[_Entry]:
    if not isinstance(document.value, list):
        raise ProblemsFound([Problem(document.file, 1, "file", "a list", describe(document.value))])
    found = ProblemList()
    entries = []
    for i, value in enumerate(document.value):
        line = document.line((i,))
        if isinstance(value, dict):
            entries.append(_Entry(value, {key: document.line((i, key)) for key in value}, line))
        else:
            found.add(Problem(document.file, line, f"row {i + 1}", "a mapping", describe(value)))
    found.raise_if_any()
    return entries


class _FileCheck:
    """Checks the records of one file against its declaration; what is wrong goes into ``found``."""

    def __init__(self, file: FileDeclaration, label: str, found: ProblemList) -> None:
        self._schema = file.table_schema
        self._label = label
        self._found = found
        # The line on which a value of a field stood first.
        self._seen: dict[tuple[str, Value], int] = {}

    def check(self, entries: Iterable[_Entry]) -> _CheckedFile:
        checked = _CheckedFile(self._label, {}, {})
        for number, entry in enumerate(entries, start=1):
            key = entry.values.get(self._schema.primary_key)
            where = key if isinstance(key, str) and key else f"row {number}"
            self._check_names(entry, where)
            values = {field.name: self._value(field, entry, where) for field in self._schema.fields}
            self._check_repeated(values, entry, where)
            if isinstance(identity := values[self._schema.primary_key], str):
                checked.values.setdefault(identity, values)
                checked.lines.setdefault(identity, entry.line)
        return checked

    def _check_names(self, entry: _Entry, where: str) -> None:
        declared = {field.name for field in self._schema.fields}
        for key in entry.values:
            if key not in declared:
                self._add(entry, str(key), where, *unknown_field(str(key), meant_by(str(key), declared)))

    def _value(self, field: FieldDeclaration, entry: _Entry, where: str) -> Value:
        missing = (*self._schema.missing_values, *field.missing_values)
        is_key = field.name == self._schema.primary_key
        try:
            return read_value(field, entry.values.get(field.name), missing=missing, is_key=is_key)
        except UnfitError as unfit:
            self._add(entry, field.name, where, unfit.expected, unfit.found)
            return None

    def _check_repeated(self, values: Mapping[str, Value], entry: _Entry, where: str) -> None:
        for field in self._schema.fields:
            value = values[field.name]
            if value is None or not (field.constraints.unique or field.name == self._schema.primary_key):
                continue
            if first := self._seen.get((field.name, value)):
                again = f"{value!r} again (first on line {first})"
                self._add(entry, field.name, where, f"each {field.name} once", again)
            self._seen.setdefault((field.name, value), entry.line_of(field.name))

    def _add(self, entry: _Entry, field: str, where: str, expected: str, found: str) -> None:
        self._found.add(Problem(self._label, entry.line_of(field), f"{where}.{field}", expected, found))


def _without_partners(file: _CheckedFile, other: _CheckedFile) -> Iterator[Problem]:
    """Rows that one of two joined files has alone. An id that is almost one of the first file is told once."""
    if file.values and not other.values:
        yield Problem(other.label, 1, "file", f"rows of the ids in {file.label}", "none")
        return
    alone, others = file.values.keys() - other.values.keys(), other.values.keys() - file.values.keys()
    meant = {key: meant_by(key, alone) for key in others}
    for key in sorted(alone - {*meant.values()}):
        yield Problem(file.label, file.lines[key], key, f"a row of that id in {other.label}", "none")
    for key, near in sorted(meant.items()):
        hint = f" (perhaps {near!r})" if near else ""
        yield Problem(other.label, other.lines[key], key, f"a row of that id in {file.label}{hint}", "none")


def _impossible_amounts(declaration: TableDeclaration, file: _CheckedFile) -> Iterator[Problem]:
    """Where servings are worked out, figures are amounts in 100 g, which hold no more than they weigh."""
    shown = {part.field for column in declaration.columns for part in column.parts} if declaration.amounts else ()
    for name in shown:
        field = declaration.fields.get(name)
        most = _HELD_BY_100_G.get((field.unit or "").partition(" ")[0]) if field and field.is_figure else None
        for key, values in file.values.items():
            value = values.get(name)
            if most is not None and isinstance(value, Decimal) and value > most:
                found = f"{value} {field.unit}" if field else str(value)
                yield Problem(file.label, file.lines[key], f"{key}.{name}", "no more than 100 g in 100 g", found)


def _joined(declaration: TableDeclaration, files: list[_CheckedFile]) -> Iterator[Row]:
    for key in files[0].values:
        values = {name: value for file in files for name, value in file.values[key].items()}
        if all(values[field] == wanted for field, wanted in declaration.where.items()):
            yield Row(key, values, files[0].label, files[0].lines[key])


def _in_order(declaration: TableDeclaration, rows: Iterable[Row]) -> tuple[Row, ...]:
    """From A to Z by what heads a row, unless the order of the file says something."""
    if declaration.in_order:
        return tuple(rows)
    heading = declaration.columns[0].parts[0].field
    return tuple(sorted(rows, key=lambda row: (row.text(heading).casefold(), row.id)))
