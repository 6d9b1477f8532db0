"""What readers met with and should not: broken addresses, late or missing scripts, silent sorting, wrong sums."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from support.food_rows import NAMES, choose, open_row
from support.small_table import LAMPS, TABLES, small_dataset
from support.table_page import write_table_page

NewPage = Callable[..., Page]
HELPER = "**/assets/tables/foods.js"


@pytest.mark.parametrize("fragment", ["#%", "#50%", "#%E0%A4%A", "#food-%", "#no-such"])
def test_a_fragment_that_is_no_address_is_ignored(new_page: NewPage, fragment: str) -> None:
    page = new_page()
    page.goto(f"foods/{fragment}")
    expect(page.get_by_role("searchbox", name="Find a food")).to_be_visible()
    assert page.locator("data-table[failed]").count() == 0


@pytest.mark.parametrize(
    ("fragment", "row"), [("food-kefir", "food-kefir-plain-lowfat"), ("food-lentils", "food-lentils-cooked")]
)
def test_a_short_name_leads_to_the_row_that_it_can_only_mean(new_page: NewPage, fragment: str, row: str) -> None:
    page = new_page()
    page.goto(f"foods/#{fragment}")
    expect(page.locator(f"#{row}")).to_be_focused()
    expect(page.locator(f"#{row} dl")).to_be_visible()


@pytest.mark.parametrize("fragment", ["food-yogurt", "food-nothing"])
def test_an_address_that_is_of_no_row_or_of_several_is_told(new_page: NewPage, fragment: str) -> None:
    page = new_page()
    page.goto(f"foods/#{fragment}")
    expect(page.get_by_role("status").first).to_have_text(f"No food here has the address {fragment}.")


def test_an_address_of_something_else_is_left_alone(new_page: NewPage) -> None:
    page = new_page()
    page.goto("foods/#food-table")
    expect(page.get_by_role("searchbox", name="Find a food")).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("")


@pytest.mark.parametrize("query", ["?out=%", "?group=%E0%A4%A", "?selection=%,%2", "?sort=%", "?view=%ZZ", "?q=%"])
def test_a_query_that_is_no_address_is_ignored(new_page: NewPage, query: str) -> None:
    page = new_page()
    page.goto(f"foods/{query}")
    expect(page.get_by_role("searchbox", name="Find a food")).to_be_visible()
    assert page.locator("data-table[failed]").count() == 0


def test_the_list_is_written_before_anything_is_fetched(new_page: NewPage) -> None:
    """The file that shows the list never comes; the reader leaves at once and finds the list on the next visit."""
    page = new_page()
    page.route(HELPER, lambda route: route.abort())
    page.goto("foods/")
    choose(page, "Raspberries")
    page.get_by_text("My foods: 1").click()
    page.get_by_role("checkbox", name="Keep this list on this device").check()
    page.goto("about/")
    page.goto("foods/")
    expect(page.get_by_text("My foods: 1")).to_be_visible()
    open_row(page, "Raspberries")
    expect(page.get_by_role("checkbox", name="My foods: Raspberries", exact=True)).to_be_checked()


def test_a_list_of_an_earlier_version_is_found(new_page: NewPage) -> None:
    """In a link that was shared, and on the device, where its new name takes the place of the old one."""
    page = new_page()
    page.goto("foods/?picks=raspberries,almonds")
    expect(page.get_by_text("My foods: 2")).to_be_visible()
    choose(page, "Natto")
    assert page.evaluate("location.search") == "?selection=almonds,raspberries,natto"
    page.evaluate("localStorage.setItem('picks:foods', 'raspberries')")
    page.goto("foods/")
    expect(page.get_by_text("My foods: 1")).to_be_visible()
    choose(page, "Natto")
    stored = "JSON.stringify(localStorage)"
    assert page.evaluate(stored) == '{"selection:foods":"raspberries,natto"}'
    page.get_by_text("My foods: 2").click()
    page.get_by_role("checkbox", name="Keep this list on this device").uncheck()
    assert page.evaluate(stored) == "{}"


def test_a_list_is_printed_once_for_two_quick_presses(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("window.prints = 0; window.print = () => (window.prints += 1)")
    page.goto("foods/")
    choose(page, "Raspberries")
    page.get_by_text("My foods: 1").click()
    page.get_by_role("button", name="Print this list").dblclick()
    page.wait_for_timeout(300)
    assert page.evaluate("window.prints") == 1


def test_a_file_that_did_not_come_is_asked_for_again_and_that_is_said(new_page: NewPage) -> None:
    page = new_page()
    failures = 1

    def answer(route: Route) -> None:
        nonlocal failures
        failures -= 1
        route.abort() if failures >= 0 else route.continue_()

    page.route(HELPER, answer)
    page.goto("foods/")
    open_row(page, "Almonds")
    card = page.get_by_role("button", name="All figures: Almonds")
    card.click()
    expect(page.get_by_role("status").first).to_have_text("This part of the page did not load. Try again.")
    card.click()
    expect(page.get_by_role("dialog", name="Almonds")).to_be_visible()


def test_sorting_is_said_and_kept_for_the_tab(new_page: NewPage) -> None:
    """Not in the address: the order is the reader's own, and a shared link says it only when asked to."""
    page = new_page()
    page.goto("foods/")
    status = page.get_by_role("status").first
    page.get_by_role("columnheader").get_by_role("button", name="Group").click()
    expect(status).to_have_text("Sorted by Group, smallest or A first")
    page.get_by_role("columnheader").get_by_role("button", name="Group").click()
    expect(status).to_have_text("Sorted by Group, largest or Z first")
    assert "sort" not in page.url
    page.reload()
    expect(status).to_have_text("Sorted by Group, largest or Z first")
    other = new_page()
    other.goto("foods/")
    expect(other.get_by_role("searchbox", name="Find a food")).to_be_visible()
    expect(other.get_by_role("status").first).to_have_text("")


