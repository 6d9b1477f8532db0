"""Every page passes axe: WCAG 2.2 A and AA and the good practices, in light and dark, on a phone and on a desk.

No rule and no element is left out.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from support.axe import Violation
from support.built_site import BuiltPage
from support.page_names import PAGES_AND_404, address

Axe = Callable[[Page], list[Violation]]


def test_every_built_page_is_asked(pages: tuple[BuiltPage, ...]) -> None:
    """The list of pages below is the list of pages of the site."""
    assert sorted(map(address, PAGES_AND_404)) == sorted(page.url or "./" for page in pages)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES_AND_404)
def test_a_page_breaks_no_rule(same_page: Callable[..., Page], axe: Axe, name: str, width: int) -> None:
    """Axe finds nothing against any page, in light and in dark."""
    page = same_page(width=width, reduced_motion="reduce")  # no color is caught while it changes
    page.goto(address(name))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert not (found := axe(page)), "\n".join([scheme, *map(str, found)])


def test_axe_finds_what_is_planted(page: Page, axe: Axe) -> None:
    """The rules do run: a picture without words, faint text, a small target and a second main are all found."""
    page.goto("./")
    page.evaluate(_PLANT, _PLANTED)
    assert {"image-alt", "color-contrast", "target-size", "landmark-no-duplicate-main"} <= {v.rule for v in axe(page)}


# A policy forbids `style` in HTML; a script may still set one.
_PLANT = """html => {
  document.body.insertAdjacentHTML("beforeend", html);
  for (const node of document.querySelectorAll("[data-style]")) node.style.cssText = node.dataset.style;
}"""
_PLANTED = """
<main id="second">
  <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20">
  <p data-style="color: #777; background: #888">faint</p>
  <button data-style="width: 9px; height: 9px; padding: 0; border: 0; overflow: hidden" aria-label="a"></button><button
    data-style="width: 9px; height: 9px; padding: 0; border: 0; overflow: hidden" aria-label="b"></button>
</main>
"""
