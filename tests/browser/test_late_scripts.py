"""Every control that waits for a script, used before it comes: nothing is lost, and nothing is done twice."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route

from support.built_site import BuiltPage
from support.controls import CONTROLS, COUNTED, NEEDS_NO_SCRIPT, STATE, Control, controls_on, kinds_of

NewPage = Callable[..., Page]
LATE_MS = 200
# Long enough for two scripts in a row, and for what they do then.
SETTLED_MS = 3 * LATE_MS + 300
# How many times more a busy machine is given as long
PATIENCE = 10

USE = """(element, [value, times]) => {
    for (let i = 0; i < times; i++) {
        if (!value) (element.querySelector('button') || element).click();
        else {
            element.value = value;
            for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
        }
    }
}"""


@pytest.fixture
def late(new_page: NewPage) -> Iterator[Page]:
    """A page to which every script comes late."""
    page = new_page()
    page.add_init_script(COUNTED)

    def delay(route: Route) -> None:
        page.wait_for_timeout(LATE_MS)
        route.continue_()

    page.route("**/*.js", delay)
    yield page
    page.unroute_all(behavior="ignoreErrors")


def use(page: Page, control: Control, *, times: int = 1) -> dict[str, object]:
    """Go there and use it; returns what was so before."""
    page.goto(control.at)
    if control.ready:
        page.locator(control.ready).first.wait_for()
    before = page.evaluate(STATE)
    page.locator(control.selector).first.evaluate(USE, [control.value, times])
    return before


def changes(page: Page, before: dict[str, object]) -> dict[str, object]:
    """What is different now."""
    after = page.evaluate(STATE)
    return {name: after.get(name) for name in {*after, *before} if after.get(name) != before.get(name)}


def test_every_control_is_of_one_kind(pages: tuple[BuiltPage, ...]) -> None:
    """One that is new has to say what it does, or that it needs no script."""
    found = [(path, element, kinds_of(element)) for path, element in controls_on(pages)]
    assert [(path, str(element)[:200], kinds) for path, element, kinds in found if len(kinds) != 1] == []
    assert {kind for _, _, kinds in found for kind in kinds} == {*CONTROLS, *NEEDS_NO_SCRIPT}


@pytest.mark.parametrize("name", CONTROLS)
def test_two_uses_at_once_do_no_more_than_they_say(late: Page, name: str) -> None:
    control = CONTROLS[name]
    before = use(late, control, times=2)
    late.wait_for_timeout(SETTLED_MS)
    assert changes(late, before) == (control.once if control.twice is None else control.twice)


@pytest.mark.parametrize("name", CONTROLS)
def test_a_reader_who_leaves_at_once_loses_nothing(late: Page, name: str) -> None:
    control = CONTROLS[name]
    before = use(late, control)
    late.goto("about/")
    late.go_back()
    late.wait_for_timeout(SETTLED_MS)
    expected = control.once if control.kept is None else control.kept
    # A busy machine takes longer to come back to the page, so what is expected may come late.
    for _ in range(PATIENCE):
        if changes(late, before) == expected:
            break
        late.wait_for_timeout(SETTLED_MS)
    assert changes(late, before) == expected
