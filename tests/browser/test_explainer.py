"""The drawing that a reader steps through: buttons, keys, a swipe, the list and the address lead to a step."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect
from ruamel.yaml import YAML

from support.needs import ROOT
from support.paper import print_page

NewPage = Callable[..., Page]
EXPLAINER = YAML(typ="safe").load(ROOT / "docs" / "data" / "explainers.yml")[0]
STEPS = EXPLAINER["steps"]
PAGE = "gut-wall/"

SWIPE = """([from, to]) => {
    const stage = document.querySelector("step-through");
    const finger = (x) => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
    stage.dispatchEvent(new TouchEvent("touchstart", { touches: [finger(from)], bubbles: true }));
    stage.dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [finger(to)], bubbles: true }));
}"""


def group(page: Page) -> Locator:
    return page.get_by_role("group", name=EXPLAINER["title"])


def expect_step(page: Page, place: int) -> None:
    """Step ``place`` alone is shown, said and named, and lit on the stage; the first is 0."""
    headings = group(page).get_by_role("heading", level=3)
    expect(headings).to_have_text([STEPS[place]["title"]])
    expect(group(page).get_by_role("status")).to_have_text(f"Step {place + 1} of {len(STEPS)}")
    expect(group(page).locator("[aria-current=step]")).to_have_text(STEPS[place]["title"])
    lit = page.locator(".stage .lit").evaluate_all("(all) => all.map((each) => each.getAttribute('href'))")
    assert sorted(lit) == sorted(f"#gut-wall-{part}" for part in STEPS[place]["lights"])


def test_buttons_lead_forward_and_back(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PAGE)
    expect_step(page, 0)
    expect(page.get_by_role("button", name="Back")).to_be_disabled()
    for place in range(1, len(STEPS)):
        page.get_by_role("button", name="Next").click()
        expect_step(page, place)
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    page.get_by_role("button", name="Back").click()
    expect_step(page, len(STEPS) - 2)


def test_arrow_keys_lead_too(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PAGE)
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect_step(page, 2)
    page.keyboard.press("ArrowLeft")
    expect_step(page, 1)


def test_a_swipe_leads_too_and_a_tap_does_not(new_page: NewPage) -> None:
    page = new_page(width=360, has_touch=True)
    page.goto(PAGE)
    page.evaluate(SWIPE, [300, 100])
    expect_step(page, 1)
    page.evaluate(SWIPE, [300, 290])
    expect_step(page, 1)
    page.evaluate(SWIPE, [100, 300])
    expect_step(page, 0)


def test_each_step_has_an_address(new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{PAGE}#gut-wall-at-fiber")
    expect_step(page, 3)
    page.get_by_role("button", name="Next").click()
    assert page.url.endswith("#gut-wall-at-fuel")
    page.evaluate("() => { location.hash = '#gut-wall-at-mucus' }")
    expect_step(page, 1)


@pytest.mark.parametrize("fragment", ["#%", "#50%", "#%E0%A4%A", "#none"])
def test_an_address_of_no_step_shows_the_first(new_page: NewPage, fragment: str) -> None:
    page = new_page()
    page.goto(PAGE + fragment)
    expect_step(page, 0)


def test_the_list_leads_to_any_step(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PAGE)
    group(page).get_by_role("link", name="When the barrier weakens").click()
    expect_step(page, 7)
    assert page.url.endswith("#gut-wall-at-weak-barrier")


def test_nothing_below_moves_from_step_to_step(new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto(PAGE)
    below = page.get_by_role("heading", name="What this means for you")
    top = "(heading) => heading.getBoundingClientRect().top + scrollY"
    before = below.evaluate(top)
    for _ in STEPS[1:]:
        page.get_by_role("button", name="Next").click()
    assert below.evaluate(top) == before


def test_without_a_script_every_step_stands_there_with_its_still(new_page: NewPage) -> None:
    page = new_page(javascript=False)
    page.goto(PAGE)
    steps = group(page).get_by_role("listitem").filter(has=page.get_by_role("heading"))
    expect(steps.get_by_role("heading")).to_have_text([step["title"] for step in STEPS])
    assert steps.locator("svg").filter(visible=True).count() == len(STEPS)
    expect(page.get_by_role("button", name="Next")).to_have_count(0)


def test_paper_holds_all_steps_as_one_plate(new_page: NewPage) -> None:
    page = new_page()
    page.goto(PAGE)
    sheets = print_page(page).sheets
    (plate,) = [sheet for sheet in sheets if STEPS[0]["title"] in sheet]
    assert [step["title"] for step in STEPS if step["title"] not in plate] == []


def test_parts_change_at_once_for_who_asks_for_stillness(new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(PAGE)
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("() => document.getAnimations().length") == 0


def test_only_what_is_lit_has_its_name(new_page: NewPage) -> None:
    """The picture of a step stays the same when the names of a part that it does not light are taken away."""
    page = new_page(reduced_motion="reduce")
    for step, named in (("mucus", False), ("microbes", True)):
        page.goto("about/")
        page.goto(f"{PAGE}#gut-wall-at-{step}")
        stage = page.locator(".stage")
        before = stage.screenshot()
        page.evaluate("() => document.querySelector('#gut-wall-microbes .names').remove()")
        assert (_changed_pixels(before, stage.screenshot()) > 100) is named


def _changed_pixels(one: bytes, other: bytes) -> int:
    """How many pixels of two pictures differ by more than the eye would pass over."""
    pictures = (Image.open(BytesIO(each)).convert("L") for each in (one, other))
    return sum(ImageChops.difference(*pictures).histogram()[24:])
