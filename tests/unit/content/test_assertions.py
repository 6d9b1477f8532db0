"""Which sentences of a page a mark covers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.content.assertions import page_assertions, repeated_marks
from microsite.content.page_source import read_page
from microsite.source.markers import find_markers

FRONT = """\
---
title: Teas of the world
summary: What is in a cup, and what is not.
published: 2026-01-02
updated: 2026-01-03
last_review: 2026-01-03
next_review: 2027-01-03
written_by: the tea team
---
"""


def covered(body: str) -> list[tuple[str, ...]]:
    """Each sentence of a page with its claims."""
    return [(said.text, *said.claims) for said in page_assertions(read_page(FRONT + body, file="p.md"))]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("Tea is hot. It cools. [[claim: a]]", [("Tea is hot.", "a"), ("It cools.", "a")]),
        ("Tea is hot. [[claim: a]] It cools. [[claim: b]]", [("Tea is hot.", "a"), ("It cools.", "b")]),
        ("Tea is hot. [[claim: a]] Drink it.", [("Tea is hot.", "a"), ("Drink it.",)]),
        ("Tea is hot. [[claim: a]] [[claim: b]]", [("Tea is hot.", "a", "b")]),
        ("Tea.\n\nIt cools. [[claim: a]]", [("Tea.",), ("It cools.", "a")]),
        ("- Tea is hot.\n- It cools. [[claim: a]]\n", [("Tea is hot.",), ("It cools.", "a")]),
        ("## Tea {#tea}\n\nIt cools. [[claim: a]]", [("It cools.", "a")]),
        ("See **[tea](tea.md)** in 1 *cup*. [[claim: a]]", [("See tea in 1 cup.", "a")]),
        ("[[table: teas]]\n\nTea.", [("Tea.",)]),
        ("Tea is hot.\nIt cools. [[claim: a]]", [("Tea is hot.", "a"), ("It cools.", "a")]),
    ],
)
def test_a_mark_covers_its_paragraph_back_to_the_mark_before(body: str, sentences: list[tuple[str, ...]]) -> None:
    assert covered("\n" + body) == sentences


def test_the_key_message_comes_first() -> None:
    front = FRONT.replace("published", "key_message: {says: Tea warms., claim: a}\npublished", 1)
    page = read_page(
        front.replace("published", "key_points: [{says: X}, {says: Y}, {says: Z}]\npublished", 1), file="p"
    )
    assert [(said.text, said.claims) for said in page_assertions(page)] == [
        ("Tea warms.", ("a",)),
        ("X", ()),
        ("Y", ()),
        ("Z", ()),
    ]


def test_a_sentence_knows_the_line_of_its_mark() -> None:
    page = read_page(FRONT + "\nTea.\n\nIt\ncools. [[claim: a]]\n", file="p.md")
    assert [said.line for said in page_assertions(page)] == [page.body_line + 1, page.body_line + 4]


@pytest.mark.parametrize(
    ("body", "again"),
    [
        ("A. [[claim: a]] B. [[claim: a]]", 1),
        ("A. [[claim: a]]\n\n## H\n\nB. [[claim: a]]", 1),
        ("A. [[claim: a]] B. [[claim: b]] C. [[claim: a]]", 0),
    ],
)
def test_the_same_mark_twice_in_a_row_is_found(body: str, again: int) -> None:
    assert len(list(repeated_marks(find_markers(body)))) == again


@given(st.text(alphabet="aB .\n-*[]:()#claim1", max_size=80))
def test_any_text_can_be_read(body: str) -> None:
    """No sentence is empty, and none is covered by a claim that the text does not name."""
    for said in page_assertions(read_page(FRONT + body, file="p.md")):
        assert said.text.strip()
        assert all(f"claim: {name}" in body or f"claim:{name}" in body for name in said.claims)
