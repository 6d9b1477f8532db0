"""Care cards: when to seek help, at one of three urgencies."""

from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import Field

from microsite.components.component import Component, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.schema import Model, Several, Slug, Text


class CareCard(Model):
    """When to seek help. The words of the heading carry the urgency, not only the color."""

    id: Slug
    urgency: Literal["emergency", "soon", "talk"]
    heading: Text
    lead: Text
    signs: Annotated[Several[Text], Field(min_length=1)]
    action: Text
    claims: Annotated[Several[Slug], Field(min_length=1)]


class Care(Component[dict[str, CareCard]]):
    """``[[care: some-id]]``: the card of that id."""

    name = "care"
    file = "care.yml"
    model = CareCard
    styles = ("care",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, CareCard]:
        """The cards by their ids."""
        return {card.id: card for card in folder.records(self.file, CareCard)}

    def arguments(self, site: SiteData) -> dict[str, CareCard]:
        """The ids of the cards."""
        return self.data(site)

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The card with its marks."""
        card = self.data(page.site)[argument]
        return render("care", card=card, marks=page.marks.marks(card.claims))


COMPONENT = Care()
