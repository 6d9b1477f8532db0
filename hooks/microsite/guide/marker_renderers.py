"""What each marker becomes on a page, and which claims it brings there."""

from collections.abc import Iterable, Mapping
from itertools import count

from markupsafe import Markup

from microsite.content.sheet_view import advice_groups, render_sheet
from microsite.evidence.bibliography import BIBLIOGRAPHY_FOLDER, EXPORTS, render_bibliography
from microsite.evidence.citations import short_name
from microsite.evidence.ledger import mark_id
from microsite.evidence.marks import render_mark
from microsite.evidence.verdicts import render_verdicts
from microsite.guide.claim_uses import uses_of
from microsite.guide.guide import Guide
from microsite.html.addresses import LinkTo, link_from
from microsite.html.contents import CONTENTS_PLACE
from microsite.html.templates import render
from microsite.source.markers import Filler, fill_markers
from microsite.table.charts import render_chart
from microsite.table.view import render_table


def fill_page(path: str, guide: Guide, *, urls: Mapping[str, str]) -> str:
    """The Markdown of a page with every marker filled. ``urls`` maps paths inside the docs folder to addresses."""
    page = guide.pages[path]
    if not page.markers:
        return page.body
    link = link_from(urls[path], urls)
    # The key message stands above the text, so its marks are counted first.
    marks = MarkWriter(guide, link, already=len(page.facts.key_claims))
    return fill_markers(page.body, fillers_for(guide, marks, link))


class MarkWriter:
    """Renders the evidence marks of one page and numbers them, in reading order."""

    def __init__(self, guide: Guide, link: LinkTo, *, already: int = 0) -> None:
        self._guide = guide
        self._link = link
        self._numbers = count(already + 1)

    def mark(self, claim_id: str) -> Markup:
        """The next mark of the page."""
        return self._render(claim_id, id=mark_id(next(self._numbers)))

    def marks(self, claim_ids: Iterable[str]) -> list[Markup]:
        """The marks of several claims, in order."""
        return [self.mark(claim_id) for claim_id in claim_ids]

    def marks_in_row(self, claim_ids: Iterable[str]) -> Markup:
        """The marks of a table row, to which its claims lead back as a whole."""
        return Markup(" ").join(self._render(claim_id) for claim_id in claim_ids)

    def _render(self, claim_id: str, *, id: str = "") -> Markup:
        claim = self._guide.ledger.claims[claim_id]
        return render_mark(claim, href=self._link(f"{self._guide.evidence_page}#{claim.anchor}"), id=id)


def fillers_for(guide: Guide, marks: MarkWriter, link: LinkTo) -> dict[str, Filler]:
    """The fillers of every marker a page may hold, writing links and marks for that page."""
    content = guide.content
    exports = [(export.title, link(f"{BIBLIOGRAPHY_FOLDER}/{export.file}")) for export in EXPORTS]
    charts = [name for name, dataset in guide.datasets.items() if dataset.declaration.chart]

    def care(name: str) -> str:
        return render("care", card=content.care[name], marks=marks.marks(content.care[name].claims))

    def habit(name: str) -> str:
        card = content.habits[name]
        parts = {"why": card.why_claims, "how_often": card.how_often_claims, "caution": card.caution_claims}
        return render("habit", habit=card, marks={part: marks.marks(claims) for part, claims in parts.items()})

    def quiz(page: str) -> str:
        questions = content.questions[page]
        return render("quiz", questions=questions, marks=[marks.marks(question.claims) for question in questions])

    def picture(name: str) -> str:
        shown = content.pictures[name]
        return render("figure", picture=shown, svg=Markup(content.drawings[name]), marks=marks.marks(shown.claims))

    def explainer(name: str) -> str:
        shown, drawing = content.explainers[name]
        steps = [
            {
                "id": f"{name}-at-{step.id}",
                "title": step.title,
                "says": step.says,
                "layers": [
                    (f"{name}-{part}", "lit" if part in step.lights else "")
                    for part in drawing.parts
                    if shown.is_shown(part, step)
                ],
                "marks": marks.marks(step.claims),
            }
            for step in shown.steps
        ]
        return render("explainer", explainer=shown, drawing=drawing, steps=steps)

    def table(name: str) -> str:
        return render_table(
            guide.datasets[name],
            marks=marks.marks_in_row,
            link=link,
            say=lambda field, value: _say(guide, field, value),
            backlinks=lambda claim: _backlinks(guide, claim, link),
            others=guide.datasets,
        )

    def sheet(name: str) -> str:
        return render_sheet(guide.sheets[name], content, guide.datasets, marks=marks.marks)

    def advice(name: str) -> str:
        return render("advice", groups=list(advice_groups(content.advice[name])), marks=marks.marks)

    return {
        "table": Filler(table, guide.datasets),
        "chart": Filler(lambda name: render_chart(guide.datasets[name]), charts),
        "claim": Filler(marks.mark, guide.ledger.claims, block=False),
        "care": Filler(care, content.care),
        "habit": Filler(habit, content.habits),
        "quiz": Filler(quiz, content.questions),
        "picture": Filler(picture, content.pictures),
        "explainer": Filler(explainer, content.explainers),
        "sheet": Filler(sheet, guide.sheets),
        "advice": Filler(advice, content.advice),
        "glossary": Filler(lambda _: render("glossary", terms=content.terms)),
        "bibliography": Filler(lambda _: render_bibliography(guide.ledger.sources.values(), downloads=exports)),
        "verdicts": Filler(lambda _: render_verdicts(guide.ledger.claims.values())),
        "contents": Filler(lambda _: CONTENTS_PLACE),
        "changes": Filler(lambda _: _changes(guide, link)),
    }


def _say(guide: Guide, field: str, value: str) -> str:
    """A value of a table in a reader's words: a source by its authors, a page by its title."""
    if field == "references":
        return short_name(guide.ledger.sources[value])
    if field == "page" and f"{value}.md" in guide.pages:
        return guide.pages[f"{value}.md"].facts.short_title
    return value


def _changes(guide: Guide, link: LinkTo) -> Markup:
    pages = {path: page.facts.short_title for path, page in guide.pages.items()}
    changes = [
        {"date": change.date, "says": change.says, "pages": [(pages[path], link(path)) for path in change.pages]}
        for change in guide.changes
    ]
    return render("changes", changes=changes)


def _backlinks(guide: Guide, claim: str, link: LinkTo) -> Markup:
    uses = uses_of(guide).get(claim, ())
    return render("backlinks", uses=[(use.page_title, link(f"{use.url}#{use.anchor}")) for use in uses])
