"""The bibliography of the site."""

from markupsafe import Markup

from microsite.components.bibliography.view import render_bibliography
from microsite.components.component import Component, RenderContext
from microsite.evidence.bibliography import BIBLIOGRAPHY_FOLDER, EXPORTS


class Bibliography(Component[None]):
    """``[[bibliography]]``: every source with all its addresses, and the downloads for reference managers."""

    name = "bibliography"
    needs = "references.yml"
    styles = ("bibliography",)

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The list of sources."""
        downloads = [(export.title, page.link(f"{BIBLIOGRAPHY_FOLDER}/{export.file}")) for export in EXPORTS]
        return render_bibliography(page.site.ledger.sources.values(), downloads=downloads)


COMPONENT = Bibliography()
