"""One run of the live preview, from start to stop: whether there is one, and the Python files it has loaded."""

from pathlib import Path

from microsite.source.kept import keep_results

# The folder of all Python of the site.
_PYTHON = Path(__file__).parents[2]


class PreviewSession:
    """A running preview. It remembers when each Python file was changed last before it was loaded."""

    def __init__(self) -> None:
        self._loaded = _python_files()

    @property
    def needs_restart(self) -> bool:
        """Whether a Python file has changed: what is loaded stays loaded."""
        return _python_files() != self._loaded


# The one value that outlives a build: the generator reads its settings anew for each.
_running: PreviewSession | None = None


def start_preview() -> PreviewSession:
    """Remember, until the process ends, that this is a preview."""
    global _running
    _running = PreviewSession()
    keep_results()
    return _running


def running_preview() -> PreviewSession | None:
    """The preview that runs; None in a build for readers."""
    return _running


def _python_files() -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in _PYTHON.rglob("*.py")}
