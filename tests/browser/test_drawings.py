"""Small drawings are fetched when they come into view, once for each group, and are as dark as the page around them."""

from collections.abc import Callable

from playwright.sync_api import Page

NewPage = Callable[..., Page]
DRAWN = ".plate img"


def last_drawing(page: Page) -> bytes:
    """A picture of the last drawing of the page, scrolled to and loaded, on white whatever the page."""
    drawing = page.locator(DRAWN).last
    drawing.scroll_into_view_if_needed()
    drawing.evaluate("(img) => Object.assign(img.style, { background: 'white', boxShadow: '0 0 0 9px white' })")
    drawing.evaluate("(img) => img.decode()")
    return drawing.screenshot()


def test_a_drawing_follows_the_reader_who_turns_the_page_dark(new_page: NewPage) -> None:
    light, dark = new_page(scheme="light"), new_page(scheme="dark")
    for page in (light, dark):
        page.goto("fiber/")
    in_light, in_dark = last_drawing(light), last_drawing(dark)
    assert in_light != in_dark
    light.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert last_drawing(light) == in_dark


def test_a_group_of_drawings_is_one_request_and_each_of_them_is_there(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("fiber/")
    last_drawing(page)
    groups = [url for url in asked if "/drawings/" in url]
    assert len(groups) == len(set(groups)) == 4
    for drawing in page.locator(DRAWN).all():
        drawing.scroll_into_view_if_needed()
        drawing.evaluate("(img) => img.decode()")
    assert len([url for url in asked if "/drawings/" in url]) == 4
