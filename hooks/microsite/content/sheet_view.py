"""A sheet as its template draws it: every part with its words in place, and the claims that each line rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from microsite.content.components import Advice, Content
from microsite.content.sheets import AdvicePart, CarePart, Part, Prompt, RowsPart, Sheet, TicksPart, WeekPart, WritePart
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


def render_sheet(
    sheet: Sheet,
    content: Content,
    datasets: Mapping[str, DataSet],
    *,
    marks: Callable[[Iterable[str]], list[Markup]],
) -> Markup:
    """The sheet as HTML; ``marks`` renders the marks of claims, and is asked in the order of `sheet_claims`."""
    return render("sheet", id=sheet.id, blocks=view_sheet(sheet, content, datasets), marks=marks)


def sheet_claims(sheet: Sheet, content: Content, datasets: Mapping[str, DataSet]) -> tuple[str, ...]:
    """The claims of a sheet in the order of its lines."""
    blocks = view_sheet(sheet, content, datasets)
    return tuple(c for block in blocks for group in block.groups for line in group.lines for c in line.claims)


def view_sheet(sheet: Sheet, content: Content, datasets: Mapping[str, DataSet]) -> list[Block]:
    """The parts of a sheet with their words."""
    return [_view_part(part, content, datasets) for part in sheet.parts]


def _view_part(part: Part, content: Content, datasets: Mapping[str, DataSet]) -> Block:
    match part:
        case RowsPart():
            return Block("rows", part.heading, tuple(_row_groups(part, datasets[part.table])), tick=True)
        case WeekPart():
            return Block("week", part.heading, (_week(part, content),), days=part.days)
        case CarePart():
            groups = tuple(_care_group(card, content) for card in part.cards)
            return Block("care", groups=groups, tick=part.tick)
        case AdvicePart():
            return Block("advice", part.heading, tuple(advice_groups(content.advice[part.advice])))
        case TicksPart():
            lines = tuple(Line(says) for says in part.says)
            return Block("ticks", part.heading, (Group("", lines),), tick=True, lines=part.lines)
        case WritePart():
            return Block("write", part.heading or "", prompts=part.prompts)


def advice_groups(advice: Advice) -> Iterator[Group]:
    """The two lists of a piece of advice; the one list that has nothing is left out."""
    for label, points in (("Do", advice.do), ("Do not", advice.do_not)):
        if points:
            yield Group(label, tuple(Line(point.says, claims=point.claims) for point in points))


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
    more = tuple((fields[name].title, row.text(name)) for name in part.fields)
    return Line(row.text(dataset.heading_field), more, row.items(part.marks)[:1] if part.marks else ())


def _week(part: WeekPart, content: Content) -> Group:
    habits = [content.habits[name] for name in part.habits or content.habits]
    lines = (
        Line(habit.heading, ((part.start, habit.start[0]), (part.caution, habit.caution)), habit.why_claims[:1])
        for habit in habits
    )
    return Group("", tuple(lines))


def _care_group(name: str, content: Content) -> Group:
    card = content.care[name]
    *most, last = card.signs
    lines = (*(Line(sign) for sign in most), Line(last, claims=card.claims))
    return Group(card.heading, lines, before=card.lead, after=card.action, urgency=card.urgency)
