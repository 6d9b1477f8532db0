import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.content.page_source import read_page
from microsite.source.problems import ProblemsFound

FRONT = {
    "title": "Teas of the world",
    "summary": "What is in a cup, and what is not.",
    "published": "2026-01-02",
    "updated": "2026-01-03",
    "last_review": "2026-01-03",
    "next_review": "2027-01-03",
    "written_by": "the tea team",
}


def page(**changes: str | None) -> str:
    fields = {**FRONT, **changes}
    return (
        "---\n"
        + "".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None)
        + "---\n\nText.\n"
    )


def problems(text: str, **options: object) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read_page(text, file="p.md", **options)
    return [str(problem) for problem in found.value.problems]


def test_a_page_is_split_into_checked_facts_and_a_body_that_knows_its_line():
    source = read_page(page(), file="p.md")
    assert (source.facts.title, source.facts.next_review) == ("Teas of the world", datetime.date(2027, 1, 3))
    assert (source.body, source.body_line) == ("\nText.\n", 10)


@pytest.mark.parametrize("field", FRONT)
def test_a_field_that_every_page_needs_cannot_be_left_out(field: str):
    assert problems(page(**{field: None})) == [f"p.md:2: {field}: expected a value, found nothing"]


def test_all_that_is_wrong_is_told_at_once_and_at_its_line():
    assert problems(page(title="Why drink tea?", updated="soon", mood="calm")) == [
        "p.md:2: title: expected a statement, not a question, found 'Why drink tea?'",
        "p.md:5: updated: expected a date such as 2026-01-31, found 'soon'",
        "p.md:9: mood: expected the name of a field, found 'mood'",
    ]


def test_dates_run_forward():
    assert problems(page(updated="2025-12-31", next_review="2026-01-02")) == [
        "p.md:5: updated: expected a date not before published, found 2025-12-31",
        "p.md:7: next_review: expected a date not before last_review, found 2026-01-02",
    ]


@pytest.mark.parametrize("text", ["", "Text only.", "# Title\n\n---\n\nText", "---\ntitle: open"])
def test_a_page_without_front_matter_is_refused(text: str):
    assert problems(text) == [
        "p.md:1: front matter: expected title, summary and dates between two --- lines, found none"
    ]


def test_front_matter_with_a_key_twice_is_refused():
    assert problems("---\ntitle: A\ntitle: B\n---\n") == ["p.md:3: title: expected each key once, found 'title' again"]


def test_a_key_message_fits_a_phone_and_has_three_points():
    message = "\n  says: " + "word " * 61 + "\nkey_points:\n- says: one"
    assert problems(page(key_message=message)) == [
        "p.md:9: key_message: expected at most 60 words, found 62",
        "p.md:9: key_points: expected 3 points, found 1",
    ]


def test_the_claim_of_a_key_message_has_to_exist():
    message = "\n  says: Warm.\n  claim: warm\nkey_points: [{says: a}, {says: b}, {says: c}]"
    assert problems(page(key_message=message), claims={"cold"}) == [
        "p.md:11: key_message.claim: expected an id in claims.yml, found 'warm'"
    ]


def test_a_review_is_overdue_from_the_day_after():
    facts = read_page(page(), file="p.md").facts
    assert [facts.is_overdue(datetime.date(2027, 1, day)) for day in (3, 4)] == [False, True]


@given(st.text() | st.text().map(lambda text: f"---\n{text}\n---\n"))
def test_any_text_gives_a_page_or_problems(text: str):
    try:
        read_page(text, file="p.md")
    except ProblemsFound as found:
        assert found.problems
