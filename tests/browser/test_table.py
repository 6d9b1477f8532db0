"""What a reader does with the food table, by role and name: with a mouse, a keyboard, a phone, without scripts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from microsite.html.assets import read_scripts
from microsite.source.files import read_yaml
from microsite.table.dataset import DataSet
from microsite.table.declarations import load_tables
from microsite.table.loading import load_dataset
from support.food_rows import choose, names, open_row
from support.needs import ROOT
from support.table_page import ASSETS, write_table_page
from support.waiting import wait_until

DATA = ROOT / "docs" / "data"
VIEWS = ["Guide", "Fiber and fats", "Vitamins", "Minerals"]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def tables() -> dict[str, DataSet]:
    declared = load_tables(read_yaml(DATA / "tables.yml"))
    return {name: load_dataset(table, DATA) for name, table in declared.items()}


@pytest.fixture(scope="module")
def file(tables: dict[str, DataSet], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The food table with its chart, opened from a folder: no server, so no modules and no fetching."""
    return write_table_page(
        tmp_path_factory.mktemp("table"), [tables["foods"], tables["vitamins"]], others=[tables["cautions"]]
    )


@pytest.fixture
def open_table(browser: Browser, file: Path) -> Iterator[Open]:
    contexts, errors = [], []

    def open_page(
        query: str = "", *, width: int = 1280, javascript: bool = True, page_file: Path = file, **more: object
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=javascript, **more)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(page_file.as_uri() + query)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors


def status(page: Page) -> Locator:
    return page.get_by_role("status").first


def query(page: Page) -> str:
    return page.evaluate("location.search")


# ---- search, filters, count, nothing found ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kefir", "Kefir, plain, low-fat"),
        ("yoghurt", "Yogurt, plain, whole milk"),
        ("scallion", "Green onion (scallion), raw"),
        ("KÉFIR", "Kefir, plain, low-fat"),
        ("beans black", "Black beans, cooked"),
    ],
)
def test_search_knows_other_names_and_minds_neither_case_nor_accents(open_table: Open, typed: str, found: str) -> None:
    page = open_table()
    page.get_by_label("Find a food").fill(typed)
    expect(status(page)).to_contain_text(re.compile(r"Showing \d+ of 94 foods"))
    assert found in names(page)
    assert len(names(page)) < 10


def test_nothing_is_said_while_nothing_is_filtered(open_table: Open) -> None:
    expect(status(open_table())).to_have_text("")


def test_the_count_is_said_once_for_each_change(open_table: Open) -> None:
    page = open_table()
    page.evaluate("""() => {
        window.said = [];
        const status = document.querySelector('.count');
        const changes = {childList: true, characterData: true, subtree: true};
        new MutationObserver(() => said.push(status.textContent)).observe(status, changes);
    }""")
    page.get_by_label("Find a food").press_sequentially("kefir", delay=20)
    expect(status(page)).to_have_text("Showing 1 of 94 foods")
    page.get_by_label("Group", exact=True).select_option(label="Fermented")
    page.get_by_role("button", name="Clear filters").click()
    expect(status(page)).to_have_text("")
    assert page.evaluate("said") == ["Showing 1 of 94 foods", ""]


def test_cautions_are_asked_for_by_person(open_table: Open, tables: dict[str, DataSet]) -> None:
    page = open_table()
    page.get_by_label("Caution for").select_option(label="Warfarin, a blood thinner")
    ids = {row.id for row in tables["cautions"].rows if row.text("who") == "blood-thinner"}
    expected = {row.text("name") for row in tables["foods"].rows if ids & set(row.items("cautions"))}
    assert "Natto" in expected
    assert set(names(page)) == expected
    expect(open_row(page, "Natto")).to_contain_text("Do not start or stop eating it")


def test_a_group_shows_its_foods_and_those_that_are_also_in_it(open_table: Open, tables: dict[str, DataSet]) -> None:
    page = open_table()
    page.get_by_label("Group", exact=True).select_option(label="Legume")
    expected = {
        row.text("name") for row in tables["foods"].rows if "legume" in (*row.items("group"), *row.items("also_in"))
    }
    assert set(names(page)) == expected


