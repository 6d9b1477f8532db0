"""Writes a small site that is built by the hooks and templates of this repository, for a subject of your own.

Run it as `make new DIR=../my-site`. It writes new files only and never into a folder that holds something.
"""

import re
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from os.path import relpath
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "tools" / "new-site"


def write_site(folder: Path, *, today: date) -> list[Path]:
    """Write the model site into a folder that is empty or not there yet. Returns the files.

    Raises FileExistsError for a folder that holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    words = _words(folder.resolve(), today)
    written = []
    for model in sorted(path for path in MODEL.rglob("*") if path.is_file()):
        target = folder / model.relative_to(MODEL)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(model.read_text(encoding="utf-8")).safe_substitute(words), encoding="utf-8")
        written.append(target)
    return written


def _words(folder: Path, today: date) -> dict[str, str]:
    """What differs from one site to the next: the way back to this repository, and the dates."""
    root = Path(relpath(ROOT, folder)).as_posix()
    hooks = re.findall(r"^  - (hooks/\w+\.py)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.M)
    return {
        "root": root,
        "schemas": Path(relpath(ROOT / "schemas", folder / "docs" / "data")).as_posix(),
        "hooks": "[\n{}]".format("".join(f"  {root}/{hook},\n" for hook in hooks)),
        "today": today.isoformat(),
        "next_year": today.replace(year=today.year + 1, day=min(today.day, 28)).isoformat(),
    }


def main(arguments: Sequence[str]) -> str | None:
    """Write the site and say how to go on; what went wrong is returned."""
    if len(arguments) != 1 or not arguments[0]:
        return "Say where: make new DIR=../my-site"
    folder = Path(arguments[0])
    try:
        written = write_site(folder, today=datetime.now(UTC).date())
    except FileExistsError as error:
        return str(error)
    print("\n".join(map(str, written)))
    print(f"See it with: make serve SITE={folder}")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
