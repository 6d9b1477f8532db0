"""What comes out of the printer: all that a reader needs on paper, and nothing that only a screen can do."""

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect
from ruamel.yaml import YAML

from support.built_site import BuiltSite
from support.needs import ROOT
from support.page_names import PAGES, address
from support.paper import Printed, print_page

DATA = ROOT / "docs" / "data"
SHEETS = [name for name in PAGES if name.startswith("sheets/") and name != "sheets/index"]
CONTROLS = ("Skip to the content", "Copy link", "Copy citation", "Back to the top", "Search the guide")
# How wide the text is on paper, in CSS pixels: the paper without the margins of the style sheet.
WIDTHS = {"A4": 673, "Letter": 695}

Print = Callable[..., Printed]


@pytest.fixture
def page(same_page: Callable[..., Page]) -> Page:
    """A reader on a desk, who prints one page after the other."""
    return same_page()


@pytest.fixture(scope="module")
def prints() -> dict[tuple[str, str], Printed]:
    """All that was printed so far, by page and paper."""
    return {}


@pytest.fixture
def printed(page: Page, prints: dict[tuple[str, str], Printed]) -> Print:
    """Go to a page and print it, unless it has been printed before."""

    def go_and_print(name: str, paper: str = "A4") -> Printed:
        page.goto(address(name))
        if (name, paper) not in prints:
            prints[name, paper] = print_page(page, paper=paper)
        return prints[name, paper]

    return go_and_print


def records(file: str) -> list[dict]:
    """A data file as an editor wrote it."""
    return YAML(typ="safe").load(DATA / file)


@pytest.mark.parametrize("name", PAGES)
def test_paper_has_no_controls(page: Page, printed: Print, name: str) -> None:
    """Nothing that one can only press; what sorts a column is also its heading, and stays."""
    text = printed(name).text
    assert [control for control in CONTROLS if control.casefold() in text.casefold()] == []
    page.emulate_media(media="print")
    shown = page.locator("nav, button:not(th button), input:not([hidden]), select").filter(visible=True)
    assert shown.evaluate_all("(controls) => controls.map((each) => each.outerHTML.slice(0, 90))") == []


def test_the_first_page_is_printed_without_the_list_of_all_pages(printed: Print) -> None:
    text = printed("index").text
    assert "How sure we are" in text
    assert "The whole guide" not in text and "min Where immune cells" not in text


@pytest.mark.parametrize("name", PAGES)
def test_paper_says_whence_when_and_by_whom_checked(page: Page, printed: Print, built: BuiltSite, name: str) -> None:
    """The address of the page, its dates, and that nobody has checked it yet."""
    text = printed(name).text
    assert urljoin(built.address, address(name)).removesuffix("./") in text.replace("- ", "-")
    dates = page.locator(".review time").all_inner_texts()
    assert len(dates) == 4
    assert [date for date in dates if date not in text] == []
    assert "Not yet checked by a health professional" in text


@pytest.mark.parametrize("name", [name for name in PAGES if name not in SHEETS])
def test_each_sheet_of_paper_has_its_number(page: Page, printed: Print, name: str) -> None:
    """Which it is, of how many."""
    sheets = printed(name).sheets
    missing = [n for n, text in enumerate(sheets, 1) if f"{n} / {len(sheets)}" not in text]
    assert missing == []


@pytest.mark.parametrize("name", ["how-it-works", "warning-signs", "foods", "habits"])
def test_paper_has_the_sources(page: Page, printed: Print, name: str) -> None:
    """The section of sources, with each of its lines."""
    text = printed(name).text
    shown = page.locator(".sources li").all_inner_texts()
    assert "Sources on this page" in text
    assert shown
    assert [line for line in shown if _squeeze(line)[:40] not in _squeeze(text)] == []


@pytest.mark.parametrize("name", ["warning-signs", "how-it-works"])
def test_closed_answers_are_open_on_paper(page: Page, printed: Print, name: str) -> None:
    """Every reason is there, though no answer was opened."""
    text = _squeeze(printed(name).text)
    reasons = [question["reason"] for question in records("questions.yml") if question["page"] == name]
    assert reasons
    assert [reason for reason in reasons if _squeeze(reason) not in text] == []


