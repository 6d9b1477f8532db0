"""A clone on Windows has the bytes that every other clone has."""

import subprocess
from pathlib import Path

import pytest

from support.needs import ROOT, need_program

# What git does on Windows, and on a machine where somebody has chosen it.
WINDOWS = ("-c", "core.autocrlf=true", "-c", "core.eol=crlf")
IDENTITY = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files in a repository of their own: the tests also run where there is none."""
    git = need_program("git", package="git")
    place = tmp_path_factory.mktemp("line-ends") / "project.git"
    subprocess.run([git, "init", "--quiet", "--bare", str(place)], check=True)
    here = (git, f"--git-dir={place}", f"--work-tree={ROOT}", "-c", "core.bare=false", *IDENTITY)
    # Where .venv and node_modules are links, the patterns of .gitignore, which name folders, do not hold them.
    (place / "info" / "exclude").write_text("/.venv\n/node_modules\n")
    subprocess.run([*here, "add", "--all", "--", "."], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([*here, "commit", "--quiet", "--message", "All files"], check=True)
    return place


def clone(repository: Path, into: Path, *, attributes: bool) -> Path:
    """A clone as on Windows, with or without the project's own attributes."""
    subprocess.run(["git", *WINDOWS, "clone", "--quiet", "--no-checkout", str(repository), str(into)], check=True)
    if not attributes:
        (into / ".git" / "info").mkdir(exist_ok=True)
        (into / ".git" / "info" / "attributes").write_text("* !text !eol\n")
    subprocess.run(["git", *WINDOWS, "-C", str(into), "reset", "--quiet", "--hard"], check=True)
    return into


def differing(cloned: Path) -> list[str]:
    """The files whose bytes are not those of the project."""
    names = subprocess.check_output(["git", "-C", str(cloned), "ls-files", "-z"], text=True).split("\0")
    return [name for name in names if name and (cloned / name).read_bytes() != (ROOT / name).read_bytes()]


def test_a_clone_on_windows_has_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    assert differing(clone(repository, tmp_path / "clone", attributes=True)) == []


def test_without_the_attributes_it_would_not(repository: Path, tmp_path: Path) -> None:
    assert "mkdocs.yml" in differing(clone(repository, tmp_path / "clone", attributes=False))
