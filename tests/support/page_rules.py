"""Rules that hold for every page of a site. Each takes the built site and returns what breaks it, in words."""

import re
from collections import Counter
from collections.abc import Iterable

from bs4 import NavigableString

from support.built_site import BuiltPage, BuiltSite

_HEADINGS = "h1, h2, h3, h4, h5, h6"
_MARKER = re.compile(r"\[\[|\{\{|\{%")


def repeated_titles(site: BuiltSite) -> list[str]:
    """Titles that are empty or stand on two pages."""
    return _repeated((page.path, _text(page, "title")) for page in site.pages)


def repeated_main_headings(site: BuiltSite) -> list[str]:
    """Main headings that are empty or stand on two pages."""
    return _repeated((page.path, _text(page, "h1")) for page in site.pages)


def repeated_descriptions(site: BuiltSite) -> list[str]:
    """Descriptions that are missing or stand on two pages; the page for 404 is never listed anywhere."""
    listed = [page for page in site.pages if not page.is_not_found_page]
    return _repeated((page.path, " ".join(page.values("meta[name=description]", "content"))) for page in listed)


def repeated_ids(site: BuiltSite) -> list[str]:
    """Ids that two elements of a page have."""
    return [
        f"{page.path}: id {name} stands {times} times"
        for page in site.pages
        for name, times in Counter(page.values("[id]", "id")).items()
        if times > 1
    ]


def wrong_headings(site: BuiltSite) -> list[str]:
    """Pages without exactly one h1, and headings that are empty or skip a level."""
    return [f"{page.path}: {problem}" for page in site.pages for problem in _wrong_headings(page)]


def left_markers(site: BuiltSite) -> list[str]:
    """Markers and template code that nothing filled."""
    return [
        f"{page.path}: ...{text[max(found.start() - 20, 0) : found.end() + 40]}..."
        for page in site.pages
        for text in [_words(page)]
        for found in _MARKER.finditer(text)
    ]


def _wrong_headings(page: BuiltPage) -> Iterable[str]:
    headings = [(int(node.name[1]), node.get_text(strip=True)) for node in page.tree.select(_HEADINGS)]
    if (count := sum(level == 1 for level, _ in headings)) != 1:
        yield f"has {count} h1"
    above = 0
    for level, text in headings:
        if level > above + 1:
            yield f"h{level} “{text}” comes after h{above}"
        if not text:
            yield f"an h{level} is empty"
        above = level


def _words(page: BuiltPage) -> str:
    """All that a reader could meet: text and attributes, without scripts and styles, where brackets are code."""
    code = {text for tag in page.tree.find_all(["script", "style"]) for text in tag.strings}
    texts = [text for text in page.tree.descendants if isinstance(text, NavigableString) and text not in code]
    return "\n".join([*texts, *(value for tag in page.tree.find_all() for value in tag.attrs.values())])


def _text(page: BuiltPage, selector: str) -> str:
    found = page.first(selector)
    return found.get_text(strip=True) if found else ""


def _repeated(texts: Iterable[tuple[str, str]]) -> list[str]:
    by_text: dict[str, list[str]] = {}
    for path, text in texts:
        by_text.setdefault(text, []).append(path)
    return [f"{', '.join(paths)}: {text or 'nothing'}" for text, paths in by_text.items() if len(paths) > 1 or not text]
