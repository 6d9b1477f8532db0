"""What a reader does with an evidence mark: open its note, read it, close it, follow it; with and without a script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from support.axe import Violation
from support.html import read_html
from support.marks import claims_of
from support.waiting import wait_until

PAGE = "defenses/"
NOTES = "**/assets/notes/*.js"
MARK = "a.mark[href$=claim-bacteria-prompt-mucus]"
NAME = "moderate evidence, mostly in mice"
# Every move of something on the page that the reader did not cause, from now on.
WATCH_SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
        .observe({ type: "layout-shift", buffered: false });
}"""


@pytest.fixture
def reader(page: Page) -> Page:
    """A reader on a page with marks."""
    page.goto(PAGE)
    return page


def open_note(page: Page) -> None:
    """Tap the first mark of one claim and wait for its note."""
    page.locator(MARK).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_mark_is_a_link_named_in_words(reader: Page) -> None:
    """A screen reader says how sure we are in the flow of the sentence."""
    mark = reader.get_by_role("link", name=NAME).first
    mark.focus()  # what it opens is told from the first key or pointer on, when the script is asked for
    expect(mark).to_have_attribute("aria-haspopup", "dialog")
    expect(mark).to_have_attribute("aria-expanded", "false")


def test_a_note_opens_and_closes_by_keyboard(reader: Page) -> None:
    """Enter opens it, the focus goes into it, Escape closes it, the focus comes back."""
    mark = reader.locator(MARK).first
    mark.focus()
    reader.keyboard.press("Enter")
    note = reader.get_by_role("dialog", name="Moderate evidence, mostly in mice")
    expect(note).to_be_visible()
    expect(note.get_by_text("Moderate evidence, mostly in mice", exact=True)).to_be_focused()
    expect(mark).to_have_attribute("aria-expanded", "true")
    reader.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()
    expect(mark).to_have_attribute("aria-expanded", "false")


def test_all_of_a_note_is_reached_by_tab(reader: Page) -> None:
    """From the title through the links to Close, which closes it; then on from the mark."""
    reader.locator(MARK).first.focus()
    reader.keyboard.press("Enter")
    note = reader.get_by_role("dialog")
    expect(note).to_be_visible()
    stops = note.locator("a, button")
    for place in range(stops.count()):
        reader.keyboard.press("Tab")
        expect(stops.nth(place)).to_be_focused()
    reader.keyboard.press("Enter")
    expect(note).to_be_hidden()
    expect(reader.locator(MARK).first).to_be_focused()


def test_a_note_says_what_we_know_and_do_not_and_from_where(reader: Page) -> None:
    """Both sides, the verdict, the kind of evidence, the sources, and the way to the claim."""
    open_note(reader)
    note = reader.get_by_role("dialog")
    expect(note).to_contain_text("In mice, microbes and fiber probably help keep the gut’s mucus layer healthy.")
    expect(note).to_contain_text("Mostly shown in mice. The same microbes can also thin the mucus")
    expect(note).to_contain_text("Animals and expert agreement")
    expect(note.get_by_role("link", name="Paone and Cani, 2020")).to_be_visible()
    note.get_by_role("link", name="This claim among all claims").click()
    reader.wait_for_url("**/evidence/#claim-bacteria-prompt-mucus")
    expect(reader.locator("#claim-bacteria-prompt-mucus")).to_be_in_viewport()


def test_a_click_elsewhere_closes_a_note(reader: Page) -> None:
    """A note never traps a reader."""
    open_note(reader)
    reader.mouse.click(5, 5)
    expect(reader.get_by_role("dialog")).to_be_hidden()


def test_notes_come_once_and_only_when_asked_for(reader: Page) -> None:
    """The page itself asks for no note; the first tap asks for all of the page, the second for nothing."""
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.reload()
    reader.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/notes/" in url]
    open_note(reader)
    reader.keyboard.press("Escape")
    reader.locator("a.mark").nth(5).click()
    expect(reader.get_by_role("dialog")).to_be_visible()
    assert len([url for url in asked if "/notes/" in url]) == 1


