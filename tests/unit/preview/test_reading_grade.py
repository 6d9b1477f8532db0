"""The order of pages, and how hard they are to read."""

import pytest

from microsite.html.parsing import parse_html
from microsite.page.reading_order import leave_out, listed_pages
from microsite.preview.reading_grade import count_syllables, count_words, reading_grade


def grade(html: str) -> float | None:
    """The grade of a page with this HTML."""
    return reading_grade(parse_html(html))


NAV = ["index.md", {"About us": "about.md"}, {"More": ["a.md", {"B": "b.md"}, {"Deep": ["c.md"]}]}]


def test_every_page_of_a_navigation_is_listed_at_whatever_depth() -> None:
    """Titles and sections are no pages."""
    assert listed_pages(NAV) == {"index.md", "about.md", "a.md", "b.md", "c.md"}


def test_a_page_that_is_left_out_takes_its_empty_section_along() -> None:
    """What holds other pages stays."""
    assert leave_out(NAV, {"about.md", "c.md", "b.md"}) == ["index.md", {"More": ["a.md"]}]
    assert leave_out(NAV, ()) == NAV


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("cup", 1),
        ("fiber", 2),
        ("times", 1),
        ("needed", 2),
        ("immune", 2),
        ("bacteria", 4),
        ("action", 2),
        ("rhythm", 1),
    ],
)
def test_syllables_are_counted_by_rule(word: str, syllables: int) -> None:
    """Roughly, and at least one."""
    assert count_syllables(word) == syllables


def test_the_grade_is_that_of_the_formula() -> None:
    """Ten words of one syllable in one sentence: 0.39 * 10 + 11.8 - 15.59."""
    assert grade("<p>The cat sat on the mat with a red hat.</p>") == 0.1


def test_only_prose_is_graded() -> None:
    """Tables, drawings, marks and what is marked as no prose are left out; a page of those has no grade."""
    prose = "<p>The cat sat on the mat with a red hat.</p>"
    around = (
        "<table><tr><td>Immunological heterogeneity.</td></tr></table><div data-not-prose><p>Notwithstanding.</p></div>"
    )
    mark = '<a class="mark" href="x">considerable evidence</a>'
    assert grade(around + prose.replace("</p>", f" {mark}</p>")) == grade(prose)
    assert grade(around) is None


def test_words_are_counted_without_tags() -> None:
    """Those of tables too."""
    assert count_words(parse_html("<p>One <b>two</b></p><table><tr><td>three</td></tr></table>")) == 3
