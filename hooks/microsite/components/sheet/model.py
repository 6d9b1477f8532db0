"""Sheets to print: what each takes from the data of the site, and in which words it asks the reader to write.

A sheet copies nothing: its rows, habits, cards and advice are those of the pages, so a sheet is never older than they.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from microsite.components.advice.component import Advice
from microsite.components.care.component import CareCard
from microsite.components.habit.component import Habit
from microsite.source.files import Document
from microsite.source.markers import either
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text
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


@dataclass(frozen=True)
class SheetSources:
    """The data that sheets are made from, by ids and names."""

    care: Mapping[str, CareCard] = field(default_factory=dict)
    habits: Mapping[str, Habit] = field(default_factory=dict)
    advice: Mapping[str, Advice] = field(default_factory=dict)
    tables: Mapping[str, DataSet] = field(default_factory=dict)


def check_sheets(document: Document, sheets: list[Sheet], sources: SheetSources) -> Iterator[Problem]:
    """A problem for each name in a part of a sheet that nothing in the data has."""
    for i, sheet in enumerate(sheets):
        for j, part in enumerate(sheet.parts):
            for key, values, known in _references(part, sources):
                for value in values:
                    if value not in known:
                        line = document.line((i, "parts", j, key))
                        where = f"{sheet.id}.parts.{j}.{key}"
                        yield Problem(document.file, line, where, either(sorted(known), near=value), repr(value))


def _references(part: Part, sources: SheetSources) -> Iterator[tuple[str, Collection[str], Collection[str]]]:
    """What a part names, and what there is: field, names, known names."""
    match part:
        case RowsPart(table=table):
            yield "table", (table,), sources.tables
            if table in sources.tables:
                fields = sources.tables[table].declaration.fields
                yield "take", part.take, {row.id for row in sources.tables[table].rows}
                yield "fields", part.fields, fields
                yield "marks", (part.marks,) if part.marks else (), fields
        case WeekPart():
            yield "habits", part.habits, sources.habits
        case CarePart():
            yield "cards", part.cards, sources.care
        case AdvicePart():
            yield "advice", (part.advice,), sources.advice
