"""Whatever becomes of a build or of the files under it, the last good site is there whole, and the next one comes."""

import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from support.bad_input import copy_tea
from support.needs import need_program
from support.preview import Preview, run_preview
from support.projects import QUIET, build_project

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]
PATIENCE_S = 60


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A copy of the small site, built."""
    site = copy_tea(tmp_path)
    assert not build_project(site).failed
    return site


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Preview, Path]]:
    """The preview of a copy of the small site, and its folder."""
    site = copy_tea(tmp_path)
    with run_preview(site, tmp_path / "log.txt") as running:
        running.wait_for("", "<h1>All of tea</h1>")
        yield running, site


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(file: Path, find: str, put: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert find in text
    file.write_text(text.replace(find, put), encoding="utf-8")


def left_over(site: Path) -> list[str]:
    return [path.name for path in site.iterdir() if path.name.startswith(".site")]


def test_a_build_that_is_killed_half_way(tea: Path) -> None:
    before = files_of(tea / "site")
    edit(tea / "docs/teas.md", "## Seeing", "## Looking")
    with subprocess.Popen(BUILD, cwd=tea, env=QUIET, stderr=subprocess.DEVNULL) as build:
        until = time.monotonic() + PATIENCE_S
        while not list(tea.glob(".site-new-*/assets")):
            assert build.poll() is None
            assert time.monotonic() < until
            time.sleep(0.001)
        build.send_signal(signal.SIGKILL)
    assert files_of(tea / "site") == before
    assert len(left_over(tea)) == 1
    assert not build_project(tea).failed
    assert b"Looking</h2>" in (tea / "site/teas/index.html").read_bytes()
    assert left_over(tea) == []


def test_a_disk_that_is_full_half_way(tea: Path) -> None:
    """A limit on the size of files stands in for it."""
    before = files_of(tea / "site")
    edit(tea / "docs/teas.md", "## Seeing", "## Looking")
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (20_000, 20_000))
    done = subprocess.run(BUILD, cwd=tea, env=QUIET, stdout=-1, stderr=-2, text=True, preexec_fn=limit, check=False)
    assert done.returncode != 0
    assert "it is larger than a file may be here" in done.stdout
    assert ".site-new" not in done.stdout
    assert files_of(tea / "site") == before
    assert left_over(tea) == []


def test_a_mistake_that_shows_only_while_pages_are_made(tea: Path) -> None:
    before = files_of(tea / "site")
    edit(tea / "docs/teas.md", "index.md#warm", "index.md#cold")
    assert build_project(tea).failed
    assert files_of(tea / "site") == before
    assert left_over(tea) == []


def test_two_builds_at_once(tea: Path) -> None:
    """Both end well, and what is there is whole."""
    before = files_of(tea / "site")
    shutil.rmtree(tea / "site")
    builds = [subprocess.Popen(BUILD, cwd=tea, env=QUIET, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [build.wait(PATIENCE_S) for build in builds] == [0, 0]
    assert files_of(tea / "site") == before
    assert left_over(tea) == []


def test_a_file_that_an_editor_puts_in_the_place_of_another(preview: tuple[Preview, Path]) -> None:
    """As editors do that write a new file first; the settings too, which are gone in between."""
    running, site = preview
    for file, find, put, says in (
        ("docs/teas.md", "## Seeing", "## Looking", "Looking</h2>"),
        ("mkdocs.yml", "site_name: Tea & more", "site_name: Much tea", "Much tea"),
        ("mkdocs.yml", "site_name: Much tea", "site_name: Little tea", "Little tea"),
    ):
        path = site / file
        text = path.read_text(encoding="utf-8")
        path.rename(site / "backup~")
        time.sleep(0.3)
        (site / "new").write_text(text.replace(find, put), encoding="utf-8")
        (site / "new").rename(path)
        running.wait_for("teas/", says)
    assert not running.says("Traceback")


@pytest.mark.parametrize("name", ["docs/data", "docs"])
def test_a_folder_that_is_gone_for_a_moment(preview: tuple[Preview, Path], name: str) -> None:
    running, site = preview
    (site / name).rename(site / "gone")
    time.sleep(1)
    (site / "gone").rename(site / name)
    running.wait_for("", "<h1>All of tea</h1>")
    edit(site / "docs/teas.md", "## Seeing", "## Looking")
    running.wait_for("teas/", "Looking</h2>")
    assert not running.says("Traceback")


def test_a_branch_that_is_switched(preview: tuple[Preview, Path]) -> None:
    """There and back: pages that are new, pages that are gone, and the settings that name them."""
    running, site = preview
    git = partial(subprocess.run, cwd=site, check=True, capture_output=True, env=QUIET)
    program = need_program("git", package="git")
    me = ["-c", "user.name=a", "-c", "user.email=a@tea.example", "-c", "commit.gpgsign=false"]
    git([program, "init", "-q", "-b", "one"])
    git([program, "add", "-A"])
    git([program, *me, "commit", "-q", "-m", "one"])
    git([program, "checkout", "-q", "-b", "two"])
    page = (site / "docs/teas.md").read_text(encoding="utf-8").partition("## Kinds")[0]
    page = page.replace("The kinds of tea", "Kinds").replace("nav_title: Teas\n", "").replace("Which teas there are", "Which kinds")
    (site / "docs/kinds.md").write_text(f"{page}## Of tea\n\nMany.\n", encoding="utf-8")
    edit(site / "mkdocs.yml", "  - teas.md\n", "  - teas.md\n  - kinds.md\n")
    edit(site / "docs/teas.md", "## Seeing", "## Looking")
    git([program, "add", "-A"])
    git([program, *me, "commit", "-q", "-m", "two"])
    running.wait_for("kinds/", "Of tea</h2>")
    for branch, kinds, says in (("one", "404 Not Found|Not found|not here", "Seeing</h2>"), ("two", "Of tea</h2>", "Looking</h2>")):
        git([program, "checkout", "-q", branch])
        running.wait_for("teas/", says)
        running.wait_for("kinds/", kinds)
    assert not running.says("Traceback")