def test_what_is_left_out_is_gone_and_what_may_hold_it_says_so(open_table: Open, tables: dict[str, DataSet]) -> None:
    page = open_table()
    page.get_by_role("checkbox", name="Gluten", exact=True).check()
    rows = tables["foods"].rows
    expect(status(page)).to_have_text(
        f"Showing {sum('gluten' not in row.items('contains') for row in rows)} of 94 foods"
    )
    marked = {text.strip() for text in page.locator("tbody tr:visible:has(.check) summary > b").all_inner_texts()}
    assert marked == {row.text("name") for row in rows if "gluten" in row.items("check_label")}
    expect(page.locator(".check").first).to_have_text("Check the label")


def test_gentle_hides_what_often_bloats(open_table: Open, tables: dict[str, DataSet]) -> None:
    page = open_table()
    page.get_by_role("checkbox", name="Hide what often bloats").check()
    assert set(names(page)) == {row.text("name") for row in tables["foods"].rows if row.text("bloat") != "much"}


def test_live_cultures_possible_keeps_those_foods(open_table: Open, tables: dict[str, DataSet]) -> None:
    page = open_table()
    page.get_by_role("checkbox", name="Live cultures possible").check()
    assert set(names(page)) == {row.text("name") for row in tables["foods"].rows if row.text("live") == "possible"}


@pytest.mark.parametrize(("label", "field", "tenth"), [("Fiber", "fiber_g", 2.8), ("Selenium", "selenium_ug", 5.5)])
def test_a_good_source_holds_a_tenth_of_the_daily_value(
    open_table: Open, tables: dict[str, DataSet], label: str, field: str, tenth: float
) -> None:
    page = open_table()
    page.get_by_label("Good source of").select_option(label=label)
    expected = {
        row.text("name")
        for row in tables["foods"].rows
        if row.number(field) is not None
        and float(row.number(field) or 0) * float(row.number("portion_g") or 0) / 100 >= tenth
    }
    expect(status(page)).to_have_text(f"Showing {len(expected)} of 94 foods")
    assert set(names(page)) == expected


def test_nothing_found_names_the_filters_and_offers_one_way_out(open_table: Open) -> None:
    page = open_table()
    page.get_by_label("Group", exact=True).select_option(label="Omega-3")
    page.get_by_label("Find a food").fill("zzz")
    expect(status(page)).to_have_text("Showing 0 of 94 foods")
    expect(page.locator(".nothing")).to_contain_text("Find a food: zzz; Group: Omega-3")
    expect(page.get_by_label("Find a food")).to_be_focused()
    page.get_by_role("button", name="Clear these filters").click()
    expect(page.locator(".nothing")).to_be_hidden()
    assert len(names(page)) == 94
    expect(page.get_by_label("Find a food")).to_be_focused()


# ---- views, measures, sorting ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_at_most_seven_columns(open_table: Open, view: str) -> None:
    page = open_table()
    page.get_by_role("radio", name=view).check()
    expect(page.locator("data-table").first).to_have_attribute("view", str(VIEWS.index(view) + 1))
    columns = page.locator("[name=foods] thead th:visible").count()
    assert 3 <= columns <= 7
    assert page.locator("#food-kefir-plain-lowfat > :visible").count() == columns


def test_figures_are_per_serving_with_their_percent_or_per_100_g(open_table: Open) -> None:
    page = open_table("?view=fiber")
    cell = page.locator("#food-chia-seeds td:visible").first
    expect(page.locator("caption").first).to_contain_text("Figures are for one serving.")
    expect(cell).to_have_text("4.9")
    expect(cell).to_have_attribute("data-p", "17%, source")
    page.get_by_role("radio", name="per 100 g").check()
    expect(cell).to_have_text("34.4")
    expect(cell).to_have_attribute("data-p", "122%, high")
    page.get_by_role("radio", name="per serving").check()
    expect(cell).to_have_text("4.9")


def test_sorting_is_a_button_and_says_its_direction_on_its_column_only(open_table: Open) -> None:
    page = open_table("?view=fiber&per=100")
    head = page.get_by_role("columnheader", name="Fiber")
    assert page.locator("[aria-sort]").count() == 0
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert names(page)[0] == "Wheat bran"
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("columnheader", name="Food").get_by_role("button").click()
    assert page.locator("[aria-sort]").count() == 1
    assert names(page)[0] == "Almonds"


