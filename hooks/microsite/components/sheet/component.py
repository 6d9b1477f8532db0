"""Sheets to print."""

from collections.abc import Iterable

from markupsafe import Markup

from microsite.components.advice.component import COMPONENT as ADVICE
from microsite.components.care.component import COMPONENT as CARE
from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.components.habit.component import COMPONENT as HABITS
from microsite.components.sheet.model import FILE, Sheet, SheetSources, check_sheets
from microsite.components.sheet.view import render_sheet
from microsite.source.files import Document
from microsite.source.problems import Problem


class Sheets(KeyedComponent[Sheet]):
    """``[[sheet: some-id]]``: the sheet of that id, made from the rows, cards, habits and advice of the site."""

    name = "sheet"
    file = FILE
    model = Sheet
    after = ("care", "habit", "advice")
    styles = ("advice", "sheet")

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, Sheet]:
        """The sheets by their ids."""

        def check(document: Document, sheets: list[Sheet]) -> Iterable[Problem]:
            return check_sheets(document, sheets, sources_of(site))

        return {sheet.id: sheet for sheet in folder.records(self.file, Sheet, check=check)}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The sheet with its marks."""
        return render_sheet(self.data(page.site)[argument], sources_of(page.site), marks=page.marks.marks)


def sources_of(site: SiteData) -> SheetSources:
    """What sheets may take from the data of a site."""
    return SheetSources(CARE.data(site), HABITS.data(site), ADVICE.data(site), site.datasets)


COMPONENT = Sheets()
