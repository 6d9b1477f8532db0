"""Beautiful Soup on lxml: the one way in which the tests read HTML, whether a built page or a part of one."""

from bs4 import BeautifulSoup


def read_html(html: str) -> BeautifulSoup:
    """Parse HTML, to ask with CSS selectors. ``class`` and its like stay one text, as they stand in the page.

    What a ``<template>`` holds is not on the page until a script takes it, so it is left out, as a browser does.
    """
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    for template in soup.find_all("template"):
        template.clear()
    return soup
