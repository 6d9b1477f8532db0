"""Slips of the pen in a page's Markdown, which would be published as they stand: told with file and line.

Each rule is a function that takes the text, with its code blanked out, and yields what it found.
"""

import re
from collections.abc import Callable, Collection, Iterator

from microsite.source.characters import HIDDEN, name_of
from microsite.source.code_blanks import blank_code
from microsite.source.finding import Finding, problems_in
from microsite.source.kept import kept
from microsite.source.markers import MARKER
from microsite.source.problems import Problem
from microsite.source.prose_lint import foreign_signs, glued_lists, unclosed_emphasis
from microsite.source.raw_html import check_html
from microsite.source.web_address import check_address

_HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)\s*#*\s*$", re.M)
_UNDERLINED = re.compile(r"^(?![ \t]*$)(?!.*\|)(?P<says>.+)\n(?P<line>=+|-+)[ \t]*$", re.M)
_ID = re.compile(r"\{[^}\n]*#(?P<list>[\w-]+)[^}\n]*\}|<[a-z][^<>]*\sid\s*=\s*[\"']?(?P<html>[\w-]+)")
_LINK = re.compile(
    r"(?P<picture>!)?\[(?P<text>[^\[\]]*)\]\(\s*(?:<(?P<angle>[^>\n]*)>|(?P<target>[^)\s>]*))(?P<more>[^)]*)\)"
)
_ADDRESS = re.compile(
    r"^[ ]{0,3}\[(?P<name>[^\]^]+)\]:\s*<?(?P<target>[^\s>]+)|<(?P<angle>[a-z][a-z0-9+.-]*:[^\s<>]+)>", re.M | re.I
)
_BY_NAME = re.compile(r"(?<!\])\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")
# A link that is typed with its brackets the other way round, with a gap between them, or without the last of them.
_ALMOST_LINK = re.compile(
    r"\([^()\n]+\)\[[^\]\s]+(?:\.md|://)[^\]\n]*\]|\][ \t]+\((?:https?:|[^)\s]+\.md)[^)\n]*\)|\]\([^)\n]*$", re.M
)
_ALMOST = re.compile(
    r"(?<!\[)\[\[(?!\[)[^\n]{0,80}|(?<![\[\]])\[[A-Za-z][A-Za-z-]*\s*:\s*[\w-]+\]\]|\[\s+\[\w+\s*:[^\n]{0,80}"
)
_CLAIM_IN_LINK = re.compile(r"\[[^\[\]\n]*\[\[[^\[\]\n]*\]\][^\[\]\n]*\]\(")
_TEMPLATE = re.compile(r"\{\{.{0,30}|\{%.{0,30}|^[ \t]*-*8<-.{0,30}", re.M)
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})(.*)$")
_SHOWN = 40


def lint_page(
    text: str, *, file: str, first_line: int = 1, allowed: Collection[str] = (), extensions: Collection[str] = ()
) -> list[Problem]:
    """A problem for each slip in the Markdown of a page.

    ``first_line`` is the line of the file on which the text starts; ``allowed`` names HTML elements that the site
    uses although they are refused elsewhere, ``extensions`` those of Markdown that it has switched on.
    """
    return list(_lint(text, file, first_line, frozenset(allowed), frozenset(extensions)))


@kept
def _lint(
    text: str, file: str, first_line: int, allowed: frozenset[str], extensions: frozenset[str]
) -> tuple[Problem, ...]:
    shown = blank_code(text)
    found = [*_unclosed_fence(text), *check_html(shown, allowed=allowed)]
    found += foreign_signs(shown, extensions=extensions)
    for rule in RULES:
        found += rule(shown)
    return tuple(problems_in(file, found, first_line=first_line))


