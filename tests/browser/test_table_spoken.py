"""What a screen reader is given of the food table: Chromium's own accessibility tree, on a desk and as cards."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from support.readers import Readers

Node = dict[str, str]


@dataclass(frozen=True)
class Heard:
    """The foods page at a width, and what is said of it: the nodes that are not ignored, with their states."""

    page: Page
    nodes: list[Node]

    def of_role(self, *roles: str) -> list[Node]:
        """The nodes of these roles, in order."""
        return [node for node in self.nodes if node["role"] in roles]


def spoken(page: Page) -> Iterator[Node]:
    """Every node that is not ignored, as role, name and the states that are said."""
    client = page.context.new_cdp_session(page)
    for node in client.send("Accessibility.getFullAXTree")["nodes"]:
        if not node.get("ignored"):
            states = {each["name"]: str(each["value"].get("value")) for each in node.get("properties", [])}
            yield {"role": node["role"]["value"], "name": node.get("name", {}).get("value", ""), **states}
    client.detach()


@pytest.fixture(scope="module", params=[360, 1280])
def foods(request: pytest.FixtureRequest, browser: Browser, site_address: str) -> Iterator[Heard]:
    """The foods page with one group chosen; on a phone also what its sheet of filters says."""
    readers = Readers(browser, site_address)
    page = readers.open(width=request.param)
    page.goto("foods/?group=fermented")
    expect(page.get_by_role("status").first).to_have_text("Showing 11 of 94 foods")
    nodes = [*spoken(page)]
    if request.param < 768:
        page.get_by_role("button", name="Filters (1 on)").click()
        nodes += spoken(page)
        page.keyboard.press("Escape")
    yield Heard(page, nodes)
    readers.leave()
    readers.had_no_trouble()


def test_the_table_is_a_table_with_a_name_and_its_rows(foods: Heard) -> None:
    """Cards on a phone keep the roles: a name of its own, a heading for each row, cells under named columns."""
    assert [node["name"] for node in foods.of_role("table") if node["name"].startswith("94 foods.")] != []
    headers = [node["name"] for node in foods.of_role("rowheader")]
    assert any(name.startswith("Buttermilk, cultured") for name in headers)
    columns = {node["name"].strip() for node in foods.of_role("columnheader")}
    assert {"Food", "Group", "Fiber in a serving"} <= columns
    assert len(foods.of_role("cell", "gridcell")) > 11


def test_the_count_is_in_one_status_and_said_once(foods: Heard) -> None:
    """Two places would say it twice."""
    said = [node["name"] for node in foods.nodes if "Showing 11 of 94 foods" in node["name"]]
    assert len({*said}) == 1
    assert sum(node["role"] == "status" and node.get("live") == "polite" for node in foods.nodes) >= 1
    statuses = foods.page.get_by_role("status").filter(has_text="Showing 11 of 94 foods")
    expect(statuses).to_have_count(1)


def test_the_order_is_a_state_of_one_column(page: Page) -> None:
    """The button in the head is named like its column; only the column that orders says so."""
    page.goto("foods/?group=fermented")
    page.get_by_role("button", name="Food", exact=True).click()
    sorted_columns = page.locator("th[aria-sort]")
    expect(sorted_columns).to_have_count(1)
    buttons = {node["name"] for node in spoken(page) if node["role"] == "button"}
    assert {"Food", "Group"} <= buttons


def test_every_control_has_a_name_and_every_switch_its_state(foods: Heard) -> None:
    """Search, views, filters and ticks: nothing is a bare button or box."""
    controls = foods.of_role("searchbox", "combobox", "checkbox", "radio", "button")
    assert len(controls) > 15
    assert [node for node in controls if not node["name"].strip()] == []
    assert all("checked" in node for node in controls if node["role"] in ("checkbox", "radio"))
    assert {"Find a food", "Group", "Milk", "Fiber and fats"} <= {node["name"].strip() for node in controls}


def test_the_region_that_scrolls_has_a_name(foods: Heard) -> None:
    """And can be reached by keyboard."""
    regions = [node for node in foods.of_role("region") if node["name"].startswith("94 foods.")]
    assert len(regions) == 1
    assert regions[0].get("focusable") == "True"
