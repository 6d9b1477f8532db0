"""A copy of a site that a test may break: its pages and data are copied, hooks and templates are the project's own."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

from support.building import Build
from support.needs import ROOT

QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # the notice would drown the log


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
