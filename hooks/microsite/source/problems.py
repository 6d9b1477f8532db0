"""The one exception of the generator: a list of problems, each with its place in a file that an editor can open.

Every reader collects all problems before it raises, so that an editor corrects a file once and not once for each
mistake.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file. ``line`` counts from 1; ``where`` names the field or the marker in words."""

    file: str
    line: int
    where: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.where}: expected {self.expected}, found {self.found}"


class ProblemsFound(Exception):
    """Raised once everything has been looked at; ``problems`` is sorted and never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class ProblemList:
    """Gathers problems from many steps, so that they can be raised together.

    >>> found = ProblemList()
    >>> with found.gather():
    ...     raise ProblemsFound([Problem("a.yml", 1, "id", "a text", "nothing")])
    >>> len(list(found))
    1
    """

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def add(self, *problems: Problem) -> None:
        """Remember problems without stopping."""
        self._problems.extend(problems)

    @contextmanager
    def gather(self) -> Iterator[None]:
        """Run a step; what it raises as `ProblemsFound` is remembered instead."""
        try:
            yield
        except ProblemsFound as found:
            self.add(*found.problems)

    def raise_if_any(self) -> None:
        """Raise `ProblemsFound` with all that was gathered, or return when there is nothing."""
        if self._problems:
            raise ProblemsFound(self._problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems)


def describe(value: object) -> str:
    """What was found, in words an editor recognizes: the value as written, shortened, or ``nothing``."""
    if value is None or value == "":
        return "nothing"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 80 else text[:77] + "..."
