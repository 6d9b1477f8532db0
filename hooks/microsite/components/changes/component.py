"""The list of changes."""

from markupsafe import Markup

from microsite.components.changes.model import CHANGES, Change, check_changes
from microsite.components.component import Component, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.files import Document
from microsite.source.problems import Problem


class Changes(Component[tuple[Change, ...]]):
    """``[[changes]]``: what has changed, newest first, with links to the pages where it can be seen."""

    name = "changes"
    file = CHANGES
    model = Change
    styles = ("changes",)

    def load(self, folder: DataFolder, site: SiteData) -> tuple[Change, ...]:
        """The changes as the file has them: newest first."""

        def check(document: Document, changes: list[Change]) -> list[Problem]:
            return check_changes(document, changes, folder.pages)

        return tuple(folder.records(self.file, Change, check=check))

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The changes; a page that is not published yet is not named."""
        changes = [
            {
                "date": change.date,
                "says": change.says,
                "pages": [(page.titles[path], page.link(path)) for path in change.pages if path in page.titles],
            }
            for change in self.data(page.site)
        ]
        return render("changes", changes=changes)


COMPONENT = Changes()
