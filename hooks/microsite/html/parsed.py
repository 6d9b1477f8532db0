"""HTML that is parsed once, for everything that asks something of it: its pieces in order, and how each is written.

The sources of all pieces, joined, are the text that was parsed, so a page can be rewritten piece by piece. Any text can
be parsed, as a browser does.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, Protocol

# These elements have no end tag.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


class StartTag(NamedTuple):
    """A start tag. Names are in small letters; an attribute without a value has None. ``<path/>`` ``is_closed``."""

    name: str
    attributes: Mapping[str, str | None]
    is_closed: bool = False

    @property
    def classes(self) -> list[str]:
        """The names in its ``class``."""
        return (self.attributes.get("class") or "").split()


class EndTag(NamedTuple):
    """An end tag, its name in small letters."""

    name: str


# A text is the string that a reader sees, without references such as ``&amp;``. None is what nobody sees, such as a
# comment.
Piece = StartTag | EndTag | str | None


class PieceHandler(Protocol):
    """Receives the pieces of a page one by one, like a subclass of `html.parser.HTMLParser`."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Receive a start tag."""

    def handle_endtag(self, tag: str) -> None:
        """Receive an end tag."""

    def handle_data(self, data: str) -> None:
        """Take a text in."""


@dataclass(frozen=True)
class ParsedHtml:
    """A text of HTML: its ``pieces``, and at the same places in ``sources`` how each is written.

    ``ends`` has, by the place of each start tag, the place behind its element. An element without an end tag ends with
    the element around it.
    """

    pieces: Sequence[Piece]
    sources: Sequence[str]
    ends: Mapping[int, int]

    def __str__(self) -> str:
        return "".join(self.sources)

    @cached_property
    def start_tags(self) -> Mapping[str, StartTag]:
        """The start tags that differ, by how they are written."""
        return {self.sources[place]: self._start_tag(place) for place in self.ends}

    def elements(self, name: str) -> Iterator[tuple[int, StartTag]]:
        """The start tags of all elements of one name, each with its place."""
        return ((place, self._start_tag(place)) for place in self._places.get(name, ()))

    def code_in(self, place: int) -> str:
        """What stands in the ``<script>`` or ``<style>`` whose start tag is at ``place``."""
        has_text = place + 1 < len(self.pieces) and isinstance(self.pieces[place + 1], str)
        return self.sources[place + 1] if has_text else ""

    def without(self, is_skipped: Callable[[StartTag], bool]) -> Iterator[Piece]:
        """The pieces in order, with a space in place of each element whose start tag ``is_skipped``."""
        place = 0
        while place < len(self.pieces):
            piece = self.pieces[place]
            if isinstance(piece, StartTag) and is_skipped(piece):
                yield " "
                place = self.ends[place]
            else:
                yield piece
                place += 1

    def rewrite(self, sources: Mapping[int, str]) -> "ParsedHtml":
        """The same pieces, of which those at the given places are written in another way."""
        written = list(self.sources)
        for place, source in sources.items():
            written[place] = source
        return replace(self, sources=written)

    def send_to(self, handler: PieceHandler) -> None:
        """Hand over every piece in order, as a parser would that parses the text again."""
        for piece in self.pieces:
            if isinstance(piece, str):
                handler.handle_data(piece)
            elif isinstance(piece, EndTag):
                handler.handle_endtag(piece.name)
            elif piece:
                handler.handle_starttag(piece.name, list(piece.attributes.items()))
                if piece.is_closed and piece.name not in VOID:
                    handler.handle_endtag(piece.name)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        places: dict[str, list[int]] = {}
        for place in self.ends:
            places.setdefault(self._start_tag(place).name, []).append(place)
        return places

    def _start_tag(self, place: int) -> StartTag:
        piece = self.pieces[place]
        assert isinstance(piece, StartTag)
        return piece
