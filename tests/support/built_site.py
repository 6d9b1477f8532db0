"""The built site as values: its pages, and where an address inside it leads.

Knows the files of a site and nothing of the subject or of how they were made.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from support.html import read_html

NOT_FOUND_PAGE = "404.html"


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file. ``path`` is its name below the site, ``url`` its address below the site: ``foods/``."""

    path: str
    html: str = field(repr=False)
    file: Path | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """The address a reader sees, relative to the start of the site."""
        return self.path.removesuffix("index.html")

    @property
    def is_not_found_page(self) -> bool:
        """Whether this is what a server answers when there is no page."""
        return self.path == NOT_FOUND_PAGE

    @cached_property
    def tree(self) -> BeautifulSoup:
        """The parsed page, to ask with CSS selectors."""
        return read_html(self.html)

    @cached_property
    def ids(self) -> frozenset[str]:
        """All ids on the page."""
        return frozenset(node["id"] for node in self.tree.select("[id]"))

    def values(self, selector: str, attribute: str) -> Iterator[str]:
        """Yield one attribute of every element that has it and that ``selector`` finds."""
        for node in self.tree.select(selector):
            if attribute in node.attrs:
                yield node[attribute]

    def first(self, selector: str) -> Tag | None:
        """Return the first element found, if any."""
        return self.tree.select_one(selector)


@dataclass(frozen=True)
class BuiltSite:
    """All pages and the names of all files of a site that is published at ``address``."""

    address: str
    pages: tuple[BuiltPage, ...]
    files: frozenset[str] = field(repr=False)
    folder: Path | None = field(default=None, repr=False)

    @cached_property
    def by_path(self) -> dict[str, BuiltPage]:
        """The pages by the name of their file."""
        return {page.path: page for page in self.pages}

    def resolve(self, page: BuiltPage, link: str) -> tuple[str, str] | None:
        """Return the file and the fragment a link leads to, or None where it leaves the site.

        The file need not exist. The page for what is not found is served at any depth, so it counts as lying
        deep: a relative link on it leads nowhere.
        """
        if link.startswith("#"):
            return page.path, unquote(link[1:])
        url = "not/here/" if page.is_not_found_page else page.url
        target = urlsplit(urljoin(urljoin(self.address, url), link))
        home = urlsplit(self.address)
        if (target.scheme, target.netloc) != (home.scheme, home.netloc):
            return None
        if not target.path.startswith(home.path):
            return f"(outside the site) {target.path}", target.fragment
        path = unquote(target.path.removeprefix(home.path))
        return path + "index.html" if path == "" or path.endswith("/") else path, unquote(target.fragment)


def read_site(folder: Path) -> BuiltSite:
    """Read a built site. Its address is the one its home page calls canonical."""
    files = frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    pages = tuple(_read_page(folder, path) for path in sorted(files) if path.endswith(".html"))
    home = next(page for page in pages if page.path == "index.html")
    return BuiltSite(next(home.values("link[rel=canonical]", "href")), pages, files, folder)


def _read_page(folder: Path, path: str) -> BuiltPage:
    file = folder / path
    return BuiltPage(path, file.read_text(encoding="utf-8"), file)
