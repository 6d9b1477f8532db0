"""The site in Firefox: what readers do in Chromium. The tests themselves are in tests/firefox, and Node runs them."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.commented_site import commented_site
from support.needs import ROOT, need_npm_file, need_program
from support.offline import make_zip

TESTS = ROOT / "tests" / "firefox"


def in_firefox(file: str, address: str) -> None:
    """Run a file of tests on the site at ``address``; their output is the message where one fails."""
    need_npm_file("puppeteer-core/package.json")
    node = need_program("node", package="nodejs")
    firefox = need_program("firefox-esr", "firefox", package="firefox-esr")
    need_program("pdftotext", package="poppler-utils")
    done = subprocess.run(
        [node, "--test", TESTS / file],
        env={**os.environ, "FIREFOX": firefox, "SITE": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip for reading without a network, unpacked into a folder whose name has what names may have."""
    place = tmp_path_factory.mktemp("a reader's folder, geöffnet")
    with ZipFile(make_zip(tmp_path_factory.mktemp("zip"))) as archive:
        archive.extractall(place)
    return place / "guide"


@pytest.fixture(scope="module")
def commented_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with comments switched on."""
    with commented_site(tmp_path_factory.mktemp("comments")) as commented:
        yield commented.address


@pytest.mark.parametrize("file", ["table.test.js", "page.test.js"])
def test_the_site_works_in_firefox(site_address: str, file: str) -> None:
    in_firefox(file, site_address)


def test_the_zip_works_in_firefox(folder: Path) -> None:
    in_firefox("folder.test.js", f"{folder.as_uri()}/")


def test_comments_work_in_firefox(commented_address: str) -> None:
    in_firefox("comments.test.js", commented_address)


def test_every_file_of_tests_is_run() -> None:
    """A new one is named above, or this fails."""
    named = Path(__file__).read_text(encoding="utf-8")
    assert [file.name for file in TESTS.glob("*.test.js") if f'"{file.name}"' not in named] == []
