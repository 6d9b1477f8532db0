"""The first page opens like a cover: a reader sees what the guide is and chooses a way in without scrolling."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

WAYS = ("Understand", "Eat", "Worried?", "Habits")
BOTTOM = "element => element.getBoundingClientRect().bottom"


def lowest(page: Page, *selectors: str) -> float:
    """How far down the lowest of these ends, in CSS pixels."""
    return max(page.locator(selector).first.evaluate(BOTTOM) for selector in selectors)


@pytest.mark.parametrize("size", [(360, 640), (768, 1024), (1280, 800)], ids=str)
def test_the_four_ways_in_are_on_the_first_screen(new_page: Callable[..., Page], size: tuple[int, int]) -> None:
    page = new_page(width=size[0], height=size[1])
    page.goto("")
    links = page.locator("main .opening > ul a")
    assert tuple(links.all_inner_texts()) == WAYS
    assert lowest(page, ".opening > ul") <= size[1]


def test_a_desk_shows_title_ways_drawing_and_message_at_once(new_page: Callable[..., Page]) -> None:
    page = new_page(width=1280, height=800)
    page.goto("")
    assert lowest(page, "h1", ".opening > ul", ".opening svg", ".key-message .message") <= 800


def test_the_header_covers_no_part_of_the_title(new_page: Callable[..., Page]) -> None:
    page = new_page(width=360, height=640)
    page.goto("")
    header = page.locator(".site-header").evaluate(BOTTOM)
    assert page.locator("h1").evaluate("element => element.getBoundingClientRect().top") >= header
