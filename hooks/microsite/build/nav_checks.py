"""The navigation in mkdocs.yml: each entry is a page that is there, once, under a title that says something."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from microsite.source.files import Address, Document
from microsite.source.problems import Problem, describe
from microsite.source.schema import perhaps
from microsite.source.web_address import check_address


@dataclass(frozen=True)
class Entry:
    """What a navigation names at one place: a path or an address, or something that is neither."""

    at: Address
    target: Any


def check_nav_entries(document: Document, nav: Any, *, docs: Path, pages: Collection[str]) -> list[Problem]:
    """A problem for each entry that is no page, stands twice, or has no title. ``pages`` are the pages under docs."""
    if nav is None:
        return []
    problems, seen = list[Problem](), dict[str, int]()
    for entry in _entries(nav, ("nav",)):
        line = document.line(entry.at)
        wrong = _fault(entry.target, docs, pages)
        if wrong is None and entry.target in seen:
            wrong = ("each page once", f"{entry.target!r} again (first on line {seen[entry.target]})")
        if wrong:
            problems.append(Problem(document.file, line, "nav", *wrong))
        elif isinstance(entry.target, str):
            seen.setdefault(entry.target, line)
    return problems


def missing_pages(nav: Any, pages: Collection[str]) -> set[str]:
    """The pages that a navigation names and that are not there: a link to one is not wrong for a reason of its own."""
    targets = {entry.target for entry in _entries(nav or [], ("nav",)) if isinstance(entry.target, str)}
    return {target for target in targets if target.endswith(".md")} - set(pages)


def _fault(target: Any, docs: Path, pages: Collection[str]) -> tuple[str, str] | None:
    expected = f"a page under {docs.name}/"
    if not isinstance(target, str) or not target.strip():
        return expected, describe(target)
    if "://" in target or check_address(target):
        wrong = check_address(target)
        return ("an address of this site, or one with https:", wrong) if wrong else None
    if target in pages:
        return None
    if (docs / target).is_dir():
        return expected, f"a folder {target!r}"
    return expected + perhaps(target, pages), repr(target)


def _entries(nav: Any, at: Address) -> Iterator[Entry]:
    if isinstance(nav, list):
        for i, each in enumerate(nav):
            yield from _entries(each, (*at, i))
        if not nav:
            yield Entry(at, None)
    elif isinstance(nav, dict):
        for title, inside in nav.items():
            yield from _entries(inside, (*at, title)) if str(title).strip() else [Entry((*at, title), title)]
    else:
        yield Entry(at, nav)
