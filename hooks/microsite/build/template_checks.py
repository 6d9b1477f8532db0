"""Templates that do not parse: told before a build, because one that fails while a page is drawn ends it."""

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from microsite.source.problems import Problem, ProblemsFound
from microsite.source.text_file import read_text


def check_templates(files: Iterable[Path], *, root: Path) -> Iterator[Problem]:
    """A problem for each template with a mistake in its syntax. Messages name files by their path from ``root``."""
    for file in files:
        name = Path(os.path.relpath(file, root)).as_posix()
        try:
            fault = _fault(read_text(file, name))
        except ProblemsFound as found:
            yield from found.problems
            continue
        if fault:
            yield Problem(name, fault[0], "template", "Jinja that parses", fault[1])


# By text: a preview asks again after each save.
@lru_cache(maxsize=256)
def _fault(text: str) -> tuple[int, str] | None:
    try:
        Environment(autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        return error.lineno, error.message or ""
    return None
