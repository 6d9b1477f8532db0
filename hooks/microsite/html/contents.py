"""The contents of one page and of the whole guide, made from the headings that the pages really have."""

from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from microsite.html.parsed import ParsedHtml, StartTag

# A calm pace for reading on a screen. It is our convention, not a measurement of this guide's readers.
WORDS_A_MINUTE = 200

# The contents list every page's headings, which exist only once all pages are rendered; this stands in until then.
CONTENTS_PLACE = '<div class="contents-place"></div>'
# Settings of the site are not known where markers are rendered.
OWNER_PLACE = '<div class="owner-place"></div>'
# Where a page has something more urgent than its key message, this says where the message stands.
KEY_MESSAGE_PLACE = '<div class="key-message-place"></div>'

_LOOKED_UP = frozenset({"table", "template", "nav", "svg", "script", "style"})


@dataclass(frozen=True)
class Heading:
    """One heading: its text, its address (``#id`` on its page, ``page/#id`` in the guide) and what stands under it."""

    title: str
    url: str
    children: tuple["Heading", ...] = ()

    @property
    def id(self) -> str:
        """The id of the heading on its page."""
        return self.url.partition("#")[2]


@dataclass(frozen=True)
class PageEntry:
    """A page in the contents of the guide."""

    title: str
    url: str
    minutes: int
    sections: tuple[Heading, ...]


def reading_minutes(page: ParsedHtml) -> int:
    """Whole minutes to read the running text of a page; tables, lists of sources and drawings are looked up."""
    text = "".join(piece for piece in page.without(_is_looked_up) if isinstance(piece, str))
    return max(1, ceil(len(text.split()) / WORDS_A_MINUTE))


def split_first(lead: Markup) -> tuple[Markup, Markup]:
    """What stands above the key message, which is nothing on most pages, and what stands below it."""
    above, place, below = lead.partition(KEY_MESSAGE_PLACE)
    return (Markup(above), Markup(below)) if place else (Markup(), lead)


def split_lead(page: ParsedHtml) -> tuple[Markup, Markup]:
    """What stands before the first section, and the sections: the page's contents go between the two."""
    place = next((place for place, _ in page.elements("h2")), len(page.sources))
    return Markup("".join(page.sources[:place])), Markup("".join(page.sources[place:]))


def _is_looked_up(tag: StartTag) -> bool:
    return tag.name in _LOOKED_UP or "data-not-prose" in tag.attributes
