"""The live preview survives every mistake, shows it in the browser, and goes on when it is mended."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest
from markupsafe import escape

from support.bad_input import copy_tea, read_bad_input
from support.html_checker import check_files
from support.needs import ROOT
from support.preview import Preview, run_preview
from support.projects import copy_project

SLEEP = "tests/sites/sleep"
MISTAKES = read_bad_input()
STANDS = "The site cannot be built yet"
RESTART = "Restart the preview to use them"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the second site, which builds in less than a second, beside hooks and templates of its own."""
    return _copy_sleep(tmp_path_factory.mktemp("preview"))


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[Preview]:
    """The preview of that copy. Each test leaves the files as they were."""
    with run_preview(folder, folder / "log.txt", base="guides/") as running:
        running.wait_for("", "<h1>Sleep and your defenses</h1>")
        yield running


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site in which the mistakes of the list are made."""
    return copy_tea(tmp_path_factory.mktemp("tea"))


@pytest.fixture(scope="module")
def tea_preview(tea: Path) -> Iterator[Preview]:
    """The preview of that copy, one for all mistakes."""
    with run_preview(tea, tea / "log.txt") as running:
        yield running


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_shown_and_goes_away(tea_preview: Preview, tea: Path, kind: str) -> None:
    """Some of each kind come up in the browser with their address, in one preview that never ends."""
    tea_preview.wait_for("", "<h1>(?!The site cannot)")
    for mistake in [each for each in MISTAKES[kind] if (tea / each.file).exists()][:4]:
        with _kept(tea / mistake.file):
            mistake.make(tea)
            address, where = mistake.says[0].split(": ", 2)[:2]
            tea_preview.wait_for("", STANDS, f"<code>{re.escape(address)}</code>", re.escape(str(escape(where))))
    tea_preview.wait_for("", "<h1>(?!The site cannot)")
    assert not tea_preview.says("Traceback")


def test_a_problem_is_shown_at_every_address(preview: Preview, folder: Path) -> None:
    """Whatever page is open shows it, reloads by itself, and is the same page again once the file is mended."""
    with _edited(folder / "docs" / "studies.md", "[[table: studies]]", "[[table: stories]]"):
        for path in ("", "studies/", "research/", "dreams/", "nowhere/"):
            page = preview.wait_for(path, STANDS, "<code>docs/studies.md:16</code>", "studies or ledger")
            assert "livereload(" in page or path == "nowhere/"
    for path, heading in {"": "Sleep and your defenses", "studies/": "Five studies of sleep"}.items():
        assert "livereload(" in preview.wait_for(path, f"<h1>{heading}</h1>")


def test_the_page_of_problems_is_valid_and_escapes_what_it_shows(preview: Preview, folder: Path) -> None:
    """A mistake that holds markup is shown as typed."""
    with _edited(folder / "docs" / "data" / "studies.yml", "question: amount", "question: <script>alert(1)</script>"):
        page = preview.wait_for("", STANDS, "&lt;script&gt;alert")
        assert "<script>alert" not in page
        assert _errors_of(page, folder) == []
    preview.wait_for("", "<h1>Sleep")


@pytest.mark.parametrize(
    ("file", "find", "put", "path", "says"),
    [
        ("docs/index.md", "## How long to sleep", "## How long", "", "<h2[^>]*>How long</h2>"),
        ("docs/data/studies.yml", "name: Sleep and the", "name: Sleep, and the", "studies/", "Sleep, and the"),
        ("../../../overrides/base.html", 'class="skip"', 'class="skip new"', "", 'class="skip new"'),
        ("../../../hooks/microsite/components/claim/mark.html", 'class="mark"', 'class="mark new"', "", 'class="mark new"'),
        ("../../../docs/assets/styles/tokens.css", "--measure: 34rem", "--measure: 35rem", "", "--measure:35rem"),
        ("mkdocs.yml", "site_name: Sleep & Health", "site_name: Sleep well", "", "- Sleep well</title>|>Sleep well<"),
    ],
    ids=lambda value: Path(value).name if "." in value[-5:] and "/" in value else None,
)
def test_an_edit_is_shown(preview: Preview, folder: Path, file: str, find: str, put: str, path: str, says: str) -> None:
    """Pages, data, templates, styles and settings: what is saved is what the browser gets next."""
    if "assets/styles" in file:
        (folder / "docs/assets/styles").mkdir(parents=True, exist_ok=True)
        own = folder / "docs/assets/styles/tokens.css"
        own.write_text((folder / file).read_text(encoding="utf-8").replace(find, put), encoding="utf-8")
        preview.wait_for(path, says)
        own.unlink()
        preview.wait_for(path, "--measure:34rem")
        return
    assert not re.search(says, preview.get(path))
    with _edited(folder / file, find, put):
        preview.wait_for(path, says)
    preview.wait_for(path, "<h1>(?!The site cannot)")


@pytest.mark.parametrize(
    ("file", "find", "put", "says"),
    [
        (
            "../../../overrides/main.html",
            "{% block main %}",
            "{% block main %}{% if %}",
            ":\\d+</code> template",
        ),
        ("../../../hooks/microsite/components/claim/mark.html", "{{ words }}", "{{ wordz }}", "wordz"),
        ("mkdocs.yml", "nav:\n", "nav: [\n", r"<code>mkdocs.yml:\d+</code> YAML"),
        ("mkdocs.yml", "  - studies.md\n", "", "<code>docs/studies.md:1</code> page"),
        ("mkdocs.yml", "  - studies.md\n", "  - studies.md\n  - gone.md\n", "gone.md"),
    ],
    ids=["template", "component", "settings", "page-not-in-nav", "nav-without-page"],
)
def test_what_is_not_data_may_be_broken_too(
    preview: Preview, folder: Path, file: str, find: str, put: str, says: str
) -> None:
    """A template or a settings file that does not work is shown and survived like any other mistake."""
    with _edited(folder / file, find, put):
        preview.wait_for("", STANDS, says)
    preview.wait_for("", "<h1>Sleep and your defenses</h1>")


def test_a_draft_has_a_banner_and_other_pages_have_none(preview: Preview) -> None:
    """Only the preview shows it; the menu leads to it although the settings do not list it."""
    page = preview.wait_for("dreams/", "<h1>What dreams are for</h1>")
    assert re.search(r'<aside class="preview-banner" aria-label="Preview">\s*<p><strong>Draft\.</strong>', page)
    home = preview.get("")
    assert "preview-banner" not in re.sub(r"<style>.*?</style>", "", home, flags=re.S)
    assert 'href="dreams/"' in home


def test_a_page_that_links_to_a_draft_can_be_seen_but_not_built(preview: Preview, folder: Path) -> None:
    """The preview goes on, and the page for editors says what would stop the build."""
    with _edited(folder / "docs" / "index.md", "## What is not", "See [dreams](dreams.md).\n\n## What is not"):
        preview.wait_for("", 'href="dreams/">dreams</a>')
        preview.wait_for("editors/", r"<code>docs/index.md:\d+</code> link &#39;dreams.md&#39;", "cannot be built")
    preview.wait_for("editors/", "<h1>For editors</h1>")


def test_the_page_for_editors_says_how_each_page_stands(preview: Preview, folder: Path) -> None:
    """Every page with its measures and dates; what waits, each with the file to open."""
    page = preview.wait_for("editors/", "<h1>For editors</h1>")
    for file in ("index", "studies", "research", "dreams"):
        assert re.search(rf'<th scope="row"><code>docs/{file}\.md</code></th>\s*<td><a href="\.\./', page)
    row = re.search(r"docs/index\.md.*?</tr>", page, re.S)
    assert row
    cells = re.findall(r"<td>(.*?)</td>", row[0])
    assert 0 < float(cells[1]) < 10
    assert int(cells[2]) > 50
    assert cells[4:8] == ["2026-11-23", "2026-11-23", "2026-11-23", "2027-11-23"]
    assert re.search(r"docs/data/studies\.yml</code> crosstalk</p>2: People, Sleep it speaks of", page)
    assert "(draft)" in page
    assert _errors_of(page, folder) == []


def test_the_page_for_editors_follows_the_files(preview: Preview, folder: Path) -> None:
    """An overdue review, a claim that nobody uses, a source in doubt: each turns up when it comes about."""
    doubt = "record: partly confirmed\n  check: the year"
    with (
        _edited(folder / "docs/research.md", "next_review: 2027", "next_review: 2026"),
        _edited(folder / "docs/data/references.yml", "record: confirmed", doubt),
        _edited(folder / "docs/index.md", " [[claim: sleep-supports-the-microbiome]]", "", every=True),
        _edited(folder / "docs/index.md", "\n    claim: sleep-supports-the-microbiome", ""),
    ):
        says = ("Sources confirmed in part", "docs/data/references.yml", r"Claims that no page uses \(1\)")
        page = preview.wait_for("editors/", *says)
        assert "sleep-supports-the-microbiome" in page
        assert "the year" in page
    preview.wait_for("editors/", "Every source is confirmed")


def test_a_build_has_nothing_of_the_preview(built) -> None:
    """Neither the page for editors nor its styles are published."""
    assert "editors/index.html" not in built.files
    assert [page.path for page in built.pages if "preview-banner" in page.html] == []


def test_a_start_on_broken_files_waits_for_the_mend(tmp_path: Path) -> None:
    """The first build may fail: the same page is shown, at the address of every page, until it is mended."""
    folder = _copy_sleep(tmp_path)
    (folder / "docs/studies.md").write_text("titel: no front matter", encoding="utf-8")
    with run_preview(folder, tmp_path / "log", base="guides/") as preview:
        for path in ("", "research/", "studies/"):
            preview.wait_for(path, STANDS, "<code>docs/studies.md:1</code>", "livereload")
        (folder / "docs/studies.md").write_bytes((ROOT / SLEEP / "docs/studies.md").read_bytes())
        preview.wait_for("studies/", "<h1>Five studies of sleep</h1>")


def test_changed_python_asks_for_a_restart(tmp_path: Path) -> None:
    """What is loaded stays loaded, so every page and the terminal say that a restart is needed."""
    folder = _copy_sleep(tmp_path)
    with run_preview(folder, tmp_path / "log", base="guides/") as preview:
        assert RESTART not in preview.wait_for("", "<h1>Sleep")
        hook = tmp_path / "hooks" / "render_pages.py"
        os.utime(hook, ns=(1, 1))
        preview.wait_for("", RESTART, "<h1>Sleep")
        assert preview.says("Python files have changed: restart the preview")
        with _edited(folder / "docs" / "studies.md", "title: ", "titel: "):
            preview.wait_for("", STANDS, RESTART)


@contextmanager
def _edited(path: Path, find: str, put: str, *, every: bool = False) -> Iterator[None]:
    """A file with one change, which is undone in the end."""
    whole = path.read_text(encoding="utf-8")
    assert find in whole, f"{path.name} no longer holds {find!r}: change this test"
    with _kept(path):
        path.write_text(whole.replace(find, put, -1 if every else 1), encoding="utf-8")
        yield


@contextmanager
def _kept(path: Path) -> Iterator[None]:
    """A file that is in the end what it was, whatever has been done to it."""
    whole = path.read_bytes()
    try:
        yield
    finally:
        if path.is_dir():
            path.rmdir()
        path.write_bytes(whole)


def _copy_sleep(folder: Path) -> Path:
    """The second site at its place in a copy of the project, so that its settings find hooks and templates."""
    copy_project(folder, hooks=True)
    copytree(ROOT / SLEEP, folder / SLEEP, ignore=lambda _, names: [name for name in names if name == "site"])
    return folder / SLEEP


def _errors_of(page: str, folder: Path) -> list[str]:
    """What the HTML checker says against a page of the preview, without the script that reloads it."""
    file = folder / "checked.html"
    file.write_text(re.sub(r"<script>\s*var livereload.*?</script>", "", page, flags=re.S), encoding="utf-8")
    return [str(finding) for finding in check_files([file]) if finding.kind in ("error", "fatal")]
