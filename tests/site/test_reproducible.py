"""One content makes one site, to the byte: whoever builds it, wherever and whenever."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest

from support.building import Build
from support.built_site import BuiltPage
from support.projects import QUIET, copy_project

# 25 hours apart, so that it is never the same day in both.
EARLY, LATE = "Pacific/Pago_Pago", "Pacific/Kiritimati"
# Python would else take UTF-8 in place of what such a machine says.
ASCII_ONLY = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def build_in(project: Path, *, timezone: str, **environment: str) -> Path:
    """Build a copy of the guide as in another part of the world. Returns its site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    outside = QUIET | {"TZ": timezone, "PYTHONHASHSEED": str(len(timezone)), **environment}
    done = subprocess.run(command, cwd=project, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project / "site"


def hashes(site: Path) -> dict[str, str]:
    """Every file of a site with the hash of its content."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds of the same content: another folder, another day, another language, another order of what has none.

    The second folder's name has spaces and letters beyond ASCII, and its machine knows ASCII only.
    """
    here, far = (tmp_path_factory.mktemp(name) for name in ("here", "a longer name, à côté"))
    return (
        build_in(copy_project(here / "guide", hooks=True), timezone=EARLY),
        build_in(copy_project(far / "Größe & Maß" / "guide", hooks=True), timezone=LATE, **ASCII_ONLY),
    )


def test_two_builds_are_equal_to_the_byte(twins: tuple[Path, Path]) -> None:
    """Pages, pictures, downloads, index, sitemap and its compressed copy."""
    one, other = map(hashes, twins)
    assert len(one) > 40
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()


def test_the_build_that_is_tested_is_the_same(twins: tuple[Path, Path], build: Build) -> None:
    """It was built in the project itself, today, here."""
    one, other = hashes(twins[0]), hashes(build.folder)
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()


def test_the_sitemap_has_the_days_of_the_pages(site: Path, pages: tuple[BuiltPage, ...]) -> None:
    """A day in the sitemap is the day on which the page was updated, not that of the build."""
    sitemap = ElementTree.parse(site / "sitemap.xml")
    entries = {_text(entry, "loc"): _text(entry, "lastmod") for entry in sitemap.iterfind("{*}url")}
    updated = {}
    for page in pages:
        if not page.is_not_found_page:
            updated[next(page.values("link[rel=canonical]", "href"))] = _updated(page)
    assert entries == updated


@pytest.mark.parametrize("day", ["1795564800", "1860000000"])
def test_the_day_of_a_build_can_be_set(tmp_path: Path, day: str) -> None:
    """SOURCE_DATE_EPOCH is the clock: a review that is past on that day is called overdue, one to come is not."""
    site = build_in(copy_project(tmp_path / "guide"), timezone=EARLY, SOURCE_DATE_EPOCH=day)
    overdue = 'class="overdue"' in (text := (site / "about" / "index.html").read_text()) or "class=overdue" in text
    assert overdue == (day == "1860000000")


def _updated(page: BuiltPage) -> str:
    script = page.first("script[type='application/ld+json']")
    assert script is not None
    return script.get_text().partition('"dateModified":"')[2][:10]


def _text(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{{*}}{name}", "").strip()
