"""The last good site stays whole whatever happens to a build: not in a folder `build`, where pytest never looks."""

import errno
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from microsite.build import beside
from microsite.build.beside import built_beside


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", encoding="utf-8")
    (folder / "gone.html").write_text("old", encoding="utf-8")
    return folder


def write(folder: Path, text: str = "new") -> None:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")


def pages(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


OLD = {"index.html": "old", "gone.html": "old"}


def test_a_whole_build_takes_the_place_of_the_old_site(site: Path) -> None:
    with built_beside(site) as new:
        write(new)
        assert pages(site) == OLD
    assert pages(site) == {"index.html": "new"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device"), SystemExit(1)])
def test_a_build_that_ends_half_way_leaves_the_old_site(site: Path, error: BaseException) -> None:
    with pytest.raises(type(error)), built_beside(site) as new:
        write(new)
        raise error
    assert pages(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_first_build_makes_the_folders_around_it(tmp_path: Path) -> None:
    site = tmp_path / "a" / "site"
    with built_beside(site) as new:
        new.parent.mkdir(parents=True)
        write(new)
    assert pages(site) == {"index.html": "new"}


def test_what_a_killed_build_has_left_is_removed_by_the_next(site: Path) -> None:
    code = (
        "import os, pathlib, signal, sys; from microsite.build.beside import built_beside\n"
        "with built_beside(pathlib.Path(sys.argv[1])) as new:\n"
        "    new.mkdir(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    path = os.pathsep.join(sys.path)
    done = subprocess.run([sys.executable, "-c", code, site], env=os.environ | {"PYTHONPATH": path}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert pages(site) == OLD
    assert len(list(site.parent.iterdir())) == 2
    with built_beside(site) as new:
        write(new)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_site_that_was_just_taken_away_comes_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between the two names: the next build, even one that fails, begins with the old site in its place."""
    site.rename(site.with_name(".site-old-999999"))
    monkeypatch.setattr(beside, "_runs", lambda process: process != 999_999)
    with pytest.raises(ValueError, match="no"), built_beside(site):
        raise ValueError("no")
    assert pages(site) == OLD


def test_a_build_that_wrote_nothing_leaves_the_old_site(site: Path) -> None:
    with pytest.raises(OSError), built_beside(site):
        pass
    assert pages(site) == OLD


def test_of_two_builds_at_once_one_is_there_whole(site: Path) -> None:
    """Each builds under a name of its own, here as if they were processes of their own."""
    numbers = iter(range(10_000_000, 10_001_000))

    def build(text: str) -> None:
        number = next(numbers)
        new = site.with_name(f".site-new-{number}")
        write(new, text)
        beside._swap(new, site, number=number)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(build, [str(number) for number in range(40)]))
    assert set(pages(site)) == {"index.html"}


def test_a_file_in_the_place_of_the_site_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "site"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(NotADirectoryError) as error, built_beside(mine):
        pass
    assert error.value.filename == str(mine)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_site_that_may_not_be_written_is_told_before_it_is_built(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != site)
    with pytest.raises(PermissionError) as error, built_beside(site):
        pytest.fail("it was begun")
    assert error.value.filename == str(site)


def test_hidden_files_stay(site: Path) -> None:
    """Such as those of git, where the site is a branch of its own."""
    (site / ".git").mkdir()
    (site / ".git" / "config").write_text("mine", encoding="utf-8")
    (site / ".nojekyll").write_text("", encoding="utf-8")
    with built_beside(site) as new:
        write(new)
    assert sorted(path.name for path in site.iterdir()) == [".git", ".nojekyll", "index.html"]
    assert (site / ".git" / "config").read_text(encoding="utf-8") == "mine"


def test_a_link_to_the_site_stays_one(site: Path) -> None:
    link = site.with_name("current")
    link.symlink_to("site")
    with built_beside(link) as new:
        write(new)
    assert link.is_symlink()
    assert pages(site) == pages(link) == {"index.html": "new"}


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EACCES, errno.EXDEV])
def test_a_site_that_cannot_be_renamed_gets_each_file_whole(
    site: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is a disk of its own, or in a folder where nothing may be made."""
    (site / "old").mkdir()
    (site / "old" / "index.html").write_text("old", encoding="utf-8")
    (site / ".git").write_text("mine", encoding="utf-8")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == site or target == site:
            raise OSError(number, os.strerror(number), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with built_beside(site) as new:
        write(new)
        (new / "teas").mkdir()
        (new / "teas" / "index.html").write_text("new", encoding="utf-8")
    monkeypatch.undo()
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}
    assert found == {"index.html": "new", "teas/index.html": "new", ".git": "mine"}
    assert not (site / "old").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_where_nothing_may_be_made_beside_the_site_it_is_built_elsewhere(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != site.parent)
    with built_beside(site) as new:
        assert site.parent not in new.parents
        write(new)
    assert pages(site) == {"index.html": "new"}
    assert not new.parent.exists()
