"""A table on one page: the data set, and what it takes from the site around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from microsite.table.dataset import DataSet
from microsite.table.models import TableDeclaration


def _cite_nothing(source: str) -> tuple[str, str]:
    return source, f"#{source}"


@dataclass(frozen=True)
class TableContext:
    """A data set with the functions that lead from its table to the rest of the site.

    ``marks`` takes claim ids and returns their evidence marks; ``link`` turns a path such as ``data/teas.csv`` into an
    address on this page; ``cite`` takes the id of a source and returns its short name and the address of its entry;
    ``backlinks`` takes a row's id and returns links to the sentences that use it; ``drawing`` its small drawing, and
    ``page`` the address of its own page, each empty where there is none. ``others`` are the data sets that ``of`` in
    tables.yml may name.
    """

    dataset: DataSet
    marks: Callable[[tuple[str, ...]], Markup]
    link: Callable[[str], str]
    cite: Callable[[str], tuple[str, str]] = _cite_nothing
    backlinks: Callable[[str], Markup] = lambda _row: Markup()
    drawing: Callable[[str], Markup] = lambda _row: Markup()
    page: Callable[[str], str] = lambda _row: ""
    others: Mapping[str, DataSet] = field(default_factory=dict)

    @property
    def table(self) -> TableDeclaration:
        """The declaration of the data set."""
        return self.dataset.declaration
