"""A claim and a source for tests, of no real subject, that a test changes in the one field it speaks of."""

from microsite.evidence.ledger import Claim, build_ledger
from microsite.evidence.records import ClaimRecord, Reference

_SOURCE = {
    "id": "potter-2020",
    "type": "article-journal",
    "title": "Tea & warmth <in> cups",
    "authors": ["Potter AB", "Saucer C"],
    "container": "Cups & Saucers",
    "year": 2020,
    "volume": "3",
    "pages": "1-9",
    "doi": "10.1000/cups.3",
    "url": "https://doi.org/10.1000/cups.3",
    "study_design": "cohort",
    "found": "Warm tea is warm & <wet>.",
    "record": "confirmed",
}
_CLAIM = {
    "id": "tea-is-warm",
    "kind": "claim",
    "page": "tea",
    "section": "Tea",
    "where": "sentence 1",
    "claim": "Tea cures the cold.",
    "verdict": "overstated",
    "kinds": ["people"],
    "evidence_type": ["cohort"],
    "strength": "limited",
    "nuance": "Nobody has <counted> & weighed.",
    "say_instead": "Tea may warm you & me.",
}


def make_source(**changes: object) -> Reference:
    """Return a source; a field that is changed to None is left out."""
    return Reference.model_validate({key: value for key, value in {**_SOURCE, **changes}.items() if value is not None})


def make_claim(*sources: Reference, **changes: object) -> Claim:
    """Return a claim with these sources, or with one."""
    sources = sources or (make_source(),)
    record = ClaimRecord.model_validate({**_CLAIM, "references": [source.id for source in sources], **changes})
    return build_ledger([record], sources).claims[record.id]
