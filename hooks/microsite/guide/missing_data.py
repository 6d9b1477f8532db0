"""Data files that are not there, or could not be read, though a page has a marker that takes from them.

Such a file is the cause; that the marker names nothing then is no mistake of the page's.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from microsite.components.component import Component, SiteData
from microsite.components.registry import Components
from microsite.content.page_source import PageSource
from microsite.source.problems import Problem


def check_missing_data(
    pages: Iterable[PageSource], components: Components, data: Path, *, name: str
) -> dict[str, Problem]:
    """A problem for each data file that a marker of a page takes from and that is not there, by the file.

    ``name`` is what messages call the ``data`` folder.
    """
    problems: dict[str, Problem] = {}
    for page in pages:
        for marker in page.markers:
            file = _file_of(components.get(marker.name))
            if file and not (data / file).exists():
                label, expected = f"{name}/{file}", f"what {marker} in {page.file}:{marker.line} shows"
                problems.setdefault(label, Problem(label, 1, "file", expected, "no such file"))
    return problems


def unread_markers(components: Components, site: SiteData, broken: Collection[str]) -> frozenset[str]:
    """The markers of which nobody can say what they may name, because data files of these names are ``broken``."""
    return frozenset(
        name
        for name, component in components.items()
        if _file_of(component) in broken
        or (component.file and name not in site.read)
        # Tables join files, and claims are read with their sources.
        or (component.needs and broken)
    )


def _file_of(component: Component[object] | None) -> str:
    return component.file or component.needs if component else ""
