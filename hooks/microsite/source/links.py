"""Links in Markdown with their lines, so that one that leads nowhere is reported where an editor can mend it."""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from microsite.source.code_blanks import blank_code
from microsite.source.problems import Problem

# An address with a space is told as such, not as one that leads nowhere.
_LINK = re.compile(
    r"\]\(\s*(?:<(?P<angle>[^>\n]+)>|(?P<inline>[^)\s>]+))(?:\s+[\"'(][^)]*)?\s*\)"
    r"|^[ ]{0,3}\[[^\]^]+\]:\s*<?(?P<reference>[^\s>]+)",
    re.M,
)
_ELSEWHERE = re.compile(r"^([a-z][a-z0-9+.-]*:|//)", re.I)


@dataclass(frozen=True)
class Link:
    """A link as written: its target and its line."""

    target: str
    line: int


def find_links(text: str, *, first_line: int = 1) -> list[Link]:
    """The links of a Markdown text that stay inside the site. ``first_line`` is the line on which the text starts."""
    found = []
    for match in _LINK.finditer(blank_code(text)):
        kind = match.lastgroup or "inline"
        target = match[kind]
        if _ELSEWHERE.match(target):
            continue
        found.append(Link(target, first_line + text.count("\n", 0, match.start(kind))))
    return found


def goal_of(link: Link, *, page: str) -> str:
    """The path inside the docs folder that a link on the page ``page`` names, without its anchor."""
    path = link.target.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def check_links(
    links: Collection[Link],
    *,
    file: str,
    page: str,
    files: Collection[str] | None = None,
    anchors: Mapping[str, Collection[str]] | None = None,
) -> list[Problem]:
    """Problems for links that lead nowhere: to no file, to no anchor, or both, as far as these are known by now.

    ``file`` is what messages call the page, ``page`` its path inside the docs folder, ``files`` the paths there are,
    and ``anchors`` the ids on each page by its path.
    """
    problems = []
    for link in links:
        anchor = link.target.partition("#")[2]
        goal = goal_of(link, page=page)
        where = f"link {link.target!r}"
        if files is not None and goal not in files:
            problems.append(Problem(file, link.line, where, "a file under docs/" + _perhaps(goal, files), repr(goal)))
        elif anchor and anchors is not None and anchor not in anchors.get(goal, (anchor,)):
            expected = f"an anchor on {goal}" + _perhaps(anchor, anchors[goal])
            problems.append(Problem(file, link.line, where, expected, repr(f"#{anchor}")))
    return problems


def _perhaps(found: str, known: Collection[str]) -> str:
    near = get_close_matches(found, list(known), n=1, cutoff=0.75)
    return f" (perhaps {near[0]!r})" if near else ""
