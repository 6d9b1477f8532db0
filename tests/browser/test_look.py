"""How pages behave before the eye and under the thumb: nothing jumps, nothing sticks out, everything can be hit."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, Request, expect

from support.page_names import PAGES, PAGES_AND_404, address

URGENT = "Warning signs"
# A thumb needs 44 pixels; links inside sentences are set as text is.
THUMB = 44
NewPage = Callable[..., Page]

# Every move of something on the page that the reader did not cause, those before now included.
WATCH_SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
            const moved = shift.sources.map(({ node }) => node && (node.outerHTML || node.textContent).slice(0, 80));
            window.shifts.push(`${shift.value.toFixed(4)}: ${moved.join(", ")}`);
        }
    }).observe({ type: "layout-shift", buffered: true });
}"""
# Until the page has come to rest: everything is loaded and drawn.
SETTLED = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 250))))"""

STICKS_OUT = """() => [...document.querySelectorAll("body *")]
    .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
    .filter((each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX))
    .map((each) => `${each.tagName}.${each.className}: ${each.scrollWidth} in ${each.clientWidth}`)"""

SMALL = """(thumb) => {
    const controls = "button, summary, select, textarea, input:not([type=hidden]), header a, body > footer nav a";
    const isBox = (each) => each.matches("[type=checkbox], [type=radio]");
    // What is cut to a single pixel is there for screen readers alone.
    const cut = [...document.querySelectorAll("body *")]
        .filter((each) => getComputedStyle(each).clipPath !== "none" && each.offsetWidth <= 1);
    return [...document.querySelectorAll(controls)]
        .map((control) => (isBox(control) && control.closest("label")) || control)
        .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((control) => !cut.some((each) => each.contains(control)))
        .map((control) => [control, control.getBoundingClientRect()])
        .filter(([, box]) => box.width > 1 && box.right > 0 && Math.min(box.height, box.width) < thumb - 0.5)
        .map(([control, box]) => [Math.round(box.width), Math.round(box.height), control.outerHTML.slice(0, 90)])
        .map(([width, height, html]) => `${width}x${height} ${html}`);
}"""

MOVES = """() => [...document.querySelectorAll("*")]
    .flatMap((each) => ["", "::before", "::after"].map((part) => [each, part, getComputedStyle(each, part || null)]))
    .filter(([, , style]) => /[1-9]/.test(style.transitionDuration + style.animationDuration)
        || style.scrollBehavior === "smooth")
    .map(([each, part]) => `${each.tagName}.${each.className}${part}`)"""


@dataclass(frozen=True)
class Arrival:
    """What has happened when a page has come to rest: what moved, which fonts were fetched, how many are declared."""

    shifts: list[str]
    fetched_fonts: list[str]
    declared_fonts: int


@pytest.fixture(scope="module")
def arrivals() -> dict[tuple[str, int], Arrival]:
    """How each page arrived, by name and width."""
    return {}


@pytest.fixture
def arrive(same_page: NewPage, arrivals: dict[tuple[str, int], Arrival]) -> Callable[[str, int], Arrival]:
    """Watch a page come, once for all that is asked of it."""

    def come_to(name: str, width: int) -> Arrival:
        if (name, width) not in arrivals:
            arrivals[name, width] = _watch_arrival(same_page(width=width), name)
        return arrivals[name, width]

    return come_to


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES_AND_404)
def test_nothing_jumps_while_a_page_loads(arrive: Callable[[str, int], Arrival], name: str, width: int) -> None:
    """Cumulative layout shift is 0."""
    assert arrive(name, width).shifts == []


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("name", PAGES_AND_404)
def test_no_page_scrolls_sideways_on_the_smallest_phone(same_page: NewPage, name: str, javascript: bool) -> None:
    """Not at 320 pixels, and no table and no picture inside it either."""
    page = same_page(width=320, javascript=javascript)
    page.goto(address(name))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert page.evaluate(STICKS_OUT) == []


@pytest.mark.parametrize("name", PAGES_AND_404)
def test_a_thumb_hits_every_control(same_page: NewPage, name: str) -> None:
    """Buttons, fields, folded parts and menus are at least 44 pixels high and wide."""
    page = same_page(width=360, has_touch=True)
    page.goto(address(name))
    page.get_by_text("Menu", exact=True).click()
    assert page.evaluate(SMALL, THUMB) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("name", PAGES_AND_404)
def test_help_is_one_tap_away(same_page: NewPage, name: str, width: int) -> None:
    """From every page, at every width, without a script and without scrolling."""
    page = same_page(width=width, height=640, javascript=False)
    page.goto(address(name))
    link = page.get_by_role("banner").get_by_role("link", name=URGENT).filter(visible=True).first
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(URGENT)


@pytest.mark.parametrize("name", PAGES_AND_404)
def test_nothing_moves_for_who_asks_for_stillness(same_page: NewPage, name: str) -> None:
    """With reduced motion no part has a transition, an animation or smooth scrolling."""
    page = same_page(reduced_motion="reduce")
    page.goto(address(name))
    page.evaluate(SETTLED)
    assert page.evaluate("() => document.getAnimations().length") == 0
    assert page.evaluate(MOVES) == []


@pytest.mark.parametrize("name", PAGES)
def test_letters_are_the_reader_s_own(arrive: Callable[[str, int], Arrival], name: str) -> None:
    """No font is fetched and none is declared."""
    arrival = arrive(name, 1280)
    assert arrival.fetched_fonts == []
    assert arrival.declared_fonts == 0


def test_what_jumps_and_what_is_small_is_found(new_page: NewPage) -> None:
    """The measures above do measure: a planted shift, a small button, a wide box and a moving one are all named."""
    page = new_page(width=320, bypass_csp=True)  # the policy forbids the styles that are planted here
    page.goto("./")
    page.evaluate(WATCH_SHIFTS)
    page.evaluate(SETTLED)
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("afterbegin", `<div style="height: 90px"></div>
            <button style="all: unset; display: block; width: 20px; height: 20px">x</button>
            <div style="overflow-x: auto"><div style="width: 999px; transition: opacity 1s">wide</div></div>`)"""
    )
    page.evaluate(SETTLED)
    assert page.evaluate("() => window.shifts") != []
    assert any("20x20" in small for small in page.evaluate(SMALL, THUMB))
    assert page.evaluate(STICKS_OUT) != []
    assert any(moving.startswith("DIV") for moving in page.evaluate(MOVES))


def _watch_arrival(page: Page, name: str) -> Arrival:
    fonts: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type == "font":
            fonts.append(request.url)

    page.on("request", note)
    page.goto(address(name))
    page.evaluate(WATCH_SHIFTS)
    page.evaluate(SETTLED)
    page.remove_listener("request", note)
    shifts, declared = page.evaluate("() => [window.shifts, document.fonts.size]")
    return Arrival(shifts, fonts, declared)
