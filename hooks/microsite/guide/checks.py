"""What can be wrong between files: markers that name nothing, links to files that are not there."""

import re
from collections.abc import Collection, Iterator, Mapping

from microsite.content.assertions import page_assertions, repeated_marks
from microsite.content.page_source import PageSource
from microsite.evidence.ledger import Ledger
from microsite.evidence.records import ClaimRecord
from microsite.evidence.wording import misfits
from microsite.guide.guide import Guide
from microsite.guide.marker_renderers import marker_rules
from microsite.source.files import Document
from microsite.source.kept import kept
from microsite.source.links import check_links, goal_of
from microsite.source.markers import MarkerRule, check_markers
from microsite.source.page_lint import lint_page
from microsite.source.problems import Problem, describe
from microsite.source.schema import meant_by


def check_pages(
    guide: Guide, *, files: Collection[str], allowed_html: Collection[str] = (), extensions: Collection[str] = ()
) -> list[Problem]:
    """Problems in the Markdown of all pages. ``files`` are the paths a link may name, relative to the docs folder.

    ``allowed_html`` names elements that this site uses although pages of others may not, ``extensions`` those of
    Markdown that it has switched on.
    """
    rules = marker_rules(guide)
    problems = []
    for path, page in guide.pages.items():
        problems += check_markers(page.body, rules, file=page.file, first_line=page.body_line)
        problems += lint_page(
            page.body, file=page.file, first_line=page.body_line, allowed=allowed_html, extensions=extensions
        )
        problems += _check_message(page)
        problems += _check_repeated(page, rules)
        problems += _check_marks(page, guide.ledger)
        problems += check_links(page.links, file=page.file, page=path, files=files, anchors={})
    return [*problems, *_check_titles(guide)]


def _check_titles(guide: Guide) -> Iterator[Problem]:
    """Two pages with the same title cannot be told apart in menus and search results."""
    for name in ("title", "short_title"):
        first: dict[str, str] = {}
        for page in guide.pages.values():
            title = getattr(page.facts, name)
            if title in first:
                field = "nav_title" if name == "short_title" and page.facts.nav_title else "title"
                line, expected = page.lines.get((field,), 1), f"a title that {first[title]} does not have"
                yield Problem(page.file, line, field, expected, repr(title))
            first.setdefault(title, page.file)


def _check_repeated(page: PageSource, rules: Mapping[str, MarkerRule]) -> Iterator[Problem]:
    """What has a line of its own brings ids, such as those of its rows, so a page can have it once."""
    seen: dict[str, int] = {}
    for marker in page.markers:
        if marker.name not in rules or not rules[marker.name].block or marker.name == "message":
            continue
        if str(marker) in seen:
            found = f"again (first on line {seen[str(marker)]})"
            yield Problem(page.file, marker.line, str(marker), f"each {marker.name} once", found)
        seen.setdefault(str(marker), marker.line)


def _check_marks(page: PageSource, ledger: Ledger) -> tuple[Problem, ...]:
    """Words fit the grade of their mark, and a mark is not said twice in a row."""
    named = dict.fromkeys([*page.facts.key_claims, *(marker.argument or "" for marker in page.markers)])
    return _marks_of(page, tuple(ledger.claims[name].record for name in named if name in ledger.claims))


@kept
def _marks_of(page: PageSource, claims: tuple[ClaimRecord, ...]) -> tuple[Problem, ...]:
    return tuple(_misfits(page, {claim.id: claim for claim in claims}))


def _misfits(page: PageSource, claims: Mapping[str, ClaimRecord]) -> Iterator[Problem]:
    for marker in repeated_marks(page.markers):
        yield Problem(page.file, marker.line, str(marker), "one mark after the last sentence it carries", "it again")
    for said in page_assertions(page):
        for claim in (claims[name] for name in said.claims if name in claims):
            for words in misfits(said.text, claim):
                expected = f"words that fit {claim.strength} evidence ({claim.id})"
                yield Problem(page.file, said.line, f'"{said.text}"', expected, repr(words))


def _check_message(page: PageSource) -> Iterator[Problem]:
    """The key message can stand lower than at the top, but still before the first section, and once."""
    section = re.search(r"^## ", page.body, re.M)
    for count, marker in enumerate(marker for marker in page.markers if marker.name == "message"):
        if page.facts.key_message is None:
            expected, found = "a page with a key_message", "none"
        elif section and marker.start > section.start():
            expected, found = "a place before the first section", "one after it"
        elif count:
            expected, found = "one place", "a second one"
        else:
            continue
        yield Problem(page.file, marker.line, str(marker), expected, found)


def check_anchors(guide: Guide, anchors: Mapping[str, Collection[str]]) -> list[Problem]:
    """Links of all pages to anchors that are not there. ``anchors`` has the ids on each rendered page by its path."""
    problems = []
    for path, page in guide.pages.items():
        problems += check_links(page.links, file=page.file, page=path, files=None, anchors=anchors)
    return problems


def check_nav(guide: Guide, listed: Collection[str]) -> list[Problem]:
    """Published pages that the navigation of the site does not list: nobody would find them."""
    # One that the navigation calls by almost its name is told there.
    meant = {meant_by(path, guide.pages) for path in listed if path not in guide.pages}
    known = {*listed, *meant}
    forgotten = [page for path, page in guide.pages.items() if path not in known and not page.facts.is_draft]
    return [Problem(page.file, 1, "page", "its path under nav in mkdocs.yml", "nothing") for page in forgotten]


def check_urgent_page(
    guide: Guide, path: object, *, listed: Collection[str], drafts: bool, settings: Document
) -> list[Problem]:
    """What is wrong with the page that is one tap from every page: readers have to reach it.

    ``listed`` are the pages of the navigation; with ``drafts`` one of these may be it, which only editors see.
    """
    if path is None:
        return []
    if not isinstance(path, str) or path not in guide.pages:
        found = describe(path)
    elif path in guide.drafts:
        found = "" if drafts else f"a draft, {path!r}"
    else:
        found = "" if path in listed else f"a page that nav does not list, {path!r}"
    example = next((page for page in guide.pages if page in listed and page not in guide.drafts), "warning-signs.md")
    expected = f"the path of a published page that nav lists, such as {example}"
    line = settings.line(("extra", "urgent_page"))
    return [Problem(settings.file, line, "extra.urgent_page", expected, found)] if found else []


def check_drafts(guide: Guide) -> list[Problem]:
    """Links of published pages to drafts, which readers cannot open."""
    return [
        Problem(page.file, link.line, f"link {link.target!r}", "a published page", "a draft")
        for path, page in guide.pages.items()
        for link in page.links
        if path not in guide.drafts and goal_of(link, page=path) in guide.drafts
    ]


def check_ledger_pages(guide: Guide, *, name: str = "docs/data") -> list[Problem]:
    """Marks lead to the claims, and claims to the sources: a site that has claims has a page for both.

    ``name`` is what messages call the data folder.
    """
    if not guide.ledger.claims:
        return []
    wanted = {
        "claims.yml": ("a page with [[table: ...]] of them, with rowPrefix claim", guide.evidence_page),
        "references.yml": ("a page with [[bibliography]]", guide.bibliography_page),
    }
    return [
        Problem(f"{name}/{file}", 1, "file", expected, "none") for file, (expected, page) in wanted.items() if not page
    ]
