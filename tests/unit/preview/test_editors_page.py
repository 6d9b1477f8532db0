"""The page for editors names everything that waits, with the file to open."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from microsite.guide.guide import Guide, load_guide
from microsite.preview.editors_page import PageLine, find_waiting
from microsite.source.problems import Problem
from support.small_guide import FILES, write_guide
from support.small_table import small_dataset


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """A guide with a draft that a page leads to, a claim that no page uses, a source in doubt, a missing figure."""
    claim, reference = dedent(FILES["data/claims.yml"]), dedent(FILES["data/references.yml"])
    draft = FILES["sources.md"].replace("written_by:", "status: draft\nwritten_by:")
    pages = write_guide(
        tmp_path,
        claims=claim + claim.replace("id: tea-is-warm", "id: tea-is-cold"),
        references=reference.replace("record: confirmed", "record: partly confirmed\n  check: the year"),
        teas=FILES["teas.md"].replace("See [warm](index.md#warm).", "See [draft](more.md)."),
    )
    (tmp_path / "more.md").write_text(draft.replace("[[bibliography]]", "Text."), encoding="utf-8")
    guide, found = load_guide(tmp_path, pages=[*pages, "more.md"])
    assert list(found) == []
    (tmp_path / "lamps").mkdir()
    site = replace(guide.site, datasets={**guide.site.datasets, "lamps": small_dataset(tmp_path / "lamps")})
    return replace(guide, site=site)


def test_all_that_waits_is_listed_by_its_kind(guide: Guide) -> None:
    facts = guide.pages["index.md"].facts
    late = PageLine("docs/index.md", "", 5.0, 10, 1, facts, overdue=facts.is_overdue(date(2099, 1, 1)))
    remark = Problem("docs/data/teas.yml", 3, "black.name", "a text, which is shown as typed", "'<b>'")
    waiting = {
        group.title: [(line.file, line.what) for line in group.lines]
        for group in find_waiting(guide, [late], docs="docs", remarks=[remark])
    }
    assert waiting == {
        "Reviews that are overdue": [("docs/index.md", "All of tea")],
        "Drafts": [("docs/more.md", "Where it is from"), ("docs/teas.md:13", "link 'more.md'")],
        "Claims that no page uses": [("docs/data/claims.yml", "tea-is-cold")],
        "Sources confirmed in part": [("docs/data/references.yml", "kettle-2001")],
        "Markup in texts": [("docs/data/teas.yml:3", "black.name")],
        "Rows with missing figures": [("docs/data/figures.csv", "candle")],
    }