def hidden_characters(text: str) -> Iterator[Finding]:
    """Characters that nobody sees: they end a text early, or turn the order of its letters round."""
    for match in HIDDEN.finditer(text):
        yield Finding(_line(text, match.start()), "text", "characters that can be seen", name_of(match[0]))


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
    """The title is the only heading of the first level, and none is skipped; each has words and begins with #."""
    level = 1
    for match in _HEADING.finditer(text):
        line, depth, says = _line(text, match.start()), len(match[1]), match[2]
        where = f"heading {_short(says)!r}"
        if depth == 1:
            yield Finding(line, where, "## or deeper: the title in the front matter is the page's own", "#")
        elif depth > level + 1:
            yield Finding(line, where, "#" * (level + 1), match[1])
        level = max(depth, 1)
        if not re.sub(r"\{.*\}", "", says).strip():
            yield Finding(line, "heading", "words", "nothing")
        if re.search(r"\{#[^}]*$", says):
            yield Finding(line, where, "} behind the id", "none")
    for match in _UNDERLINED.finditer(text):
        found = f"a line of {match['line'][0]} below it"
        yield Finding(_line(text, match.start()), f"heading {_short(match['says'])!r}", "## before the words", found)


def ids(text: str) -> Iterator[Finding]:
    """An id, of a heading or of an element, is that of one place on the page."""
    seen: dict[str, int] = {}
    for match in _ID.finditer(text):
        name, line = match["list"] or match["html"], _line(text, match.start())
        if name in seen:
            yield Finding(line, f"id {name!r}", "each id once", repr(name), seen[name])
        seen.setdefault(name, line)


def marks_in_code(text: str) -> Iterator[Finding]:
    """A line that stands four spaces in, behind an empty one, is code: a marker in it would be printed as HTML."""
    in_list, before = False, ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            if re.match(r"[ ]{0,3}(?:[-*+:]|\d+[.)])[ \t]", line):
                in_list = True
            elif not line[0].isspace():
                in_list = False
            if not before and not in_list and re.match(r"(?: {4}|\t)", line) and MARKER.search(line):
                yield Finding(number, "marker", "fewer than four spaces before the line", repr(_short(line.strip())))
        before = line.strip()


def links_and_pictures(text: str) -> Iterator[Finding]:
    """A link says and leads somewhere; a picture is the site's own and has words for who does not see it."""
    for match in _LINK.finditer(text):
        line, target = _line(text, match.start()), match["angle"] or match["target"] or ""
        where = f"{'picture' if match['picture'] else 'link'} {_short(target)!r}"
        if not target:
            yield Finding(line, where, "an address", "nothing")
        elif match["more"].strip() and match["more"].strip()[0] not in "\"'(":
            yield Finding(line, where, "an address without spaces", repr(_short(target + match["more"])))
        elif wrong := check_address(target):
            yield Finding(line, where, "an address of this site, or one with https:", wrong)
        elif match["picture"] and target.startswith("https:"):
            yield Finding(line, where, "a picture under docs/", "one of another site")
        if not match["text"].strip():
            expected = "words for who does not see the picture" if match["picture"] else "words to press"
            yield Finding(line, where, expected, "none")
    for match in _ALMOST_LINK.finditer(text):
        yield Finding(_line(text, match.start()), "link", "[words](address)", repr(_short(match[0])))


def addresses_by_name(text: str) -> Iterator[Finding]:
    """Addresses that stand apart from their links, or between angle brackets; a link by a name has one."""
    names = set()
    for match in _ADDRESS.finditer(text):
        target = match["target"] or match["angle"]
        names.add((match["name"] or "").casefold())
        if wrong := check_address(target):
            line, expected = _line(text, match.start()), "an address of this site, or one with https:"
            yield Finding(line, f"link {_short(target)!r}", expected, wrong)
    for match in _BY_NAME.finditer(text):
        name = match["name"] or match["text"]
        if name.casefold() not in names:
            line, expected = _line(text, match.start()), f"a line such as [{name}]: page.md"
            yield Finding(line, f"link [{name}]", expected, "none")


RULES: tuple[Callable[[str], Iterator[Finding]], ...] = (
    hidden_characters,
    template_signs,
    almost_markers,
    headings,
    ids,
    marks_in_code,
    links_and_pictures,
    addresses_by_name,
    glued_lists,
    unclosed_emphasis,
)


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
