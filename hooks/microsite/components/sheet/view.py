"""A sheet as its template draws it: every part with its words in place, and the claims that each line rests on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from microsite.components.advice.component import Advice, point_lists
from microsite.components.care.component import CareCard
from microsite.components.sheet.model import (
    AdvicePart,
    CarePart,
    Part,
    Prompt,
    RowsPart,
    Sheet,
    SheetSources,
    TicksPart,
    WeekPart,
    WritePart,
)
from microsite.html.templates import render
from microsite.table.dataset import DataSet, Row


@dataclass(frozen=True)
class Line:
    """One line to read or to tick: what it says, what stands under it (a label and a text), and its claims."""

    says: str
    more: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Lines under one label; ``before`` and ``after`` are the words around them, ``urgency`` is that of a care card."""

    label: str
    lines: tuple[Line, ...]
    before: str = ""
    after: str = ""
    urgency: str = ""


@dataclass(frozen=True)
class Block:
    """One part of a sheet. ``look`` names the way it is drawn."""

    look: str
    heading: str = ""
    groups: tuple[Group, ...] = ()
    days: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    tick: bool = False
    lines: int = 0


def render_sheet(sheet: Sheet, sources: SheetSources, *, marks: Callable[[Iterable[str]], list[Markup]]) -> Markup:
    """The sheet as HTML; ``marks`` renders the marks of claims, and is asked in the order of the lines."""
    return render("sheet", id=sheet.id, blocks=view_sheet(sheet, sources), marks=marks)


def view_sheet(sheet: Sheet, sources: SheetSources) -> list[Block]:
    """The parts of a sheet with their words."""
    return [_view_part(part, sources) for part in sheet.parts]


def _view_part(part: Part, sources: SheetSources) -> Block:
    match part:
        case RowsPart():
            return Block("rows", part.heading, tuple(_row_groups(part, sources.tables[part.table])), tick=True)
        case WeekPart():
            return Block("week", part.heading, (_week(part, sources),), days=part.days)
        case CarePart():
            groups = tuple(_care_group(sources.care[card]) for card in part.cards)
            return Block("care", groups=groups, tick=part.tick)
        case AdvicePart():
            return Block("advice", part.heading, tuple(_advice_groups(sources.advice[part.advice])))
        case TicksPart():
            lines = tuple(Line(says) for says in part.says)
            return Block("ticks", part.heading, (Group("", lines),), tick=True, lines=part.lines)
        case WritePart():
            return Block("write", part.heading or "", prompts=part.prompts)


def _advice_groups(advice: Advice) -> Iterator[Group]:
    for points in point_lists(advice):
        yield Group(points.label, tuple(Line(point.says, claims=point.claims) for point in points.lines))


def _row_groups(part: RowsPart, dataset: DataSet) -> Iterator[Group]:
    declared = dataset.declaration
    rows = {row.id: row for row in dataset.rows}
    taken = [rows[name] for name in part.take]
    for value, group in groupby(taken, key=lambda row: row.text(declared.group_by) if declared.group_by else ""):
        categories = declared.fields[declared.group_by].categories if declared.group_by else ()
        category = next((each for each in categories if each.value == value), None)
        lines = tuple(_row_line(row, part, dataset) for row in group)
        yield Group(category.label if category else value, lines)


def _row_line(row: Row, part: RowsPart, dataset: DataSet) -> Line:
    fields = dataset.declaration.fields
    more = tuple((fields[name].title, row.text(name)) for name in part.fields if row.text(name))
    return Line(dataset.heading(row), more, row.items(part.marks)[:1] if part.marks else ())


def _week(part: WeekPart, sources: SheetSources) -> Group:
    habits = [sources.habits[name] for name in part.habits or sources.habits]
    lines = (
        Line(habit.heading, ((part.start, habit.start[0]), (part.caution, habit.caution)), habit.why_claims[:1])
        for habit in habits
    )
    return Group("", tuple(lines))


def _care_group(card: CareCard) -> Group:
    *most, last = card.signs
    lines = (*(Line(sign.says) for sign in most), Line(last.says, claims=card.claims))
    return Group(card.heading, lines, before=card.lead, after=card.action, urgency=card.urgency)
