"""A site is built beside the one that readers have, and takes its place only when it is whole.

A build that ends half-way, of whatever, leaves the last good site as it was. Two builds at once each make their own.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TRIES = 50
# A folder cannot be renamed that is a disk of its own, or that lies in one where nothing may be made.
_CANNOT_RENAME = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV)


@contextmanager
def built_beside(site: Path) -> Iterator[Path]:
    """A folder to build into. Where the block ends without an error, it becomes ``site``; else it is removed.

    Names that begin with a dot stay in ``site``, such as those of git. Raises OSError, which names ``site``, before the
    block where there can be no such folder.
    """
    site = site.resolve()
    _refuse_what_cannot_be(site)
    _remove_abandoned(site)
    new, scratch = _place_for(site)
    try:
        yield new
        _keep_hidden(site, new)
        _swap(new, site, number=os.getpid())
    finally:
        shutil.rmtree(scratch or new, ignore_errors=True)


def _refuse_what_cannot_be(site: Path) -> None:
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
    there = next(path for path in (site, *site.parents) if path.exists())
    if not os.access(there, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(site))


def _place_for(site: Path) -> tuple[Path, Path | None]:
    """Where to build, and the folder made for that, if there is no room beside the site."""
    if not site.exists() or os.access(site.parent, os.W_OK):
        return site.with_name(f".{site.name}-new-{os.getpid()}"), None
    scratch = Path(tempfile.mkdtemp(prefix="site-"))
    return scratch / site.name, scratch


def _keep_hidden(site: Path, new: Path) -> None:
    """Each build leaves these alone. What is large costs nothing, as a file may have two names."""
    for path in site.glob(".*"):
        if path.is_dir():
            shutil.copytree(path, new / path.name, symlinks=True, copy_function=_link)
        else:
            _link(path, new / path.name)


def _link(source: str | Path, target: str | Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _swap(new: Path, site: Path, *, number: int) -> None:
    """Put one folder in the place of another by renaming, which copies nothing and needs no room on the disk.

    ``number`` is that of the process, which tells the next one whose the old site is.
    """
    old = site.with_name(f".{site.name}-old-{number}")
    for _ in range(_TRIES):
        try:
            # Another build may take the old site away, or put its own there, at the same moment.
            with suppress(FileNotFoundError):
                site.rename(old)
            new.rename(site)
            break
        except OSError as error:
            if is_free := not site.exists():
                with suppress(FileNotFoundError):
                    old.rename(site)
            if error.errno in _CANNOT_RENAME:
                _copy_over(new, site)
                break
            if is_free:
                raise
            shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _copy_over(new: Path, site: Path) -> None:
    """Put each file in the place of the one there, whole; what the new site does not have goes last."""
    files = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    for inside in sorted(files):
        target = site / inside
        if target.is_dir():
            shutil.rmtree(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        half = target.with_name(f".{target.name}.new")
        shutil.copyfile(new / inside, half)
        half.replace(target)
    for path in sorted(site.rglob("*"), reverse=True):
        inside = path.relative_to(site)
        if inside.parts[0].startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            with suppress(OSError):
                path.rmdir()
        elif inside not in files:
            path.unlink()


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
