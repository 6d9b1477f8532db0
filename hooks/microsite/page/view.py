"""What the page templates draw: one object with everything a page shows, all addresses made for that page.

Templates get finished values and decide nothing; this module decides, and writes no HTML of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from microsite.content.page_source import PageFacts
from microsite.html.addresses import relative_url
from microsite.html.contents import Heading, PageEntry, reading_minutes, split_first, split_lead
from microsite.html.parsed import ParsedHtml
from microsite.html.parsing import parse_html


@dataclass(frozen=True)
class Statement:
    """A sentence of the key-message box with its evidence mark ("" when it has none)."""

    says: str
    mark: Markup


@dataclass(frozen=True)
class Review:
    """Who wrote, checked and paid for the page, and when; ``overdue`` when the next review is past."""

    written_by: str
    reviewed_by: str | None
    published: date
    updated: date
    last_review: date
    next_review: date
    overdue: bool
    interests: str | None


@dataclass(frozen=True)
class PageLink:
    """Another page: its title, its address from here, and what it says of itself."""

    title: str
    url: str
    summary: str


@dataclass(frozen=True)
class PageView:
    """One page: its own parts, and its neighbors in the reading order."""

    title: str
    short_title: str
    summary: str
    key_message: Statement | None
    key_points: tuple[Statement, ...]
    outcomes: tuple[str, ...]
    minutes: int
    headings: tuple[Heading, ...]
    first_html: Markup
    lead_html: Markup
    body_html: Markup
    sources_html: Markup
    review: Review
    previous: PageLink | None
    next: PageLink | None
    breadcrumb: tuple[Heading, ...]


@dataclass(frozen=True)
class GuideView:
    """What the page templates draw. The 404 page has no ``page``, no ``article`` and no ``head`` of its own."""

    page: PageView | None
    article: Markup
    home_url: str
    urgent: PageLink | None
    icon: str | None
    loader: Markup
    head: Markup
    styles: Markup
    scripts: Markup


@dataclass(frozen=True)
class RenderedPage:
    """A page as the generator rendered it; ``headings`` have addresses on the page (``#id``)."""

    path: str
    url: str
    html: str
    headings: tuple[Heading, ...]
    facts: PageFacts

    @cached_property
    def parsed(self) -> ParsedHtml:
        """Its HTML, parsed once for reading time, contents and search."""
        return parse_html(self.html)

    @cached_property
    def minutes(self) -> int:
        """Whole minutes to read it; the contents of the guide ask for them again."""
        return reading_minutes(self.parsed)


def view_page(
    page: RenderedPage,
    *,
    previous: RenderedPage | None,
    next: RenderedPage | None,
    home: RenderedPage,
    statements: tuple[Statement, ...],
    sources_html: Markup,
    late_html: Mapping[str, Markup],
    today: date,
    interests: str | None,
) -> PageView:
    """Everything the page's template draws.

    ``statements`` are the key message and its points, with their marks; ``late_html`` is what takes the places of what
    was not known when the page was rendered.
    """
    lead, body = split_lead(page.parsed)
    for place, late in late_html.items():
        lead, body = lead.replace(place, late), body.replace(place, late)
    first, lead = split_first(lead)
    message, *points = statements or (None,)
    return PageView(
        title=page.facts.title,
        short_title=page.facts.short_title,
        summary=page.facts.summary,
        key_message=message,
        key_points=tuple(point for point in points if point),
        outcomes=page.facts.outcomes,
        minutes=page.minutes,
        headings=page.headings,
        first_html=first,
        lead_html=lead,
        body_html=body,
        sources_html=sources_html,
        review=_review(page.facts, today, interests),
        previous=page_link(previous, seen_from=page.url) if previous else None,
        next=page_link(next, seen_from=page.url) if next else None,
        breadcrumb=() if page is home else (Heading(home.facts.short_title, relative_url(home.url, page.url)),),
    )


def page_link(page: RenderedPage, *, seen_from: str | None, root: str = "") -> PageLink:
    """A page as other pages name it: as seen from the page at ``seen_from``, or, where that is None, from ``root``."""
    url = root + page.url if seen_from is None else relative_url(page.url, seen_from)
    return PageLink(page.facts.short_title, url, page.facts.summary)


def page_entry(page: RenderedPage, *, seen_from: str) -> PageEntry:
    """A page with its sections, as the contents on the page at ``seen_from`` list it."""
    url = relative_url(page.url, seen_from)
    sections = tuple(Heading(heading.title, url + heading.url) for heading in page.headings)
    return PageEntry(page.facts.short_title, url, page.minutes, sections)


def _review(facts: PageFacts, today: date, interests: str | None) -> Review:
    return Review(
        written_by=facts.written_by,
        reviewed_by=facts.reviewed_by,
        published=facts.published,
        updated=facts.updated,
        last_review=facts.last_review,
        next_review=facts.next_review,
        overdue=facts.is_overdue(today),
        interests=interests,
    )
