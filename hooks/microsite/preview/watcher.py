"""Sees that a file was saved: by name, time, size and place on the disk, many times a second.

A folder may be gone for a moment, as while a branch is switched, or a file while an editor puts a new one in its place:
what is not there is looked for again. The disk is asked and not told of, because some disks tell nothing.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Any, Protocol

_PAUSE_S = 0.05
# Of a large site, so that looking takes at most this part of a processor.
_SHARE = 0.1

State = tuple[int, int, int]


@dataclass(frozen=True)
class Change:
    """A file that is another than before, or is gone, or is new."""

    path: str
    is_directory: bool = False


class Handler(Protocol):
    """What the generator's server gives to be called."""

    def on_any_event(self, event: Any) -> None:
        """Take a change in."""


class FileWatcher:
    """Tells its handlers, from a thread of its own, of each change below one of its paths."""

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}
        self._ended = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def schedule(self, handler: Handler, path: str, *, recursive: bool = True) -> str:
        """Watch a file, or all files below a folder. It need not be there. Returns the path."""
        self._handlers[path] = handler
        return path

    def start(self) -> None:
        """Begin to look: what differs from now on is told."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()

    def join(self) -> None:
        """Wait for the last look."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        seen, pause = self._look(), _PAUSE_S
        while not self._ended.wait(pause):
            start = perf_counter()
            now = self._look()
            pause = max(_PAUSE_S, (perf_counter() - start) / _SHARE)
            for path, handler in self._handlers.items():
                if differing := seen[path].items() ^ now[path].items():
                    handler.on_any_event(Change(min(differing)[0]))
            seen = now

    def _look(self) -> dict[str, dict[str, State]]:
        return {path: dict(_files(path)) for path in self._handlers}


def _files(path: str) -> Iterator[tuple[str, State]]:
    """Each file with its state; of what is gone meanwhile, nothing."""
    try:
        entries = list(os.scandir(path))
    except NotADirectoryError:
        entries = []
        yield from _one_file(path)
    except OSError:
        return
    for entry in entries:
        if not entry.is_dir():
            yield from _one_file(entry.path)
        elif entry.name != "__pycache__" and not (entry.is_symlink() and _is_around(entry.path)):
            yield from _files(entry.path)


def _one_file(path: str) -> Iterator[tuple[str, State]]:
    with suppress(OSError):
        status = os.stat(path)  # noqa: PTH116  (thousands of paths, many times a second)
        yield path, (status.st_mtime_ns, status.st_size, status.st_ino)


def _is_around(link: str) -> bool:
    return Path(link).resolve() in (path.resolve() for path in Path(link).parents)
