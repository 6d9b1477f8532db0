"""Prints what CHANGELOG.md says of one version, for its release: `python tools/release_notes.py 1.1.0`."""

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parents[1] / "CHANGELOG.md"


def notes_of(version: str, changelog: str) -> str:
    """The lines below the heading of a version. Raises ValueError where there are none."""
    found = re.search(rf"^## \[{re.escape(version)}\].*?\n(.*?)(?=^## |\Z)", changelog, re.M | re.S)
    if found is None or not found[1].strip():
        raise ValueError(f"CHANGELOG.md says nothing of version {version}")
    return found[1].strip() + "\n"


if __name__ == "__main__":
    try:
        print(notes_of(sys.argv[1], CHANGELOG.read_text(encoding="utf-8")), end="")
    except ValueError as error:
        sys.exit(str(error))
