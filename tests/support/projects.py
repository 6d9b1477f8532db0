"""A copy of a site that a test may break: its pages and data are copied, hooks and templates are the project's own."""

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from support.building import Build
from support.needs import ROOT

QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # the notice would drown the log


@dataclass(frozen=True)
class Mistake:
    """One slip of an editor: in ``file``, ``find`` becomes ``put``. What the build then says has all of ``says``.

    ``at`` is a text in the broken file whose line the message names (or one ``below``); else that is where ``put`` is.
    """

    id: str
    file: str
    find: str
    put: str
    says: tuple[str, ...]
    at: str | None = None
    below: int = 0
    late: bool = False

    def make(self, project: Path) -> int:
        """Make the mistake in a copy. Returns the line that the message should name."""
        path = project / self.file
        text = path.read_bytes()
        find, put = _bytes(self.find), _bytes(self.put)
        place = len(text) if not find else text.find(find)
        assert place >= 0, f"{self.file} no longer holds {self.find!r}: change this case"
        broken = text[:place] + put + text[place + len(find) :]
        path.write_bytes(broken)
        seen = broken.find(_bytes(self.at)) if self.at else place + len(put) - len(put.lstrip(b"\n"))
        assert seen >= 0, f"{self.at!r} is not in the broken {self.file}: change this case"
        return broken[:seen].count(b"\n") + 1 + self.below


def copy_project(folder: Path, *, hooks: bool = False) -> Path:
    """Copy the guide into ``folder``, with ``hooks`` its Python and templates too, which are else links."""
    folder.mkdir(parents=True, exist_ok=True)
    copytree(ROOT / "docs", folder / "docs")
    for name in ("hooks", "overrides"):
        if hooks:
            copytree(ROOT / name, folder / name, ignore=lambda _, names: [n for n in names if n == "__pycache__"])
        else:
            (folder / name).symlink_to(ROOT / name)
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return folder


def build_project(project: Path, *options: str) -> Build:
    """Build a copy into its folder ``site``, as `make build` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    done = subprocess.run(
        command, cwd=project, env=QUIET, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return Build(project / "site", done.returncode, done.stdout)


def read_mistakes(cases: Iterable[dict]) -> list[Mistake]:
    """The cases of a YAML file."""
    return [Mistake(**{**case, "says": tuple(case["says"])}) for case in cases]


def _bytes(text: str) -> bytes:
    """Text as UTF-8; \\xff stands for a byte that is not."""
    return text.encode("utf-8").replace(rb"\xff", b"\xff")
