"""A reader's browser on the built site: Chromium, headless, with no way off this machine."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from support.axe import Violation, find_violations
from support.built_site import BuiltSite
from support.chromium import launch_chromium
from support.readers import Readers, Regulars
from support.server import serve_folder

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def site_address(site: Path, built: BuiltSite) -> Iterator[str]:
    """Where the site is served, ending in a slash, below the same path as when it is published."""
    with serve_folder(site, urlsplit(built.address).path) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; a process can have it once."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    running = launch_chromium(playwright)
    yield running
    running.close()


@pytest.fixture
def new_page(browser: Browser, site_address: str) -> Iterator[NewPage]:
    """Open pages as different readers: ``new_page(width=360, scheme="dark", javascript=False)``.

    Addresses are relative to the site: ``page.goto("foods/")``. When the test is over, an uncaught error in a script
    of any page fails it, and so does a request that left the site.
    """
    readers = Readers(browser, site_address)
    yield readers.open
    readers.leave()
    readers.had_no_trouble()


@pytest.fixture(scope="module")
def _regulars(browser: Browser, site_address: str) -> Iterator[Regulars]:
    regulars = Regulars(browser, site_address)
    yield regulars
    regulars.leave()


@pytest.fixture
def same_page(_regulars: Regulars) -> Iterator[NewPage]:
    """As ``new_page``, but a reader of the same kind has the same page in all tests of a file, which is much cheaper.

    It is for tests that go to an address first and leave nothing behind: no script of their own, no route, no storage.
    """
    yield _regulars.open
    _regulars.had_no_trouble()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page on a desk, light, with scripts."""
    return new_page()


@pytest.fixture
def axe() -> Callable[[Page], list[Violation]]:
    """Find what breaks WCAG 2.2 AA or good practice on a page as it is shown now."""
    return find_violations
