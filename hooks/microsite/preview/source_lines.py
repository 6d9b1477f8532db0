"""The place in a file that a problem speaks of: its line with two around it, and a link that opens it in an editor."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from microsite.source.characters import HIDDEN
from microsite.source.problems import Problem

# The programs that open a file from an address. A link of any other kind could run something, or lead away.
_EDITORS = (
    "atom|bbedit|code-oss|cursor|emacs|goland|idea|jetbrains|kate|lapce|macvim|mvim|nova|phpstorm|pulsar|pycharm|rubymine"
    "|subl|sublime|textmate|txmt|vscode|vscode-insiders|vscodium|webstorm|windsurf|x-bbedit|zed"
)
# Empty where the environment, which is each person's own, says nothing.
EDITOR_LINK = rf"^(({_EDITORS})://[^\s\"'<>]*\{{file\}}[^\s\"'<>]*)?$"

_AROUND = 2
_LONGEST = 300


@dataclass(frozen=True)
class SourceLine:
    """A line of a file, from 1; ``meant`` says whether it is the one that a problem names."""

    number: int
    text: str
    meant: bool


@dataclass(frozen=True)
class Place:
    """A problem with the lines of its file around it, and the address that opens it in the owner's editor."""

    problem: Problem
    lines: tuple[SourceLine, ...] = ()
    href: str = ""


def find_place(problem: Problem, folder: Path, *, editor_link: str = "") -> Place:
    """Where a problem is. ``folder`` is the one that its file is named from, which may be gone by now.

    ``editor_link`` is an address such as ``vscode://file/{file}:{line}``; there is no link without it, and none with
    an address that opens no editor.
    """
    path = folder / problem.file
    if not path.is_file():
        return Place(problem)
    address = quote(path.resolve().as_posix().lstrip("/"), safe="/:")
    editor_link = editor_link if re.search(EDITOR_LINK, editor_link) else ""
    href = editor_link.replace("{file}", address).replace("{line}", str(problem.line))
    return Place(problem, lines_around(path, problem.line), href)


def lines_around(path: Path, line: int) -> tuple[SourceLine, ...]:
    """The line of a file and those around it. What cannot be read or seen is shown as a sign that stands for it."""
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    first, last = max(1, line - _AROUND), min(len(lines), line + _AROUND)
    return tuple(
        SourceLine(number, HIDDEN.sub("\ufffd", lines[number - 1])[:_LONGEST], number == line)
        for number in range(first, last + 1)
    )