@pytest.mark.parametrize("clicks", [1, 2])
def test_not_measured_comes_last_in_both_directions(open_table: Open, clicks: int) -> None:
    page = open_table("?view=fiber&per=100")
    for _ in range(clicks):
        page.get_by_role("columnheader", name="Sugars").get_by_role("button").click()
    texts = [text.strip() for text in page.locator("[name=foods] tbody tr td:nth-child(5)").all_inner_texts()]
    assert texts[-6:] == ["not measured"] * 6
    numbers = [float(text.split()[0]) for text in texts[:-6]]
    assert numbers == sorted(numbers, reverse=clicks == 1)


# ---- the address -----------------------------------------------------------------------------------------------------


def test_filters_live_in_the_address_and_come_back_from_it(open_table: Open) -> None:
    page = open_table()
    page.get_by_label("Group", exact=True).select_option(label="Prebiotic")
    page.get_by_role("checkbox", name="Milk", exact=True).check()
    page.get_by_role("checkbox", name="Fish", exact=True).check()
    page.get_by_role("radio", name="Vitamins").check()
    wait_until(page, "location.search.includes('view=vitamins')")
    assert query(page) == "?group=prebiotic&out=milk,fish&view=vitamins"
    before = names(page)
    again = open_table(query(page))
    expect(status(again)).to_have_text(re.compile("Showing"))
    assert names(again) == before
    expect(again.get_by_role("checkbox", name="Fish", exact=True)).to_be_checked()
    expect(again.get_by_role("radio", name="Vitamins")).to_be_checked()


def test_unknown_values_are_ignored_and_other_keys_are_left_alone(open_table: Open) -> None:
    page = open_table("?q=word&h=light&group=stones&view=moon&per=cup&sort=luck&out=salt&utm=1")
    assert len(names(page)) == 94
    page.get_by_role("checkbox", name="Milk", exact=True).check()
    wait_until(page, "location.search.includes('out=milk')")
    assert query(page) == "?q=word&h=light&utm=1&out=milk"


def test_the_order_is_in_the_copied_link_only(open_table: Open) -> None:
    page = open_table("?view=fiber", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("columnheader", name="Protein").get_by_role("button").click()
    assert "sort" not in query(page)
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_text("Link copied").first).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith("?view=fiber&sort=-protein_g")
    again = open_table("?" + link.split("?")[1])
    expect(again.get_by_role("columnheader", name="Protein")).to_have_attribute("aria-sort", "descending")
    assert names(again) == names(page)


def test_back_and_forward_follow_the_address(open_table: Open) -> None:
    page = open_table()
    page.evaluate("history.pushState(null, '', '?group=legume'); history.pushState(null, '', '?group=omega-3')")
    page.go_back()
    expect(page.get_by_label("Group", exact=True)).to_have_value("legume")
    expect(status(page)).to_have_text(re.compile("Showing"))
    page.go_forward()
    expect(page.get_by_label("Group", exact=True)).to_have_value("omega-3")


# ---- a row and its card ----------------------------------------------------------------------------------------------


def test_a_link_to_a_row_shows_marks_and_focuses_it_and_clears_what_hides_it(open_table: Open) -> None:
    page = open_table("?group=omega-3#food-kefir-plain-lowfat")
    row = page.locator("#food-kefir-plain-lowfat")
    expect(row).to_be_visible()
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    expect(row).to_have_class(re.compile("here"))
    expect(row.get_by_text("Pour a small glass")).to_be_visible()
    assert query(page) == ""
    page.evaluate("location.hash = 'food-almonds'")
    expect(page.locator("#food-almonds")).to_be_focused()
    expect(row).not_to_have_class(re.compile("here"))


def test_a_row_links_to_itself_and_to_its_record(open_table: Open) -> None:
    row = open_row(open_table(), "Kefir, plain, low-fat")
    link = row.get_by_role("link", name="Link to Kefir, plain, low-fat")
    expect(link).to_have_attribute("href", "#food-kefir-plain-lowfat")
    record = row.get_by_role("link", name="USDA record")
    expect(record).to_have_attribute("href", "https://fdc.nal.usda.gov/food-details/170904/nutrients")


