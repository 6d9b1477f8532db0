"""Which claims each page marks, and where: the claims lead back to every sentence that uses them."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from microsite.content.page_source import PageSource
from microsite.content.sheet_view import sheet_claims
from microsite.evidence.ledger import Mark, PageMarks, Use, collect_uses, mark_id
from microsite.guide.guide import Guide
from microsite.source.markers import Marker
from microsite.table.dataset import DataSet


def claims_on(page: PageSource, guide: Guide) -> tuple[str, ...]:
    """The claims of all marks of a page, in document order; a claim stands there as often as it is marked."""
    return tuple(mark.claim for mark in marks_on(page, guide))


def marks_on(page: PageSource, guide: Guide) -> Iterator[Mark]:
    """The marks of a page, in document order, numbered as `MarkWriter` numbers them."""
    numbers = count(1)
    for claim in page.facts.key_claims:
        yield Mark(claim, mark_id(next(numbers)))
    for marker in page.markers:
        if marker.name == "table":
            yield from _marks_in(guide.datasets[marker.argument])
        for claim in _claims_at(marker, guide):
            yield Mark(claim, mark_id(next(numbers)))


# One guide is built at a time; the evidence page asks once for each claim.
@lru_cache(maxsize=1)
def uses_of(guide: Guide) -> dict[str, tuple[Use, ...]]:
    """Every place of every page that uses a claim. A use's ``url`` is the page's path inside the docs folder."""
    return collect_uses(
        PageMarks(page.facts.short_title, path, tuple(marks_on(page, guide))) for path, page in guide.pages.items()
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
        case "explainer":
            return content.explainers[name][0].claims
        case "advice":
            return content.advice[name].claims
        case "sheet":
            return sheet_claims(guide.sheets[name], content, guide.datasets)
    return ()


def _marks_in(dataset: DataSet) -> Iterator[Mark]:
    """The marks of a table: a row has an id already, and some hundred more would weigh as much as the figures."""
    table = dataset.declaration
    fields = [part.field for column in table.columns for part in column.parts if part.show == "marks"]
    return (Mark(claim, table.anchor(row.id)) for row in dataset.rows for field in fields for claim in row.items(field))
