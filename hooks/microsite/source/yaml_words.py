"""What a YAML parser stumbled over, in the words of who typed it: what to type instead, and the line as it stands.

A parser names the place where it gave up. Here the line is looked at too, because one complaint has many causes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from microsite.source.characters import HIDDEN, name_of
from microsite.source.problems import describe

_INDENT = "each field indented like the one above it"
_COLON = 'quotes around a text that has a colon, such as title: "Tea: a story"'
_LIST = "a list on lines of its own, each with a hyphen and a space"


@dataclass(frozen=True)
class Complaint:
    """What a parser says: the reason, the line (from 1) of it, and the line on which what it was reading began."""

    reason: str
    line: int
    began: int


def explain(text: str, complaint: Complaint) -> tuple[int, str, str]:
    """The line to look at, what was expected there, and what was found."""
    if hidden := HIDDEN.search(text):
        return 1 + text.count("\n", 0, hidden.start()), "characters that can be seen", name_of(hidden[0])
    lines = text.splitlines()
    for sign, judge in _JUDGES:
        if sign in complaint.reason:
            line, expected = judge(lines, complaint)
            return line, expected, _shown(lines, line)
    return complaint.line, "YAML", _shown(lines, complaint.line)


def _values(lines: list[str], complaint: Complaint) -> tuple[int, str]:
    """A colon where none may be: inside a text, behind a line further in, or behind one without a space."""
    line, above = complaint.line, _at(lines, complaint.line - 1)
    if len(re.findall(r":\s", _at(lines, line) + " ")) > 1:
        return line, _COLON
    if re.fullmatch(r"\s*(- )?[\w-]+:[^\s:/].*", above):
        return line - 1, "a space behind the colon"
    return line, _INDENT


def _block(lines: list[str], complaint: Complaint) -> tuple[int, str]:
    """A block that ended too soon: by a quote inside a text, or by a line that stands elsewhere than those above."""
    shown = _at(lines, complaint.line)
    if re.search(r":\s+'[^']*'\w", shown) or re.search(r"-\s+\'[^\']*\'\w", shown):
        return complaint.line, 'double quotes around a text that has an apostrophe, such as "a cup\'s worth"'
    if re.search(r":\s+([\"']).*\1\s*\S", shown):
        return complaint.line, "nothing behind the closing quote"
    if re.match(r"\s*-\w", above := _at(lines, complaint.line - 1)) and above.strip() != "---":
        return complaint.line - 1, "a space behind the hyphen"
    return complaint.line, _INDENT


def _colon_missing(lines: list[str], complaint: Complaint) -> tuple[int, str]:
    """A line without a colon, or without the space behind it, is found only when the next one is read."""
    for line in range(complaint.line, 0, -1):
        shown = _at(lines, line).strip()
        if shown.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            return line, "one of the two texts between the marks of a merge, and no marks"
        if re.fullmatch(r"(- )?[\w-]+:[^\s:/].*", shown):
            return line, "a space behind the colon"
        if re.fullmatch(r"(- )?[\w-]+", shown):
            return line, "a colon and a space behind the name of a field"
    return complaint.line, "a colon and a space behind the name of a field"


def _start(lines: list[str], complaint: Complaint) -> tuple[int, str]:
    sign = re.search(r"character '(.|\\t)'", complaint.reason)
    if sign and sign[1] == "\\t":
        return complaint.line, "spaces: a tab cannot indent"
    return complaint.line, f"quotes around a text that begins with {sign[1] if sign else 'this sign'}"


def _end(lines: list[str], complaint: Complaint) -> tuple[int, str]:
    return complaint.began, "a closing quote for each that is opened"


def _flow(lines: list[str], complaint: Complaint) -> tuple[int, str]:
    return complaint.began, "commas between the items, and a closing bracket for each that is opened"


def _says(expected: str) -> Callable[[list[str], Complaint], tuple[int, str]]:
    return lambda _lines, complaint: (complaint.line, expected)


_JUDGES: tuple[tuple[str, Callable[[list[str], Complaint], tuple[int, str]]], ...] = (
    ("mapping values are not allowed", _values),
    ("expected <block end>", _block),
    ("cannot start any token", _start),
    ("unexpected end of stream", _end),
    ("expected ',' or", _flow),
    ("expected the node content", _flow),
    ("undefined alias", _says("quotes around a text that begins with *")),
    ("unknown escape character", _says("single quotes, ', around a text that has a backslash")),
    ("sequence entries are not allowed", _says(_LIST)),
    ("another document", _says("one document: no line of --- or ...")),
    ("could not find expected ':'", _colon_missing),
    ("mapping keys are not allowed", _says("quotes around a text that begins with ?")),
)


def _at(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _shown(lines: list[str], number: int) -> str:
    return describe(_at(lines, number).strip())