def test_the_card_of_a_food_has_all_its_figures(open_table: Open, tables: dict[str, DataSet]) -> None:
    page = open_table()
    open_row(page, "Kefir, plain, low-fat")
    page.get_by_role("button", name="All figures: Kefir, plain, low-fat").click()
    card = page.get_by_role("dialog", name="Kefir, plain, low-fat")
    expect(card).to_contain_text("Figures are for one serving.")
    terms = card.get_by_role("rowheader").all_inner_texts()
    figures = [field.heading for field in tables["foods"].declaration.fields.values() if field.is_figure]
    shown = [each.replace("B6 (", "Vitamin B6 (").replace("B12 (", "Vitamin B12 (") for each in terms]
    assert set(figures) - set(shown) == {
        "ALA, as measured (g)",
        "18:3 fats, undifferentiated (g)",
        "Weight of a serving (g)",
        "Weight of USDA's measure (g)",
    }
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.get_by_role("button", name="All figures: Kefir, plain, low-fat")).to_be_focused()


def test_a_row_opens_with_no_script_and_is_one_stop_for_the_tab_key(open_table: Open) -> None:
    page = open_table(javascript=False)
    row = open_row(page, "Natto")
    expect(row.get_by_text("Do not start or stop eating it")).to_be_visible()
    expect(row.get_by_role("link", name="USDA record")).to_be_visible()
    page = open_table()
    page.locator("#food-almonds summary").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('tr').id") == "food-apple"
    page.keyboard.press("Enter")
    expect(page.locator("#food-apple").get_by_text("All figures")).to_be_visible()


@pytest.mark.parametrize(("width", "tall"), [(1280, 64), (360, 96)])
def test_a_closed_row_is_one_glance(open_table: Open, width: int, tall: int) -> None:
    page = open_table(width=width)
    heights = page.locator("[name=foods] tbody tr").evaluate_all(
        "rows => rows.map(row => [row.id, row.getBoundingClientRect().height])"
    )
    assert [each for each in heights if each[1] > tall] == []


def test_a_letter_leads_to_the_first_food_that_begins_with_it(open_table: Open) -> None:
    page = open_table(width=360)
    page.get_by_role("navigation", name="A to Z").get_by_role("link", name="K", exact=True).click()
    expect(page.locator("#food-kale-raw")).to_be_in_viewport()
    page.get_by_label("Find a food").fill("kale")
    expect(page.get_by_role("navigation", name="A to Z")).to_be_hidden()


# ---- the reader's list -----------------------------------------------------------------------------------------------


def test_a_list_counts_plants_and_fiber_and_is_shared_as_a_link(open_table: Open) -> None:
    page = open_table()
    choose(page, "Oats, dry", "Oatmeal, cooked in water", "Raspberries", "Kefir, plain, low-fat")
    wait_until(page, "location.search.includes('raspberries')")
    page.get_by_text("My foods: 4").click()
    expect(page.locator(".sums")).to_have_text(re.compile(r"4 foods \(2 different plants\), \d+(\.\d)? g of fiber"))
    again = open_table(query(page))
    expect(again.get_by_text("My foods: 4")).to_be_visible()
    open_row(again, "Raspberries")
    expect(again.get_by_role("checkbox", name="My foods: Raspberries")).to_be_checked()
    assert again.evaluate("localStorage.length") == 0


def test_a_list_stays_on_the_device_only_when_asked(open_table: Open) -> None:
    page = open_table()
    choose(page, "Raspberries")
    page.get_by_text("My foods: 1").click()
    page.get_by_role("checkbox", name="Keep this list on this device").check()
    page.goto(page.url.split("?")[0])
    expect(page.get_by_text("My foods: 1")).to_be_visible()
    page.get_by_text("My foods: 1").click()
    page.get_by_role("checkbox", name="Keep this list on this device").uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_all_that_are_shown_go_on_the_list_at_once(open_table: Open) -> None:
    page = open_table()
    expect(page.get_by_role("button", name="Add all shown")).to_be_hidden()
    page.get_by_label("Group", exact=True).select_option(label="Legume")
    count = len(names(page))
    page.get_by_role("button", name="Add all shown").click()
    expect(page.get_by_text(f"My foods: {count}")).to_be_visible()
    assert len(query(page).split("selection=")[1].split(",")) == count


def test_the_list_says_how_much_is_missing_to_the_day_s_aim(open_table: Open) -> None:
    """4.9 g in chia seeds and 7.8 g in lentils leave 12.3 of 25 g; tempeh was not measured."""
    page = open_table("?selection=chia-seeds,lentils-cooked,tempeh")
    page.get_by_role("button", name="My foods: 3").click()
    sums = page.get_by_role("dialog", name="My foods").locator(".sums")
    expect(sums).to_have_text(
        re.compile(r"3 foods .* To 25 g a day, 12\.\d g are missing\. Measured in 2 of 3 foods\.")
    )


