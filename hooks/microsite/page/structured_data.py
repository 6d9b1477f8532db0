"""Facts for machines: what a page shows, said in the words of schema.org as JSON-LD.

Nothing is said here that the page does not show: dates, people, sources and the trail all come from the page's own
view, and a page that nobody has reviewed says nothing of a reviewer.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from microsite.content.page_source import PageFacts
from microsite.evidence.citations import best_link
from microsite.evidence.marks import source_anchor
from microsite.evidence.records import Reference
from microsite.table.models import TableDeclaration

# Inside a script element, "<" could end it and "&" could be read as a reference by an XML parser.
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})

_MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


@dataclass(frozen=True)
class SiteFacts:
    """What is true of every page: name and address of the site, language, publisher, license."""

    name: str
    url: str
    language: str
    publisher: str
    license: str


@dataclass(frozen=True)
class PageAddress:
    """A page of the trail: its name and its address below the site (``habits/``; the home page is "")."""

    name: str
    url: str


@dataclass(frozen=True)
class Distribution:
    """A download of a data set: its address below the site and its media type."""

    url: str
    media_type: str


@dataclass(frozen=True)
class DatasetFacts:
    """A data set that a page shows as a table, in the words of its declaration."""

    name: str
    description: str
    license: str
    downloads: tuple[Distribution, ...] = ()


def page_graph(
    facts: PageFacts,
    *,
    url: str,
    site: SiteFacts,
    trail: Sequence[PageAddress] = (),
    sources: Iterable[Reference] = (),
    entries: Iterable[Reference] = (),
    bibliography_url: str = "",
    datasets: Iterable[DatasetFacts] = (),
    image: str | None = None,
) -> str:
    """The JSON-LD of one page, safe inside a ``<script>`` element.

    ``url`` and ``image`` are addresses below the site; ``trail`` leads from home to this page. The page cites
    ``sources`` by their entries in the bibliography, which is at ``bibliography_url`` as seen from the page, and
    describes the ``entries`` that it holds itself.
    """
    address = urljoin(site.url, url)
    cited = [*(_cited(source, bibliography_url) for source in sources), *map(_entry, entries)]
    nodes = [
        _page(facts, address, site, image) | {"citation": cited},
        _breadcrumb(trail, site) if trail else {},
        *(_dataset(dataset, address, site) for dataset in datasets),
    ]
    graph = {"@context": "https://schema.org", "@graph": [_without_empty(node) for node in nodes if node]}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def dataset_facts(table: TableDeclaration, *, folder: str) -> DatasetFacts | None:
    """What a declared table says of its data set; None for a table that offers no download.

    ``folder`` is the address, below the site, of the folder that holds the downloads.
    """
    if table.download is None:
        return None
    files = (Distribution(f"{folder}/{table.name}.{kind}", media_type) for kind, media_type in _MEDIA_TYPES.items())
    license_address = next((terms.path for terms in table.download.licenses if terms.path), "")
    return DatasetFacts(table.title, table.description or table.caption, license_address, tuple(files))


def _page(facts: PageFacts, address: str, site: SiteFacts, image: str | None) -> dict[str, object]:
    return {
        "@type": "MedicalWebPage",
        "@id": address,
        "url": address,
        "name": facts.title,
        "description": facts.summary,
        "inLanguage": site.language,
        "datePublished": facts.published.isoformat(),
        "dateModified": facts.updated.isoformat(),
        "lastReviewed": facts.last_review.isoformat(),
        "author": {"@type": "Organization", "name": facts.written_by},
        "reviewedBy": {"@type": "Person", "name": facts.reviewed_by} if facts.reviewed_by else None,
        "publisher": {"@type": "Organization", "name": site.publisher},
        "license": site.license,
        "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.url},
        "image": urljoin(site.url, image) if image else None,
    }


def _cited(source: Reference, bibliography: str) -> dict[str, object]:
    """A source by the address of its entry, which the page's own links have too: said twice, it weighs nothing."""
    return {"@id": f"{bibliography}#{source_anchor(source)}"}


def _entry(source: Reference) -> dict[str, object]:
    link = best_link(source)
    facts = {"@type": "CreativeWork", "name": source.title} | ({"url": link.url} if link else {})
    return _cited(source, "") | facts


def _breadcrumb(trail: Sequence[PageAddress], site: SiteFacts) -> dict[str, object]:
    items = [
        {"@type": "ListItem", "position": position, "name": page.name, "item": urljoin(site.url, page.url)}
        for position, page in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _dataset(dataset: DatasetFacts, address: str, site: SiteFacts) -> dict[str, object]:
    downloads = [
        {"@type": "DataDownload", "contentUrl": urljoin(site.url, download.url), "encodingFormat": download.media_type}
        for download in dataset.downloads
    ]
    return {
        "@type": "Dataset",
        "name": dataset.name,
        "description": dataset.description,
        "url": address,
        "license": dataset.license,
        "creator": {"@type": "Organization", "name": site.publisher},
        "isAccessibleForFree": True,
        "distribution": downloads,
    }


def _without_empty(node: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in node.items() if value not in (None, [], "")}
