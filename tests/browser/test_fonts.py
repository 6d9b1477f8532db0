"""The layout holds with any letters: wide, middling and narrow ones, spaced by the reader, or twice as large."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright

from support.chromium import launch_chromium
from support.fonts import FONT_SETS
from support.page_names import PAGES, PAGES_AND_404, address
from support.paper import PAPERS, print_page
from support.readers import Regulars

NewPage = Callable[..., Page]
SHEETS = [name for name in PAGES if name.startswith("sheets/") and name != "sheets/index"]
# One page for each kind of layout: home, tables, cards, figures, a sheet.
KINDS = ["index", "foods", "warning-signs", "how-it-works", "evidence", "sheets/visit-notes"]

# What WCAG 1.4.12 lets a reader set: https://www.w3.org/TR/WCAG22/#text-spacing
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"

# Parts of the header's bar, by the line on which each stands.
HEADER_LINES = """() => [...document.querySelectorAll("header > *")]
    .filter((each) => each.checkVisibility())
    .map((each) => each.getBoundingClientRect())
    .map((box) => Math.round(box.top + box.height / 2))"""

COVERED = """() => {
    const line = document.createRange();
    line.selectNodeContents(document.querySelector("h1"));
    return document.querySelector("header").getBoundingClientRect().bottom - line.getClientRects()[0].top;
}"""

# Text that is cut off by its own box, and labels that leave their drawing.
CUT = """() => {
    const boxes = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility());
    const cut = boxes
        .filter((each) => ["hidden", "clip"].includes(getComputedStyle(each).overflowX) && each.clientWidth > 1)
        .filter((each) => each.scrollWidth > each.clientWidth + 1);
    const out = [...document.querySelectorAll("svg text")].filter((label) => {
        const [at, paper] = [label.getBoundingClientRect(), label.ownerSVGElement.getBoundingClientRect()];
        return at.width && (at.left < paper.left - 0.5 || at.right > paper.right + 0.5);
    });
    return [...cut, ...out].map((each) => each.outerHTML.slice(0, 100));
}"""


@pytest.fixture(scope="module", params=FONT_SETS)
def font_browser(playwright: Playwright, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A Chromium that knows one set of fonts only."""
    running = launch_chromium(playwright, fonts=request.param)
    yield running
    running.close()


@pytest.fixture(scope="module")
def _readers(font_browser: Browser, site_address: str) -> Iterator[Regulars]:
    readers = Regulars(font_browser, site_address)
    yield readers
    readers.leave()


@pytest.fixture
def open_page(_readers: Regulars) -> NewPage:
    """A reader with these fonts. The policy of the site is put aside where a reader's own styles are tried."""
    return _readers.open


@pytest.mark.parametrize("name", PAGES_AND_404)
def test_no_page_is_wider_than_the_smallest_phone(open_page: NewPage, name: str) -> None:
    page = open_page(width=320)
    page.goto(address(name))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_header_is_one_line(open_page: NewPage, width: int) -> None:
    page = open_page(width=width)
    page.goto("./")
    lines = page.evaluate(HEADER_LINES)
    assert len(lines) >= 4
    assert max(lines) - min(lines) <= 6


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("name", KINDS)
def test_the_header_covers_no_title(open_page: NewPage, name: str, width: int) -> None:
    page = open_page(width=width, height=640)
    page.goto(address(name))
    assert page.evaluate(COVERED) <= 0


@pytest.mark.parametrize("name", KINDS)
def test_a_reader_may_space_the_text(open_page: NewPage, name: str) -> None:
    """Nothing is cut and nothing sticks out with the spacing of WCAG 1.4.12."""
    page = open_page(width=320, bypass_csp=True)
    page.goto(address(name))
    page.add_style_tag(content=SPACING)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("width", [640, 1280])
@pytest.mark.parametrize("name", KINDS)
def test_a_reader_may_double_the_letters(open_page: NewPage, name: str, width: int) -> None:
    """WCAG 1.4.4: text at 200 percent, and nothing is lost."""
    page = open_page(width=width, bypass_csp=True)
    page.goto(address(name))
    page.add_style_tag(content="html { font-size: 36px !important }")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_fills_at_most_nine_tenths_of_its_page(open_page: NewPage, name: str, paper: str) -> None:
    page = open_page()
    page.goto(address(name))
    assert len(print_page(page, paper=paper, part=0.9).sheets) == 1


def test_the_sets_differ_and_what_breaks_is_found(playwright: Playwright) -> None:
    """The same word has three widths; a label that leaves its drawing and a cut text are named."""
    widths = []
    for name in FONT_SETS:
        browser = launch_chromium(playwright, fonts=name)
        page = browser.new_page()
        page.set_content(
            """<span id=word style="font: 20px sans-serif">microbes</span>
            <div style="width: 40px; overflow: hidden; white-space: nowrap">microbes and fiber</div>
            <svg width=40 height=20><text y=15>microbes</text></svg>"""
        )
        widths.append(page.evaluate("() => document.getElementById('word').getBoundingClientRect().width"))
        assert len(page.evaluate(CUT)) == 2
        browser.close()
    wide, middle, narrow = widths
    assert wide > 1.08 * middle > 1.15 * narrow
