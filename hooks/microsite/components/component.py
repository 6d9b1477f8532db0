"""What every component is: the one protocol between a marker on a page and the folder that knows what it becomes.

A new component is a folder beside this file, or `components/NAME/` beside a site's mkdocs.yml: `component.py` with a
``COMPONENT`` in it, and what it needs of templates (``NAME.html``) and styles (``NAME.css``). Nothing else names it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Generic, TypeVar

from markupsafe import Markup

from microsite.components.data_folder import DataFolder
from microsite.evidence.citations import short_name
from microsite.evidence.ledger import Ledger, Mark
from microsite.evidence.marks import MarkWriter, source_anchor
from microsite.html.addresses import LinkTo
from microsite.html.parsed import ParsedHtml
from microsite.source.schema import Model
from microsite.table.dataset import DataSet

D = TypeVar("D")


@dataclass(frozen=True)
class SiteData:
    """What was read of the site's data: claims and sources, data sets, and what each component has read, by name."""

    ledger: Ledger = field(default_factory=Ledger)
    datasets: Mapping[str, DataSet] = field(default_factory=dict)
    read: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class RenderContext:
    """What a component is given to render itself on one page.

    ``link`` turns a path inside the docs folder into an address on the page; ``marks`` writes evidence marks and
    numbers them; ``titles`` has the short title of each page by its path; ``sources_url`` is the address of the
    bibliography; ``backlinks`` renders links to each sentence that uses a claim.
    """

    site: SiteData
    link: LinkTo
    marks: MarkWriter
    titles: Mapping[str, str] = field(default_factory=dict)
    sources_url: str = ""
    backlinks: Callable[[str], Markup] = lambda _claim: Markup()

    def cite(self, source: str) -> tuple[str, str]:
        """The short name of a source and the address of its entry in the bibliography."""
        reference = self.site.ledger.sources[source]
        return short_name(reference), f"{self.sources_url}#{source_anchor(reference)}"


class Component(Generic[D]):
    """A kind of marker. ``D`` is the type of what it reads from data files of its own; None where it has none.

    ``name`` is the name of the marker. A ``block`` marker needs a line of its own, and its HTML begins with a
    ``<div>``, because Python-Markdown would wrap anything else in a paragraph. It reads records of its ``model``
    from its data ``file``, where it has one; ``needs`` is a data file of others without which its markers say nothing.
    ``after`` names components whose data it builds on. A page with such a marker gets the style sheets named in
    ``styles``, and before the marker's HTML, so that no reader sees it change, the scripts named in ``elements``.
    """

    name: ClassVar[str]
    block: ClassVar[bool] = True
    file: ClassVar[str] = ""
    needs: ClassVar[str] = ""
    model: ClassVar[type[Model]] = Model
    after: ClassVar[tuple[str, ...]] = ()
    styles: ClassVar[tuple[str, ...]] = ()
    elements: ClassVar[tuple[str, ...]] = ()

    def load(self, folder: DataFolder, site: SiteData) -> D:
        """Read and check the component's own data. ``site`` has what the components named in ``after`` have read.

        Raises `ProblemsFound` with every mistake.
        """
        raise NotImplementedError(f"{self.name} has no data of its own")

    def data(self, site: SiteData) -> D:
        """What `load` has returned for this site."""
        return site.read[self.name]  # type: ignore[return-value]

    def files(self, site: SiteData) -> Mapping[str, str]:
        """Files that are published beside the pages: the text of each by its path in the site."""
        return {}

    def style_rules(self, site: SiteData, page: ParsedHtml) -> Markup:
        """CSS for a page that only the data knows; it follows the component's style sheets."""
        return Markup()

    def arguments(self, site: SiteData) -> Collection[str]:
        """What may stand behind the marker's colon; nothing, where the marker takes no argument."""
        return ()

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The HTML that stands in the place of the marker."""
        raise NotImplementedError

    def marks(self, argument: str, page: RenderContext) -> Iterable[Mark]:
        """The evidence marks that the marker brings, in document order.

        They are those that `render` asks for, so no second list of them can differ from what readers see.
        """
        before = len(page.marks.written)
        self.render(argument, page)
        return page.marks.written[before:]


class KeyedComponent(Component[dict[str, D]]):
    """A component whose marker names one of the things that it has read: ``D`` is the type of one."""

    def arguments(self, site: SiteData) -> Collection[str]:
        """Their ids."""
        return self.data(site)
