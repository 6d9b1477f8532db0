"""Builds the site once a test run, however many processes run the tests."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from support.needs import ROOT


@dataclass(frozen=True)
class Build:
    """A build that has ended: where to, how, and what MkDocs said."""

    folder: Path
    status: int
    log: str

    @property
    def failed(self) -> bool:
        """Whether there is no site to ask."""
        return self.status != 0


def build_site(folder: Path, *, root: Path = ROOT) -> Build:
    """Build the project in ``root`` strictly into ``folder``."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # the notice would drown the log
    done = subprocess.run(
        command, cwd=root, env=quiet, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return Build(folder, done.returncode, done.stdout)


def make_once(folder: Path, make: Callable[[Path], Build]) -> Build:
    """Let the first process that comes make ``folder``; the others wait for it and get the same."""
    outcome = folder.with_suffix(".outcome")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not outcome.exists():
            build = make(folder)
            outcome.write_text(f"{build.status}\n{build.log}", encoding="utf-8")
    status, _, log = outcome.read_text(encoding="utf-8").partition("\n")
    return Build(folder, int(status), log)
