"""What a page asserts: its sentences, each with the claims whose marks cover it.

A mark stands once, at the end of the run of sentences that it carries: it covers its paragraph, or its point of a
list, back to the mark before it. What follows the last mark of a paragraph is covered by none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from microsite.content.page_source import PageSource
from microsite.source.markers import Marker

MARK = "claim"
_BEFORE_MARK = re.compile(r" +(?=\[\[\s*claim\s*:)")
_POINT = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.M)
_HEADING = re.compile(r"^#{1,6}\s.*$", re.M)
_MARKUP = re.compile(r"\*\*|(?<!\w)[*_]|[*_](?!\w)|`|\{[^}]*\}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_END = re.compile(r"(?<=[.!?])[\"')\u201d\u2019]*\s+(?=[\"'(\u201c\u2018]*[A-Z0-9])")


@dataclass(frozen=True)
class Assertion:
    """A sentence in plain text, the line on which its run ends, and the claims that cover it, if any."""

    text: str
    line: int
    claims: tuple[str, ...]


def page_assertions(page: PageSource) -> Iterator[Assertion]:
    """Every sentence of a page in reading order: first the key message with its points, then the Markdown.

    What the markers of components bring is not among them.
    """
    for said in page.facts.key_statements:
        yield Assertion(said.says, 1, (said.claim,) if said.claim else ())
    for start, end in _blocks(page.body):
        yield from _in_block(page, start, end)


def repeated_marks(markers: Iterable[Marker]) -> Iterator[Marker]:
    """Marks that say what the mark before them has just said: the second of two in a row."""
    before = ""
    for marker in markers:
        if marker.name == MARK and marker.argument == before:
            yield marker
        if marker.name == MARK:
            before = marker.argument


def keep_with_sentence(body: str) -> str:
    """The Markdown with a no-break space before each mark, so that no line begins with a mark alone."""
    return _BEFORE_MARK.sub("\u00a0", body)


def split_sentences(text: str) -> list[str]:
    """The sentences of a text without line ends."""
    return [sentence for sentence in _END.split(" ".join(text.split())) if sentence]


def _blocks(body: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs and points of lists stand; headings are none."""
    start = 0
    for gap in re.finditer(r"\n\s*\n|\Z", body):
        edges = [start, *(start + found.start() for found in _POINT.finditer(body[start : gap.start()])), gap.start()]
        for here, there in pairwise(edges):
            if body[here:there].strip() and not _HEADING.match(body[here:there].strip()):
                yield here, there
        start = gap.end()


def _in_block(page: PageSource, start: int, end: int) -> Iterator[Assertion]:
    markers = [marker for marker in page.markers if start <= marker.start < end]
    run = list[tuple[str, int]]()
    names = list[str]()
    done = start
    for marker in (marker for marker in markers if marker.name == MARK):
        said = list(_sentences(page, done, marker.start))
        if said and names:
            yield from (Assertion(text, line, tuple(names)) for text, line in run)
            run, names = [], []
        run += said
        names.append(marker.argument)
        done = marker.end
    yield from (Assertion(text, line, tuple(names)) for text, line in run)
    if all(marker.name == MARK for marker in markers):
        yield from (Assertion(text, line, ()) for text, line in _sentences(page, done, end))


def _sentences(page: PageSource, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The sentences between two places in plain text, with the line of the last of them."""
    line = page.body_line + page.body.count("\n", 0, start + len(page.body[start:end].rstrip()))
    yield from ((text, line) for text in split_sentences(_plain(page.body[start:end])))


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", _POINT.sub("", text, count=1))).split())
