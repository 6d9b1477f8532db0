"""The hooks, run by MkDocs in this process on the small guide: each passes its step on to the next."""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands import serve
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

import preview
from microsite.preview import session
from microsite.source.kept import keep_results
from support.needs import ROOT
from support.small_guide import FILES, FRONT
from support.small_site import HOOKS, built, settings

DRAFT = FRONT.format(title="More of tea").replace("written_by:", "status: draft\nwritten_by:") + "\nText.\n"


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The day of the build is given, and no preview is left running for the next test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    yield
    session._running = None
    keep_results(on=False)


def test_the_hooks_are_those_of_the_guide() -> None:
    listed = [line.strip(" -") for line in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()]
    assert [f"hooks/{hook}.py" for hook in HOOKS] == [line for line in listed if line.startswith("hooks/")]


def test_a_build_writes_finished_pages_and_the_files_beside_them(tmp_path: Path) -> None:
    site = built(tmp_path, comments="https://talk.example/here")
    page = (site / "teas" / "index.html").read_text(encoding="utf-8")
    assert 'http-equiv="Content-Security-Policy"' in page
    assert "connect-src 'self' https://talk.example;" in page
    assert "[[" not in page.replace("[[claim", "")
    assert "og:image" in page
    assert (site / "teas.png").exists() or list(site.rglob("*.png"))
    for file in ("assets/notes/teas.js", "bibliography/sources.bib", "_headers", "headers.caddy", "404.html"):
        assert (site / file).is_file(), file
    assert "sitemap" in {path.stem for path in site.glob("*.xml")}


def test_the_search_finds_a_claim_under_what_is_said_instead(tmp_path: Path) -> None:
    index = json.loads((built(tmp_path) / "search" / "search_index.json").read_text(encoding="utf-8"))
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    assert titles["evidence/#claim-tea-is-warm"] == "Tea may warm you."


def test_a_copy_for_a_folder_has_its_index_as_a_script(tmp_path: Path) -> None:
    config = settings(tmp_path)
    config.use_directory_urls = False
    build(config)
    assert (tmp_path / "site" / "search" / "search_index.js").read_text(encoding="utf-8").startswith("__index = {")


def test_a_draft_is_left_out_of_a_build(tmp_path: Path) -> None:
    config = settings(tmp_path)
    (tmp_path / "docs" / "more.md").write_text(DRAFT, encoding="utf-8")
    config.nav.append("more.md")
    build(config)
    assert not (tmp_path / "site" / "more").exists()
    assert "more/" not in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_all_mistakes_end_a_build_at_once_before_the_old_site_is_touched(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = built(tmp_path)
    with pytest.raises(Abort):
        build(settings(tmp_path, teas="No front matter", care="- id: x\n"))
    assert "docs/teas.md:1: front matter" in caplog.text
    assert "docs/data/care.yml:1: x.action" in caplog.text
    assert (site / "index.html").is_file()


def test_a_link_to_an_anchor_that_is_not_there_ends_a_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        build(settings(tmp_path, teas=FILES["teas.md"].replace("index.md#warm", "index.md#cold")))
    assert "docs/teas.md:13: link 'index.md#cold': expected an anchor on index.md" in caplog.text


def start_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `mkdocs serve` does before it builds."""
    monkeypatch.setattr(serve, "build", build)
    preview.on_startup(command="serve", dirty=False)


def test_a_preview_shows_drafts_and_the_page_for_editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_preview(monkeypatch)
    config = settings(tmp_path)
    (tmp_path / "docs" / "more.md").write_text(DRAFT, encoding="utf-8")
    serve.build(config)
    site = tmp_path / "site"
    assert "Draft." in (site / "more" / "index.html").read_text(encoding="utf-8")
    assert "Draft." not in (site / "teas" / "index.html").read_text(encoding="utf-8")
    editors = (site / "editors" / "index.html").read_text(encoding="utf-8")
    assert all(f"docs/{page}" in editors for page in ("index.md", "more.md"))
    assert "Content-Security-Policy" not in (site / "index.html").read_text(encoding="utf-8")
    assert not list(site.rglob("og/*.png"))


def test_a_preview_shows_what_is_to_mend_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_preview(monkeypatch)
    serve.build(settings(tmp_path, care="- id: x\n"))
    page = tmp_path / "site" / "index.html"
    assert "docs/data/care.yml:1" in page.read_text(encoding="utf-8")
    serve.build(settings(tmp_path))
    assert "docs/data/care.yml:1" not in page.read_text(encoding="utf-8")


def test_a_preview_says_what_mkdocs_says_where_no_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_config: MkDocsConfig) -> None:
        logging.getLogger("mkdocs.commands.build").warning("the nav names no such page")
        raise Abort("Aborted with 1 warning")

    monkeypatch.setattr(serve, "build", fails)
    preview.on_startup(command="serve", dirty=False)
    serve.build(settings(tmp_path))
    assert "the nav names no such page" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_preview_whose_settings_were_never_read_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise Abort("no settings")

    monkeypatch.setattr(serve, "build", fails)
    monkeypatch.setattr(preview, "_last_config", None)
    preview.on_startup(command="serve", dirty=False)
    with pytest.raises(Abort):
        serve.build()


def test_the_server_s_own_builds_are_guarded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Server:
        builder = staticmethod(build)

    start_preview(monkeypatch)
    config, server = settings(tmp_path, care="- id: x\n"), Server()
    preview.on_serve(server, config=config, builder=build)
    server.builder(config)
    assert "docs/data/care.yml:1" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_changed_python_asks_for_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "python" / "a.py"
    file.parent.mkdir()
    file.write_text("", encoding="utf-8")
    monkeypatch.setattr(session, "_PYTHON", file.parent)
    start_preview(monkeypatch)
    os.utime(file, ns=(1, 1))
    serve.build(settings(tmp_path))
    assert "Python files have changed" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["theme", "data-table"])
def test_a_script_of_a_site_that_is_broken_is_named(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """One that is fetched, and one that stands in the pages with a table."""
    config = settings(tmp_path)
    scripts = tmp_path / "docs" / "assets" / "scripts"
    scripts.mkdir(parents=True)
    (scripts / f"{name}.js").write_text("const a = ;\n", encoding="utf-8")
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(Abort):
        build(config)
    assert (
        f"docs/assets/scripts/{name}.js:1: script: expected JavaScript that parses, found unexpected ;" in caplog.text
    )
