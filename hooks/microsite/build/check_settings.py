"""The settings of a site checked before MkDocs reads them: what it finds itself, it tells without a line."""

import sys
from pathlib import Path

from microsite.build.settings import load_settings, read_settings
from microsite.build.settings_checks import check_settings
from microsite.source.problems import ProblemList, ProblemsFound


def check_settings_file(path: Path) -> None:
    """Read mkdocs.yml and check every setting. Raises `ProblemsFound` with all that is wrong in it."""
    document = read_settings(path)
    found = ProblemList()
    with found.gather():
        found.add(*check_settings(document, load_settings(document), folder=path.parent))
    found.raise_if_any()


if __name__ == "__main__":
    try:
        check_settings_file(Path(sys.argv[1]))
    except ProblemsFound as found:
        sys.exit(str(found))