def test_two_or_three_foods_stand_side_by_side(open_table: Open) -> None:
    page = open_table("?selection=almonds,kimchi")
    page.get_by_role("button", name="My foods: 2").click()
    page.get_by_role("button", name="Compare").click()
    card = page.get_by_role("dialog", name="Almonds, Kimchi (cabbage)")
    assert [text for text in card.get_by_role("columnheader").all_inner_texts() if text] == [
        "Almonds",
        "Kimchi (cabbage)",
    ]
    fiber = card.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Fiber (g)", exact=True))
    assert [text.split()[0] for text in fiber.get_by_role("cell").all_inner_texts()] == ["3.5", "0.6"]
    one = open_table("?selection=almonds")
    one.get_by_role("button", name="My foods: 1").click()
    expect(one.get_by_role("button", name="Compare")).to_be_disabled()


# ---- the chart -------------------------------------------------------------------------------------------------------


def test_the_chart_shows_the_foods_in_view_most_first(open_table: Open) -> None:
    page = open_table()
    page.get_by_label("Group", exact=True).select_option(label="Fermented")
    page.get_by_text("The chart in words").click()
    lines = page.locator(".chart li:visible")
    expect(lines.first).to_have_text("Natto: 2.4 g")
    amounts = [float(re.search(r": ([\d.]+) g", text)[1]) for text in lines.all_inner_texts()]  # type: ignore[index]
    assert amounts == sorted(amounts, reverse=True)
    assert page.locator(".chart g:visible").count() == len(amounts)


# ---- keyboard, phone, no script, failure -----------------------------------------------------------------------------


def test_all_of_it_works_with_the_keyboard_alone_in_order(open_table: Open) -> None:
    page = open_table()
    reached = []
    for _ in range(50):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(({name, className, textContent}) => name || className || textContent.trim())(document.activeElement)"
            )
        )
    wanted = ["find", "sort", "view", "group", "source", "gentle", "live", "out", "copy", "scroll", "Food"]
    assert [each for each in dict.fromkeys(reached) if each in wanted] == wanted
    page.get_by_label("Find a food").focus()
    page.keyboard.type("kefir")
    expect(status(page)).to_have_text("Showing 1 of 94 foods")
    page.get_by_role("radio", name="Guide").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("columnheader", name="Fiber")).to_be_visible()
    page.get_by_role("columnheader", name="Fiber").get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Fiber")).to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize("view", ["guide", "fiber", "vitamins", "minerals"])
