"""A site on another subject works in the browser as the guide does: it breaks no rule, and its table filters."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import Violation
from support.building import build_site
from support.needs import ROOT
from support.server import serve_folder


@pytest.fixture(scope="module")
def sleep_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the second site is served, below the path of its address."""
    build = build_site(tmp_path_factory.mktemp("sleep"), root=ROOT / "tests" / "sites" / "sleep")
    assert not build.failed, build.log
    with serve_folder(build.folder, "/guides/") as address:
        yield address


@pytest.fixture
def sleep(browser: Browser, sleep_address: str) -> Iterator[Page]:
    """A reader of the second site, who prefers stillness."""
    context = browser.new_context(base_url=sleep_address, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "studies/", "research/", "404.html"])
def test_a_page_breaks_no_rule(sleep: Page, axe: Callable[[Page], list[Violation]], path: str, scheme: str) -> None:
    """Axe finds nothing against any of its pages."""
    sleep.emulate_media(color_scheme=scheme)
    sleep.goto(path)
    assert not (found := axe(sleep)), "\n".join(map(str, found))


def test_its_filters_are_its_own(sleep: Page) -> None:
    """They come from its tables.yml; the state lives in the address."""
    sleep.goto("studies/?question=microbes")
    expect(sleep.get_by_role("rowheader")).to_have_count(2)
    sleep.get_by_role("searchbox", name="Find a study").fill("pooled")
    expect(sleep.get_by_role("rowheader")).to_have_count(1)
    expect(sleep.get_by_role("status").filter(has_text="studies")).to_have_text("Showing 1 of 5 studies")


def test_its_marks_open_notes(sleep: Page) -> None:
    """A note says what its claims.yml says."""
    sleep.goto("")
    sleep.locator("a.mark").first.click()
    expect(sleep.get_by_role("dialog")).to_contain_text("Adults are advised to get seven hours or more")
