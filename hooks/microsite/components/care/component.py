"""Care cards: when to seek help, at one of three urgencies."""

from collections.abc import Iterator
from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import Field

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.files import Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text


class Sign(Model):
    """One sign to act on, and the sources that say how urgent it is."""

    says: Text
    sources: Annotated[Several[Slug], Field(min_length=1)]


class CareCard(Model):
    """When to seek help. The words of the heading carry the urgency, not only the color.

    ``why`` says in a sentence what the signs may mean and why that matters.
    """

    id: Slug
    urgency: Literal["emergency", "soon", "talk"]
    heading: Text
    lead: Text
    signs: Annotated[Several[Sign], Field(min_length=1)]
    why: Text
    action: Text
    claims: Annotated[Several[Slug], Field(min_length=1)]


class Care(KeyedComponent[CareCard]):
    """``[[care: some-id]]``: the card of that id."""

    name = "care"
    file = "care.yml"
    model = CareCard
    styles = ("care",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, CareCard]:
        """The cards by their ids."""
        cited = {id: claim.record.references for id, claim in site.ledger.claims.items()}

        def check(document: Document, cards: list[CareCard]) -> Iterator[Problem]:
            for place, card in enumerate(cards):
                if cited.keys() >= set(card.claims):
                    known = {source for claim in card.claims for source in cited[claim]}
                    yield from _check_sources(document, place, card, known)

        return {card.id: card for card in folder.records(self.file, CareCard, check=check)}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The card with its marks."""
        card = self.data(page.site)[argument]
        return render("care", card=card, marks=page.marks.marks(card.claims))


def _check_sources(document: Document, place: int, card: CareCard, known: set[str]) -> Iterator[Problem]:
    """A sign rests on sources that a claim of its card cites, because the mark of the card leads to those."""
    for at, sign in enumerate(card.signs):
        for source in sign.sources:
            if source not in known:
                line = document.line((place, "signs", at, "sources"))
                where = f"{card.id}.signs.{at}.sources"
                yield Problem(document.file, line, where, "sources that a claim of the card cites", repr(source))


COMPONENT = Care()
