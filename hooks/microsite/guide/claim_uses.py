"""Which claims each page marks, and where: the claims lead back to every sentence that uses them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from microsite.components.component import RenderContext
from microsite.evidence.ledger import Mark, PageMarks, Use, collect_uses
from microsite.evidence.marks import MarkWriter
from microsite.guide.guide import Guide

KEY_MESSAGE = "Key message"


def claims_on(path: str, guide: Guide) -> tuple[str, ...]:
    """The claims of all marks of a page, in document order; a claim stands there as often as it is marked."""
    return tuple(mark.claim for mark in marks_by_page(guide)[path])


# One guide is built at a time, and each page asks more than once.
@lru_cache(maxsize=1)
def marks_by_page(guide: Guide) -> dict[str, tuple[Mark, ...]]:
    """The marks of each page, in document order and numbered as they are on the page."""
    return {path: tuple(_marks_on(path, guide)) for path in guide.pages}


@lru_cache(maxsize=1)
def uses_of(guide: Guide) -> dict[str, tuple[Use, ...]]:
    """Every place of every page that uses a claim. A use's ``url`` is the page's path inside the docs folder."""
    return collect_uses(PageMarks(guide.titles[path], path, marks) for path, marks in marks_by_page(guide).items())


def _marks_on(path: str, guide: Guide) -> Iterator[Mark]:
    """The HTML rendered here is discarded: only the list of marks is needed, not their addresses."""
    page = guide.pages[path]
    context = RenderContext(guide.site, link=str, marks=MarkWriter(guide.ledger, claims_url=""), titles=guide.titles)
    # The key message stands above the text.
    context.marks.skip(page.facts.key_claims)
    yield from (replace(mark, under=KEY_MESSAGE) for mark in context.marks.written)
    for marker in page.markers:
        for mark in guide.components[marker.name].marks(marker.argument, context):
            yield replace(mark, under=mark.under or page.heading_at(marker.start) or page.facts.short_title)
