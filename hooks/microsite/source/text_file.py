"""Files as text: UTF-8, or a problem with the line that is not."""

from pathlib import Path

from microsite.source.problems import Problem, ProblemsFound

_FOUND = {FileNotFoundError: "no such file", IsADirectoryError: "a folder", PermissionError: "one that is locked"}


def read_text(path: Path, name: str) -> str:
    """The text of a file that messages call ``name``. Raises `ProblemsFound`, also where there is no such file."""
    return decode(read_bytes(path, name), name)


def read_bytes(path: Path, name: str) -> bytes:
    """What a file holds. Raises `ProblemsFound` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        found = _FOUND.get(type(error), error.strerror or "none")
        raise ProblemsFound([Problem(name, 1, "file", "a file that can be read", found)]) from error


def decode(content: bytes, name: str) -> str:
    """Bytes as text, without a mark of the order of bytes. Raises `ProblemsFound` for what is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        # A spreadsheet writes the letters of its own country unless it is told otherwise.
        expected = 'UTF-8: in a spreadsheet, save it as "CSV UTF-8"' if name.endswith(".csv") else "UTF-8"
        problem = Problem(name, line, "text", expected, f"byte 0x{content[error.start]:02x}")
        raise ProblemsFound([problem]) from error
