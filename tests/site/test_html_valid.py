"""The Nu HTML checker finds no error in any file of the site that is ours."""

from pathlib import Path

import pytest

from support.built_site import BuiltSite
from support.html_checker import Finding, check_files
from support.needs import ROOT

# Material's own files; nothing of ours lies there.
THEME_FOLDERS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
ERRORS = ("error", "fatal")


@pytest.fixture(scope="module")
def findings(built: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What the checker says about the site, and about three files that are wrong on purpose."""
    return check_files([*_our_files(built), *_wrong_files(tmp_path_factory.mktemp("wrong"))])


def test_no_file_has_an_error(findings: list[Finding], built: BuiltSite) -> None:
    """Pages, pictures and styles are valid."""
    found = [finding for finding in findings if finding.kind in ERRORS and "/wrong" not in finding.file]
    first = {finding.says: finding for finding in reversed(found)}  # a fault of a template is in every page
    assert not found, "\n".join([f"{len(found)} errors; the first of each kind:", *map(str, first.values())])


def test_errors_are_found_in_pages_pictures_and_styles(findings: list[Finding]) -> None:
    """The checker does run: it finds what is wrong on purpose, in each kind of file."""
    found = {Path(finding.file).name for finding in findings if finding.kind in ERRORS and "/wrong" in finding.file}
    assert found == {"page.html", "picture.svg", "style.css"}


def _our_files(built: BuiltSite) -> list[Path]:
    assert built.folder
    published = [
        built.folder / name
        for name in sorted(built.files)
        if name.endswith((".html", ".svg", ".css")) and not name.startswith(THEME_FOLDERS)
    ]
    # Styles and pictures go into the pages; here they are read as they were written.
    return published + sorted((ROOT / "docs" / "assets").rglob("*.svg")) + sorted((ROOT / "docs").rglob("*.css"))


def _wrong_files(folder: Path) -> list[Path]:
    texts = {
        "page.html": "<!doctype html><html lang=en><title>a</title><input autocomplete=off type=checkbox>",
        "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1" radius="2"/></svg>',
        "style.css": "p { colour: red }",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]
