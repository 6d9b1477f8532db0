"""Data sets as files: CSV, JSON, and a Frictionless Data Package that describes them; a spreadsheet for people.

The files hold the source values to the letter, joined, and nothing that was derived. Only in CSV a text that a
spreadsheet would run as a formula has an apostrophe before it.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from microsite.table.dataset import DataSet, Row
from microsite.table.field_values import Value
from microsite.table.models import FieldDeclaration, TableDeclaration
from microsite.table.spreadsheet import to_xlsx

FOLDER = "downloads"
PACKAGE = "datapackage.json"
# Between the items of a list in a CSV cell: commas stand inside texts.
_BETWEEN = "|"
# A spreadsheet takes a text that begins so, spaces or not, for a formula, and some formulas send what is in the file.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")


def write_downloads(datasets: Iterable[DataSet], *, name: str, title: str, day: date) -> dict[str, bytes]:
    """Every download of a site by its file name inside `FOLDER`; nothing when no table declares a ``download``.

    ``name`` and ``title`` are those of the package, ``day`` is that of the last change.
    """
    offered = _offered(datasets)
    if not offered:
        return {}
    files = {PACKAGE: _package(offered, name=name, title=title)}
    for data in offered:
        files[f"{data.name}.csv"] = to_csv(data)
        files[f"{data.name}.json"] = to_json(data)
        files[f"{data.name}.xlsx"] = to_xlsx(data, day=day)
    return files


def download_names(datasets: Iterable[DataSet]) -> set[str]:
    """The names of the files that `write_downloads` writes."""
    offered = _offered(datasets)
    return {f"{data.name}.{kind}" for data in offered for kind in ("csv", "json", "xlsx")} | (
        {PACKAGE} if offered else set()
    )


def to_csv(data: DataSet) -> bytes:
    """The rows as CSV with a header line; an absent value is an empty cell."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    fields = data.declaration.fields
    writer.writerow(fields)
    for row in data.rows:
        writer.writerow(_cell(row, field) for field in fields.values())
    return lines.getvalue().encode()


def to_json(data: DataSet) -> bytes:
    """The rows as a JSON list of objects; an absent value is null, a number is written as the source has it."""
    fields = data.declaration.fields
    rows = (",\n ".join(f"{_json(name)}: {_json_value(row.values[name])}" for name in fields) for row in data.rows)
    return ("[" + ",\n".join(f"{{{row}}}" for row in rows) + "]\n").encode()


def _offered(datasets: Iterable[DataSet]) -> list[DataSet]:
    return [data for data in datasets if data.declaration.download]


def _cell(row: Row, field: FieldDeclaration) -> str:
    value = row.values[field.name]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | str):
        text = value if isinstance(value, str) else _BETWEEN.join(value)
        return f"'{text}" if _FORMULA.match(text) else text
    return "" if value is None else str(value)


def _json_value(value: Value) -> str:
    """A decimal is written as it is: json knows only floats, which would turn 0.10 into 0.1."""
    if value is None or isinstance(value, bool | str):
        return _json(value)
    return _json(list(value)) if isinstance(value, tuple) else str(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _package(datasets: list[DataSet], *, name: str, title: str) -> bytes:
    package = {"name": name, "title": title, "resources": [_resource(data.declaration) for data in datasets]}
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: TableDeclaration) -> dict[str, Any]:
    assert table.download is not None
    return _present(
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "title": table.title,
            "description": table.description,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [_field(field) for field in table.fields.values()],
                "missingValues": [""],
                "primaryKey": table.primary_key,
            },
            "licenses": [each.model_dump(exclude_none=True) for each in table.download.licenses],
            "sources": [each.model_dump(exclude_none=True) for each in table.download.sources],
        }
    )


def _field(field: FieldDeclaration) -> dict[str, Any]:
    """A field in the standard's words, with ours beside them, which the standard allows."""
    is_list = field.type == "list"
    return _present(
        {
            "name": field.name,
            "type": field.type,
            "delimiter": _BETWEEN if is_list else None,
            "title": field.title,
            "description": field.description,
            "example": field.example,
            "unit": field.unit,
            "dailyValue": None if field.daily_value is None else float(field.daily_value),
            "constraints": _constraints(field),
        }
    )


def _constraints(field: FieldDeclaration) -> dict[str, Any]:
    rules = field.constraints
    # For a list the standard's enum would speak of the whole list; ours speaks of its items.
    allowed = list(field.allowed or ()) if field.type != "list" else []
    return _present(
        {
            "required": rules.required or None,
            "unique": rules.unique or None,
            "enum": allowed,
            "pattern": rules.pattern if field.type == "string" else None,
            "minimum": None if rules.minimum is None else float(rules.minimum),
            "maximum": None if rules.maximum is None else float(rules.maximum),
        }
    )


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], {})}
