"""Markers in Markdown: ``[[table: kefirs]]`` on a line of its own, ``[[claim: some-id]]`` inside a paragraph.

A marker names what stands there, and HTML takes its place. This module finds and replaces markers, and knows nothing
of what they mean. Code spans and fenced code are left alone, so a page can show a marker.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from microsite.source.code_blanks import blank_code
from microsite.source.problems import Problem

# How a marker is written.
MARKER = re.compile(r"\[\[\s*(?P<name>[a-z][a-z-]*)\s*(?::\s*(?P<argument>[^\[\]]*?)\s*)?\]\]")
_COMMENT = re.compile(r"<!--.*?-->", re.S)


@dataclass(frozen=True)
class Marker:
    """One marker: its name, its argument ("" when it has none), where it stands, and whether it has the line alone."""

    name: str
    argument: str
    line: int
    start: int
    end: int
    alone: bool

    def __str__(self) -> str:
        return f"[[{self.name}: {self.argument}]]" if self.argument else f"[[{self.name}]]"


@dataclass(frozen=True)
class MarkerRule:
    """How markers of one name are written.

    ``arguments`` lists what may stand behind the colon; empty means that nothing may; where they are not
    ``judged``, the file that has them could not be read. A ``block`` marker needs a line of its own.
    """

    arguments: Collection[str] = ()
    block: bool = True
    judged: bool = True


def find_markers(text: str, *, first_line: int = 1) -> list[Marker]:
    """All markers of a Markdown text in order. ``first_line`` is the line of the file on which the text starts."""
    shown = blank_code(text)
    return [_marker(match, shown, first_line) for match in MARKER.finditer(shown)]


def without_comments(text: str) -> str:
    """A Markdown text without the comments in it, which no reader gets; every line stays on its line."""
    shown = blank_code(text) if "<!--" in text else text
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n") if shown[found.start()] == "<" else found[0], text)


def check_markers(text: str, rules: Mapping[str, MarkerRule], *, file: str, first_line: int = 1) -> list[Problem]:
    """A problem for each marker of an unknown name, with an argument that is not known, or not alone on its line."""
    problems = []
    for marker in find_markers(text, first_line=first_line):
        rule = rules.get(marker.name)
        found = repr(marker.argument) if marker.argument else "nothing"
        if rule is None:
            expected, found = "a marker named " + either(rules, near=marker.name), repr(marker.name)
        elif rule.judged and marker.argument not in (rule.arguments or ("",)):
            expected = either(rule.arguments, near=marker.argument) if rule.arguments else "no argument"
        elif rule.block and not marker.alone:
            expected, found = "a line of its own", "other text on the line"
        else:
            continue
        problems.append(Problem(file, marker.line, str(marker), expected, found))
    return problems


def replace_markers(text: str, html_of: Callable[[Marker], str]) -> str:
    """The text with the HTML of each marker in its place, made in the order of the text."""
    parts: list[str] = []
    done = 0
    for marker in find_markers(text):
        parts += [text[done : marker.start], html_of(marker)]
        done = marker.end
    return "".join([*parts, text[done:]])


def _marker(match: re.Match[str], text: str, first_line: int) -> Marker:
    line_start = text.rfind("\n", 0, match.start()) + 1
    line_end = text.find("\n", match.end())
    around = text[line_start : match.start()] + text[match.end() : line_end if line_end >= 0 else len(text)]
    return Marker(
        name=match["name"],
        argument=match["argument"] or "",
        line=first_line + text.count("\n", 0, match.start()),
        start=match.start(),
        end=match.end(),
        alone=not around.strip(),
    )


def either(names: Collection[str], *, near: str) -> str:
    """``a, b or c``, the names most like ``near`` first where there are many: a message should fit a screen."""
    if not names:
        return "none, because there are none"
    shown = list(names) if len(names) <= 12 else get_close_matches(near, list(names), n=3, cutoff=0)
    rest = [f"{len(names) - len(shown)} more"] if len(names) > len(shown) else []
    *most, last = [*shown, *rest]
    return f"{', '.join(most)} or {last}" if most else last
