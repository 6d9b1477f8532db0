"""JSON Schemas of everything an editor writes, made from the models that check it: completion and checks while typing.

`make schemas` writes them into schemas/. A data file names its own in its first line, which editors of YAML read:
`# yaml-language-server: $schema=../../schemas/claims.schema.json`.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from microsite.components.registry import load_components
from microsite.content.page_source import PageFacts
from microsite.content.search_words import SEARCH, SameWords
from microsite.evidence.ledger import CLAIMS, REFERENCES
from microsite.evidence.records import ClaimRecord, Reference
from microsite.guide.guide import COMPONENTS, DATA, TABLES
from microsite.source.files import read_yaml
from microsite.table.declarations import load_tables
from microsite.table.models import FieldDeclaration, FileDeclaration, TableDeclaration

# Files that are lists of records, beside those of the components.
_RECORDS: Mapping[str, type[BaseModel]] = {CLAIMS: ClaimRecord, REFERENCES: Reference, SEARCH: SameWords}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN_TYPES = {"string": "string", "boolean": "boolean", "integer": "integer", "number": "number"}


def make_schemas(docs: Path) -> dict[str, str]:
    """The text of each schema by its file name: one for each model, one for each YAML file that a table declares."""
    data = docs / DATA
    records = dict(_RECORDS)
    components = load_components(docs.parent / COMPONENTS).values()
    records |= {component.file: component.model for component in components if component.file}
    made: dict[str, Any] = {Path(file).stem: _list_of(model) for file, model in records.items()}
    made["page"] = PageFacts.model_json_schema()
    made["tables"] = _tables()
    if (data / TABLES).exists():
        for table in load_tables(read_yaml(data / TABLES)).values():
            for file in table.files:
                if file.path.endswith(".yml"):  # CSV has no place for a schema
                    made.setdefault(Path(file.path).stem, _rows(file))
    return {f"{name}.schema.json": _write(schema) for name, schema in sorted(made.items())}


def _list_of(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    return {"$defs": schema.pop("$defs", {}), "type": "array", "items": schema}


def _tables() -> dict[str, Any]:
    """A table is named by its key, so its declaration does not say its name."""
    schema = TableDeclaration.model_json_schema()
    del schema["properties"]["name"]
    schema["required"].remove("name")
    # YAML anchors are written under any name; only mappings are tables.
    return {"$defs": schema.pop("$defs", {}), "type": "object", "additionalProperties": schema}


def _rows(file: FileDeclaration) -> dict[str, Any]:
    """What the rows of a declared file may hold, from its Table Schema."""
    table_schema = file.table_schema
    required = [
        field.name
        for field in table_schema.fields
        if field.constraints.required or field.name == table_schema.primary_key
    ]
    rows = {
        "type": "object",
        "properties": {field.name: _field(field) for field in table_schema.fields},
        "required": required,
        "additionalProperties": False,
    }
    return {"type": "array", "items": rows}


def _field(field: FieldDeclaration) -> dict[str, Any]:
    words = {"title": field.title, "description": field.description}
    if field.type == "list":
        # One item alone may stand without a list.
        one = {"type": "string", **_limits(field)}
        schema: dict[str, Any] = {"anyOf": [{"type": "array", "items": one}, one]}
    else:
        schema = {"type": _PLAIN_TYPES[field.type], **_limits(field)}
    if not field.constraints.required:
        schema = {"anyOf": [schema, {"enum": [None, *field.missing_values]}]}
    return {key: value for key, value in words.items() if value} | schema


def _limits(field: FieldDeclaration) -> dict[str, Any]:
    rules = field.constraints
    limits = {
        "enum": list(field.allowed) if field.allowed else None,
        "pattern": f"^(?:{rules.pattern})$" if rules.pattern else None,
        "minimum": None if rules.minimum is None else float(rules.minimum),
        "maximum": None if rules.maximum is None else float(rules.maximum),
    }
    return {key: value for key, value in limits.items() if value is not None}


def _write(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for file_name, text in make_schemas(Path("docs")).items():
        (folder / file_name).write_text(text, encoding="utf-8")
