"""The contents of the whole guide."""

from markupsafe import Markup

from microsite.components.component import Component, RenderContext
from microsite.html.contents import CONTENTS_PLACE


class Contents(Component[None]):
    """``[[contents]]``: every page with its sections, which are known only once all pages are rendered."""

    name = "contents"
    styles = ("contents",)

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The place where the contents will stand."""
        return Markup(CONTENTS_PLACE)


COMPONENT = Contents()
