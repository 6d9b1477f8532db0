"""Sites whose words are not Latin: one that is read from right to left, one without spaces between its words."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import Violation
from support.building import build_site
from support.needs import ROOT
from support.server import serve_folder

SITES = ROOT / "tests" / "sites"
ARABIC, JAPANESE = "shay", "cha"
# The tea site has something of every kind. With the language set to Arabic its layout turns around.
TURNED = "turned"
WIDTHS = (320, 768, 1280)

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where each of the sites is served."""
    with ExitStack() as served:
        yield {
            name: served.enter_context(serve_folder(_build(name, tmp_path_factory.mktemp(name))))
            for name in (ARABIC, JAPANESE, TURNED)
        }


def _build(name: str, folder: Path) -> Path:
    root = SITES / name
    if name == TURNED:
        root = folder / "tests" / "sites" / "tea"
        copytree(SITES / "tea", root)
        for shared in ("hooks", "overrides", "docs"):
            (folder / shared).symlink_to(ROOT / shared)
        settings = root / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("  font: false\n", "  font: false\n  language: ar\n"), encoding="utf-8")
    build = build_site(folder / "site", root=root)
    assert not build.failed, build.log
    return build.folder


@pytest.fixture
def visit(browser: Browser, addresses: dict[str, str]) -> Iterator[Open]:
    """Open a page of one of the sites as a new reader."""
    contexts = []

    def open_page(site: str, path: str = "", *, width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            base_url=addresses[site],
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def left_of(page: Page, selector: str) -> float:
    return page.locator(selector).first.evaluate("element => element.getBoundingClientRect().left")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("site", "path"), [(ARABIC, ""), (ARABIC, "kinds/"), (TURNED, ""), (TURNED, "teas/"), (TURNED, "evidence/")]
)
def test_a_page_from_right_to_left_is_no_wider_than_the_window(visit: Open, site: str, path: str, width: int) -> None:
    page = visit(site, path, width=width)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_header_and_table_begin_at_the_right(visit: Open) -> None:
    page = visit(ARABIC, "kinds/")
    assert left_of(page, ".wordmark") > left_of(page, ".top-links, .menu")
    assert left_of(page, "tbody th") > left_of(page, "tbody td")
    assert left_of(page, ".on-this-page") > left_of(page, ".body")


def test_the_sign_of_a_key_point_stands_beside_its_words(visit: Open) -> None:
    point = visit(ARABIC).locator(".key-message li").first
    start = point.evaluate("element => parseFloat(getComputedStyle(element).paddingRight)")
    sign = point.evaluate("element => parseFloat(getComputedStyle(element, '::before').width)")
    assert start >= sign > 0


def test_the_words_of_a_mark_stand_in_the_left_margin(visit: Open) -> None:
    page = visit(TURNED)
    words = left_of(page, ".body > p .mark span")
    assert words < left_of(page, ".body > p:has(.mark)")
    assert words >= 0


def test_arrow_keys_follow_the_direction_of_reading(visit: Open) -> None:
    page = visit(TURNED, "teas/")
    steps = page.locator("step-through")
    steps.locator(".step-list a").first.focus()
    page.keyboard.press("ArrowLeft")
    expect(steps.get_by_role("status")).to_contain_text("Step 2")
    page.keyboard.press("ArrowRight")
    expect(steps.get_by_role("status")).to_contain_text("Step 1")


@pytest.mark.parametrize("site", [ARABIC, JAPANESE])
@pytest.mark.parametrize("path", ["", "kinds/"])
def test_it_breaks_no_rule(visit: Open, axe: Callable[[Page], list[Violation]], site: str, path: str) -> None:
    assert not (found := axe(visit(site, path, width=360))), "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("site", "query", "found"),
    [
        (ARABIC, "نعناع", "شاي بالنعناع"),
        (ARABIC, "الماء", "تحضير الكوب"),
        (JAPANESE, "紅茶", "紅茶"),
        (JAPANESE, "お湯", "お湯をわかす"),
        (JAPANESE, "ほうじ茶", "ほうじ茶"),
    ],
)
def test_the_search_finds_its_words(visit: Open, site: str, query: str, found: str) -> None:
    page = visit(site)
    page.keyboard.press("/")
    page.locator(".search input").first.fill(query)
    page.keyboard.press("End")  # the bundle reads the field when a key is let go
    expect(page.locator(".search")).to_contain_text(found)


@pytest.mark.parametrize(
    ("site", "word", "row"),
    [(ARABIC, "نعناع", "شاي بالنعناع"), (JAPANESE, "三十秒", "ほうじ茶"), (JAPANESE, "煎", "煎茶")],
)
def test_the_table_finds_its_words(visit: Open, site: str, word: str, row: str) -> None:
    page = visit(site, "kinds/")
    page.get_by_role("searchbox").fill(word)
    expect(page.get_by_role("rowheader")).to_have_text([row])


@pytest.mark.parametrize(("site", "anchor"), [(ARABIC, "الأنواع"), (JAPANESE, "種類")])
def test_a_link_to_a_heading_in_its_letters_leads_there(visit: Open, site: str, anchor: str) -> None:
    page = visit(site, width=360)
    page.locator(".body p a").first.click()
    page.wait_for_url("**/kinds/#*")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target')?.id") == anchor
