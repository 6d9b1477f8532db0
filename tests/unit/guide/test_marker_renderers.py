from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from mkdocs.utils import meta

from microsite.build.state import BuildState, store_state
from microsite.guide.claim_uses import claims_on, uses_of
from microsite.guide.guide import Guide, load_guide
from microsite.guide.marker_renderers import render_markers
from microsite.html.contents import CONTENTS_PLACE
from microsite.page.feedback import FeedbackSettings
from render_markers import on_page_read_source
from support.html import read_html
from support.marks import claims_of
from support.small_guide import write_guide

EXPORTS = [f"bibliography/sources.{ending}" for ending in ("json", "bib", "ris")]
URLS = {
    "index.md": "",
    "teas.md": "teas/",
    "evidence.md": "evidence/",
    "sources.md": "sources/",
    **{path: path for path in EXPORTS},
}


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """The small guide, read."""
    guide, found = load_guide(tmp_path, pages=write_guide(tmp_path), name="docs")
    assert list(found) == []
    return guide


@pytest.fixture
def teas(guide: Guide) -> BeautifulSoup:
    """The page with a piece of each kind, filled."""
    return read_html(render_markers("teas.md", guide, urls=URLS))


def test_each_block_begins_with_a_div_so_that_markdown_leaves_it_alone(guide: Guide):
    lines = render_markers("teas.md", guide, urls=URLS).splitlines()
    starts = [line for before, line in pairwise(lines) if before == "" and line.startswith("<")]
    assert len(starts) == 5
    assert all(line.startswith("<div") for line in starts)


def test_text_of_data_files_is_shown_and_never_run(teas: BeautifulSoup):
    assert [sign.get_text() for sign in teas.select(".care li")] == ["is <b>large</b>", "is white & dry"]


def test_a_card_carries_the_marks_of_its_claims(teas: BeautifulSoup):
    assert len(teas.select(".care a.mark")) == 1
    assert len(teas.select(".habit a.mark")) == 2


def test_marks_are_numbered_through_the_page_in_reading_order(teas: BeautifulSoup):
    ids = [mark["id"] for mark in teas.select("a.mark")]
    assert ids == [f"mark-{number}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize("path", ["index.md", "teas.md"])
def test_the_uses_of_a_claim_are_the_marks_that_the_page_shows(path: str, guide: Guide):
    page = read_html(render_markers(path, guide, urls=URLS))
    assert list(claims_on(path, guide)) == claims_of(page)


def test_a_claim_knows_every_sentence_that_uses_it(guide: Guide):
    uses = uses_of(guide)["tea-is-warm"]
    assert [(use.url, use.anchor, use.under) for use in uses] == [
        ("index.md", "mark-1", "Warm"),
        *(("teas.md", f"mark-{number}", "Kinds") for number in range(1, 5)),
    ]


def test_a_mark_leads_to_its_claim_from_any_page(teas: BeautifulSoup):
    assert {mark["href"] for mark in teas.select("a.mark")} == {"../evidence/#claim-tea-is-warm"}


def test_the_contents_wait_until_all_pages_are_rendered(guide: Guide):
    assert CONTENTS_PLACE in render_markers("index.md", guide, urls=URLS)


def test_the_bibliography_escapes_titles(guide: Guide):
    assert "Warm &amp; &lt;warmer&gt;" in render_markers("sources.md", guide, urls=URLS)


def test_mkdocs_takes_no_line_of_a_page_for_front_matter():
    """It knows a second form of it, ``Name: value``, which a text may well begin with."""
    body = "Note: this page is short.\n\nText.\n"
    guide = SimpleNamespace(pages={"a.md": SimpleNamespace(body=body)})
    page = SimpleNamespace(file=SimpleNamespace(src_uri="a.md"))
    config = SimpleNamespace(extra={})
    store_state(config.extra, BuildState(guide, FeedbackSettings()))
    text = on_page_read_source(page=page, config=config)
    assert meta.get_data(body)[1] != {}
    assert meta.get_data(text) == (body, {})
