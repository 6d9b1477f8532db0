"""Checks of claims and sources that need more than one field, or both files."""

from collections.abc import Iterator, Sequence

from microsite.evidence.records import ClaimRecord, Reference
from microsite.source.files import Document
from microsite.source.problems import Problem, describe


def check_references(references: Sequence[Reference], document: Document) -> list[Problem]:
    """Problems that show only when two fields of a source are seen together, or two sources."""
    return [*_same_work(references, document), *_circles(references, document)] + [
        Problem(document.file, document.line((i, field)), f"{reference.id}.{field}", expected, describe(found))
        for i, reference in enumerate(references)
        for field, expected, found in _conflicts(reference)
    ]


def check_citations(
    claims: Sequence[ClaimRecord], claim_file: Document, references: Sequence[Reference], reference_file: Document
) -> list[Problem]:
    """Problems between the files: sources that are not known, named twice, or that no claim uses."""
    known = {reference.id for reference in references}
    used = {name for claim in claims for name in claim.references}
    problems = [
        Problem(claim_file.file, claim_file.line((i, "references", n)), f"{claim.id}.references", expected, repr(name))
        for i, claim in enumerate(claims)
        for n, name in enumerate(claim.references)
        for expected in _citation_faults(name, claim.references[:n], known)
    ]
    for i, reference in enumerate(references):
        place = (reference_file.file, reference_file.line((i, "see_instead")), f"{reference.id}.see_instead")
        if reference.see_instead is not None and reference.see_instead not in known - {reference.id}:
            problems.append(Problem(*place, "the id of another source", describe(reference.see_instead)))
        if reference.id not in used:
            line = reference_file.line((i, "id"))
            problems.append(Problem(reference_file.file, line, reference.id, "a claim that uses it", "none"))
    return problems


def _same_work(references: Sequence[Reference], document: Document) -> Iterator[Problem]:
    """Two sources with the same identifier are the same work."""
    seen: dict[tuple[str, str], str] = {}
    for i, reference in enumerate(references):
        for field in ("doi", "pmid", "pmcid"):
            value = getattr(reference, field)
            if value is None or field in reference.hide:
                continue
            first = seen.setdefault((field, value.casefold()), reference.id)
            if first != reference.id:
                where, line = f"{reference.id}.{field}", document.line((i, field))
                yield Problem(document.file, line, where, f"a {field} of its own", f"{value!r}, which {first} has too")


def _circles(references: Sequence[Reference], document: Document) -> Iterator[Problem]:
    """A source that stands in for another has an address of its own in the end."""
    leads = {reference.id: reference.see_instead for reference in references if reference.url is None}
    for i, reference in enumerate(references):
        way = [reference.id]
        while (goal := leads.get(way[-1])) and goal not in way:
            way.append(goal)
        # One that names itself is told as no other source; a circle is told where it begins in the file.
        if goal == reference.id and len(way) > 1 and not set(way).intersection(each.id for each in references[:i]):
            where, line = f"{reference.id}.see_instead", document.line((i, "see_instead"))
            found = f"a circle: {', '.join(way)} and back"
            yield Problem(document.file, line, where, "a source that has an address", found)


def _citation_faults(name: str, before: tuple[str, ...], known: set[str]) -> Iterator[str]:
    if name not in known:
        yield "the id of a source in references.yml"
    if name in before:
        yield "each source once"


def _conflicts(source: Reference) -> Iterator[tuple[str, str, object]]:
    """What does not fit, as field, what was expected, what was found."""
    if source.type != "webpage" and source.year is None:
        yield "year", f"a year, as for every {source.type}", None
    if source.others and not source.authors:
        yield "others", "authors before `others: true`", True
    if source.record == "partly confirmed" and source.check is None:
        yield "check", "what could not be confirmed", None
    if source.hide and source.check is None:
        yield "check", "the reason for `hide`", None
    if source.url is None and source.see_instead is None:
        yield "url", "an address, or `see_instead`", None
    if source.url is not None and "url" not in source.hide:
        yield from _address_conflicts(source, source.url)


def _address_conflicts(source: Reference, url: str) -> Iterator[tuple[str, str, object]]:
    """An address that holds an identifier holds the source's own, and never one that is hidden."""
    for start, name, value in (
        ("https://doi.org/", "doi", source.doi),
        ("https://pubmed.ncbi.nlm.nih.gov/", "pmid", source.pmid),
        ("https://pmc.ncbi.nlm.nih.gov/articles/", "pmcid", source.pmcid),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/", "pmcid", source.pmcid),
    ):
        held = url.removeprefix(start).rstrip("/")
        if url.startswith(start) and held != value:
            yield "url", f"{start} with the {name} {value!r}", url
        if value is not None and name in source.hide and value in url:
            yield "url", f"an address without the hidden {name}, or `url` in hide", url
