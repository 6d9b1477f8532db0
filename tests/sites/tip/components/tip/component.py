"""A hint in a box, with the evidence it rests on."""

from markupsafe import Markup

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.schema import Model, Several, Slug, Text


class Tip(Model):
    """What it says, and the claims it rests on."""

    id: Slug
    says: Text
    claims: Several[Slug] = ()


class Tips(KeyedComponent[Tip]):
    """``[[tip: some-id]]``: the tip of that id."""

    name = "tip"
    file = "tips.yml"
    model = Tip
    styles = ("tip",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, Tip]:
        """The tips by their ids."""
        return {tip.id: tip for tip in folder.records(self.file, Tip)}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The tip with its marks."""
        tip = self.data(page.site)[argument]
        return render("tip", tip=tip, marks=page.marks.marks(tip.claims))


COMPONENT = Tips()
