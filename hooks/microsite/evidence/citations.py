"""A source in the words a page prints: names, where it was published, links. No HTML.

Works on sources of the ledger, which no longer hold what could not be confirmed.
"""

from dataclasses import dataclass
from urllib.parse import quote

from microsite.evidence.ledger import Claim
from microsite.evidence.records import Person, Reference
from microsite.evidence.words import STRENGTH_WORDS

_HIDDEN_WORDS = {
    "authors": "list of authors",
    "year": "year",
    "volume": "volume",
    "issue": "issue",
    "pages": "pages",
    "doi": "DOI",
    "pmid": "PubMed number",
    "pmcid": "PubMed Central number",
    "url": "address",
}

# As many authors of a long list are printed; the downloads have them all.
_NAMED = 6


@dataclass(frozen=True)
class SourceLink:
    """One address of a source, and what kind it is: DOI, PubMed, PubMed Central or Web page."""

    kind: str
    label: str
    url: str


def short_name(source: Reference) -> str:
    """How a sentence names a source: first author and others, and the year; the title where no author is known."""
    first, *more = [name.family if isinstance(name, Person) else name for name in source.names] or [f"“{source.title}”"]
    many = source.others or len(more) > 1
    name = f"{first} and {'others' if many else more[0]}" if many or more else first
    return f"{name}, {source.year}" if source.year else name


def cite_claim(claim: Claim) -> str:
    """A claim to be quoted: the sentence, how sure it is, its sources in short. Its address comes after it."""
    names = "; ".join(short_name(source) for source in claim.sources)
    return f"{claim.record.say_instead} ({STRENGTH_WORDS[claim.record.strength].capitalize()}: {names}.)"


def author_line(source: Reference) -> str:
    """The authors: of a long list the first, with the number of the others; "and others" where nobody knows them."""
    names = source.authors
    if source.others:
        return f"{', '.join(names[:_NAMED])}, and others"
    if len(names) <= _NAMED + 2:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMED])}, and {len(names) - _NAMED} others"


def published_in(source: Reference) -> str:
    """Container, year, volume, issue and pages, as far as they are known: ``Cell 2014;157(1):121-141``."""
    number = f"{source.volume or ''}{f'({source.issue})' if source.issue else ''}"
    place = ":".join(part for part in (number, source.pages) if part)
    dated = ";".join(part for part in (str(source.year) if source.year else "", place) if part)
    return f"{source.container}, {dated}" if dated else source.container


def links(source: Reference) -> tuple[SourceLink, ...]:
    """Every address of a source, the most lasting first."""
    found = []
    if source.doi:
        found.append(SourceLink("DOI", f"DOI {source.doi}", doi_url(source.doi)))
    if source.pmid:
        url = f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
        found.append(SourceLink("PubMed", f"PubMed {source.pmid}", url))
    if source.pmcid:
        url = f"https://pmc.ncbi.nlm.nih.gov/articles/{source.pmcid}/"
        found.append(SourceLink("PubMed Central", source.pmcid, url))
    if source.url and not any(link.url.rstrip("/") == source.url.rstrip("/") for link in found):
        found.append(SourceLink("Web page", source.url.split("/")[2], source.url))
    return tuple(found)


def best_link(source: Reference) -> SourceLink | None:
    """The address to give where there is room for one."""
    return next(iter(links(source)), None)


def doi_url(doi: str) -> str:
    """The address of a DOI, with what an address cannot hold escaped."""
    return "https://doi.org/" + quote(doi, safe="/:;()._-")


def not_confirmed(source: Reference) -> str:
    """What is left out because it could not be confirmed, in words: ``volume and pages``; "" when nothing is."""
    *most, last = [_HIDDEN_WORDS[name] for name in source.hide] or [""]
    return f"{', '.join(most)} and {last}" if most else last
