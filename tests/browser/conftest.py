"""A reader's browser on the built site: Chromium, headless, with no way off this machine."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support.axe import Violation, find_violations
from support.built_site import BuiltSite
from support.needs import need_chromium, need_library
from support.readers import Readers, Regulars
from support.server import serve_folder

NewPage = Callable[..., Page]

# The popup of the address bar is a page too, and costs half a second for each new reader.
UNSEEN = "WebUIOmniboxPopup,WebUIOmniboxAimPopup"
# Only the last such list counts, so it says again what Playwright turns off.
TURNED_OFF = (
    f"--disable-features={UNSEEN},AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,"
    "NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning"
)
ALONE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",  # in a container /dev/shm is too small for a browser
    TURNED_OFF,
    # No name is ever looked up, so nothing can leave, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="session")
def site_address(site: Path, built: BuiltSite) -> Iterator[str]:
    """Where the site is served, ending in a slash, below the same path as when it is published."""
    with serve_folder(site, urlsplit(built.address).path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    chromium = need_chromium()
    if sys.platform == "linux":
        need_library("libatomic.so.1", package="libatomic1")  # Playwright's own Node is linked with it
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ALONE)
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
