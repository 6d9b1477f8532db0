"""How readers may take part: `corrections` and `comments` under `extra` in mkdocs.yml, each absent or in order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from microsite.page.comments import CommentServer
from microsite.page.sharing import Corrections
from microsite.source.files import Document
from microsite.source.problems import ProblemList
from microsite.source.schema import load_one
from microsite.source.settings_file import NOWHERE


@dataclass(frozen=True)
class FeedbackSettings:
    """Where corrections go and where comments are held; None where there is no such place."""

    corrections: Corrections | None = None
    comments: CommentServer | None = None

    @property
    def servers(self) -> list[str]:
        """The origins, beside the site's own, that a page may talk to."""
        if self.comments is None:
            return []
        address = urlsplit(self.comments.server)
        return [f"{address.scheme}://{address.netloc}"]


def read_feedback_settings(extra: Mapping[str, Any], *, settings: Document = NOWHERE) -> FeedbackSettings:
    """Check the two settings. A comment server without an address is none: the address may come from outside.

    ``settings`` has the lines. Raises `ProblemsFound`.
    """
    document = replace(settings, value={"extra": dict(extra)})
    found = ProblemList()
    corrections = comments = None
    with found.gather():
        if extra.get("corrections"):
            corrections = load_one(document, Corrections, address=("extra", "corrections"))
    with found.gather():
        if extra.get("comments") not in (None, {"server": None}, {"server": ""}):
            comments = load_one(document, CommentServer, address=("extra", "comments"))
    found.raise_if_any()
    return FeedbackSettings(corrections, comments)
