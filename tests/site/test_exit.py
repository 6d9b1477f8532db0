"""The way out stays open: ProperDocs, a maintained fork of MkDocs, builds the same pages from the same files."""

import re
import subprocess
from pathlib import Path

import pytest

from support.built_site import BuiltSite
from support.needs import ROOT
from support.projects import QUIET

GENERATOR = re.compile(r'\s*<meta name="generator"[^>]*>')


@pytest.fixture(scope="module")
def other_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide as ProperDocs builds it, strictly."""
    folder = tmp_path_factory.mktemp("properdocs") / "site"
    _run(_properdocs(), "build", "--strict", "-f", "mkdocs.yml", "--site-dir", folder)
    return folder


def test_it_is_properdocs(other_site: Path) -> None:
    """The site was built by the version that the lock names."""
    said = _run(_properdocs(), "--version")
    assert "properdocs, version 1.6.7" in said.lower()
    assert (other_site / "index.html").exists()


def test_it_writes_the_same_files(other_site: Path, built: BuiltSite) -> None:
    """Nothing is missing and nothing is new."""
    written = {path.relative_to(other_site).as_posix() for path in other_site.rglob("*") if path.is_file()}
    assert written == built.files


def test_every_page_is_the_same(other_site: Path, built: BuiltSite) -> None:
    """But for the line that names the generator, where there is one."""
    assert len(built.pages) > 5
    for page in built.pages:
        other = (other_site / page.path).read_text(encoding="utf-8")
        assert GENERATOR.sub("", other) == GENERATOR.sub("", page.html), page.path


@pytest.mark.parametrize("settings", ["mkdocs.yml", "tests/sites/sleep/mkdocs.yml", "tools/new-site/mkdocs.yml"])
def test_no_plugin_is_needed(settings: str) -> None:
    """Plugins tie a site to one generator. Where none are named MkDocs takes its own search, so an empty list is."""
    assert "\nplugins: []\n" in (ROOT / settings).read_text(encoding="utf-8")


def _properdocs() -> Path:
    """The program of the fork, in an environment of its own."""
    found = ROOT / ".venv" / "properdocs" / "bin" / "properdocs"
    if not found.is_file():
        pytest.fail("ProperDocs is missing. Install it with: make .venv/properdocs/.installed", pytrace=False)
    return found


def _run(*command: str | Path) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=QUIET, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
