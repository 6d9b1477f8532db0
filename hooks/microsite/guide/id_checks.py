"""Ids on rendered pages: those of headings, rows, marks and drawings, and those of the layout around them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from microsite.content.page_source import PageSource
from microsite.guide.guide import Guide
from microsite.source.kept import kept
from microsite.source.problems import Problem

_ID = re.compile(r"<[a-zA-Z][^<>]*?\sid=[\"']?([^\s\"'<>{}]+)[\"']?(?=[\s/>])")


def check_ids(guide: Guide, content: Mapping[str, str], *, layout: Iterable[str]) -> list[Problem]:
    """A problem for each id that two places of a page have: a link to it would lead to one of them only.

    ``content`` has the HTML of each page by its path, ``layout`` are the sources of the templates around it.
    """
    around = {name for source in layout for name in _ID.findall(source)}
    return [
        problem for path, html in content.items() for problem in _repeated(guide.pages[path], _ids_of(html), around)
    ]


@kept
def _ids_of(html: str) -> Counter[str]:
    return Counter(_ID.findall(html))


def _repeated(page: PageSource, ids: Counter[str], around: set[str]) -> Iterator[Problem]:
    for name, count in ids.items():
        if count > 1 or name in around:
            expected, found = "an id that nothing else on the page has", f"{name!r} twice"
            yield Problem(page.file, _line_of(page, name), f"id {name!r}", expected, found)


def _line_of(page: PageSource, name: str) -> int:
    """Where a person has typed the id; the first line of the text where nobody has."""
    typed = re.search(rf"#{re.escape(name)}[\s}}]|\bid=[\"']?{re.escape(name)}\b", page.body)
    return page.body_line + (page.body.count("\n", 0, typed.start()) if typed else 0)
