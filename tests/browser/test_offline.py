"""The zip opens from a folder: no server, no network, the same policy, and everything works."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from support.built_site import BuiltSite, read_site
from support.offline import make_zip
from support.policy import WATCH, refused

NewPage = Callable[..., Page]


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The zip, made twice."""
    one, other = (make_zip(tmp_path_factory.mktemp("zip")) for _ in range(2))
    return one, other


@pytest.fixture(scope="module")
def folder(zips: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a reader has unpacked it; the name has what a folder's name may have."""
    place = tmp_path_factory.mktemp("a reader's folder")
    with ZipFile(zips[0]) as archive:
        archive.extractall(place)
    return place / "guide"


@pytest.fixture
def reader(new_page: NewPage, folder: Path) -> Callable[[str], Page]:
    """Open a page of the folder; what the policy refuses and a script's errors fail the test."""
    page = new_page()
    page.add_init_script(WATCH)

    def open_page(name: str) -> Page:
        page.goto((folder / name).as_uri())
        return page

    return open_page


def test_one_guide_makes_one_zip(zips: tuple[Path, Path]) -> None:
    """To the byte."""
    assert zips[0].read_bytes() == zips[1].read_bytes()


def test_it_holds_all_pages_and_nothing_for_servers(folder: Path, built: BuiltSite) -> None:
    """Each page but the one for what is not found; no headers, no sitemap."""
    pages = {page.url.removesuffix("/") or "index" for page in built.pages if not page.is_not_found_page}
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    found = {file.removesuffix(".html").removesuffix("/index") for file in files if file.endswith(".html")}
    assert found == pages
    assert not [file for file in files if file.startswith(("_", "headers", "sitemap"))]


def test_each_link_leads_to_a_file_and_each_address_to_the_web(folder: Path) -> None:
    """A folder has no index pages, so no link may end at a folder; what is shared is the address on the web."""
    for page in read_site(folder).pages:
        at = (folder / page.path).parent
        for link in [
            *page.values("a[href]", "href"),
            *page.values("[src]", "src"),
            *page.values("[data-controls]", "data-controls"),
        ]:
            if link.partition(":")[0] not in ("http", "https", "mailto", "data") and not link.startswith("#"):
                assert (at / link.partition("#")[0].partition("?")[0]).is_file(), f"{page.path}: {link}"
        assert not next(page.values("link[rel=canonical]", "href")).endswith(".html"), page.path


def test_the_table_filters_and_sorts(reader: Callable[[str], Page]) -> None:
    """As on the web."""
    page = reader("foods.html")
    rows = page.locator("tbody tr:visible")
    everything = rows.count()
    page.get_by_role("searchbox").first.fill("kefir")
    expect(rows).not_to_have_count(everything)
    assert 0 < rows.count() < everything
    page.locator("thead button").first.click()
    expect(page.locator("thead [aria-sort]")).to_have_count(1)
    assert refused(page) == []


def test_a_note_opens(reader: Callable[[str], Page]) -> None:
    """Notes come from a script file beside the page."""
    page = reader("how-it-works.html")
    page.locator("a.mark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert refused(page) == []


def test_the_search_finds_and_leads_on(reader: Callable[[str], Page]) -> None:
    """Without a worker, which a browser does not start from a folder."""
    page = reader("sheets/index.html")
    page.keyboard.press("/")
    page.keyboard.type("kefir")
    result = page.get_by_role("region", name="Search results").get_by_role("link").first
    expect(result).to_be_visible()
    assert refused(page) == []
    result.click()
    page.wait_for_url("file://**.html*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_colors_are_kept_from_page_to_page(reader: Callable[[str], Page]) -> None:
    """Storage works in a folder too."""
    page = reader("index.html")
    page.get_by_role("button", name="Dark colors").click()
    expect(page.get_by_role("button", name="Dark colors", pressed=True)).to_be_visible()
    page.get_by_role("link", name="Foods").first.click()
    page.wait_for_url("**/foods.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
