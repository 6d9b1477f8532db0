"""Every custom property that a page asks for is set: a color that is not falls back to that of the other scheme."""

import re
from pathlib import Path

from support.built_site import BuiltPage, BuiltSite

_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"[{;]\s*(--[\w-]+):")
# Set only where it differs from what `var()` falls back to.
FALLS_BACK = {"--filled", "--shape", "--way", "--dot"}


def unset(page: BuiltPage, fetched: str) -> set[str]:
    """The properties that a page and the styles it fetches ask for, and nothing sets."""
    text = page.html + fetched
    return set(_ASKED.findall(text)) - set(_SET.findall(text)) - FALLS_BACK


def test_a_page_sets_what_it_asks_for(built: BuiltSite, site: Path) -> None:
    """In its styles, its drawings, and the styles that it fetches when a reader comes near."""
    fetched = (site / "assets" / "on-demand" / "controls.css").read_text(encoding="utf-8")
    found = {page.path: names for page in built.pages if (names := unset(page, fetched))}
    assert found == {}


def test_a_color_that_nothing_sets_is_found() -> None:
    """A drawing that asks for more than the styles hold."""
    page = BuiltPage("x/index.html", '<style>p{--a:red}</style><svg><path fill="var(--b,#fff)"/></svg>')
    assert unset(page, "") == {"--b"}
