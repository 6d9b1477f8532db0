"""A sheet takes its lines from the data of the site: unknown names are refused, and every claim is counted."""

from pathlib import Path

import pytest
from markupsafe import Markup

from microsite.components.advice.component import point_lists
from microsite.components.component import RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.components.registry import load_components
from microsite.components.sheet.component import COMPONENT, sources_of
from microsite.components.sheet.model import Sheet, SheetSources
from microsite.components.sheet.view import render_sheet, view_sheet
from microsite.evidence.ledger import Ledger
from microsite.evidence.marks import MarkWriter
from microsite.html.templates import render
from microsite.source.problems import ProblemsFound
from support.small_table import small_dataset

DATA = {
    "care.yml": """
        - id: too-hot
          urgency: talk
          heading: Ask
          lead: About these
          signs: [{says: Burns, sources: [x]}, {says: Pain, sources: [x]}]
          why: It may be deep.
          action: Call.
          claims: [heat]
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


def write(folder: Path, **changed: str) -> SiteData:
    """What a small data folder has; ``changed`` replaces the text of ``sheets.yml``."""
    for name, text in {**DATA, **{"sheets.yml": changed.get("sheets", DATA["sheets.yml"])}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    data, site = DataFolder(folder, "data", docs=folder, claims={"heat", "warm", "smell"}), SiteData()
    for name, component in load_components().items():
        if component.file:
            site = SiteData(read={**site.read, name: component.load(data, site)})
    return site


def test_a_sheet_has_the_words_of_the_data(tmp_path: Path) -> None:
    """Its habits, cards and advice are those of the pages, in the order of the sheet."""
    site = write(tmp_path)
    blocks = view_sheet(COMPONENT.data(site)["tea"], sources_of(site))
    says = [line.says for block in blocks for group in block.groups for line in group.lines]
    assert says == ["Sip", "Brew", "Burns", "Pain", "Wait.", "Do not gulp.", "Why?"]
    assert blocks[0].groups[0].lines[0].more == (("Start:", "Pour."), ("Mind:", "Hot."))
    assert (blocks[1].groups[0].before, blocks[1].groups[0].after) == ("About these", "Call.")


def test_its_marks_stand_in_the_order_of_its_lines(tmp_path: Path) -> None:
    """The number of a mark is its place on the page."""
    context = RenderContext(write(tmp_path), link=str, marks=_Marks())
    assert [mark.claim for mark in COMPONENT.marks("tea", context)] == ["warm", "smell", "heat", "heat", "warm", "heat"]


def test_a_line_shows_the_marks_of_its_claims(tmp_path: Path) -> None:
    """In the line itself; one without claims has no place for marks."""
    html = COMPONENT.render("tea", RenderContext(write(tmp_path), link=str, marks=_Marks()))
    assert html.count('class="marks"') == 3
    assert html.count("<i>heat</i>") == 3


def test_a_row_shows_only_the_fields_that_say_something(tmp_path: Path) -> None:
    """A label without words after it would read as a thing left out."""
    part = {"kind": "rows", "heading": "R", "table": "lamps", "take": ["torch", "candle"], "fields": ["other", "kind"]}
    sheet = Sheet.model_validate({"id": "lamps", "parts": [part]})
    (block,) = view_sheet(sheet, SheetSources(tables={"lamps": small_dataset(tmp_path)}))
    lines = [line for group in block.groups for line in group.lines]
    assert [line.more for line in lines] == [(("Also called", "Fackel"), ("Kind", "fire")), ()]


def test_boxes_and_lines_are_silent(tmp_path: Path) -> None:
    """What is for a pen is hidden from a screen reader, and there is as much of it as the data says."""
    site = write(tmp_path)
    html = render_sheet(COMPONENT.data(site)["tea"], sources_of(site), marks=lambda _: [])
    assert html.startswith("<div")
    assert html.count('class="box" aria-hidden="true"') == 3
    assert html.count('class="days" aria-hidden="true"') == 2
    assert html.count('class="room" aria-hidden="true"') == 2 + 1 + 3
    assert "<h2" not in html


def test_advice_is_told_apart_by_words(tmp_path: Path) -> None:
    """To do and not to do are named, not only colored; a list that is empty is left out."""
    advice = sources_of(write(tmp_path)).advice["tea"]
    html = render("advice", groups=list(point_lists(advice)), marks=lambda _: [])
    assert 'class="do" role="group" aria-label="Do"' in html
    assert 'class="do-not" role="group" aria-label="Do not"' in html
    only = advice.model_copy(update={"do_not": ()})
    assert [group.label for group in point_lists(only)] == ["Do"]


@pytest.mark.parametrize(
    ("sheets", "problem"),
    [
        (
            "- {id: tea, parts: [{kind: advice, heading: First, advice: coffee}]}",
            "data/sheets.yml:1: tea.parts.0.advice",
        ),
        ("- {id: tea, parts: [{kind: care, cards: [too-cold]}]}", "tea.parts.0.cards: expected too-hot, found"),
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


class _Marks(MarkWriter):
    """Marks that say only which claim they are of."""

    def __init__(self) -> None:
        super().__init__(Ledger(), claims_url="")

    def _render(self, claim_id: str, *, id: str = "") -> Markup:
        return Markup("<i>{}</i>").format(claim_id)
