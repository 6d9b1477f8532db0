"""The readability gate on the built pages. `make readability` prints the whole table."""

from pathlib import Path

import pytest
import readability

from support.built_site import BuiltSite
from support.html import read_html

EASIEST = 7.0  # home and the urgent page are for everybody, and for worried people
EASY = 8.0
EASY_SECTION = 9.0
SHORTEST_SECTION_GRADED = 60  # below that, one long name moves the grade by years
LONGEST_SECTION = 150
# Questions, cards, sheets, tables and changes are taken one at a time, not read through.
LOOKED_UP = ".quiz, .care, .sheet, .table-block, .changes"

# Every published page, by the file that it is written in.
PAGES = sorted(
    path.relative_to("docs").with_suffix("").as_posix().removesuffix("index")
    for path in Path("docs").rglob("*.md")
    if "\nstatus: draft\n" not in path.read_text(encoding="utf-8")
)
GRADES = {"": EASIEST, "warning-signs": EASIEST}
every_page = pytest.mark.parametrize("page", PAGES)


def html_of(page: str, built: BuiltSite) -> str:
    """The built page of a Markdown file named without its ending."""
    return built.by_path[f"{page.removesuffix('/')}/index.html".lstrip("/")].html


@every_page
def test_a_page_reads_at_its_grade_or_below(page: str, built: BuiltSite):
    assert readability.page(html_of(page, built)).grade <= GRADES.get(page, EASY)


@every_page
def test_no_section_is_harder_than_its_page_may_be(page: str, built: BuiltSite):
    measured = readability.sections(html_of(page, built))
    hard = [part for part in measured if part.words >= SHORTEST_SECTION_GRADED and part.grade > EASY_SECTION]
    assert [f"{part.heading}: {part.grade}" for part in hard] == []


@every_page
def test_no_sentence_or_paragraph_is_too_long(page: str, built: BuiltSite):
    for part in readability.sections(html_of(page, built)):
        assert part.longest <= readability.LONG_SENTENCE, part.longest_sentence
        assert part.long_paragraphs == ()


@every_page
def test_no_section_is_too_long(page: str, built: BuiltSite):
    tree = read_html(html_of(page, built))
    for looked_up in tree.select(LOOKED_UP):
        looked_up.decompose()
    long = [part for part in readability.sections(str(tree)) if part.words > LONGEST_SECTION]
    assert [f"{part.heading}: {part.words} words" for part in long] == []


def test_the_gate_can_fail():
    hard = "Immunomodulatory characteristics necessitate comprehensive multidisciplinary investigation. " * 12
    measured = readability.page(f"<article><p>{hard}</p></article>")
    assert measured.grade > EASY