def test_the_order_follows_the_measure_that_is_shown(new_page: NewPage) -> None:
    """A serving of seeds is small: per 100 g they come first, per serving fish does."""
    page = new_page()
    page.goto("foods/?view=fiber&sort=-protein_g")
    first = page.locator(NAMES).first
    expect(first).to_have_text("Salmon, sockeye, cooked")
    page.get_by_role("radio", name="per 100 g").check()
    expect(first).to_have_text("Hemp seeds, hulled")
    page.get_by_role("radio", name="per serving").check()
    expect(first).to_have_text("Salmon, sockeye, cooked")


def test_a_file_of_another_build_is_a_file_that_did_not_come(new_page: NewPage) -> None:
    """A browser may have kept it since before a row was added."""
    page = new_page()
    page.route(HELPER, lambda route: route.fulfill(body="tableAmounts = {}; makeTableHelper = () => { throw 1; };"))
    page.goto("foods/")
    open_row(page, "Almonds")
    page.get_by_role("button", name="All figures: Almonds").click()
    expect(page.get_by_role("status").first).to_have_text("This part of the page did not load. Try again.")


def test_a_table_that_is_moved_is_alive_as_it_was(new_page: NewPage) -> None:
    """Its listeners go with it: an event is heard once."""
    page = new_page()
    page.goto("foods/?group=fermented")
    expect(page.get_by_role("status").first).to_have_text("Showing 11 of 94 foods")
    page.evaluate("""() => {
        const table = document.querySelector('data-table');
        window.heard = 0;
        const replace = history.replaceState;
        history.replaceState = function (...given) { window.heard += 1; replace.apply(history, given); };
        for (let i = 0; i < 3; i++) table.parentElement.append(table);
    }""")
    page.get_by_label("Group", exact=True).select_option(label="Legume")
    expect(page.get_by_role("status").first).not_to_have_text("Showing 11 of 94 foods")
    assert page.evaluate("window.heard") == 1
    assert "group=legume" in page.url
    assert page.locator("data-table[failed]").count() == 0


