"""Evidence marks in running text."""

from markupsafe import Markup

from microsite.components.component import Component, RenderContext, SiteData
from microsite.evidence.ledger import Claim


class ClaimMark(Component[None]):
    """``[[claim: some-id]]``: the evidence mark of that claim, in its sentence."""

    name = "claim"
    needs = "claims.yml"
    block = False

    def arguments(self, site: SiteData) -> dict[str, Claim]:
        """The ids of the claims."""
        return site.ledger.claims

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The next mark of the page."""
        return page.marks.mark(argument)


COMPONENT = ClaimMark()
