"""Sheets to print: what each takes from the data of the site, and in which words it asks the reader to write.

A sheet copies nothing: its rows, habits, cards and advice are those of the pages, so a sheet is never older than they.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from microsite.content.components import Content
from microsite.source.files import Document, read_yaml
from microsite.source.problems import Problem, ProblemsFound
from microsite.source.schema import Model, Several, Slug, Text, load_list
from microsite.table.dataset import DataSet

FILE = "sheets.yml"


class RowsPart(Model):
    """Some rows of a table, each with the fields named; grouped as the table is."""

    kind: Literal["rows"]
    heading: Text
    table: Slug
    take: Annotated[Several[Slug], Field(min_length=1)]
    fields: Annotated[Several[Text], Field(min_length=1)]
    marks: Text | None = None


class WeekPart(Model):
    """Habits with a box for each day; no list means all of them."""

    kind: Literal["week"]
    heading: Text
    habits: Several[Slug] = ()
    days: Annotated[Several[Text], Field(min_length=1)]
    start: Text
    caution: Text


class CarePart(Model):
    """Care cards; ``tick`` gives each sign a box."""

    kind: Literal["care"]
    cards: Annotated[Several[Slug], Field(min_length=1)]
    tick: bool = False


class AdvicePart(Model):
    """What to do and what not."""

    kind: Literal["advice"]
    heading: Text
    advice: Slug


class TicksPart(Model):
    """Short texts with a box each, and room for more."""

    kind: Literal["ticks"]
    heading: Text
    says: Annotated[Several[Text], Field(min_length=1)]
    lines: int = 0


class Prompt(Model):
    """Something to write down, and the lines for it; 0 is the rest of the line on which it stands."""

    says: Text
    lines: Annotated[int, Field(ge=0, le=8)] = 0


class WritePart(Model):
    """Room to write."""

    kind: Literal["write"]
    heading: Text | None = None
    prompts: Annotated[Several[Prompt], Field(min_length=1)]


Part = Annotated[
    RowsPart | WeekPart | CarePart | AdvicePart | TicksPart | WritePart,
    Field(discriminator="kind"),
]


class Sheet(Model):
    """One sheet, from top to bottom."""

    id: Slug
    parts: Annotated[Several[Part], Field(min_length=1)]


def load_sheets(data: Path, *, content: Content, datasets: Mapping[str, DataSet], name: str) -> dict[str, Sheet]:
    """The sheets of a data folder that messages call ``name``; none without a file. Raises `ProblemsFound`."""
    if not (data / FILE).exists():
        return {}
    document = read_yaml(data / FILE, name=f"{name}/{FILE}")
    sheets = load_list(document, Sheet)
    if problems := list(_unknown(document, sheets, content, datasets)):
        raise ProblemsFound(problems)
    return {sheet.id: sheet for sheet in sheets}


def _unknown(
    document: Document, sheets: list[Sheet], content: Content, datasets: Mapping[str, DataSet]
) -> Iterator[Problem]:
    for i, sheet in enumerate(sheets):
        for j, part in enumerate(sheet.parts):
            for field, values, known in _references(part, content, datasets):
                for value in values:
                    if value not in known:
                        line = document.line((i, "parts", j, field))
                        where = f"{sheet.id}.parts.{j}.{field}"
                        yield Problem(document.file, line, where, "the name of something in the data", repr(value))


def _references(
    part: Part, content: Content, datasets: Mapping[str, DataSet]
) -> Iterator[tuple[str, Collection[str], Collection[str]]]:
    """What a part names, and what there is: field, names, known names."""
    match part:
        case RowsPart(table=table):
            yield "table", (table,), datasets
            if table in datasets:
                fields = datasets[table].declaration.fields
                yield "take", part.take, {row.id for row in datasets[table].rows}
                yield "fields", part.fields, fields
                yield "marks", (part.marks,) if part.marks else (), fields
        case WeekPart():
            yield "habits", part.habits, content.habits
        case CarePart():
            yield "cards", part.cards, content.care
        case AdvicePart():
            yield "advice", (part.advice,), content.advice
