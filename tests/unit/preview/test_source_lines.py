"""A problem is shown in its file: the line, two around it, and a link that opens it."""

from pathlib import Path

import pytest

from microsite.preview.problem_page import Failure, render_failure
from microsite.preview.source_lines import Place, find_place, lines_around
from microsite.source.problems import Problem

LINK = "vscode://file/{file}:{line}"


def problem(line: int, file: str = "docs/a b.md") -> Problem:
    return Problem(file, line, "title", "a value", "none")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a b.md").write_bytes(b"one\ntwo\n<b>three\xff\nfour\nfi\xe2\x80\xaeve\nsix\n")
    return tmp_path


@pytest.mark.parametrize(("line", "numbers"), [(1, [1, 2, 3]), (3, [1, 2, 3, 4, 5]), (6, [4, 5, 6]), (9, [])])
def test_two_lines_stand_on_each_side_as_far_as_there_are(folder: Path, line: int, numbers: list[int]) -> None:
    lines = lines_around(folder / "docs/a b.md", line)
    assert [each.number for each in lines] == numbers
    assert [each.number for each in lines if each.meant] == [line] * bool(numbers)


def test_what_cannot_be_read_or_seen_has_a_sign_in_its_place(folder: Path) -> None:
    texts = [each.text for each in lines_around(folder / "docs/a b.md", 4)]
    assert texts == ["two", "<b>three\ufffd", "four", "fi\ufffdve", "six"]


def test_the_owner_s_editor_opens_the_file_at_its_line(folder: Path) -> None:
    place = find_place(problem(3), folder, editor_link=LINK)
    assert place.href == f"vscode://file{folder.resolve().as_posix()}/docs/a%20b.md:3"
    assert find_place(problem(3), folder).href == ""


@pytest.mark.parametrize(
    "link", ["javascript://%0aalert(1)//{file}", "data://text/html,{file}", "https://x.example/{file}"]
)
def test_an_address_that_opens_no_editor_is_no_link(folder: Path, link: str) -> None:
    """The page of problems is shown before the settings are known to be in order."""
    assert find_place(problem(3), folder, editor_link=link).href == ""


def test_a_file_that_is_gone_is_only_named(folder: Path) -> None:
    gone = problem(1, "docs/gone.md")
    assert find_place(gone, folder, editor_link=LINK) == Place(gone)


def test_the_page_shows_the_line_and_escapes_it(folder: Path) -> None:
    failure = Failure(problems=(problem(3), problem(1, "docs/gone.md")))
    page = render_failure(failure, assets=folder, restart=False, folder=folder, editor_link=LINK)
    assert "<title>2 to mend - preview</title>" in page
    assert "    2  two\n<mark>    3  &lt;b&gt;three\ufffd</mark>\n    4  four" in page
    assert 'docs/a%20b.md:3"><code>docs/a b.md:3</code></a> title' in page
    assert "<p><code>docs/gone.md:1</code> title</p>" in page
