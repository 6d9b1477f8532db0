"""The zip for reading without a network."""

import subprocess
import sys
from pathlib import Path

from support.needs import ROOT
from support.projects import QUIET


def make_zip(folder: Path) -> Path:
    """Make the zip as `make offline` does."""
    site, target = folder / "offline", folder / "guide.zip"
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--no-directory-urls", "--site-dir", str(site)]
    subprocess.run(build, cwd=ROOT, env=QUIET, check=True, capture_output=True)
    subprocess.run([sys.executable, ROOT / "tools" / "pack_offline.py", site, target], check=True, capture_output=True)
    return target
