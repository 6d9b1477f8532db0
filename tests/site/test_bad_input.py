"""A mistake stops the build with its address, what was expected and what was found, and loses nothing.

The mistakes are listed in tests/bad-input.yml, and each is made in a copy of a small site. Most are read and checked in
this process; of each kind one goes through a strict build, and so does what only shows while pages are made.
"""

import re
from pathlib import Path

import pytest

from support.bad_input import BadInput, copy_tea, read_bad_input, told
from support.building import Build
from support.built_site import read_site
from support.needs import ROOT
from support.projects import build_project, copy_project

KINDS = read_bad_input()
CASES = {case.id: case for cases in KINDS.values() for case in cases}
# One of each kind of file. They are in different files, so that all can be made at once too.
BUILT = (
    "quote-in-csv-left-open",
    "misspelled-field",
    "circle-of-sources",
    "pattern-that-is-none",
    "change-to-come",
    "title-misspelled",
    "table-of-claims-gone",
    "script",
    "hook-missing",
    "drawing-with-entities",
    "styles-not-utf-8",
    "template-left-open",
    "frame-in-a-text",
    "script-with-a-slip",
    "link-in-a-circle",
)
# What shows only while pages are made: file, what becomes what, and a line of what is told.
LATE = {
    "anchor-of-another-page": (
        "docs/teas.md",
        "(index.md#warm)",
        "(index.md#cold)",
        "docs/teas.md:14: link 'index.md#cold': expected an anchor on index.md, found '#cold'",
    ),
    "anchor-of-this-page": (
        "docs/teas.md",
        "(index.md#warm)",
        "(#drinks)",
        "docs/teas.md:14: link '#drinks': expected an anchor on teas.md, found '#drinks'",
    ),
    "id-of-a-row": (
        "docs/teas.md",
        "{#drinking}",
        "{#tea-black}",
        "docs/teas.md:20: id 'tea-black': expected an id that nothing else on the page has, found 'tea-black' twice",
    ),
    "id-of-a-drawing": (
        "docs/teas.md",
        "{#drinking}",
        "{#cup-title}",
        "docs/teas.md:20: id 'cup-title': expected an id that nothing else on the page has, found 'cup-title' twice",
    ),
    "id-of-the-page-itself": (
        "docs/teas.md",
        "{#drinking}",
        "{#on-this-page}",
        "docs/teas.md:20: id 'on-this-page': expected an id that nothing else on the page has, found 'on-this-page' twice",
    ),
    "value-that-a-template-does-not-get": (
        "overrides/components/mark.html",
        None,
        "<b>{{ wordz }}</b>",
        "overrides/components/mark.html:1: template: expected what the page gives a template, found 'wordz' is undefined",
    ),
}


@pytest.mark.parametrize("mistake", CASES.values(), ids=lambda mistake: mistake.id)
def test_a_mistake_is_told_word_for_word_and_nothing_else_is(mistake: BadInput, tmp_path: Path) -> None:
    """The cause, with its file and its line; what only fails because of it is left out."""
    site = copy_tea(tmp_path)
    mistake.make(site)
    assert told(site) == mistake.says


def test_the_site_without_mistakes_has_no_problem(tmp_path: Path) -> None:
    """What is told of a mistake is not told of the site around it."""
    assert told(copy_tea(tmp_path)) == []


def test_every_problem_is_one_line_with_an_address() -> None:
    """What is printed is `file:line: where: expected ..., found ...`, which editors turn into links."""
    lines = [line for case in CASES.values() for line in case.says]
    assert [line for line in lines if not re.fullmatch(r"[\w./-]+:\d+: .+: expected .+, found .+", line)] == []
    assert len(CASES) == sum(map(len, KINDS.values())) >= 300, "each example has a name of its own"


@pytest.mark.parametrize("name", BUILT)
def test_a_strict_build_tells_it_and_leaves_the_old_site_as_it_was(name: str, tmp_path: Path) -> None:
    """Nothing is written before all is in order, and nobody has to read a traceback."""
    site = copy_tea(tmp_path)
    CASES[name].make(site)
    (site / "site").mkdir()
    (site / "site" / "old.html").write_text("the old site", encoding="utf-8")
    build = build_project(site)
    _refuses(build)
    assert _told(build) == CASES[name].says
    assert [path.name for path in build.folder.iterdir()] == ["old.html"]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Nobody has to mend one mistake to see the next."""
    site = copy_tea(tmp_path)
    # A file that cannot be read leaves open what else is in it.
    names = [name for name in BUILT if name not in ("pattern-that-is-none", "table-of-claims-gone", "title-misspelled")]
    for name in names:
        CASES[name].make(site)
    build = build_project(site)
    _refuses(build)
    assert sorted(_told(build)) == sorted(line for name in names for line in CASES[name].says)


@pytest.mark.parametrize("name", LATE)
def test_what_shows_only_while_pages_are_made_is_told_too(name: str, tmp_path: Path) -> None:
    """Anchors and ids are known once all pages are rendered, values of templates once one is drawn."""
    file, find, put, says = LATE[name]
    site = copy_tea(tmp_path)
    BadInput(name, file, [says], find, put).make(site)
    build = build_project(site)
    _refuses(build)
    assert _told(build) == [says]


def test_markup_in_data_is_shown_and_never_run(tmp_path: Path) -> None:
    """Tags and `&` in a text of any data file stand on the page as they were typed, and a line of the build says so.

    One that would run is refused, but nothing relies on that: no text of data is ever put into a page as HTML.
    """
    project = copy_project(tmp_path)
    bait = "<i>alert(1)</i> & <b>"
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
    shown = {name for page in pages for name in re.findall(r"([a-z]+\.yml) &lt;i&gt;alert", page.html)}
    assert shown == {*baits}
    assert [page.path for page in pages for each in page.tree.select("i") if each.get_text() == "alert(1)"] == []
    remarked = re.findall(r"([a-z]+\.yml):\d+: .*: expected a text, which is shown as typed, found '<i>'", build.log)
    assert sorted(remarked) == sorted(baits)


def _refuses(build: Build) -> None:
    assert build.status == 1, build.log
    assert "Traceback" not in build.log, build.log


def _told(build: Build) -> list[str]:
    return [line for line in build.log.splitlines() if re.match(r"[\w./-]+:\d+: ", line)]
