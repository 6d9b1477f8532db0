"""The search knows people's words: each query of search-queries.yml finds its place among the first three results."""

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect
from ruamel.yaml import YAML

from support.axe import Violation
from support.needs import ROOT

QUERIES = YAML(typ="safe").load(Path(ROOT, "tests", "search-queries.yml"))
AMONG = 3
PATIENCE_S = 5.0

_IS_ON_TOP = """(link) => {
    const { left, top } = link.getClientRects()[0];
    return link.contains(document.elementFromPoint(left + 12, top + 8));
}"""

NewPage = Callable[..., Page]


def results(page: Page) -> Locator:
    """The results that are shown, without the names of pages above results on them."""
    links = page.get_by_role("region", name="Search results").get_by_role("link")
    return links.filter(has_not=page.locator(".on-page"))


def search(page: Page, query: str) -> None:
    """Open the search and type, as a reader does."""
    page.keyboard.press("/")
    box = page.get_by_role("textbox", name="Search")
    box.fill("")
    box.press_sequentially(query)
    expect(results(page).first).to_be_visible()


def test_there_are_forty_queries() -> None:
    """Forty or more, each asked once."""
    assert len(QUERIES) >= 40
    assert len({case["query"] for case in QUERIES}) == len(QUERIES)


def test_each_query_finds_its_place(page: Page, site_address: str) -> None:
    """The expected page, row, claim or section is among the first three results, and is the place the link leads to."""
    page.goto("./")
    page.keyboard.press("/")
    missed = []
    for case in QUERIES:
        # Marks the old results, so that no query is judged by the results of the one before.
        page.evaluate("document.querySelectorAll('.search-list > li').forEach((old) => old.dataset.old = '')")
        page.get_by_role("textbox", name="Search").fill(case["query"])
        page.keyboard.press("End")  # the bundle reads the field when a key is let go
        expected = urljoin(site_address, case["finds"])
        if expected not in (first := first_places(page, expected)):
            missed.append(f"{case['query']}: expected {case['finds']}, found {first}")
    assert not missed, "\n".join(missed)


def first_places(page: Page, expected: str) -> list[str]:
    """Where the first results lead, as soon as one leads to what is expected; results are drawn bit by bit."""
    places: list[str] = []
    ends = time.monotonic() + PATIENCE_S
    while expected not in places and time.monotonic() < ends:
        shown = results(page).and_(page.locator(".search-list > li:not([data-old]) a"))
        places = shown.evaluate_all("(links) => links.map((link) => link.href)")[:AMONG]
        page.wait_for_timeout(20)
    return places


@pytest.mark.parametrize(
    ("query", "row"), [("yoghurt", "food-yogurt-plain-whole"), ("thirty plants a week", "claim-thirty-plants-a-week")]
)
def test_a_result_leads_to_the_row(page: Page, query: str, row: str) -> None:
    """Following a result shows the row itself, and not only its page."""
    page.goto("about/")
    search(page, query)
    page.locator(f".search-list a[href$='#{row}']").click()
    page.wait_for_url(f"**/#{row}")
    name = page.locator(f"#{row} th a").first
    expect(name).to_be_in_viewport()
    # Nothing lies over it, such as the header of the table.
    assert name.evaluate(_IS_ON_TOP)


def test_a_claim_is_not_shown_without_its_verdict(page: Page) -> None:
    """A search for the words of an article's claim shows what we say of it."""
    page.goto("./")
    search(page, "the headquarters that runs the immune system")
    shown = results(page).first
    expect(shown).to_contain_text("one of several things")
    expect(shown).not_to_contain_text("headquarters")


def test_what_is_not_there_is_said(page: Page) -> None:
    """A word that nothing comes near to finds nothing, and the status says so."""
    page.goto("./")
    search(page, "kefir")
    page.get_by_role("textbox", name="Search").fill("")
    page.get_by_role("textbox", name="Search").press_sequentially("xylophone")
    expect(page.get_by_role("status").filter(has_text="Nothing found")).to_be_visible()


def test_words_of_a_query_are_never_markup(page: Page) -> None:
    """What is typed is looked for, not drawn."""
    page.goto("./")
    search(page, "fiber")
    page.get_by_role("textbox", name="Search").press_sequentially(" <img src=x onerror=window.drawn=1>")
    page.wait_for_timeout(500)
    assert page.evaluate("window.drawn") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_search_breaks_no_rule(
    new_page: NewPage, axe: Callable[[Page], list[Violation]], width: int, scheme: str
) -> None:
    """Axe finds nothing with results on show, folded ones opened too."""
    page = new_page(width=width, scheme=scheme, reduced_motion="reduce")
    page.goto("./")
    search(page, "fiber")
    page.get_by_text("more on this page").first.click()
    assert not (found := axe(page)), "\n".join(map(str, found))
