"""An editor's mistake stops the build with its address, what was expected and what was found, and loses nothing.

The mistakes are listed in tests/bad-input.yml; each is made in a copy of the project.
"""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from support.building import Build
from support.built_site import read_site
from support.needs import ROOT
from support.projects import Mistake, build_project, copy_project, read_mistakes

GROUPS = {name: read_mistakes(cases) for name, cases in YAML(typ="safe").load(ROOT / "tests" / "bad-input.yml").items()}
MISTAKES = [mistake for group in GROUPS.values() for mistake in group]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_a_mistake_stops_the_build_and_is_named(mistake: Mistake, tmp_path: Path) -> None:
    """The message has the file, the line, what was expected and what was found; the old site stays as it was."""
    project = copy_project(tmp_path)
    line = mistake.make(project)
    (project / "site").mkdir()
    (project / "site" / "old.html").write_text("the old site", encoding="utf-8")
    build = build_project(project)
    _refuses(build)
    assert _tells(build, mistake, line), f"no line with {mistake.file}:{line}: and {mistake.says} in:\n{build.log}"
    if not mistake.late:
        assert [path.name for path in build.folder.iterdir()] == ["old.html"]


@pytest.mark.parametrize("group", GROUPS)
def test_all_mistakes_are_told_at_once(group: str, tmp_path: Path) -> None:
    """Nobody has to mend one mistake to see the next."""
    project = copy_project(tmp_path)
    lines = {mistake.id: mistake.make(project) for mistake in GROUPS[group]}
    build = build_project(project)
    _refuses(build)
    # Two mistakes in one file move each other's lines, so only the file is asked for.
    untold = [mistake.id for mistake in GROUPS[group] if not _tells(build, mistake, None)]
    assert untold == [], build.log
    assert len(lines) >= 2


def test_every_problem_is_one_line_with_an_address(tmp_path: Path) -> None:
    """What is printed is `file:line: where: expected ..., found ...`, which editors turn into links."""
    project = copy_project(tmp_path)
    for mistake in GROUPS["values"]:
        mistake.make(project)
    told = [line for line in build_project(project).log.splitlines() if line.startswith("docs/")]
    assert len(told) >= len(GROUPS["values"])
    assert [line for line in told if not re.fullmatch(r"docs/\S+:\d+: .+: expected .+, found .+", line)] == []


def test_markup_in_data_is_shown_and_never_run(tmp_path: Path) -> None:
    """`<script>` and `&` in a text of any data file stand on the page as they were typed."""
    project = copy_project(tmp_path)
    bait = "<script>alert(1)</script> & <b>"
    baits = {
        "foods.yml": "  try: ",
        "claims.yml": "  say_instead: ",
        "references.yml": "  found: ",
        "habits.yml": '  heading: "',
        "care.yml": '  lead: "',
        "questions.yml": "  question: ",
        "glossary.yml": "  means: ",
    }
    for file, find in baits.items():
        path = project / "docs" / "data" / file
        text = path.read_text(encoding="utf-8")
        at = text.find(find)
        assert at >= 0, f"{file} no longer holds {find!r}: change this test"
        # The value goes on in lines that stand further to the right.
        value = re.compile(r".*\n(?:(?:    .*)?\n)*").match(text, at)
        assert value
        key = find.split(": ")[0] + ": "
        path.write_text(text[:at] + key + f'"{file} {bait}"\n' + text[value.end() :], encoding="utf-8")
    build = build_project(project)
    assert not build.failed, build.log
    pages = read_site(build.folder).pages
    shown = {name for page in pages for name in re.findall(r"([a-z]+\.yml) &lt;script&gt;alert", page.html)}
    assert shown == {*baits}
    assert [page.path for page in pages for script in page.tree.select("script") if script.get_text() == "alert(1)"] == []


def _refuses(build: Build) -> None:
    assert build.status == 1, build.log
    assert "Traceback" not in build.log, build.log


def _tells(build: Build, mistake: Mistake, line: int | None) -> bool:
    number = str(line) if line else "[0-9]+"
    address = f"{re.escape(mistake.file)}:{number}: "
    told = [text for text in build.log.splitlines() if re.match(address, text)]
    return any(all(says in text for says in mistake.says) for text in told)
