"""Every link, anchor, asset, sitemap entry and canonical address of the built site leads somewhere."""

import re
from pathlib import Path

import pytest

from support import link_rules
from support.built_site import BuiltSite
from support.rules import RULES


def test_there_are_pages(built: BuiltSite) -> None:
    """The rules below have something to look at, the page for 404 included."""
    assert {"index.html", "404.html"} < built.by_path.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_page_has(built: BuiltSite, rule) -> None:
    """No page of the site breaks the rule."""
    found = dict.fromkeys(rule(built))  # each fault once, in the order of the pages
    assert not found, "\n".join(found)


def test_the_sitemap_lists_each_page_once(built: BuiltSite, site: Path) -> None:
    """The sitemap holds every page but 404, and nothing else."""
    assert not link_rules.wrong_sitemap(built, (site / "sitemap.xml").read_text(encoding="utf-8"))


def test_search_leads_to_places_that_exist(built: BuiltSite, site: Path) -> None:
    """Each entry of the search index is a page, or a part of one."""
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert not link_rules.wrong_search_places(built, index)


def test_what_the_scripts_fetch_is_there(built: BuiltSite, site: Path) -> None:
    """The search's own files, whose names have a version in them."""
    code = (site / "assets" / "on-demand" / "controls.js").read_text(encoding="utf-8")
    fetched = set(re.findall(r'"(assets/[^"]+)"', code))
    assert len(fetched) == 2
    assert fetched <= built.files
