"""Evidence marks, the notes they open, and the sources at the end of a page.

A mark is a link to its claim, whole without a script. Notes are not in the page, because few of them are ever opened:
they lie in one script file a page, which is fetched when the first mark is tapped. A script and not JSON, because a
page opened from a folder may run a script beside it but may not fetch data.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from markupsafe import Markup

from microsite.evidence.citations import SourceLink, best_link, cite_claim, short_name
from microsite.evidence.ledger import Claim, Ledger, Mark, mark_id
from microsite.evidence.records import Reference
from microsite.evidence.words import full_words, kind_words, mark_words, verdict_words
from microsite.html.templates import render

NOTES_FOLDER = "assets/notes"


def render_mark(claim: Claim, *, href: str, id: str = "") -> Markup:
    """The mark of a claim; ``href`` leads to the claim among all claims, ``id`` lets the claim lead back."""
    return render("mark", id=id, strength=claim.record.strength, words=mark_words(claim), href=href)


class MarkWriter:
    """Renders the evidence marks of one page and numbers them, in reading order; ``written`` has those so far."""

    def __init__(self, ledger: Ledger, *, claims_url: str) -> None:
        """``claims_url`` is the address, as seen from the page, of the page that lists all claims."""
        self._ledger = ledger
        self._claims_url = claims_url
        self.written: list[Mark] = []

    def mark(self, claim_id: str) -> Markup:
        """The next mark of the page."""
        mark = Mark(claim_id, mark_id(len(self.written) + 1))
        self.written.append(mark)
        return self._render(claim_id, id=mark.anchor)

    def marks(self, claim_ids: Iterable[str]) -> list[Markup]:
        """The marks of several claims, in order."""
        return [self.mark(claim_id) for claim_id in claim_ids]

    def marks_in_row(self, claim_ids: Iterable[str]) -> Markup:
        """The marks of a table row, to which its claims lead back as a whole: they have no numbers."""
        return Markup(" ").join(self._render(claim_id) for claim_id in claim_ids)

    def skip(self, claim_ids: Iterable[str]) -> None:
        """Count marks that stand on the page already."""
        for claim_id in claim_ids:
            self.written.append(Mark(claim_id, mark_id(len(self.written) + 1)))

    def _render(self, claim_id: str, *, id: str = "") -> Markup:
        claim = self._ledger.claims[claim_id]
        return render_mark(claim, href=f"{self._claims_url}#{claim.anchor}", id=id)


def render_note(claim: Claim, *, evidence_url: str, bibliography_url: str) -> Markup:
    """What a mark opens: what we know, what we do not, how we judge it, on which evidence, from which sources."""
    return render(
        "note",
        claim=claim.record,
        title=_capital(full_words(claim)),
        verdict=verdict_words(claim),
        kinds=kind_words(claim),
        sources=cite(claim.sources, bibliography_url=bibliography_url),
        href=f"{evidence_url}#{claim.anchor}",
        citation=cite_claim(claim),
    )


def render_page_sources(claims: Sequence[Claim], *, evidence_url: str, bibliography_url: str, notes_url: str) -> Markup:
    """The section "Sources on this page": a line a claim; it also says where the notes of the page are."""
    if not claims:
        return Markup()
    lines = [
        {
            "says": claim.record.say_instead,
            "href": f"{evidence_url}#{claim.anchor}",
            "sources": cite(claim.sources, bibliography_url=bibliography_url),
        }
        for claim in claims
    ]
    return render("sources", lines=lines, notes_url=notes_url, count=len({s.id for c in claims for s in c.sources}))


def notes_path(page: str) -> str:
    """The file with the notes of a page: ``habits.md`` has ``assets/notes/habits.js``."""
    return f"{NOTES_FOLDER}/{PurePosixPath(page).with_suffix('.js')}"


def notes_script(claims: Iterable[Claim], *, evidence_url: str, bibliography_url: str) -> str:
    """The script file that hands the notes of a page to the page, by the anchor to which a mark leads."""
    urls = {"evidence_url": evidence_url, "bibliography_url": bibliography_url}
    notes = {claim.anchor: render_note(claim, **urls) for claim in claims}
    return f"evidenceNotes({json.dumps(notes, ensure_ascii=False, indent=0)});\n"


def cite(sources: Iterable[Reference], *, bibliography_url: str) -> list[dict[str, str | SourceLink | None]]:
    """Sources in short, for a template: name, container, the entry in the bibliography, the best address."""
    return [
        {
            "name": short_name(source),
            "container": source.container,
            "href": f"{bibliography_url}#{source_anchor(source)}",
            "link": best_link(source),
        }
        for source in sources
    ]


def source_anchor(source: Reference) -> str:
    """The id of a source's entry in the bibliography."""
    return f"source-{source.id}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
