"""How the claims of the source divide by verdict."""

from markupsafe import Markup

from microsite.components.component import Component, RenderContext
from microsite.components.verdicts.view import render_verdicts


class Verdicts(Component[None]):
    """``[[verdicts]]``: the drawing with a dot a claim, and the same in words."""

    name = "verdicts"
    needs = "claims.yml"
    styles = ("picture",)

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The drawing as a figure."""
        return render_verdicts(page.site.ledger.claims.values())


COMPONENT = Verdicts()
