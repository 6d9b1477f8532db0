"""The bibliography as reference managers read it: every source in CSL-JSON, BibTeX and RIS.

The three exporters are our own, because each format is a page of rules and the libraries at hand bring far more than
that; the tests read the files back with libraries that did not write them.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from microsite.evidence.bibtex import to_bibtex
from microsite.evidence.records import Person, Reference, split_pages, split_particle

BIBLIOGRAPHY_FOLDER = "bibliography"
# Stands for the authors left out of a shortened list: CSL and RIS have no field for that, and styles print no notes.
CUT = "others"


@dataclass(frozen=True)
class Export:
    """A download: its file, what it is called, its media type, and how it is written."""

    file: str
    title: str
    media_type: str
    write: Callable[[Iterable[Reference]], str]


def to_csl_json(sources: Iterable[Reference]) -> str:
    """CSL-JSON, which Zotero and pandoc read."""
    return json.dumps([_csl_item(source) for source in sources], ensure_ascii=False, indent=1) + "\n"


def to_ris(sources: Iterable[Reference]) -> str:
    """RIS, which EndNote, Mendeley and RefWorks read. Its lines end as on Windows, as the format asks."""
    records = ["".join(f"{tag}  - {value}\r\n" for tag, value in _ris_fields(source)) for source in sources]
    return "\r\n".join(f"{record}ER  - \r\n" for record in records)


EXPORTS = (
    Export("sources.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", to_csl_json),
    Export("sources.bib", "BibTeX", "application/x-bibtex", to_bibtex),
    Export("sources.ris", "RIS", "application/x-research-info-systems", to_ris),
)


def _csl_item(source: Reference) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "author": [*map(_csl_name, source.names), *([{"literal": CUT}] if source.others else [])],
        "container-title": source.container,
        "issued": {"date-parts": [[source.year]]} if source.year else None,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "DOI": source.doi,
        "PMID": source.pmid,
        "PMCID": source.pmcid,
        "URL": source.url,
    }
    return {name: value for name, value in fields.items() if value}


def _csl_name(name: Person | str) -> dict[str, str]:
    if not isinstance(name, Person):
        return {"literal": name}
    particle, family = split_particle(name.family)
    parts = {"family": family, "given": name.given, "non-dropping-particle": particle, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


_RIS_TYPES = {"article-journal": "JOUR", "book": "BOOK", "legislation": "STAT", "report": "RPRT", "webpage": "ELEC"}


def _ris_fields(source: Reference) -> Iterable[tuple[str, str]]:
    first_page, last_page = split_pages(source.pages or "")
    fields: list[tuple[str, str | int | None]] = [
        ("TY", _RIS_TYPES[source.type]),
        ("ID", source.id),
        *(("AU", _ris_name(name)) for name in source.names),
        *([("AU", CUT)] if source.others else []),
        ("TI", source.title),
        ("PB" if source.type == "book" else "T2", source.container),
        ("PY", source.year),
        ("VL", source.volume),
        ("IS", source.issue),
        ("SP", first_page),
        ("EP", last_page),
        ("DO", source.doi),
        ("AN", f"PMID {source.pmid}" if source.pmid else None),
        ("C2", source.pmcid),
        ("UR", source.url),
    ]
    # A line end in a value would begin a field of its own.
    return ((tag, " ".join(str(value).splitlines())) for tag, value in fields if value)


def _ris_name(name: Person | str) -> str:
    if not isinstance(name, Person):
        # A comma parts a family name from the given ones, and a style would make initials of these.
        return name.replace(",", "")
    return ", ".join(part for part in (name.family, name.given.replace(" ", ""), name.suffix) if part)
