"""The evidence ledger: claims with their sources, both checked, and where the pages use them.

Sources lose what could not be confirmed as they enter the ledger, so no view, download or fact for machines made
from it can show that by mistake.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from microsite.evidence.containers import check_types
from microsite.evidence.ledger_checks import check_citations, check_references
from microsite.evidence.records import ClaimRecord, Reference
from microsite.source.files import read_yaml
from microsite.source.problems import ProblemList
from microsite.source.schema import load_list

CLAIMS = "claims.yml"
REFERENCES = "references.yml"


@dataclass(frozen=True)
class Claim:
    """A claim as pages show it: its record, and its sources without what could not be confirmed."""

    record: ClaimRecord
    sources: tuple[Reference, ...]

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id

    @property
    def anchor(self) -> str:
        """The id of the claim's row on the evidence page."""
        return f"claim-{self.id}"


@dataclass(frozen=True)
class Ledger:
    """All claims and all sources by id, in the order of their files."""

    claims: dict[str, Claim] = field(default_factory=dict)
    sources: dict[str, Reference] = field(default_factory=dict)

    def select(self, claims: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these ids, each once, in the order of first mention."""
        return tuple(self.claims[claim] for claim in dict.fromkeys(claims))


@dataclass(frozen=True)
class Mark:
    """A claim at one place of a page: ``anchor`` is the id of the mark, or of the table row that holds it.

    ``under`` is the heading of that place, which is known once the whole page is.
    """

    claim: str
    anchor: str
    under: str = ""


@dataclass(frozen=True)
class PageMarks:
    """A page and its marks, in document order."""

    title: str
    url: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Use:
    """One place where a claim is used, and the heading there. ``url`` is the page's, without the anchor."""

    page_title: str
    url: str
    anchor: str
    under: str = ""


def load_ledger(folder: Path, *, name: str) -> Ledger:
    """Read and check claims.yml and references.yml of a folder; a site without them has an empty ledger.

    ``name`` is what messages call the folder. Raises `ProblemsFound` with the problems of both files.
    """
    if not (folder / CLAIMS).exists() and not (folder / REFERENCES).exists():
        return Ledger()
    found = ProblemList()
    claims: list[ClaimRecord] | None = None
    references: list[Reference] | None = None
    with found.gather():
        claim_file = read_yaml(folder / CLAIMS, name=f"{name}/{CLAIMS}")
        claims = load_list(claim_file, ClaimRecord)
    with found.gather():
        reference_file = read_yaml(folder / REFERENCES, name=f"{name}/{REFERENCES}")
        references = load_list(reference_file, Reference)
        found.add(*check_references(references, reference_file), *check_types(references, reference_file))
    if claims is not None and references is not None:
        found.add(*check_citations(claims, claim_file, references, reference_file))
    found.raise_if_any()
    return build_ledger(claims or [], references or [])


def build_ledger(claims: Iterable[ClaimRecord], references: Iterable[Reference]) -> Ledger:
    """Join checked records; what could not be confirmed is dropped here."""
    sources = {reference.id: reference.printable() for reference in references}
    joined = {claim.id: Claim(claim, tuple(sources[name] for name in claim.references)) for claim in claims}
    return Ledger(joined, sources)


def mark_id(number: int) -> str:
    """The id of the ``number``-th mark of a page, counted from 1."""
    return f"mark-{number}"


def collect_uses(pages: Iterable[PageMarks]) -> dict[str, tuple[Use, ...]]:
    """Where each claim is used, in reading order; a table row that marks a claim twice is one place."""
    uses: dict[str, dict[Use, None]] = {}
    for page in pages:
        for mark in page.marks:
            uses.setdefault(mark.claim, {})[Use(page.title, page.url, mark.anchor, mark.under)] = None
    return {claim: tuple(places) for claim, places in uses.items()}


def unused_claims(ledger: Ledger, uses: dict[str, tuple[Use, ...]]) -> tuple[Claim, ...]:
    """The claims that no page marks."""
    return tuple(claim for name, claim in ledger.claims.items() if not uses.get(name))
