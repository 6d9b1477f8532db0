"""A component with a data file of a few lines, loaded and rendered alone."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from microsite.components.component import Component, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.evidence.ledger import build_ledger
from microsite.evidence.marks import MarkWriter
from microsite.source.problems import ProblemsFound
from support.evidence_samples import make_claim, make_source
from support.html import read_html

# The claims that data may name, each with the one source `potter-2020`.
CLAIMS = ("heat", "warm")


def load(component: Component[Any], folder: Path, text: str = "", *, pages: Collection[str] = ()) -> SiteData:
    """What a site has whose only data is ``text``, in the component's own file; ``pages`` are those there are.

    Raises `ProblemsFound` with what the component refuses.
    """
    ledger = build_ledger([make_claim(id=claim).record for claim in CLAIMS], [make_source()])
    site = SiteData(ledger)
    if not component.file:
        return site
    (folder / component.file).write_text(text, encoding="utf-8")
    data = DataFolder(folder, "data", docs=folder, pages=pages, claims=CLAIMS)
    return SiteData(ledger, read={component.name: component.load(data, site)})


def refused(component: Component[Any], folder: Path, text: str, *, pages: Collection[str] = ()) -> list[str]:
    """The messages for a data file that the component refuses."""
    with pytest.raises(ProblemsFound) as found:
        load(component, folder, text, pages=pages)
    return str(found.value).splitlines()


def render(component: Component[Any], site: SiteData, argument: str = "") -> BeautifulSoup:
    """The HTML of a marker; files of the site are found under ``../``."""
    marks = MarkWriter(site.ledger, claims_url="../evidence/")
    page = RenderContext(site, link=lambda path: f"../{path}", marks=marks)
    return read_html(str(component.render(argument, page)))


def words(html: BeautifulSoup, selector: str) -> list[str]:
    """The text of each element that a selector finds, with single spaces; evidence marks are left out."""
    found = html.select(selector)
    for mark in html.select("a.mark"):
        mark.extract()
    return [" ".join(each.get_text().split()) for each in found]
