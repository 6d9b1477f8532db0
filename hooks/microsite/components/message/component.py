"""Where the key message stands, on a page that has something more urgent."""

from markupsafe import Markup

from microsite.components.component import Component, RenderContext
from microsite.html.contents import KEY_MESSAGE_PLACE


class Message(Component[None]):
    """``[[message]]``: the key message of the front matter, which stands at the top of all other pages."""

    name = "message"

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The place where the message will stand."""
        return Markup(KEY_MESSAGE_PLACE)


COMPONENT = Message()
