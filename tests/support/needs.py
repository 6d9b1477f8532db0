"""Finds the programs that tests want beside Python.

A missing program fails the test that wants it, with the one line that installs it. It never skips the test: what was
not checked must not look as if it were in order.
"""

import ctypes
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def need_program(*names: str, package: str) -> str:
    """Return the path of the first of ``names`` that is installed; ``package`` is what Debian calls it."""
    for name in names:
        if found := shutil.which(name):
            return found
    return pytest.fail(f"{names[0]} is missing. Install it with: apt-get install {package}", pytrace=False)


def need_chromium() -> str:
    """Return the path of a Chromium or a Chrome."""
    return need_program(*CHROMIUM_NAMES, package="chromium")


def need_library(name: str, *, package: str) -> None:
    """Make sure that a shared library can be loaded; without it a program of a Python package says little."""
    try:
        ctypes.CDLL(name)
    except OSError:
        pytest.fail(f"{name} is missing. Install it with: apt-get install {package}", pytrace=False)


def need_java() -> str:
    """Return the path of a Java that can run a jar."""
    return need_program("java", package="default-jre-headless")


def need_npm_file(path: str) -> Path:
    """Return a file of an npm package of ours, such as ``axe-core/axe.min.js``."""
    found = ROOT / "node_modules" / path
    if not found.is_file():
        pytest.fail(f"node_modules/{path} is missing. Install it with: npm ci", pytrace=False)
    return found
