"""A site has a marker of its own from one folder beside its mkdocs.yml; nothing that came with the generator names it."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from support.building import Build, build_site
from support.built_site import BuiltPage, read_site
from support.needs import ROOT
from support.projects import copy_project

SITES = ROOT / "tests" / "sites"
MARKER = "\n\n[[tip: dim-the-light]]\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second site with a folder for tips, and a tip on its first page."""
    root = tmp_path_factory.mktemp("tip")
    copy_project(root)
    site = root / "tests" / "sites" / "sleep"
    copytree(SITES / "sleep", site)
    copytree(SITES / "tip" / "components", site / "components")
    (site / "docs/data/tips.yml").write_text((SITES / "tip" / "tips.yml").read_text(encoding="utf-8"), encoding="utf-8")
    page = site / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + MARKER, encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def build(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site, built strictly."""
    return build_site(tmp_path_factory.mktemp("site"), root=project)


@pytest.fixture(scope="module")
def page(build: Build) -> BuiltPage:
    """Its first page."""
    assert not build.failed, build.log
    return read_site(build.folder).by_path["index.html"]


def test_the_marker_becomes_what_its_folder_says(page: BuiltPage) -> None:
    assert [node.get_text().split(" limited")[0] for node in page.tree.select(".tip p")][0].startswith("Dim the light")
    assert "[[tip" not in page.html


def test_the_page_carries_its_styles_and_its_policy_knows_them(page: BuiltPage) -> None:
    assert ".tip{" in page.html
    assert "Content-Security-Policy" in page.html


def test_its_marks_are_counted_and_lead_back(page: BuiltPage, build: Build) -> None:
    """The claim lists the sentence of the tip among those that use it."""
    (mark,) = page.tree.select(".tip a.mark")
    row = read_site(build.folder).by_path["research/index.html"].tree.select_one("#claim-sleep-supports-immunity")
    assert f"../#{mark['id']}" in [link["href"] for link in row.select(".backlinks a")]


def test_a_mistake_in_its_data_is_told_with_its_line(project: Path, tmp_path: Path) -> None:
    data = project / "docs" / "data" / "tips.yml"
    whole = data.read_text(encoding="utf-8")
    try:
        data.write_text(whole.replace("sleep-supports-immunity", "no-such-claim"), encoding="utf-8")
        failed = build_site(tmp_path / "site", root=project)
    finally:
        data.write_text(whole, encoding="utf-8")
    assert failed.failed
    told = "docs/data/tips.yml:3: dim-the-light.claims.0: expected ids in claims.yml, found 'no-such-claim'"
    assert told in re.sub(r"\s+", " ", failed.log)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("COMPONENT = 1\n", "components/tip/component.py:1: component: expected COMPONENT, a Component, found 1"),
        ("x = (\n", "components/tip/component.py:1: component: expected Python that runs, found"),
        ("import no_such_module\n", "expected Python that runs, found No module named 'no_such_module'"),
    ],
)
def test_a_component_that_cannot_be_loaded_is_told(code: str, told: str, project: Path, tmp_path: Path) -> None:
    file = project / "components" / "tip" / "component.py"
    whole = file.read_text(encoding="utf-8")
    try:
        file.write_text(code, encoding="utf-8")
        failed = build_site(tmp_path / "site", root=project)
    finally:
        file.write_text(whole, encoding="utf-8")
    assert failed.failed
    assert told in re.sub(r"\s+", " ", failed.log)
    assert "Traceback" not in failed.log


def test_a_site_has_a_template_and_a_style_sheet_of_its_own_in_place_of_ours(project: Path, tmp_path: Path) -> None:
    """By a file of the same name, without Python."""
    folder = project / "components" / "quiz"
    folder.mkdir()
    (folder / "quiz.html").write_text('<div class="asked">{{ questions | length }} to answer</div>', encoding="utf-8")
    (folder / "quiz.css").write_text(".asked { color: red }", encoding="utf-8")
    try:
        built = build_site(tmp_path / "site", root=project)
    finally:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    assert not built.failed, built.log
    html = "".join(page.html for page in read_site(built.folder).pages)
    assert "to answer</div>" in html
    assert ".asked{color:red}" in html
