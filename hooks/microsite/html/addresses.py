"""Links between pages, relative to the page they stand on, so that the site works at any address and from a folder."""

import posixpath
from collections.abc import Callable, Mapping

LinkTo = Callable[[str], str]


def link_from(page_url: str, urls: Mapping[str, str]) -> LinkTo:
    """A function that turns ``evidence.md#claim-x`` into a link for the page at ``page_url``.

    ``urls`` maps paths inside the docs folder to addresses inside the site (``evidence/``). The function raises
    KeyError for a path that is not among them.
    """

    def link(target: str) -> str:
        path, hash_mark, anchor = target.partition("#")
        if not path:
            return target
        return relative_url(urls[path], page_url) + hash_mark + anchor

    return link


def web_address(url: str) -> str:
    """The address on the web of a page that a copy for a folder has under another.

    >>> web_address("habits.html"), web_address("sheets/index.html"), web_address("habits/"), web_address("a.csv")
    ('habits/', 'sheets/', 'habits/', 'a.csv')
    """
    if url.endswith("index.html"):
        return url.removesuffix("index.html")
    return url.removesuffix(".html") + "/" if url.endswith(".html") else url


def relative_url(url: str, page_url: str) -> str:
    """The address ``url`` as seen from ``page_url``, both relative to the site's root.

    >>> relative_url("evidence/", "habits/"), relative_url("", "habits/"), relative_url("a.csv", "")
    ('../evidence/', '../', 'a.csv')
    """
    start = "/" + page_url.rpartition("/")[0]
    path = posixpath.relpath("/" + url, start)
    return path + "/" if url.endswith("/") or not url else path
