"""The navigation of mkdocs.yml as plain lists: which pages it names, and the same without some of them."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any


def listed_pages(nav: Iterable[Any]) -> set[str]:
    """Every path that a navigation names, at whatever depth.

    >>> sorted(listed_pages(["index.md", {"More": [{"About us": "about.md"}]}]))
    ['about.md', 'index.md']
    """
    return set(_paths(nav))


def leave_out(nav: Iterable[Any], paths: Collection[str]) -> list[Any]:
    """The navigation without some pages, and without sections that hold nothing else.

    >>> leave_out(["index.md", {"More": [{"About us": "about.md"}]}], {"about.md"})
    ['index.md']
    """
    return [kept for entry in nav if (kept := _without(entry, paths))]


def _paths(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        yield from _paths(entry.values())
    elif isinstance(entry, Iterable):
        for each in entry:
            yield from _paths(each)


def _without(entry: Any, paths: Collection[str]) -> Any:
    if isinstance(entry, dict):
        return {title: kept for title, inside in entry.items() if (kept := _without(inside, paths))}
    if isinstance(entry, list):
        return leave_out(entry, paths)
    return None if entry in paths else entry
