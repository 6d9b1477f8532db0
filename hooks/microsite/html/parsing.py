"""How HTML is parsed: into pieces that can be written as they were.

`html.parser.HTMLParser` decides what a piece is. It is asked once for each tag that differs, because a run of it over a
whole page takes more than twice as long.
"""

import re
from contextlib import suppress
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from microsite.html.parsed import VOID, EndTag, ParsedHtml, Piece, StartTag

# What stands in these elements is no HTML; they end with the first end tag of their name.
_CODE_END = {name: re.compile(rf"</{name}[\s/>]", re.I) for name in ("script", "style")}


def parse_html(html: str) -> ParsedHtml:
    """Parse a text of HTML, a whole page or a part of one."""
    reader = _Reader(html)
    at = 0
    while at < len(html):
        start = html.find("<", at)
        if start != at:
            source = html[at:start] if start > 0 else html[at:]
            at = reader.add(unescape(source) if "&" in source else source, source, at)
        else:
            at = reader.read_markup(at)
    return reader.finish()


class _Reader:
    """Reads a text piece by piece; each step returns where the next piece begins."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._pieces: list[Piece] = []
        self._sources: list[str] = []
        self._ends: dict[int, int] = {}
        self._open: list[tuple[str, int]] = []

    def add(self, piece: Piece, source: str, at: int) -> int:
        self._pieces.append(piece)
        self._sources.append(source)
        return at + len(source)

    def read_markup(self, at: int) -> int:
        source = self._html[at : self._html.find(">", at) + 1]
        piece, length = _known_piece(source)
        if not 0 < length == len(source):
            # It ends with another ">", as a comment may, or is no tag.
            piece, length = _first_piece(self._html[at:], is_last=True)
            source = self._html[at : at + length]
        end = self.add(piece, source, at)
        if isinstance(piece, EndTag):
            self._close(piece.name)
        elif isinstance(piece, StartTag):
            self._ends[len(self._pieces) - 1] = len(self._pieces)
            if not piece.is_closed and piece.name not in VOID:
                self._open.append((piece.name, len(self._pieces) - 1))
                return self._read_code(piece.name, end) if piece.name in _CODE_END else end
        return end

    def finish(self) -> ParsedHtml:
        self._close_after(0, end=len(self._pieces))
        return ParsedHtml(self._pieces, self._sources, self._ends)

    def _read_code(self, name: str, at: int) -> int:
        found = _CODE_END[name].search(self._html, at)
        source = self._html[at : found.start()] if found else self._html[at:]
        return self.add(source, source, at) if source else at

    def _close(self, name: str) -> None:
        """End the innermost open element of a name, with all that is open in it, by the end tag read last."""
        depth = len(self._open) - 1
        while depth >= 0 and self._open[depth][0] != name:
            depth -= 1
        if depth >= 0:
            self._close_after(depth + 1, end=len(self._pieces) - 1)
            self._ends[self._open.pop()[1]] = len(self._pieces)

    def _close_after(self, depth: int, *, end: int) -> None:
        for _, start in self._open[depth:]:
            self._ends[start] = end
        del self._open[depth:]


class _Found(Exception):
    """Stops the parser after the first piece."""


class _FirstPiece(HTMLParser):
    piece: Piece = None
    length = 0

    def parse_html_declaration(self, i: int) -> int:
        # The base class raises AssertionError for `<![%` and its like, which a browser takes for comments.
        return self.parse_bogus_comment(i) if self.rawdata.startswith("<![", i) else super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of two attributes with one name the first counts, as in a browser.
        self.piece = StartTag(tag, dict(reversed(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.piece = StartTag(tag, dict(reversed(attrs)), is_closed=True)

    def handle_endtag(self, tag: str) -> None:
        self.piece = EndTag(tag)

    def handle_data(self, data: str) -> None:
        self.piece = data

    def updatepos(self, i: int, j: int) -> int:
        if j > i:
            self.length = j
            raise _Found
        return j


def _first_piece(html: str, *, is_last: bool = False) -> tuple[Piece, int]:
    """The piece that a text begins with, and its length; 0 where more is to come, unless this ``is_last``."""
    parser = _FirstPiece()
    with suppress(_Found):
        parser.feed(html)
        if is_last:
            parser.close()
    return parser.piece, parser.length


# Most tags of a page are those of its neighbors.
_known_piece = lru_cache(maxsize=8192)(_first_piece)
