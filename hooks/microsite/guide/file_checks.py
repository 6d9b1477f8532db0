"""The files of a site that are no pages and no data: styles, drawings, scripts, links to other places."""

import os
from collections.abc import Iterator
from pathlib import Path

from microsite.html.assets import script_fault
from microsite.source.drawing import check_drawing
from microsite.source.finding import problems_in
from microsite.source.problems import Problem, ProblemsFound, describe
from microsite.source.style_sheet import check_styles
from microsite.source.text_file import read_text


def list_files(folder: Path, *, name: str) -> tuple[set[str], list[Problem]]:
    """The paths of all files below a folder, and a problem for each link there that leads nowhere or in a circle."""
    files, problems = set[str](), list[Problem]()
    waiting = [folder]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            inside = path.relative_to(folder).as_posix()
            if path.is_symlink() and (wrong := _wrong_link(path)):
                expected = "a link to a file or a folder that is there"
                problems.append(Problem(f"{name}/{inside}", 1, "file", expected, wrong))
            elif path.is_dir():
                waiting.append(path)
            else:
                files.add(inside)
    return files, problems


def check_file(path: Path, *, name: str) -> list[Problem]:
    """What is wrong with a style sheet, a drawing or a script; nothing is said of other files."""
    try:
        if path.suffix == ".css":
            return problems_in(name, check_styles(read_text(path, name)))
        if path.suffix == ".svg":
            return problems_in(name, check_drawing(read_text(path, name)))
        if path.suffix == ".js":
            return [*_check_script(read_text(path, name), name)]
    except ProblemsFound as found:
        return list(found.problems)
    return []


def _wrong_link(path: Path) -> str | None:
    target = describe(os.fspath(path.readlink()))
    try:
        resolved = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return f"a link to {target}"
    return f"a link to {target}, which is around it" if resolved in path.absolute().parents else None


def _check_script(code: str, name: str) -> Iterator[Problem]:
    if not code.strip():
        yield Problem(name, 1, "script", "code", "nothing")
    at = code.lower().find("</script")
    if at >= 0:
        yield Problem(name, 1 + code.count("\n", 0, at), "script", "no </script, which would end it", "'</script'")
    elif fault := script_fault(code):
        yield Problem(name, fault[0], "script", "JavaScript that parses", fault[1])
