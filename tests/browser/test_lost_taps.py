"""Nothing that a reader does is lost while the scripts are on their way, each 600 ms late."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

NewPage = Callable[..., Page]
LATE_MS = 600
PAGE = "how-it-works/"
DARK = "rgb(18, 26, 22)"
LIGHT = "rgb(251, 248, 241)"


def paper(page: Page) -> str:
    """The color behind the text."""
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def stored(page: Page) -> dict[str, str]:
    """All that the site keeps on the device."""
    return page.evaluate("({ ...localStorage, ...sessionStorage })")


@pytest.fixture
def late(new_page: NewPage) -> Iterator[NewPage]:
    """Readers to whom every script but those in the page comes late."""
    readers = []

    def open_page(**reader: object) -> Page:
        page = new_page(**reader)
        readers.append(page)

        def delay(route: Route) -> None:
            page.wait_for_timeout(LATE_MS)  # the reader goes on meanwhile
            route.continue_()

        page.route("**/*.js", delay)
        page.goto(PAGE)
        return page

    yield open_page
    for page in readers:
        page.unroute_all(behavior="ignoreErrors")


def test_a_page_asks_for_nothing_but_itself(page: Page) -> None:
    """One request, and no script, until a hand or a key comes near."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [page.url]


def test_the_search_opens_at_once_by_click(late: NewPage) -> None:
    """The field is there and takes letters before any script has come; then it finds."""
    page = late()
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("kefir")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("kefir")
    expect(page.get_by_role("region", name="Search results").get_by_role("link").first).to_be_visible()


def test_letters_typed_after_a_slash_are_kept(late: NewPage) -> None:
    """All of them, in order, typed without a pause; and the slash is no letter."""
    page = late()
    page.keyboard.press("/")
    page.keyboard.type("fiber")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("fiber")
    expect(page.get_by_role("region", name="Search results").get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("textbox", name="Search")).to_have_value("fiber")


def test_enter_does_not_send_the_page_away(late: NewPage) -> None:
    """A reader who presses Enter early stays on the page, with what was typed."""
    page = late()
    page.keyboard.press("/")
    page.keyboard.type("sleep")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("sleep")
    assert "query" not in page.url


def test_escape_closes_the_search_at_once(late: NewPage) -> None:
    """Also before the script that does the rest."""
    page = late()
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("textbox", name="Search")).to_be_hidden()


@pytest.mark.parametrize("taps", [1, 2, 3])
def test_each_tap_on_the_colors_counts(late: NewPage, taps: int) -> None:
    """One tap makes the page dark, a second light again, however late the script."""
    page = late()
    for _ in range(taps):
        page.get_by_role("button", name="Dark colors").click()
    button = page.get_by_role("button", name="Dark colors", pressed=taps % 2 == 1)
    expect(button).to_be_visible()
    assert paper(page) == (DARK if taps % 2 else LIGHT)


def test_a_reader_who_prefers_dark_never_sees_light(late: NewPage) -> None:
    """The page is dark before any script has come, by the device and by an earlier choice."""
    assert paper(late(scheme="dark")) == DARK
    page = late()
    page.evaluate("localStorage.setItem('theme', 'dark')")
    seen: list[str] = []
    page.expose_function("saw", lambda color: seen.append(color))
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => saw(getComputedStyle(document.documentElement).backgroundColor))"
    )
    page.reload()
    assert paper(page) == DARK
    assert set(seen) == {DARK}


def test_back_to_the_top_needs_no_script(late: NewPage) -> None:
    """A link that is there from the start."""
    page = late()
    page.get_by_role("link", name="Back to the top").click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_a_mark_opens_its_note(late: NewPage) -> None:
    """Even when two scripts in a row are late."""
    page = late()
    page.locator("a.mark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_mark_is_a_link_where_no_script_comes(page: Page) -> None:
    """A tap leads to the claim after all."""
    page.route("**/on-demand/*.js", lambda route: route.abort())
    page.goto(PAGE)
    page.locator("a.mark").first.click()
    page.wait_for_url("**/evidence/#claim-*")


def test_nothing_is_stored_until_a_reader_chooses(page: Page) -> None:
    """Not on load, not by looking around; the colors once they are chosen, and no longer than they differ."""
    for path in ("./", PAGE, "foods/", "evidence/"):
        page.goto(path)
        page.keyboard.press("Tab")
        assert stored(page) == {}
    switch = page.get_by_role("button", name="Dark colors")
    switch.click()
    expect(page.get_by_role("button", name="Dark colors", pressed=True)).to_be_visible()
    assert stored(page) == {"theme": "dark"}
    switch.click()
    expect(page.get_by_role("button", name="Dark colors", pressed=False)).to_be_visible()
    assert stored(page) == {}
