"""Everything an editor touches, read and checked as one whole: pages, pieces, evidence, data sets."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from microsite.components.component import SiteData
from microsite.components.data_folder import DataFolder
from microsite.components.registry import Components, load_components
from microsite.content.page_source import PageSource, read_page
from microsite.content.search_words import SameWords, load_search_words
from microsite.evidence.ledger import Ledger, load_ledger
from microsite.guide.missing_data import check_missing_data, unread_markers
from microsite.source.files import read_yaml
from microsite.source.problems import ProblemList
from microsite.source.text_file import read_text
from microsite.table.dataset import DataSet
from microsite.table.declarations import load_tables
from microsite.table.drawings import with_drawings
from microsite.table.loading import load_dataset
from microsite.table.relations import check_relations

DATA = "data"
TABLES = "tables.yml"
# Of a site's own, beside its docs folder.
COMPONENTS = "components"


# Compared by identity: a guide is one reading of the folder, and its parts are too many to compare.
@dataclass(frozen=True, eq=False)
class Guide:
    """The guide before anything is rendered. ``pages`` are by their path inside the docs folder.

    ``unread`` are the markers of which nobody can say what they may name, because their data could not be read.
    """

    pages: dict[str, PageSource]
    site: SiteData
    components: Components
    search_words: tuple[SameWords, ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def ledger(self) -> Ledger:
        """Its claims and sources."""
        return self.site.ledger

    @property
    def datasets(self) -> Mapping[str, DataSet]:
        """Its data sets, by the names of their tables."""
        return self.site.datasets

    @cached_property
    def titles(self) -> dict[str, str]:
        """What menus call each page, by its path."""
        return {path: page.facts.short_title for path, page in self.pages.items()}

    @cached_property
    def evidence_page(self) -> str | None:
        """The page that marks lead to: the one with a table whose rows have the anchors of claims."""
        tables = {name for name, dataset in self.datasets.items() if dataset.declaration.row_prefix == "claim"}
        return self._page_with("table", tables)

    @cached_property
    def bibliography_page(self) -> str | None:
        """The page that sources lead to: the one with the bibliography."""
        return self._page_with("bibliography", {""})

    @property
    def lists_of_evidence(self) -> tuple[str | None, ...]:
        """The pages that are themselves lists of claims or sources, so that they cite nothing of their own."""
        return (self.evidence_page, self.bibliography_page)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The pages that only editors see."""
        return frozenset(path for path, page in self.pages.items() if page.facts.is_draft)

    def published(self) -> "Guide":
        """The guide as readers get it."""
        return replace(self, pages={path: page for path, page in self.pages.items() if not page.facts.is_draft})

    def _page_with(self, marker: str, arguments: Collection[str]) -> str | None:
        for path, page in self.pages.items():
            if any(found.name == marker and found.argument in arguments for found in page.markers):
                return path
        return None


def load_guide(
    docs: Path, *, pages: Collection[str], name: str = "docs", missing: Collection[str] = ()
) -> tuple[Guide, ProblemList]:
    """Read the docs folder. Returns what could be read, with the problems of all that could not.

    ``pages`` are the paths of the pages inside the folder, ``name`` is what messages call it. ``missing`` are pages
    that are told as missing already: data may name them. Components of the site's own are looked for beside the folder.
    """
    data, data_name = docs / DATA, f"{name}/{DATA}"
    found, in_pages, in_ledger = ProblemList(), ProblemList(), ProblemList()
    components: Components = load_components()
    with found.gather():
        components = load_components(docs.parent / COMPONENTS)
    ledger = Ledger()
    with in_ledger.gather():
        ledger = load_ledger(data, name=data_name)
    claims = set(ledger.claims) if not any(in_ledger) else None
    sources = {}
    for path in pages:
        with in_pages.gather():
            sources[path] = read_page(read_text(docs / path, f"{name}/{path}"), file=f"{name}/{path}", claims=claims)
    absent = check_missing_data(sources.values(), components, data, name=data_name)
    found.add(*absent.values(), *(problem for problem in in_ledger if problem.file not in absent))
    folder = DataFolder(data, data_name, docs=docs, pages={*pages, *missing}, claims=claims)
    datasets = dict[str, DataSet]()
    in_tables = ProblemList()
    with in_tables.gather():
        datasets = _load_datasets(docs, name=name, found=in_tables)
    found.add(*(problem for problem in in_tables if not (problem.file in absent and problem.where == "file")))
    found.add(*check_relations(datasets, claims=claims, sources=None if claims is None else set(ledger.sources)))
    site = _load_components_data(components, folder, SiteData(ledger, datasets), found)
    words = tuple[SameWords, ...]()
    with found.gather():
        words = load_search_words(data, name=data_name)
    unread = unread_markers(components, site, {Path(problem.file).name for problem in found})
    found.add(*in_pages)
    return Guide(sources, site, components, words, unread), found


def _load_components_data(components: Components, folder: DataFolder, site: SiteData, found: ProblemList) -> SiteData:
    """What each component reads, in their order. One that builds on others waits until all before it is in order."""
    for name, component in components.items():
        if component.file and not (component.after and any(found)):
            with found.gather():
                site = replace(site, read={**site.read, name: component.load(folder, site)})
    return site


def _load_datasets(docs: Path, *, name: str, found: ProblemList) -> dict[str, DataSet]:
    """Every data set that tables.yml declares; a site without that file has none."""
    datasets: dict[str, DataSet] = {}
    data, data_name = docs / DATA, f"{name}/{DATA}"
    if (data / TABLES).exists():
        tables = load_tables(read_yaml(data / TABLES, name=f"{data_name}/{TABLES}"))
        for table, declaration in tables.items():
            with found.gather():
                dataset = load_dataset(declaration, data, name=data_name)
                datasets[table], problems = with_drawings(dataset, docs, name=name)
                found.add(*problems)
    return datasets
