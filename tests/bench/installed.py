"""What `make bench` measures with, installed where it is missing: Lighthouse, a Node that it runs on, other tables."""

import subprocess
from pathlib import Path

FOLDER = Path(__file__).parent / "packages"
MODULES = FOLDER / "node_modules"


def install_packages() -> Path:
    """Install the packages by their lock, once; returns the folder that holds them."""
    if not (MODULES / ".bin" / "node").exists() or not (MODULES / "datatables.net").exists():
        # The package `node` brings its program by a script of its own, the only one that is let run.
        for command in (["npm", "ci", "--ignore-scripts"], ["npm", "rebuild", "--ignore-scripts=false", "node"]):
            subprocess.run(command, cwd=FOLDER, check=True, capture_output=True)
    return MODULES
