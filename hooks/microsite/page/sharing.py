"""What a reader passes on: addresses that share a page, its citation, and the message that suggests a correction.

Every address is a plain link with all of its text in it, so that nothing is loaded from anywhere until it is followed.
The canonical address is shared, not the one in the reader's browser: that may be a copy or a folder.
"""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from pydantic import model_validator

from microsite.content.page_source import PageFacts
from microsite.html.templates import in_words
from microsite.source.schema import Model, like

# The script puts the name of a section in its place.
WHOLE_PAGE = "whole page"


@dataclass(frozen=True)
class ShareLinks:
    """Where a page is shared, and how it is cited."""

    x: str
    facebook: str
    mail: str
    citation: str


class Corrections(Model):
    """Where corrections go: to the form for a new issue, or to a mailbox. One of the two."""

    issues: Annotated[str, like("https://github.com/OWNER/NAME/issues/new", r"^https://[^\s?#]+$")] | None = None
    mail: Annotated[str, like("corrections@site.example", r"^[^\s@?&]+@[^\s@?&]+$")] | None = None

    @model_validator(mode="after")
    def _one_place(self) -> "Corrections":
        if (self.issues is None) == (self.mail is None):
            raise ValueError("expected either issues or mail")
        return self


def share_links(facts: PageFacts, *, url: str, site_name: str) -> ShareLinks:
    """The links that share the page at ``url``, its canonical address."""
    return ShareLinks(
        # X shows the title of what is linked; each letter here stands twice on each page.
        x=f"https://x.com/intent/post?url={_in_query(url)}",
        facebook=f"https://www.facebook.com/sharer/sharer.php?u={_in_query(url)}",
        mail=f"mailto:?subject={_in_query(facts.title)}&body={_in_query(url)}",
        citation=cite_page(facts, url=url, site_name=site_name),
    )


def cite_page(facts: PageFacts, *, url: str, site_name: str) -> str:
    """The page as a source: author, title, site, the day of its last change, address."""
    author = facts.written_by.removeprefix("the ")
    return f"{author[:1].upper()}{author[1:]}. {facts.title}. {site_name}. Updated {in_words(facts.updated)}. {url}"


def correction_link(facts: PageFacts, *, url: str, to: Corrections) -> str:
    """A new issue or a mail that has the page, the section and the version filled in."""
    subject = f"Correction: {facts.title}"
    lines = [f"Page: {url}", f"Section: {WHOLE_PAGE}", f"Version: updated {facts.updated}"]
    body = "\n".join([*lines, "", "What is wrong, and how do you know?", ""])
    if to.issues:
        return f"{to.issues}?title={_in_query(subject)}&body={_in_query(body)}"
    # In an address of mail a line ends with both signs (RFC 6068).
    return f"mailto:{to.mail}?subject={_in_query(subject)}&body={_in_query(body.replace(chr(10), chr(13) + chr(10)))}"


def _in_query(text: str) -> str:
    return quote(text, safe=":/")
