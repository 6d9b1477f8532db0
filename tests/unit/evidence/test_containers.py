"""A source has the type of what it was published in."""

import pytest

from microsite.evidence.containers import check_types
from microsite.source.files import Document
from support.evidence_samples import make_source

BARE = {"volume": None, "pages": None, "doi": None}


def told(*sources: dict) -> list[str]:
    """What is wrong, by the message."""
    references = [make_source(**{**BARE, "id": f"s{i}", **changes}) for i, changes in enumerate(sources)]
    lines = {(i, "type"): 10 * i + 2 for i in range(len(references))}
    return [str(problem) for problem in check_types(references, Document("data/references.yml", [], lines))]


@pytest.mark.parametrize(
    ("container", "kind", "expected"),
    [
        ("EFSA Journal", "report", "article-journal"),
        ("Annals of Tea", "webpage", "article-journal"),
        ("Official Journal of Tea", "article-journal", "legislation"),
        ("Tea Society website", "article-journal", "webpage"),
        ("tea.org", "report", "webpage"),
        ("Tea guideline", "webpage", "report"),
        ("Cup Press, London", "article-journal", "book or report"),
    ],
)
def test_a_name_that_says_what_it_is_decides(container: str, kind: str, expected: str) -> None:
    assert told({"container": container, "type": kind}) == [
        f"data/references.yml:2: s0.type: expected {expected}, because it stands in {container!r}, found {kind!r}"
    ]


@pytest.mark.parametrize(
    ("field", "kind", "expected"),
    [
        ("issue", "book", "article-journal or legislation"),
        ("volume", "report", "article-journal or book or legislation"),
        ("pmid", "webpage", "article-journal or book"),
    ],
)
def test_a_field_that_only_some_types_have_decides(field: str, kind: str, expected: str) -> None:
    (message,) = told({"type": kind, field: "12"})
    assert f"expected {expected}, because it has a field {field!r}, found {kind!r}" in message


def test_sources_of_one_container_have_one_type() -> None:
    """The second is named, with the first; a publisher may have books and reports."""
    (message,) = told({"type": "webpage"}, {"type": "article-journal", "container": "CUPS & Saucers"})
    assert message == (
        "data/references.yml:12: s1.type: expected webpage, as s0 has, which stands in 'CUPS & Saucers' too, "
        "found 'article-journal'"
    )
    assert told({"type": "book"}, {"type": "report"}) == []


@pytest.mark.parametrize("kind", ["article-journal", "book", "legislation", "report", "webpage"])
def test_a_name_that_says_nothing_fits_any_type(kind: str) -> None:
    """Nobody has to rename what was published under a plain name."""
    assert told({"container": "MedlinePlus", "type": kind}) == []
