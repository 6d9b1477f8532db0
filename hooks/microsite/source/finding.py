"""What a check of one text found: a line of it and the words of a problem."""

from collections.abc import Iterable
from dataclasses import dataclass

from microsite.source.problems import Problem


@dataclass(frozen=True)
class Finding:
    """Something an author should not have typed: its line (from 1), and the words of a problem.

    ``first`` is the line of what it says again, where that is what is wrong.
    """

    line: int
    where: str
    expected: str
    found: str
    first: int | None = None


def problems_in(file: str, findings: Iterable[Finding], *, first_line: int = 1) -> list[Problem]:
    """Findings as problems of a file, whose text starts on ``first_line``."""
    return [
        Problem(file, first_line + each.line - 1, each.where, each.expected, _found(each, first_line))
        for each in findings
    ]


def _found(finding: Finding, first_line: int) -> str:
    again = f" again (first on line {first_line + finding.first - 1})" if finding.first else ""
    return finding.found + again
