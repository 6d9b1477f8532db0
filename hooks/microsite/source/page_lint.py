"""Slips of the pen in a page's Markdown, which would be published as they stand: told with file and line.

Each rule is a function that takes the text, with its code blanked out, and yields what it found.
"""

import re
from collections.abc import Callable, Collection, Iterator

from microsite.source.markers import MARKER, code_spans
from microsite.source.problems import Problem
from microsite.source.raw_html import Finding, check_address, check_html

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$", re.M)
_ID = re.compile(r"\{[^}\n]*#([\w-]+)[^}\n]*\}\s*$")
_LINK = re.compile(r"(?P<picture>!)?\[(?P<text>[^\[\]]*)\]\(\s*<?(?P<target>[^)\s>]*)>?[^)]*\)")
_ALMOST = re.compile(r"\[\[[^\n]{0,80}|(?<![\[\]])\[[A-Za-z][A-Za-z-]*\s*:\s*[\w-]+\]\]")
_CLAIM_IN_LINK = re.compile(r"\[[^\[\]\n]*\[\[[^\[\]\n]*\]\][^\[\]\n]*\]\(")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_TEMPLATE = re.compile(r"\{\{.{0,30}|\{%.{0,30}")
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})(.*)$")
_SHOWN = 40


def lint_page(text: str, *, file: str, first_line: int = 1, allowed: Collection[str] = ()) -> list[Problem]:
    """A problem for each slip in the Markdown of a page.

    ``first_line`` is the line of the file on which the text starts; ``allowed`` names HTML elements that the site
    uses although they are refused elsewhere.
    """
    shown = _without_code(text)
    found = [*_unclosed_fence(text), *check_html(shown, allowed=allowed)]
    for rule in RULES:
        found += rule(shown)
    return [Problem(file, first_line + each.line - 1, each.where, each.expected, each.found) for each in found]


def hidden_characters(text: str) -> Iterator[Finding]:
    """Characters that nobody sees: they end a text early, or turn the order of its letters round."""
    for match in _HIDDEN.finditer(text):
        yield Finding(_line(text, match.start()), "text", "characters that can be seen", f"U+{ord(match[0]):04X}")


def template_signs(text: str) -> Iterator[Finding]:
    """Pages are Markdown: nothing is put in the place of a template's signs."""
    for match in _TEMPLATE.finditer(text):
        yield Finding(_line(text, match.start()), "text", "Markdown, or a marker such as [[contents]]", repr(match[0]))


def almost_markers(text: str) -> Iterator[Finding]:
    """A bracket that is missing or a name with a capital: such a marker would be printed as it was typed."""
    for match in _ALMOST.finditer(text):
        if not MARKER.match(text, match.start()):
            found = repr(_short(match[0]))
            yield Finding(_line(text, match.start()), "marker", "one such as [[claim: some-id]]", found)
    for match in _CLAIM_IN_LINK.finditer(text):
        yield Finding(_line(text, match.start()), "link", "a mark behind the link", repr(_short(match[0])))


def headings(text: str) -> Iterator[Finding]:
    """The title is the only heading of the first level; none is skipped, and each id is used once."""
    level, ids = 1, dict[str, int]()
    for match in _HEADING.finditer(text):
        line, depth, says = _line(text, match.start()), len(match[1]), match[2]
        where = f"heading {_short(says)!r}"
        if depth == 1:
            yield Finding(line, where, "## or deeper: the title in the front matter is the page's own", "#")
        elif depth > level + 1:
            yield Finding(line, where, "#" * (level + 1), match[1])
        level = max(depth, 1)
        if named := _ID.search(says):
            if named[1] in ids:
                yield Finding(line, where, "each id once", f"{named[1]!r} again (first on line {ids[named[1]]})")
            ids.setdefault(named[1], line)
        if not re.sub(r"\{.*\}", "", says).strip():
            yield Finding(line, "heading", "words", "nothing")


def links_and_pictures(text: str) -> Iterator[Finding]:
    """A link says and leads somewhere; a picture is the site's own and has words for who does not see it."""
    for match in _LINK.finditer(text):
        line, target = _line(text, match.start()), match["target"]
        where = f"{'picture' if match['picture'] else 'link'} {_short(target)!r}"
        if not target:
            yield Finding(line, where, "an address", "nothing")
        elif wrong := check_address(target):
            yield Finding(line, where, "an address of this site, or one with https:", wrong)
        elif match["picture"] and target.startswith("https:"):
            yield Finding(line, where, "a picture under docs/", "one of another site")
        if not match["text"].strip():
            expected = "words for who does not see the picture" if match["picture"] else "words to press"
            yield Finding(line, where, expected, "none")


def unclosed_emphasis(text: str) -> Iterator[Finding]:
    """Two stars that nothing closes are printed as stars."""
    start = 0
    for paragraph in re.split(r"\n\s*\n", text):
        place = text.index(paragraph, start)
        start = place + len(paragraph)
        stars = re.findall(r"(?<![\\*])\*\*(?!\*)", re.sub(r"^\s*\*\s", "  ", paragraph, flags=re.M))
        if len(stars) % 2:
            at = place + paragraph.rindex("**")
            yield Finding(_line(text, at), "**", "** after it, in the same paragraph", "none")


RULES: tuple[Callable[[str], Iterator[Finding]], ...] = (
    hidden_characters,
    template_signs,
    almost_markers,
    headings,
    links_and_pictures,
    unclosed_emphasis,
)


def _without_code(text: str) -> str:
    """The text with blanks for its code, so that places and lines stay."""
    parts, done = list[str](), 0
    for start, end in code_spans(text):
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _unclosed_fence(text: str) -> Iterator[Finding]:
    opened: tuple[str, int] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not (match := _FENCE.match(line)):
            continue
        if opened is None:
            opened = (match[1], number)
        elif match[1].startswith(opened[0]) and not match[2].strip():
            opened = None
    if opened:
        yield Finding(opened[1], opened[0], f"{opened[0]} after the code", "none")


def _line(text: str, at: int) -> int:
    return 1 + text.count("\n", 0, at)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
