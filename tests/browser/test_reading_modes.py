"""The guide in ways of reading that its makers do not control: forced colors, translation, reader mode, no styles."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from support.html import read_html
from support.needs import need_npm_file
from support.page_names import PAGES, address

NewPage = Callable[..., Page]
SamePage = Callable[..., Page]
PROSE = [name for name in PAGES if not name.startswith("sheets/")]

# What a browser's translator does: it puts text into elements of its own, and changes it. Figures stay as they are.
TRANSLATE = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        if (!/[a-z]/i.test(text.data) || text.parentElement.closest('script, style, svg, [translate=no]')) continue;
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = text.data.replace(/[a-z]+/gi, (word) => word + 'o');
        outer.append(inner);
        text.replaceWith(outer);
    }
    document.documentElement.lang = 'eo';
}"""


def colors(element: Locator) -> int:
    """How many clearly different grays an element is drawn with."""
    element.scroll_into_view_if_needed()
    picture = Image.open(BytesIO(element.screenshot())).convert("L")
    return len([count for count in picture.quantize(8).histogram() if count > 4])


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("warning-signs/", "#care-emergency"),
        ("warning-signs/", ".body a.mark"),
        ("nutrients/", ".chart svg"),
        ("foods/", "data-table button"),
        ("gut-wall/", ".stage"),
        ("", ".opening > ul > li"),
        ("", ".search-button, [data-search-open]"),
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_vanishes_in_forced_colors(new_page: NewPage, path: str, selector: str, scheme: str) -> None:
    page = new_page(scheme=scheme, forced_colors="active")
    page.goto(path)
    assert colors(page.locator(selector).filter(visible=True).first) > 1


def test_a_part_that_is_lit_differs_from_the_rest_in_forced_colors(new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto("gut-wall/")
    stage = page.locator(".stage")
    before = stage.screenshot()
    page.get_by_role("button", name="Next").click()
    assert stage.screenshot() != before


def test_the_table_works_on_a_page_that_is_translated(new_page: NewPage) -> None:
    page = new_page()
    page.goto("foods/")
    page.mouse.move(200, 200)
    rows = page.locator("data-table").first.locator("tbody tr").filter(visible=True)
    expect(rows).to_have_count(94)
    page.evaluate(TRANSLATE)
    page.get_by_role("searchbox").first.fill("kefir")
    expect(rows).not_to_have_count(94)
    expect(page.locator("[id^=food-kefir]").first).to_be_visible()


def test_a_mark_opens_its_note_on_a_page_that_is_translated(new_page: NewPage) -> None:
    page = new_page()
    page.goto("fiber/")
    page.evaluate(TRANSLATE)
    page.locator(".body a.mark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_no_figure_and_no_id_changes_when_a_page_is_translated(same_page: SamePage) -> None:
    page = same_page()
    page.goto("foods/")
    read = "() => [...document.querySelectorAll('[id]')].map((each) => each.id).join()"
    figures = "() => document.querySelector('main').innerText.match(/[0-9][0-9.,]*/g).join(' ')"
    before = page.evaluate(read), page.evaluate(figures)
    page.evaluate(TRANSLATE)
    assert (page.evaluate(read), page.evaluate(figures)) == before


# Of a page that is mostly a table, reader mode takes the rows and leaves the text: nothing in a page can ask it not to.
TABLES = {"cautions", "evidence", "foods", "sources"}


@pytest.mark.parametrize("name", [name for name in PROSE if name not in TABLES])
def test_reader_mode_shows_the_whole_text_and_no_controls(same_page: SamePage, name: str) -> None:
    """Title and every paragraph of the page's sections, in order."""
    page = same_page()
    page.goto(address(name))
    read = _reader_mode(page)
    assert read["title"]
    shown = read_html(read["content"])
    text = " ".join(shown.get_text(" ").split())
    wanted = page.locator(".body > p").all_inner_texts()
    plain = [" ".join(each.replace("\u00a0", " ").split()) for each in wanted]
    missing = [each for each in plain if _letters(each)[:60] not in _letters(text)]
    assert missing == []
    assert [each.get_text() for each in shown.select("button, input, select")] == []


def _reader_mode(page: Page) -> dict[str, str]:
    """What Firefox's reader mode makes of a page: its title, its content as HTML, and more."""
    reader = need_npm_file("@mozilla/readability/Readability.js").read_text(encoding="utf-8")
    return page.evaluate(f"() => {{ {reader}; return new Readability(document.cloneNode(true)).parse(); }}")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_styles_is_in_order(same_page: SamePage, name: str) -> None:
    """The title is the first heading, what is hidden stays hidden, and nothing is said twice in a row."""
    page = same_page()
    page.goto(address(name))
    page.evaluate("() => document.querySelectorAll('style, link[rel=stylesheet]').forEach((each) => each.remove())")
    headings = page.locator("h1, h2, h3, [role=heading]").filter(visible=True)
    assert headings.first.evaluate("(each) => each.tagName") == "H1"
    lines = [line.strip() for line in page.locator("main").inner_text().splitlines() if line.strip()]
    twice = [line for line, after in pairwise(lines) if line == after and len(line) > 20]
    assert twice == []


def test_a_page_can_be_read_before_anything_else_has_come(new_page: NewPage) -> None:
    """All but the page itself is never answered: it is whole, and a mark leads on to its claim."""
    page = new_page()
    page.route("**/assets/**", lambda _route: None)
    page.goto("fiber/", wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".closing")).to_be_attached()
    mark = page.locator(".body a.mark").first
    target = mark.get_attribute("href") or ""
    mark.click(no_wait_after=True)
    page.wait_for_url(f"**/{target.removeprefix('../')}", timeout=15_000, wait_until="commit")


def test_a_table_can_be_read_before_its_script_has_come(new_page: NewPage) -> None:
    page = new_page(width=360)
    page.route("**/assets/**", lambda _route: None)
    page.goto("foods/", wait_until="commit")
    expect(page.locator("[id^=food-kefir]").first).to_be_attached()
    expect(page.get_by_role("searchbox").first).to_be_attached()
