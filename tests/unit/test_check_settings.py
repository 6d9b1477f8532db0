"""The hook that stands first: settings that would do harm end a build before it begins, and so does the machine."""

import errno
import html
import socket
from pathlib import Path

import pytest
from mkdocs.commands import build, serve
from mkdocs.exceptions import Abort

from microsite.preview import session
from microsite.source.kept import keep_results
from support.small_guide import FILES
from support.small_site import built, settings


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command has wrapped is as it was for the next test."""
    monkeypatch.setattr(build, "build", build.build)
    monkeypatch.setattr(serve, "build", serve.build)


def build_of(folder: Path, command: str = "build", **changes: str) -> None:
    """What a command of MkDocs does with the small guide."""
    config = settings(folder, **changes)
    config.plugins.on_startup(command=command, dirty=False)
    build.build(config)


@pytest.mark.parametrize(
    "address", ['"https://tea.org/\\nX: y"', "'https://tea.org/\"x'", "https://a:b@tea.org/", '""']
)
def test_an_address_that_would_do_harm_ends_a_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    with pytest.raises(Abort):
        build_of(tmp_path, address=address)
    assert "mkdocs.yml:3: site_url: expected an address with https:// and a host" in caplog.text
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(("command", "publish"), [("gh-deploy", ""), ("build", "1")])
def test_a_placeholder_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, command: str, publish: str
) -> None:
    monkeypatch.setenv("PUBLISH", publish)
    with pytest.raises(Abort):
        build_of(tmp_path, command)
    assert "expected the address that the site is published at" in caplog.text
    build_of(tmp_path, command, address="https://tea.org/")
    assert (tmp_path / "site" / "index.html").is_file()


def test_the_environment_is_told_with_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    monkeypatch.setenv("PUBLISH", "yes")
    with pytest.raises(Abort):
        build_of(tmp_path, address="https://a b/")
    assert all(f" {name}: expected " in caplog.text for name in ("SOURCE_DATE_EPOCH", "PUBLISH", "site_url"))


@pytest.mark.parametrize(
    ("urgent", "found"),
    [("cold.md", "'cold.md'"), ("3", "3"), ("data/care.yml", "'data/care.yml'"), ("[teas.md]", "['teas.md']")],
)
def test_an_urgent_page_that_is_none_ends_a_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, urgent: str, found: str
) -> None:
    with pytest.raises(Abort):
        build_of(tmp_path, urgent=urgent)
    expected = "the path of a published page that nav lists, such as evidence.md"
    assert f"mkdocs.yml:12: extra.urgent_page: expected {expected}, found {found}" in caplog.text


def test_an_urgent_page_that_is_a_draft_ends_a_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    draft = FILES["teas.md"].replace("written_by:", "status: draft\nwritten_by:")
    with pytest.raises(Abort):
        build_of(tmp_path, teas=draft)
    assert "mkdocs.yml:12: extra.urgent_page: expected the path of a published page" in caplog.text
    assert "found a draft, 'teas.md'" in caplog.text


def test_an_urgent_page_outside_the_navigation_ends_a_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = settings(tmp_path)
    config.nav.remove("teas.md")
    with pytest.raises(Abort):
        build.build(config)
    assert "extra.urgent_page: expected " in caplog.text
    assert "found a page that nav does not list, 'teas.md'" in caplog.text


def test_settings_are_text_in_a_page(tmp_path: Path) -> None:
    """What is printed of a setting is read as it was typed, and runs nothing."""
    bait = '<script>alert(1)</script> & "me"'
    more = f"copyright: '{bait}'\nsite_author: '{bait}'\nsite_description: '{bait}'\n"
    site = built(tmp_path, more=more)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        assert html.escape(bait, quote=False) in text.replace("&#34;", '"').replace("&quot;", '"'), page


def test_a_comment_server_brings_nothing_into_the_policy(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        build_of(tmp_path, comments='"https://talk.org;script-src*"')
    assert "mkdocs.yml:14: extra.comments.server: expected text like 'https://comments.site.example'" in caplog.text


def test_a_full_disk_ends_a_build_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "site" / "index.html"))

    monkeypatch.setattr("mkdocs.utils.write_file", full)
    with pytest.raises(Abort, match=r"index\.html: the disk is full\. Free some space"):
        build_of(tmp_path)


def test_a_preview_whose_port_is_taken_ends_before_it_builds(tmp_path: Path) -> None:
    config = settings(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        config.dev_addr = config.dev_addr._replace(port=port)
        config.plugins.on_startup(command="serve", dirty=False)
        with pytest.raises(SystemExit, match=f"Port {port} is taken by another program"):
            build.build(config)
        build.build(config)  # of a preview that runs, which has the port itself
    assert (tmp_path / "site" / "index.html").is_file()
    session._running = None
    keep_results(on=False)
