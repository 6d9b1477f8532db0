"""A site is built beside the one that readers have, and takes its place only when it is whole.

A build that ends half-way, of whatever, leaves the last good site as it was. Two builds at once each make their own.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TRIES = 50


@contextmanager
def built_beside(site: Path) -> Iterator[Path]:
    """A folder to build into. Where the block ends without an error, it becomes ``site``; else it is removed."""
    new = site.with_name(f".{site.name}-new-{os.getpid()}")
    _remove_abandoned(site)
    try:
        yield new
        _swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _swap(new: Path, site: Path) -> None:
    """Put one folder in the place of another by renaming, which copies nothing and needs no room on the disk."""
    old = new.with_name(new.name.replace("-new-", "-old-"))
    site.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(_TRIES):
        # Another build may take the old site away, or put its own there, at the same moment.
        with suppress(FileNotFoundError):
            site.rename(old)
        try:
            new.rename(site)
            break
        except OSError:
            if not site.exists():
                with suppress(FileNotFoundError):
                    old.rename(site)
                raise
            shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _remove_abandoned(site: Path) -> None:
    """What a build has left that was killed: the site, if it had just been taken away, comes back."""
    for path in site.parent.glob(f".{site.name}-*-*"):
        number = path.name.rpartition("-")[2]
        if not number.isdigit() or _runs(int(number)):
            continue
        if "-old-" in path.name and not site.exists():
            path.rename(site)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    if os.name == "nt":  # there, to ask would be to end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
