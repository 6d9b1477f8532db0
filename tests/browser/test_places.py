"""The site below a path of its host, and in a browser that keeps nothing."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import link_rules
from support.building import build_site
from support.built_site import BuiltSite, read_site
from support.food_rows import choose
from support.rules import RULES
from support.server import serve_folder

PUBLISHED = "https://host.example/guide/"
NewPage = Callable[..., Page]

# A browser whose owner has switched storage off throws when a page names it.
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("off", "SecurityError"); } });"""


@pytest.fixture(scope="module", params=[PUBLISHED, PUBLISHED.rstrip("/")], ids=["slash", "no-slash"])
def below(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for an address with a path, written with its last slash and without."""
    with pytest.MonkeyPatch.context() as outside:
        outside.setenv("SITE_URL", request.param)
        build = build_site(tmp_path_factory.mktemp("below") / "site")
    assert not build.failed, build.log
    return build.folder


@pytest.fixture(scope="module")
def below_built(below: Path) -> BuiltSite:
    return read_site(below)


@pytest.fixture(scope="module")
def address(below: Path) -> Iterator[str]:
    """Where it is served, below that path."""
    with serve_folder(below, "/guide/") as served:
        yield served


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A reader of it; a request for what is not there fails the test."""
    page = browser.new_page(base_url=address)
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)
    yield page
    page.close()
    assert [url for url in missing if "/no/such" not in url] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_page_below_a_path_has(below_built: BuiltSite, rule: Callable[[BuiltSite], list[str]]) -> None:
    """The rules for every site hold below a path: links, anchors, canonical addresses."""
    assert not rule(below_built)
    assert below_built.address == PUBLISHED


def test_the_sitemap_has_the_path(below: Path, below_built: BuiltSite) -> None:
    assert not link_rules.wrong_sitemap(below_built, (below / "sitemap.xml").read_text(encoding="utf-8"))


def test_the_table_works_below_a_path(reader: Page) -> None:
    """Its amounts are fetched from below the path too."""
    reader.goto("foods/")
    reader.get_by_role("searchbox", name="Find a food").fill("kefir")
    expect(reader.get_by_text(re.compile("Showing .* of 94"))).to_be_visible()
    choose(reader, "Kefir, plain, low-fat")
    expect(reader.get_by_text("My foods: 1")).to_be_visible()


def test_the_search_works_below_a_path(reader: Page, address: str) -> None:
    reader.goto("sheets/")
    reader.keyboard.press("/")
    reader.get_by_role("textbox", name="Search").press_sequentially("sepsis")
    link = reader.get_by_role("region", name="Search results").get_by_role("link").first
    expect(link).to_be_visible()
    link.click()
    expect(reader).to_have_url(re.compile(re.escape(address)))


def test_an_address_that_leads_nowhere_leads_home(reader: Page, address: str) -> None:
    """The page for 404 may stand at any depth below the path."""
    reader.goto("no/such/page/")
    reader.get_by_role("link", name="Gut & Immunity Guide").click()
    expect(reader).to_have_url(address)


def test_what_is_shared_has_the_path(reader: Page) -> None:
    reader.goto("habits/")
    expect(reader.get_by_role("link", name="Facebook")).to_have_attribute(
        "href", re.compile(re.escape(f"{PUBLISHED}habits/"))
    )


def test_all_works_while_nothing_can_be_stored(new_page: NewPage) -> None:
    """Colors, the table, its list and the search; an error of a script would fail this test."""
    page = new_page()
    page.add_init_script(NO_STORAGE)
    page.goto("foods/")
    page.get_by_role("button", name="Dark colors").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("searchbox", name="Find a food").fill("kefir")
    expect(page.get_by_text(re.compile("Showing .* of 94"))).to_be_visible()
    choose(page, "Kefir, plain, low-fat")
    expect(page.get_by_text("My foods: 1")).to_be_visible()
    page.locator("data-table[name=foods] thead button").nth(1).click()
    expect(page.locator("data-table[name=foods] [aria-sort]")).to_have_count(1)
    page.keyboard.press("Escape")
    page.goto("defenses/")
    page.locator("a.mark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
