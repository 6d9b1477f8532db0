"""The page that shows editors every part once: it leaves none out, and no reader ever meets it."""

import re

import pytest

from microsite.guide.guide import Guide, load_guide
from microsite.source.markers import find_markers
from support.built_site import BuiltSite
from support.needs import ROOT

PAGE = "components.md"
DOCS = ROOT / "docs"
# What one page alone has, where editors find it.
ELSEWHERE = {"bibliography", "changes", "message"}


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The guide as an editor's preview has it."""
    pages = [file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md")]
    return load_guide(DOCS, pages=pages)[0]


def test_every_marker_has_its_example(guide: Guide) -> None:
    """A new marker gets an example on the page, or this fails."""
    shown = {marker.name for marker in find_markers(guide.pages[PAGE].body)}
    assert set(guide.components) - shown == ELSEWHERE


def test_every_example_is_told_with_its_marker(guide: Guide) -> None:
    """An editor copies what stands above the example."""
    body = guide.pages[PAGE].body
    examples = [str(marker) for marker in find_markers(body) if marker.alone]
    told = re.findall(r"`(\[\[[^`]+\]\])`", body)
    first = {name.split(":")[0].strip("[]"): name for name in reversed(examples)}
    assert [example for example in first.values() if example not in told] == []


def test_every_grade_has_its_example(guide: Guide) -> None:
    """Early, limited, moderate and strong evidence look different."""
    marked = [marker.argument for marker in find_markers(guide.pages[PAGE].body) if marker.name == "claim"]
    grades = {guide.ledger.claims[claim].record.strength for claim in marked}
    assert grades == {claim.record.strength for claim in guide.ledger.claims.values()}


def test_it_has_what_its_own_lines_make(guide: Guide) -> None:
    """A key message with three points, each with a mark, and all four dates."""
    facts = guide.pages[PAGE].facts
    assert facts.key_message
    assert len(facts.key_points) == 3
    assert all(facts.key_claims)


def test_no_reader_meets_it(guide: Guide, built: BuiltSite) -> None:
    """Not as a page, a card, a note, a line of the sitemap, a link or a word to be found."""
    assert guide.pages[PAGE].facts.is_draft
    assert [file for file in built.files if "components" in file] == []
    assert built.folder is not None
    for name in ("sitemap.xml", "search/search_index.json"):
        if (built.folder / name).exists():
            assert "components/" not in (built.folder / name).read_text(encoding="utf-8")
    assert [page.path for page in built.pages if any("components" in link for link in page.values("a", "href"))] == []
