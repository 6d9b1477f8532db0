"""Which claims each page marks, and where: the claims lead back to every sentence that uses them."""

from collections.abc import Iterator
from functools import lru_cache

from microsite.dataset import DataSet
from microsite.evidence import PageMarks, Use, collect_uses
from microsite.guide import Guide
from microsite.markers import Marker, find_markers
from microsite.page_facts import PageSource
from microsite.sheet_view import sheet_claims


def claims_on(page: PageSource, guide: Guide) -> tuple[str, ...]:
    """The claims of all marks of a page, in document order; a claim stands there as often as it is marked."""
    markers = find_markers(page.body)
    return (*page.facts.key_claims, *(claim for marker in markers for claim in _claims_at(marker, guide)))


# One guide is built at a time; the evidence page asks once for each claim.
@lru_cache(maxsize=1)
def uses_of(guide: Guide) -> dict[str, tuple[Use, ...]]:
    """Every mark of every page by claim. A use's ``url`` is the page's path inside the docs folder."""
    return collect_uses(
        PageMarks(page.facts.short_title, path, claims_on(page, guide)) for path, page in guide.pages.items()
    )


def _claims_at(marker: Marker, guide: Guide) -> tuple[str, ...]:
    """The claims that a marker shows, in the order in which its filler renders their marks."""
    content, name = guide.content, marker.argument
    match marker.name:
        case "claim":
            return (name,)
        case "care":
            return content.care[name].claims
        case "habit":
            return content.habits[name].claims
        case "quiz":
            return tuple(claim for question in content.questions[name] for claim in question.claims)
        case "picture":
            return content.pictures[name].claims
        case "advice":
            return content.advice[name].claims
        case "sheet":
            return sheet_claims(guide.sheets[name], content, guide.datasets)
        case "table":
            return tuple(_claims_in(guide.datasets[name]))
    return ()


def _claims_in(dataset: DataSet) -> Iterator[str]:
    fields = [part.field for column in dataset.declaration.columns for part in column.parts if part.show == "marks"]
    return (claim for row in dataset.rows for field in fields for claim in row.items(field))
