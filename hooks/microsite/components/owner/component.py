"""The owner of the site: name, contact, interests."""

from markupsafe import Markup

from microsite.components.component import Component, RenderContext
from microsite.html.contents import OWNER_PLACE


class OwnerLines(Component[None]):
    """``[[owner]]``: the owner that mkdocs.yml names, which is known only to what surrounds the page."""

    name = "owner"

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The place where the owner will stand."""
        return Markup(OWNER_PLACE)


COMPONENT = OwnerLines()