def test_nothing_moves_when_a_note_opens(reader: Page) -> None:
    """No layout shift, and the mark stays where it was."""
    mark = reader.locator(MARK).first
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    reader.evaluate(WATCH_SHIFTS)
    reader.wait_for_timeout(600)  # what moves within half a second of a click is not counted as a shift
    mark.focus()
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("dialog")).to_be_visible()
    assert mark.bounding_box() == before
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("dialog")).to_be_hidden()
    assert mark.bounding_box() == before
    assert reader.evaluate("() => window.shifts") == []


def test_a_shift_would_be_seen(reader: Page) -> None:
    """The observer above does see what moves."""
    reader.evaluate(WATCH_SHIFTS)
    reader.evaluate(
        "() => document.querySelector('main').prepend(Object.assign(document.createElement('p'), "
        "{ textContent: 'new', style: 'height: 200px' }))"
    )
    wait_until(reader, "window.shifts.length > 0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_an_open_note_breaks_no_rule_and_fits(
    new_page: Callable[..., Page], axe: Callable[[Page], list[Violation]], width: int, scheme: str
) -> None:
    """Axe finds nothing, and the note lies inside the window, on a phone and on a desk."""
    page = new_page(width=width, height=640, scheme=scheme, reduced_motion="reduce")
    page.goto(PAGE)
    open_note(page)
    assert not (found := axe(page)), "\n".join(map(str, found))
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert box["y"] >= 0 and box["y"] + box["height"] <= 640


def test_without_a_script_a_mark_leads_to_its_claim(new_page: Callable[..., Page]) -> None:
    """The link is whole."""
    page = new_page(javascript=False)
    page.goto(PAGE)
    page.locator(MARK).first.click()
    page.wait_for_url("**/evidence/#claim-bacteria-prompt-mucus")
    expect(page.locator("#claim-bacteria-prompt-mucus")).to_be_in_viewport()


def test_without_the_notes_a_mark_leads_to_its_claim(reader: Page) -> None:
    """A file that cannot be loaded costs the note, not the tap, and no waiting for one that may come late."""
    reader.route(NOTES, lambda route: route.abort())
    reader.locator(MARK).first.click()
    reader.wait_for_url("**/evidence/#claim-bacteria-prompt-mucus", timeout=3000)


def test_a_reader_does_not_wait_long_for_notes(reader: Page) -> None:
    """A file that never comes costs a few seconds."""
    held: list[Route] = []
    reader.route(NOTES, lambda route: held.append(route))  # a function of our own: playwright marks it
    reader.locator(MARK).first.click(no_wait_after=True)
    reader.wait_for_url("**/evidence/#claim-bacteria-prompt-mucus", timeout=8000)
    assert held


def test_without_popovers_a_mark_stays_a_link(new_page: Callable[..., Page]) -> None:
    """An older browser has the link."""
    page = new_page()
    page.add_init_script("delete HTMLElement.prototype.showPopover")
    page.goto(PAGE)
    page.locator(MARK).first.click()
    page.wait_for_url("**/evidence/#claim-bacteria-prompt-mucus")


def test_a_mark_opens_elsewhere_when_asked(reader: Page) -> None:
    """With Control held a mark opens its claim beside the page, as every link does."""
    with reader.context.expect_page() as opened:
        reader.locator(MARK).first.click(modifiers=["Control"])
    assert opened.value.url.endswith("/evidence/#claim-bacteria-prompt-mucus")
    expect(reader.get_by_role("dialog")).to_have_count(0)


def test_notes_open_from_a_folder(page: Page, site: Path) -> None:
    """With no server, the notes come too."""
    page.goto((site / "defenses" / "index.html").as_uri())
    open_note(page)


def test_every_note_of_a_page_opens(reader: Page) -> None:
    """Each claim of a page with many has its note."""
    reader.goto("food-groups/")
    claims = list(dict.fromkeys(claims_of(read_html(reader.content()))))
    assert len(claims) > 10
    for claim in claims:
        reader.locator(f"a.mark[href$=claim-{claim}]").first.click()
        expect(reader.locator(f"#note-{claim}")).to_be_visible()
        reader.keyboard.press("Escape")
        expect(reader.get_by_role("dialog")).to_have_count(0)


def test_sources_are_on_paper(reader: Page) -> None:
    """Printed, the page ends with a source line for each claim."""
    reader.emulate_media(media="print")
    sources = reader.get_by_role("region", name="Sources on this page")
    expect(sources).to_be_visible()
    expect(sources.get_by_role("listitem").first).to_be_visible()
