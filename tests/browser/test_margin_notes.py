"""Marks step back: dots in the text, and their words in the margin where there is one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

NewPage = Callable[..., Page]

NAMES = "how-it-works defenses fiber food-groups fiber-day habits medicines warning-signs"
PAGES = ["./", *(f"{name}/" for name in NAMES.split())]
# Of all words of running text that a reader sees.
MARKS_AT_MOST = 0.04
TARGET_PX = 24
LINE_PX = 40

VISIBLE_WORDS = """() => {
  const words = (node) => node.textContent.trim().split(/\\s+/).filter(Boolean).length;
  const seen = (node) => { const box = node.getBoundingClientRect(); return box.width > 1 && box.height > 1; };
  const texts = [...document.querySelectorAll('.body > :is(p, ul, ol), .key-message')];
  const marks = texts.flatMap((text) => [...text.querySelectorAll('a.mark')]);
  const all = texts.reduce((sum, text) => sum + words(text), 0) - marks.reduce((sum, mark) => sum + words(mark), 0);
  return marks.filter((mark) => seen(mark.firstElementChild)).reduce((sum, mark) => sum + words(mark), 0) / all;
}"""
NOTES = """() => [...document.querySelectorAll('.body > :is(p, ul, ol) a.mark')].map((mark) => {
  const { left, right, top, bottom } = mark.firstElementChild.getBoundingClientRect();
  const text = mark.closest('.body > *').getBoundingClientRect();
  return { left, right, top, bottom, edge: text.right, line: mark.getClientRects()[0].top, words: mark.textContent };
})"""


@pytest.mark.parametrize("name", PAGES)
def test_marks_are_few_of_the_words_of_a_phone(same_page: NewPage, name: str) -> None:
    """A mark is its dots there; its words are for a screen reader."""
    page = same_page(width=360, height=740)
    page.goto(name)
    assert page.evaluate(VISIBLE_WORDS) <= MARKS_AT_MOST
    assert page.get_by_text("Dots say how sure we are").is_visible()


def test_a_mark_has_a_name_and_room_for_a_finger(same_page: NewPage) -> None:
    """The name is its words; the target is 24 pixels high at least."""
    page = same_page(width=360, height=740)
    page.goto("defenses/")
    marks = page.locator(".body > p a.mark").all()
    assert len(marks) > 5
    for mark in marks:
        assert "evidence" in (mark.text_content() or "")
        box = mark.bounding_box()
        assert box and min(box["width"], box["height"]) >= TARGET_PX


@pytest.mark.parametrize("width", [1100, 1280, 1920])
@pytest.mark.parametrize("name", PAGES)
def test_notes_stand_in_the_margin_beside_their_marks(same_page: NewPage, name: str, width: int) -> None:
    """Each to the right of the text and inside the window, level with its mark or just below the note before it."""
    page: Page = same_page(width=width, height=800)
    page.goto(name)
    notes = page.evaluate(NOTES)
    assert notes
    assert not page.get_by_text("Dots say how sure we are").is_visible()
    bottom = 0
    for note in notes:
        assert note["edge"] < note["left"] < note["right"] <= width, note
        assert note["top"] >= bottom - 1, note
        assert max(note["line"], bottom) - 4 <= note["top"] <= max(note["line"], bottom) + LINE_PX, note
        bottom = note["bottom"]


def test_without_a_script_the_margin_is_the_same(same_page: NewPage) -> None:
    page = same_page(width=1280, height=800, javascript=False)
    page.goto("defenses/")
    assert page.locator(".body p a.mark span").first.bounding_box()["width"] > LINE_PX
