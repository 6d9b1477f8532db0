"""What a screen reader is given of the food table: Chromium's own accessibility tree, on a desk and as cards."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

Node = dict[str, str]
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


def spoken(page: Page) -> Iterator[Node]:
    """Every node that is not ignored, as role, name and the states that are said."""
    client = page.context.new_cdp_session(page)
    for node in client.send("Accessibility.getFullAXTree")["nodes"]:
        if not node.get("ignored"):
            states = {each["name"]: str(each["value"].get("value")) for each in node.get("properties", [])}
            yield {"role": node["role"]["value"], "name": node.get("name", {}).get("value", ""), **states}


def of_role(page: Page, role: str) -> list[Node]:
    """The nodes of one role, in order."""
    return [node for node in spoken(page) if node["role"] == role]


@pytest.fixture
def foods(new_page, width: int) -> Page:
    """The foods page at a width, with its filters open and one group chosen."""
    page = new_page(width=width)
    page.goto("foods/?group=fermented")
    expect(page.get_by_role("status").first).to_have_text("Showing 11 of 94 foods")
    return page


@WIDTHS
def test_the_table_is_a_table_with_a_name_and_its_rows(foods: Page) -> None:
    """Cards on a phone keep the roles: a name of its own, a heading for each row, cells under named columns."""
    assert [node["name"] for node in of_role(foods, "table") if node["name"].startswith("94 foods.")] != []
    headers = [node["name"] for node in of_role(foods, "rowheader")]
    assert any(name.startswith("Buttermilk, cultured") for name in headers)
    columns = {node["name"].strip() for node in of_role(foods, "columnheader")}
    assert {"Food", "Group", "How it may help", "Try it", "Good to know"} <= columns
    assert len([node for node in spoken(foods) if node["role"] in ("cell", "gridcell")]) > 11


@WIDTHS
def test_the_count_is_in_one_status_and_said_once(foods: Page) -> None:
    """Two places would say it twice."""
    said = [node["name"] for node in spoken(foods) if "Showing 11 of 94 foods" in node["name"]]
    assert len({*said}) == 1
    assert sum(node["role"] == "status" and node.get("live") == "polite" for node in spoken(foods)) >= 1
    statuses = foods.get_by_role("status").filter(has_text="Showing 11 of 94 foods")
    expect(statuses).to_have_count(1)


@pytest.mark.parametrize("width", [1280])
def test_the_order_is_a_state_of_one_column(foods: Page) -> None:
    """The button in the head is named like its column; only the column that orders says so."""
    foods.get_by_role("button", name="Food", exact=True).click()
    sorted_columns = foods.locator("th[aria-sort]")
    expect(sorted_columns).to_have_count(1)
    buttons = {node["name"] for node in of_role(foods, "button")}
    assert {"Food", "Group"} <= buttons


@WIDTHS
def test_every_control_has_a_name_and_every_switch_its_state(foods: Page) -> None:
    """Search, views, filters and ticks: nothing is a bare button or box."""
    if foods.viewport_size["width"] < 768:
        foods.get_by_text("Filters (1 on)").click()
    controls = [
        node for node in spoken(foods) if node["role"] in ("searchbox", "combobox", "checkbox", "radio", "button")
    ]
    assert len(controls) > 20
    assert [node for node in controls if not node["name"].strip()] == []
    assert all("checked" in node for node in controls if node["role"] in ("checkbox", "radio"))
    assert {"Find a food", "Group", "Milk", "Fiber and fats"} <= {node["name"].strip() for node in controls}


@WIDTHS
def test_the_region_that_scrolls_has_a_name(foods: Page) -> None:
    """And can be reached by keyboard."""
    regions = [node for node in of_role(foods, "region") if node["name"].startswith("94 foods.")]
    assert len(regions) == 1
    assert regions[0].get("focusable") == "True"
