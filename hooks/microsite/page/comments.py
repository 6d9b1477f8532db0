"""Comments: off, unless the owner of the site names a server that holds them."""

from dataclasses import dataclass
from typing import Annotated

from microsite.source.schema import Model, like


class CommentServer(Model):
    """An Isso server. Only one on the same machine, for trying out, may be without encryption."""

    server: Annotated[
        # Its host stands in the policy of each page, where a semicolon or a quotation mark would begin something else.
        str,
        like(
            "https://comments.site.example",
            r"^(https://|http://(127\.0\.0\.1|localhost)[:/])([A-Za-z0-9._~:/-]|%[0-9A-F]{2})*[A-Za-z0-9._~-]$",
        ),
    ]


@dataclass(frozen=True)
class Thread:
    """The comments of one page: the server, the name that the thread has there, and the page's title."""

    server: str
    name: str
    title: str