def test_nothing_scrolls_sideways_at_320_pixels(open_table: Open, view: str) -> None:
    page = open_table(f"?view={view}", width=320)
    expect(page.locator("data-table[ready]").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_rows_on_a_phone_are_entries_with_labels_and_still_a_table(open_table: Open) -> None:
    page = open_table("?view=fiber", width=360)
    row = page.locator("#food-kefir-plain-lowfat")
    row.scroll_into_view_if_needed()
    label = row.locator("td:visible").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"Fiber (g)"'
    expect(page.get_by_role("table").first.get_by_role("row").nth(1).get_by_role("rowheader")).to_be_visible()
    assert row.get_by_role("cell").count() == 6


def test_targets_on_a_phone_are_large_enough(open_table: Open) -> None:
    page = open_table(width=360)
    page.get_by_role("button", name="Filters", exact=True).click()
    boxes = page.locator(".controls :is(button, summary, .narrow select, .chip, .tabs label):visible").evaluate_all(
        "all => all.map(each => [each.textContent.trim().slice(0, 20), each.getBoundingClientRect().height])"
    )
    assert len(boxes) > 10
    assert [box for box in boxes if box[1] < 44] == []


def test_the_filters_of_a_phone_are_in_a_sheet_that_says_how_many_are_on_and_what_fits(open_table: Open) -> None:
    page = open_table("?group=legume&live=on", width=360)
    expect(page.get_by_label("Group", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Filters (2 on)").click()
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet.get_by_role("status")).to_have_text("1 of 94 foods fit; filters on: 2.")
    sheet.get_by_role("checkbox", name="Live cultures possible").uncheck()
    expect(sheet.get_by_role("status")).to_have_text(re.compile(r"[1-9]\d of 94 foods fit; filters on: 1."))
    shown = int(sheet.get_by_role("button", name="Show").inner_text().split()[1])
    sheet.get_by_role("button", name=f"Show {shown} foods").click()
    expect(sheet).to_be_hidden()
    assert len(names(page)) == shown
    expect(page.get_by_role("button", name="Filters (1 on)")).to_be_focused()


def test_the_filters_of_a_desk_are_in_sight(open_table: Open) -> None:
    page = open_table()
    for name in ("Group", "Caution for", "Hide what often bloats", "Milk"):
        expect(page.get_by_label(name, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Filters", exact=True)).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_label("Group", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Filters", exact=True).click()
    expect(page.get_by_label("Group", exact=True)).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("Group", exact=True)).to_be_visible()


def test_one_menu_sorts_by_any_figure_and_shows_it(open_table: Open) -> None:
    page = open_table(width=360)
    menu = page.get_by_label("Sort")
    assert {"Food", "Fiber, most first", "Vitamin B12, most first", "Copper, most first"} <= {
        *menu.locator("option").all_inner_texts()
    }
    menu.select_option(label="Iron, most first")
    expect(page.locator("data-table").first).to_have_attribute("view", str(VIEWS.index("Minerals") + 1))
    expect(status(page)).to_have_text("Sorted by Iron, largest or Z first")
    assert "view=minerals" in query(page)
    page.get_by_label("Sort").select_option(label="As listed")
    expect(status(page)).to_have_text("")
    assert names(page)[0] == "Almonds"


def test_without_scripts_every_row_and_column_is_there_and_no_control(
    open_table: Open, tables: dict[str, DataSet]
) -> None:
    page = open_table(javascript=False)
    assert page.locator("[name=foods] tbody tr:visible").count() == 94
    assert page.locator("#food-kefir-plain-lowfat > :visible").count() == len(tables["foods"].declaration.cells)
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
    page.get_by_role("navigation").get_by_role("link", name="Kefir, plain, low-fat").click()
    expect(page.locator("#food-kefir-plain-lowfat")).to_be_in_viewport()


def test_without_scripts_a_phone_does_not_scroll_sideways(open_table: Open) -> None:
    assert open_table(javascript=False, width=320).evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("new URLSearchParams(location.search)", "undefined.search"), ("customElements.define(", "undefined.define(")],
)
def test_if_the_script_throws_the_plain_table_stays(
    browser: Browser, tables: dict[str, DataSet], tmp_path: Path, right: str, wrong: str
) -> None:
    code = str(read_scripts(ASSETS / "scripts", ["data-table"]))
    assert right in code
    page_file = write_table_page(
        tmp_path, [tables["foods"]], others=[tables["cautions"]], script=code.replace(right, wrong)
    )
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(page_file.as_uri())
    assert page.locator("tbody tr:visible").count() == 94
    assert page.locator("#food-kefir-plain-lowfat > :visible").count() == len(tables["foods"].declaration.cells)
    assert page.locator(".table-block :is(button, input, select):visible").count() == 0
    page.close()


def test_the_layout_does_not_shift_while_the_table_comes_alive(browser: Browser, file: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script("""window.shift = 0;
        new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.value))
            .observe({type: 'layout-shift', buffered: true});""")
    page.goto(file.as_uri())
    page.wait_for_selector("data-table[ready]")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shift") < 0.02
    page.close()


def test_forced_colors_and_a_zoom_of_400_percent_keep_it_usable(open_table: Open) -> None:
    page = open_table(width=320, forced_colors="active", device_scale_factor=4)
    page.get_by_label("Find a food").fill("kefir")
    expect(status(page)).to_have_text("Showing 1 of 94 foods")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_ten_thousand_rows_show_the_first_few_hundred_and_offer_the_rest(browser: Browser, tmp_path: Path) -> None:
    from support.table_rows import made_up_table

    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(write_table_page(tmp_path, [made_up_table(10_000)]).as_uri())
    assert page.locator("tbody tr:visible").count() == 200
    page.get_by_label("Find").fill("99")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"Showing \d+ of 10000 rows"))
    count = int(page.get_by_role("status").inner_text().split()[1])
    assert page.locator("tbody tr:visible").count() == min(count, 200)
    page.get_by_role("button", name="Clear filters").click()
    page.get_by_role("button", name="Show all 10000").click()
    shown = page.locator("tbody tr:not(.off)")
    expect(shown).to_have_count(400)
    page.get_by_role("button", name="Show all 10000").scroll_into_view_if_needed()
    expect(shown).to_have_count(600)
    page.close()