def test_a_table_that_is_gone_hears_nothing(new_page: NewPage) -> None:
    page = new_page()
    page.goto("foods/")
    expect(page.get_by_role("searchbox", name="Find a food")).to_be_visible()
    page.evaluate("""() => {
        window.gone = document.querySelector('data-table');
        gone.remove();
        history.replaceState(null, '', '?group=legume');
        dispatchEvent(new PopStateEvent('popstate'));
        dispatchEvent(new Event('beforeprint'));
    }""")
    assert page.evaluate("gone.querySelector('[name=group]').value") == ""
    assert page.evaluate("gone.querySelector('.print-line').textContent") == ""


def test_what_is_typed_is_in_the_address_at_once(new_page: NewPage) -> None:
    """The rows follow later, and the reader may have left by then."""
    page = new_page()
    page.goto("foods/")
    expect(page.get_by_role("searchbox", name="Find a food")).to_be_visible()
    at_once = page.evaluate("""() => {
        const field = document.querySelector('[type=search][name=find]');
        field.value = 'kefir';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return location.search;
    }""")
    assert at_once == "?find=kefir"


def test_a_second_press_closes_a_note(new_page: NewPage) -> None:
    page = new_page()
    page.goto("defenses/")
    mark = page.locator("a.mark").first
    note = page.get_by_role("dialog")
    for press in (mark.click, lambda: mark.press("Enter")):
        press()
        expect(note).to_have_count(1)
        expect(mark).to_have_attribute("aria-expanded", "true")
        press()
        expect(note).to_have_count(0)
        expect(mark).to_have_attribute("aria-expanded", "false")


def test_two_quick_presses_open_one_note(new_page: NewPage) -> None:
    """The file with the notes is late, and both presses wait for it."""
    page = new_page()
    page.goto("defenses/")
    page.route("**/assets/notes/*.js", lambda route: (page.wait_for_timeout(400), route.continue_()))
    mark = page.locator("a.mark").first
    mark.click()
    mark.click()
    expect(page.get_by_role("dialog")).to_have_count(1)
    page.wait_for_timeout(500)
    assert page.get_by_role("dialog").count() == 1


def test_a_sum_says_how_many_were_measured(new_page: NewPage, tmp_path: Path) -> None:
    """For the candle nothing was measured, which is not zero; 12.50 per 100 g are 25 in a use of 200 g."""
    page = new_page()
    page.goto(write_table_page(tmp_path, [small_dataset(tmp_path)]).as_uri())
    for lamp in ("Torch <b> & Söhne", "Candle"):
        page.get_by_role("checkbox", name=f"My lamps: {lamp}", exact=True).check()
    page.get_by_text("My lamps: 2").click()
    expect(page.locator(".sums")).to_have_text(
        "2 lamps (1 kinds), 25 lm of light in one serving of each. Measured in 1 of 2 lamps."
    )


def test_a_shared_link_keeps_a_value_with_a_comma_whole(new_page: NewPage, tmp_path: Path) -> None:
    tables = TABLES.replace("[glass, lead, mercury]", '[glass, "lead, soft", lead, soft]')
    lamps = LAMPS.replace("[glass]", '[glass, "lead, soft"]')
    page = new_page()
    page.goto(write_table_page(tmp_path, [small_dataset(tmp_path, tables=tables, lamps=lamps)]).as_uri())
    page.get_by_role("checkbox", name="lead, soft", exact=True).check()
    expect(page.get_by_role("status").first).to_have_text("Showing 1 of 2 lamps")
    page.reload()
    expect(page.get_by_role("checkbox", name="lead, soft", exact=True)).to_be_checked()
    expect(page.get_by_role("status").first).to_have_text("Showing 1 of 2 lamps")
