"""A sheet takes its lines from the data of the site: unknown names are refused, and every claim is counted."""

from pathlib import Path

import pytest

from microsite.content.components import Content, load_content
from microsite.content.sheet_view import advice_groups, render_sheet, sheet_claims, view_sheet
from microsite.content.sheets import Sheet, load_sheets
from microsite.html.templates import render
from microsite.source.problems import ProblemsFound

DATA = {
    "care.yml": """
        - {id: too-hot, urgency: talk, heading: Ask, lead: About these, signs: [Burns, Pain], action: Call.,
           claims: [heat]}
        """,
    "habits.yml": """
        - {id: sip, group: life, heading: Sip, why: It warms., why_claims: [warm, heat], start: [Pour., Wait.],
           how_often: Daily., caution: Hot., caution_claims: [heat]}
        - {id: brew, group: life, heading: Brew, why: It smells., why_claims: [smell], start: [Boil.],
           how_often: Daily., caution: None known}
        """,
    "advice.yml": """
        - id: tea
          do: [{says: Wait., claims: [heat]}]
          do_not: [{says: Do not gulp., claims: [warm, heat]}]
        """,
    "sheets.yml": """
        - id: tea
          parts:
            - {kind: week, heading: Each day, days: [Mon, Tue], start: "Start:", caution: "Mind:"}
            - {kind: care, cards: [too-hot], tick: true}
            - {kind: advice, heading: First, advice: tea}
            - {kind: ticks, heading: Ask, says: [Why?], lines: 2}
            - {kind: write, prompts: [{says: Name}, {says: Notes, lines: 3}]}
        """,
}


def write(folder: Path, **changed: str) -> tuple[dict[str, Sheet], Content]:
    """The sheets of a small data folder; ``changed`` replaces the text of ``sheets.yml``."""
    for name, text in {**DATA, **{"sheets.yml": changed.get("sheets", DATA["sheets.yml"])}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    content = load_content(folder, assets=folder, claims={"heat", "warm", "smell"}, name="data")
    return load_sheets(folder, content=content, datasets={}, name="data"), content


def test_a_sheet_has_the_words_of_the_data(tmp_path: Path) -> None:
    """Its habits, cards and advice are those of the pages, in the order of the sheet."""
    sheets, content = write(tmp_path)
    blocks = view_sheet(sheets["tea"], content, {})
    says = [line.says for block in blocks for group in block.groups for line in group.lines]
    assert says == ["Sip", "Brew", "Burns", "Pain", "Wait.", "Do not gulp.", "Why?"]
    assert blocks[0].groups[0].lines[0].more == (("Start:", "Pour."), ("Mind:", "Hot."))
    assert (blocks[1].groups[0].before, blocks[1].groups[0].after) == ("About these", "Call.")


def test_its_claims_are_counted_as_its_marks_are_drawn(tmp_path: Path) -> None:
    """The number of a mark is its place on the page, so both must go in one order."""
    sheets, content = write(tmp_path)
    drawn: list[str] = []

    def marks(claims):
        drawn.extend(claims)
        return []

    render_sheet(sheets["tea"], content, {}, marks=marks)
    assert tuple(drawn) == sheet_claims(sheets["tea"], content, {})
    assert drawn == ["warm", "smell", "heat", "heat", "warm", "heat"]


def test_boxes_and_lines_are_silent(tmp_path: Path) -> None:
    """What is for a pen is hidden from a screen reader, and there is as much of it as the data says."""
    sheets, content = write(tmp_path)
    html = render_sheet(sheets["tea"], content, {}, marks=lambda _: [])
    assert html.startswith("<div")
    assert html.count('class="box" aria-hidden="true"') == 3
    assert html.count('class="days" aria-hidden="true"') == 2
    assert html.count('class="room" aria-hidden="true"') == 2 + 1 + 3
    assert "<h2" not in html


def test_advice_is_told_apart_by_words(tmp_path: Path) -> None:
    """To do and not to do are named, not only colored; a list that is empty is left out."""
    _, content = write(tmp_path)
    html = render("advice", groups=list(advice_groups(content.advice["tea"])), marks=lambda _: [])
    assert 'class="do" role="group" aria-label="Do"' in html
    assert 'class="do-not" role="group" aria-label="Do not"' in html
    only = content.advice["tea"].model_copy(update={"do_not": ()})
    assert [group.label for group in advice_groups(only)] == ["Do"]


@pytest.mark.parametrize(
    ("sheets", "problem"),
    [
        (
            "- {id: tea, parts: [{kind: advice, heading: First, advice: coffee}]}",
            "data/sheets.yml:1: tea.parts.0.advice",
        ),
        ("- {id: tea, parts: [{kind: care, cards: [too-cold]}]}", "tea.parts.0.cards: expected the name of something"),
        ("- {id: tea, parts: [{kind: week, heading: W, habits: [gulp], days: [M], start: S, caution: C}]}", "'gulp'"),
        ("- {id: tea, parts: [{kind: rows, heading: R, table: teas, take: [a], fields: [b]}]}", "'teas'"),
        ("- {id: tea, parts: [{kind: write, prompts: [{says: Name, lines: 99}]}]}", "lines"),
        ("- {id: tea, parts: [{kind: dance}]}", "kind"),
        ("- {id: tea, parts: []}", "parts"),
    ],
)
def test_what_is_not_there_is_refused(tmp_path: Path, sheets: str, problem: str) -> None:
    """With its file and line."""
    with pytest.raises(ProblemsFound) as found:
        write(tmp_path, sheets=sheets)
    assert problem in str(found.value)
