"""The page for editors, shown by the preview only: how each page stands, and what waits for somebody.

Every line names the file to open. Nothing here stops a build; what must is a problem.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from microsite.content.page_source import PageFacts
from microsite.evidence.ledger import CLAIMS, REFERENCES, unused_claims
from microsite.guide.checks import check_drafts
from microsite.guide.claim_uses import uses_of
from microsite.guide.guide import DATA, Guide
from microsite.html.assets import read_styles
from microsite.html.templates import render
from microsite.page.site_context import SiteContext
from microsite.page.view import RenderedPage
from microsite.preview.reading_grade import count_words, reading_grade
from microsite.source.kept import kept
from microsite.source.problems import Problem
from microsite.table.dataset import DataSet

EDITORS_URL = "editors/"


@dataclass(frozen=True)
class PageLine:
    """One page: the file to open, its measures, what its front matter says."""

    file: str
    url: str
    grade: float | None
    words: int
    minutes: int
    facts: PageFacts
    overdue: bool


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for an editor: the file to open, what in it, and why."""

    file: str
    what: str
    why: str


@dataclass(frozen=True)
class Group:
    """Things of one kind that wait; ``none`` says what an empty group means."""

    title: str
    none: str
    lines: tuple[Waiting, ...]


def render_editors_page(guide: Guide, context: SiteContext, *, docs: str, remarks: Iterable[Problem] = ()) -> Markup:
    """The whole page. ``docs`` is what the docs folder is called."""
    pages = [_page_line(page, docs, context.today) for page in context.pages]
    styles = read_styles(context.assets / "styles", ["tokens", "page", "components", "preview"])
    return render("editors", pages=pages, groups=find_waiting(guide, pages, docs=docs, remarks=remarks), styles=styles)


def find_waiting(
    guide: Guide, pages: Iterable[PageLine], *, docs: str, remarks: Iterable[Problem] = ()
) -> tuple[Group, ...]:
    """Everything that waits, by kind."""
    data = f"{docs}/{DATA}"
    return (
        Group("Reviews that are overdue", "No page is past its next review.", tuple(_overdue(pages))),
        Group("Drafts", "Every page is published.", tuple(_drafts(guide, docs))),
        Group("Claims that no page uses", "Every claim is used.", tuple(_unused(guide, data))),
        Group("Sources confirmed in part", "Every source is confirmed.", tuple(_unconfirmed(guide, data))),
        Group("Markup in texts", "No text has markup in it.", tuple(map(_markup, remarks))),
        Group("Rows with missing figures", "No figure is missing.", tuple(_gaps(guide.datasets.values(), data))),
    )


def _markup(remark: Problem) -> Waiting:
    return Waiting(f"{remark.file}:{remark.line}", remark.where, f"readers see {remark.found} as it is typed")


@kept
def _page_line(page: RenderedPage, docs: str, today: date) -> PageLine:
    return PageLine(
        file=f"{docs}/{page.path}",
        url=f"../{page.url}",
        grade=reading_grade(page.parsed),
        words=count_words(page.parsed),
        minutes=page.minutes,
        facts=page.facts,
        overdue=page.facts.is_overdue(today),
    )


def _overdue(pages: Iterable[PageLine]) -> Iterator[Waiting]:
    for page in sorted(pages, key=lambda page: page.facts.next_review):
        if page.overdue:
            yield Waiting(page.file, page.facts.title, f"next review was {page.facts.next_review}")


def _drafts(guide: Guide, docs: str) -> Iterator[Waiting]:
    for path in sorted(guide.drafts):
        yield Waiting(f"{docs}/{path}", guide.pages[path].facts.title, "not published")
    for problem in check_drafts(guide):
        yield Waiting(f"{problem.file}:{problem.line}", problem.where, "leads to a draft: the site cannot be built")


def _unused(guide: Guide, data: str) -> Iterator[Waiting]:
    for claim in unused_claims(guide.ledger, uses_of(guide)):
        yield Waiting(f"{data}/{CLAIMS}", claim.id, claim.record.say_instead)


def _unconfirmed(guide: Guide, data: str) -> Iterator[Waiting]:
    for source in guide.ledger.sources.values():
        if source.record != "confirmed":
            yield Waiting(f"{data}/{REFERENCES}", source.id, source.check or "")


def _gaps(datasets: Iterable[DataSet], data: str) -> Iterator[Waiting]:
    """A row with the figures it lacks. A file that two tables read is looked at once."""
    seen: set[tuple[str, str]] = set()
    for dataset in datasets:
        for file in dataset.declaration.files:
            figures = [field for field in file.table_schema.fields if field.type in ("number", "integer")]
            for row in dataset.rows:
                missing = [field.title for field in figures if row.values.get(field.name) is None]
                if missing and (file.path, row.id) not in seen:
                    seen.add((file.path, row.id))
                    yield Waiting(f"{data}/{file.path}", row.id, f"{len(missing)}: {', '.join(missing)}")
