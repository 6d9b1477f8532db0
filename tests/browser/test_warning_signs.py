"""A worried reader on a small phone sees the emergency card first."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]


def test_the_emergency_card_is_in_the_first_view_above_the_key_message(new_page: NewPage) -> None:
    """At 360 by 640 pixels, without a script and without scrolling: its heading, its lead and its first signs."""
    page = new_page(width=360, height=640, javascript=False)
    page.goto("warning-signs/")
    card = page.get_by_role("group", name="Emergency: call your local emergency number now")
    expect(card.get_by_role("heading")).to_be_in_viewport(ratio=1)
    for place in range(3):
        expect(card.get_by_role("listitem").nth(place)).to_be_in_viewport(ratio=1)
    message = page.get_by_text("Key message", exact=True)
    below = "(message) => message.getBoundingClientRect().top"
    bottom = "(card) => card.getBoundingClientRect().bottom"
    assert message.evaluate(below) > card.evaluate(bottom)
