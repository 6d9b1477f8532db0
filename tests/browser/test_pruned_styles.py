"""No rule is dropped that the page needs after all, whatever a reader does."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from microsite.publish.pruning import selectors_of
from support.built_site import BuiltPage, BuiltSite
from support.page_names import PAGES
from support.policy import use_everything

STYLES = [*Path("docs/assets/styles").glob("*.css"), *Path("hooks/microsite/components").glob("*/*.css")]
# Not for the pages of readers, or fetched with what they are for.
NOT_IN_PAGES = {"preview.css", "controls.css", "comments.css"}
# When a rule holds, and where on an element: neither changes which elements it is for.
WHEN = re.compile(
    r"::[a-z-]+|:(hover|focus-visible|focus-within|focus|active|target|checked|visited|disabled|popover-open|defined)\b"
)
# Looks for every selector after each change of the page, and remembers those that found something.
LOOK = """selectors => {
    window.needed = new Set();
    const look = () => {
        for (const selector of selectors) {
            if (!window.needed.has(selector) && document.querySelector(selector)) window.needed.add(selector);
        }
    };
    look();
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}"""


def dropped(page: BuiltPage) -> list[str]:
    """The selectors of our styles that the page does not carry, without states and pseudo-elements."""
    carried = {plain(selector) for style in page.tree.select("style") for selector in selectors_of(style.get_text())}
    files = sorted(path for path in STYLES if path.name not in NOT_IN_PAGES)
    ours = {plain(selector) for path in files for selector in selectors_of(path.read_text(encoding="utf-8"))}
    return sorted(selector for selector in ours - carried if selector and not selector.endswith((">", "+", "~")))


def plain(selector: str) -> str:
    """Which elements a selector is for, written in one way."""
    unquoted = re.sub(r"([\"'])([A-Za-z][\w-]*)\1", r"\2", WHEN.sub("", selector).replace(":not()", ""))
    spaced = re.sub(r"\s*([>+~])\s*", r" \1 ", re.sub(r"\s*,\s*", ",", unquoted))
    return " ".join(spaced.replace("[href^=http]", '[href^="http"]').split())


def needed(page: Page) -> list[str]:
    """What was dropped and was looked for in vain so far."""
    return page.evaluate("[...window.needed]")


@pytest.mark.parametrize("name", [name for name in PAGES if name != "404.html"])
def test_no_rule_is_missed_in_any_state(page: Page, built: BuiltSite, name: str) -> None:
    """Controls are used one after the other, a note is opened, something is searched, colors change."""
    url = name.removesuffix("index") if name.split("/")[-1] == "index" else f"{name}/"
    selectors = dropped(built.by_path[f"{url}index.html"])
    page.goto(url or "./")
    page.evaluate(LOOK, selectors)
    use_everything(page)
    page.emulate_media(media="print")
    assert needed(page) == []


def test_a_rule_that_is_dropped_wrongly_is_found(page: Page) -> None:
    """A selector that finds something at once, and one that does when the menu of the search opens."""
    page.goto("about/")
    page.evaluate(LOOK, ["main h1", ".no-such"])
    use_everything(page)
    assert needed(page) == ["main h1"]
