"""The table on paper, as Chromium prints it on A4 and Letter: heads, rows, what is shown, and the reader's list."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.food_rows import choose
from support.paper import print_page
from support.table_page import write_table_page
from support.table_rows import real_table, real_tables

# The percent of a daily value stands beside a figure.
ROW = re.compile(r"\d+%, (source|high)")


@pytest.fixture(scope="module")
def table(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(
        write_table_page(tmp_path_factory.mktemp("paper"), [real_table()], others=real_tables()).as_uri()
        + "?view=fiber&out=milk,soy"
    )
    expect(page.locator("[data-p]").first).to_be_visible()
    yield page
    page.close()


@pytest.fixture(scope="module", params=["A4", "Letter"])
def sheets(table: Page, request: pytest.FixtureRequest) -> tuple[str, ...]:
    return print_page(table, paper=request.param).sheets


def test_every_page_that_holds_rows_has_the_head(sheets: tuple[str, ...]) -> None:
    with_rows = [sheet for sheet in sheets if ROW.search(sheet)]
    assert len(with_rows) > 1
    assert all("Protein" in sheet and "Sugars" in sheet for sheet in with_rows)


def test_it_says_which_filters_the_date_and_the_address(sheets: tuple[str, ...]) -> None:
    words = sheets[0]
    assert re.search(r"Shown: \d+ of 94 foods; Leave out: Milk; Leave out: Soy\.", words)
    assert re.search(r"[A-Z][a-z]+ \d{1,2}, 20\d\d", words)
    assert "out=milk,soy&view=fiber" in words.replace(" ", "")


def test_a_row_is_a_line_and_what_is_closed_stays_closed(sheets: tuple[str, ...]) -> None:
    assert len(sheets) <= 5
    assert "USDA record" not in " ".join(sheets)


def test_only_what_is_shown_is_printed_and_no_control(sheets: tuple[str, ...]) -> None:
    everything = " ".join(sheets)
    assert "Kefir" not in everything
    assert not re.search("Copy link|All figures|Clear filters|Find a food", everything)


def test_the_reader_s_list_prints_alone_on_one_page(table: Page) -> None:
    choose(table, "Raspberries", "Lentils, cooked")
    expect(table.get_by_text("My foods: 2")).to_be_visible()
    # Printing itself opens a window that no test can close; what it prints is there until then.
    table.evaluate("window.print = () => {}")
    table.get_by_text("My foods: 2").click()
    table.get_by_role("button", name="Print this list").click()
    (words,) = print_page(table).sheets
    assert "Raspberries" in words
    assert "Lentils, cooked" in words
    assert "Almonds" not in words
    assert "Crohn's or a narrowed bowel:" in words