def test_a_link_shows_where_it_leads(page: Page) -> None:
    """On paper nobody can follow it: the address of another site stands behind its words."""
    page.goto("about/")
    page.locator(".body p").first.evaluate(
        "(p) => p.insertAdjacentHTML('beforeend', ' <a href=\"https://example.org/a-source\">a source</a>')"
    )
    assert "a source (https://example.org/a-source)" in print_page(page).text


def test_the_head_of_a_table_stands_on_each_sheet_that_it_reaches(page: Page, printed: Print) -> None:
    """A row on the tenth sheet still says what its columns are."""
    sheets = printed("foods").sheets
    head = page.locator("data-table thead th").nth(1).inner_text()
    # Only rows of the table have a group beside an amount of fiber.
    with_rows = [text for text in map(_squeeze, sheets) if len(re.findall(r"(wholegrain|fiber-rich)[\d.]+g", text)) > 1]
    assert 2 < len(with_rows) < 6
    assert [text[:60] for text in with_rows if _squeeze(head) not in text] == []


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("name", ["foods", "evidence"])
def test_no_column_is_squeezed_on_paper(new_page: Callable[..., Page], name: str, javascript: bool) -> None:
    """Every cell with words is wide enough for one: a table of many columns shows those of one view."""
    page = new_page(width=WIDTHS["A4"], javascript=javascript)
    page.emulate_media(media="print")
    page.goto(address(name))
    narrow = page.evaluate(
        """() => [...document.querySelectorAll("main :is(th, td)")]
            .filter((each) => each.checkVisibility() && each.innerText.trim().length > 3)
            .filter((each) => each.getBoundingClientRect().width < 28)
            .map((each) => `${Math.round(each.getBoundingClientRect().width)}: ${each.innerText.slice(0, 30)}`)"""
    )
    assert narrow == []


@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_at_the_right_edge(page: Page, name: str, paper: str) -> None:
    """No box is wider than the paper: a printer would cut it, or make everything smaller."""
    page.set_viewport_size({"width": WIDTHS[paper], "height": 1000})
    page.emulate_media(media="print")
    page.goto(address(name))
    wide = page.evaluate(
        """(width) => [...document.querySelectorAll("main *")]
            .filter((each) => each.checkVisibility() && !each.closest("svg *"))
            .filter((each) => each.getBoundingClientRect().right > width + 1)
            .map((each) => `${each.tagName}.${each.className}: ${each.getBoundingClientRect().right}`)""",
        WIDTHS[paper],
    )
    assert wide == []


@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize("name", SHEETS)
class TestSheets:
    """The pages that are made for paper."""

    def test_one_is_one_page(self, page: Page, printed: Print, name: str, paper: str) -> None:
        """Exactly one, on either paper."""
        assert len(printed(name, paper).sheets) == 1

    def test_one_holds_all_that_its_page_shows(self, page: Page, printed: Print, name: str, paper: str) -> None:
        """Each line, the dots of its evidence, and once what the dots mean."""
        text = printed(name, paper).text
        lines = page.locator(".sheet :is(.says, .detail)").all_inner_texts()
        assert len(lines) > 10
        assert [line for line in lines if _squeeze(line) not in _squeeze(text)] == []
        assert len(re.findall("[●○]{4}", text)) >= page.locator(".sheet .mark").count() + 4
        assert _squeeze("early limited moderate strong") in _squeeze(text)


def _squeeze(text: str) -> str:
    """Letters and digits alone: spaces and hyphens depend on where a line ends."""
    return "".join(character for character in text.casefold() if character.isalnum())


@pytest.mark.parametrize("paper", WIDTHS)
def test_what_is_left_of_a_table_is_printed_alone_on_one_page(page: Page, paper: str) -> None:
    """With what it is of; the whole table is a line or two a row."""
    page.goto("foods/?group=prebiotic")
    expect(page.get_by_role("status").first).to_have_text("Showing 19 of 94 foods")
    (sheet,) = print_page(page, paper=paper).sheets
    assert "Shown: 19 of 94 foods; Group: Prebiotic." in sheet
    assert "Key message" not in sheet
    page.goto("foods/")
    page.wait_for_selector("data-table[ready]")
    assert len(print_page(page, paper=paper).sheets) <= 8
