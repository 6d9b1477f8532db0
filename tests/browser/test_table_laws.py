"""Laws that hold for any filters and any order, tried on states that hypothesis makes up."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from support.table_page import write_table_page
from support.table_rows import real_table, real_tables
from support.waiting import wait_until

COLUMNS = ("name", "group", "fiber_g", "sugars_g", "epa_g", "vitamin_a_rae_ug", "vitamin_b12_ug", "selenium_ug")
GROUPS = ("", "fermented", "prebiotic", "legume", "omega-3")
OUT = ("milk", "fish", "gluten", "soy", "animal-products")  # in the order of the form

STATES = st.fixed_dictionaries(
    {
        "find": st.sampled_from(["", "a", "co", "raw", "bean", "é", "zz"]),
        "group": st.sampled_from(GROUPS),
        "source": st.sampled_from(["", "fiber_g", "omega-3", "zinc_mg"]),
        "gentle": st.sampled_from(["", "on"]),
        "live": st.sampled_from(["", "on"]),
        "out": st.lists(st.sampled_from(OUT), unique=True, max_size=3).map(
            lambda out: ",".join(sorted(out, key=OUT.index))
        ),
    }
)
SORTS = st.tuples(st.sampled_from(["", "-"]), st.sampled_from(COLUMNS)).map("".join)
LAWS = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]
)


@pytest.fixture(scope="module")
def table(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    file: Path = write_table_page(tmp_path_factory.mktemp("laws"), [real_table()], others=real_tables(), chart=False)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(file.as_uri())
    # Amounts come at the first need; the laws are about what follows.
    page.get_by_label("Find a food").focus()
    wait_until(page, "!!window.makeTableHelper")
    yield page
    page.close()


def show(page: Page, state: dict[str, str], *, sort: str = "") -> list[str]:
    """Go to a state by its address; returns the foods in view, in order."""
    asked = urlencode({name: value for name, value in {**state, "sort": sort}.items() if value})
    return page.evaluate(
        """query => {
            history.replaceState(null, '', '?' + query);
            dispatchEvent(new PopStateEvent('popstate'));
            return [...document.querySelectorAll('tbody tr:not(.off)')].map(row => row.id);
        }""",
        asked,
    )


@LAWS
@given(state=STATES)
def test_filters_commute(table: Page, state: dict[str, str]) -> None:
    together = set(show(table, state))
    apart = [set(show(table, {name: value})) for name, value in state.items() if value]
    assert together == set.intersection(set(show(table, {})), *apart)


@LAWS
@given(state=STATES, sort=SORTS)
def test_clearing_restores_the_order(table: Page, state: dict[str, str], sort: str) -> None:
    before = show(table, {}, sort=sort)
    show(table, state, sort=sort)
    table.evaluate("document.querySelector('[type=reset]').click()")
    assert table.evaluate("[...document.querySelectorAll('tbody tr:not(.off)')].map(row => row.id)") == before


@LAWS
@given(state=STATES, sort=SORTS)
def test_a_filter_keeps_the_order(table: Page, state: dict[str, str], sort: str) -> None:
    everything = show(table, {}, sort=sort)
    some = show(table, state, sort=sort)
    assert some == [row for row in everything if row in set(some)]


@LAWS
@given(key=st.sampled_from(COLUMNS[2:]))
def test_sorting_is_total_and_stable_and_leaves_the_unmeasured_last(table: Page, key: str) -> None:
    rows = {f"food-{row.id}": row for row in real_table().rows}
    plain = [f"food-{row.id}" for row in real_table().rows]
    up, down = (show(table, {"per": "100", "view": "fiber"}, sort=sign + key) for sign in ("", "-"))

    def value(row: str) -> float:
        amount = rows[row].number(key)
        return float("inf") if amount is None else float(amount)

    assert up == sorted(plain, key=value)
    assert down == sorted(plain, key=lambda row: -value(row) if value(row) < float("inf") else value(row))


@LAWS
@given(state=STATES)
def test_the_address_that_went_in_comes_out(table: Page, state: dict[str, str]) -> None:
    show(table, state)
    # The table writes it after any touch of its form.
    address = table.evaluate("""() => new Promise(done => {
        document.querySelector('form').dispatchEvent(new Event('input'));
        setTimeout(() => done(location.search.slice(1)), 20);
    })""")
    wanted = urlencode({name: value for name, value in state.items() if value}, safe=",")
    assert sorted(address.split("&")) == sorted(wanted.split("&"))
