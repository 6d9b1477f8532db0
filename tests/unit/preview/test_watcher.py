"""A save is seen within a fifth of a second, and what was gone for a moment is seen when it is back."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from microsite.preview.watcher import Change, FileWatcher

PATIENCE_S = 10


class Told:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def on_any_event(self, event: Change) -> None:
        """Take a change in."""
        self.changes.append(event)

    def wait(self) -> list[str]:
        """The names of the files that have changed, once there is one; they are forgotten then."""
        until = time.monotonic() + PATIENCE_S
        while not self.changes:
            assert time.monotonic() < until, "nothing was seen"
            time.sleep(0.01)
        found, self.changes = self.changes, []
        return [Path(change.path).name for change in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs/data").mkdir(parents=True)
    (tmp_path / "docs/a.md").write_text("a", encoding="utf-8")
    (tmp_path / "docs/data/b.yml").write_text("b", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("c", encoding="utf-8")
    return tmp_path


@pytest.fixture
def told(folder: Path) -> Iterator[Told]:
    told, watcher = Told(), FileWatcher()
    for name in ("docs", "mkdocs.yml", "later"):
        watcher.schedule(told, str(folder / name))
    watcher.start()
    time.sleep(0.1)
    yield told
    watcher.stop()
    watcher.join()


def test_a_file_that_is_saved_is_seen(folder: Path, told: Told) -> None:
    for path in ("docs/data/b.yml", "mkdocs.yml", "docs/new.md"):
        (folder / path).write_text("other", encoding="utf-8")
        assert told.wait() == [Path(path).name]


def test_a_file_that_another_takes_the_place_of_is_seen(folder: Path, told: Told) -> None:
    """Though it has the same size and time."""
    status = (folder / "docs/a.md").stat()
    (folder / "other").write_text("b", encoding="utf-8")
    os.utime(folder / "other", ns=(status.st_atime_ns, status.st_mtime_ns))
    (folder / "other").replace(folder / "docs/a.md")
    assert told.wait() == ["a.md"]


@pytest.mark.parametrize("name", ["docs", "docs/data", "mkdocs.yml"])
def test_what_was_gone_for_a_moment_is_watched_again(folder: Path, told: Told, name: str) -> None:
    (folder / name).rename(folder / "gone")
    told.wait()
    (folder / "gone").rename(folder / name)
    told.wait()
    for path in ("docs/a.md", "docs/data/b.yml", "mkdocs.yml"):
        (folder / path).write_text("once more", encoding="utf-8")
        assert told.wait() == [Path(path).name]


def test_a_link_that_leads_in_a_circle_is_not_followed(folder: Path, told: Told) -> None:
    (folder / "docs/more").symlink_to(".")
    (folder / "docs/nothing").symlink_to("gone")
    (folder / "docs/a.md").write_text("other", encoding="utf-8")
    assert told.wait()
