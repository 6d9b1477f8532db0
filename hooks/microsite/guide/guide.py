"""Everything an editor touches, read and checked as one whole: pages, pieces, evidence, data sets."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from microsite.content.changes import Change, load_changes
from microsite.content.components import Content, load_content
from microsite.content.page_source import PageSource, read_page
from microsite.content.search_words import SameWords, load_search_words
from microsite.content.sheets import Sheet, load_sheets
from microsite.evidence.ledger import Ledger, load_ledger
from microsite.source.files import read_yaml
from microsite.source.problems import Problem, ProblemList, ProblemsFound
from microsite.table.dataset import DataSet, load_dataset
from microsite.table.declarations import load_tables
from microsite.table.relations import check_relations

DATA = "data"
TABLES = "tables.yml"


# Compared by identity: a guide is one reading of the folder, and its parts are too many to compare.
@dataclass(frozen=True, eq=False)
class Guide:
    """The guide before anything is rendered. ``pages`` are by their path inside the docs folder."""

    pages: dict[str, PageSource]
    content: Content
    ledger: Ledger
    datasets: dict[str, DataSet]
    sheets: dict[str, Sheet] = field(default_factory=dict)
    search_words: tuple[SameWords, ...] = ()
    changes: tuple[Change, ...] = ()

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


def load_guide(docs: Path, *, pages: Collection[str], name: str = "docs") -> tuple[Guide, ProblemList]:
    """Read the docs folder. Returns what could be read, with the problems of all that could not.

    ``pages`` are the paths of the pages inside the folder, ``name`` is what messages call it.
    """
    found = ProblemList()
    data, data_name = docs / DATA, f"{name}/{DATA}"
    ledger, content, datasets = Ledger(), Content(), dict[str, DataSet]()
    with found.gather():
        ledger = load_ledger(data, name=data_name)
    claims = set(ledger.claims) if not any(found) else None
    with found.gather():
        content = load_content(data, assets=docs, claims=claims, name=data_name)
    with found.gather():
        datasets = _load_datasets(data, name=data_name, found=found)
    found.add(*check_relations(datasets, claims=claims))
    words, changes = tuple[SameWords, ...](), tuple[Change, ...]()
    with found.gather():
        words = load_search_words(data, name=data_name)
    with found.gather():
        changes = load_changes(data, pages=pages, name=data_name)
    sheets = dict[str, Sheet]()
    if not any(found):  # what a sheet names cannot be looked up in data that could not be read
        with found.gather():
            sheets = load_sheets(data, content=content, datasets=datasets, name=data_name)
    sources = {}
    for path in pages:
        with found.gather():
            sources[path] = read_page(_read_text(docs / path, f"{name}/{path}"), file=f"{name}/{path}", claims=claims)
    return Guide(sources, content, ledger, datasets, sheets, words, changes), found


def _load_datasets(data: Path, *, name: str, found: ProblemList) -> dict[str, DataSet]:
    """Every data set that tables.yml declares; a site without that file has none."""
    datasets: dict[str, DataSet] = {}
    if (data / TABLES).exists():
        tables = load_tables(read_yaml(data / TABLES, name=f"{name}/{TABLES}"))
        for table, declaration in tables.items():
            with found.gather():
                datasets[table] = load_dataset(declaration, data, name=name)
    return datasets


def _read_text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemsFound([Problem(name, 1, "text", "UTF-8", f"byte 0x{error.object[error.start]:02x}")]) from error
