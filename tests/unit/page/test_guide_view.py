from datetime import date
from pathlib import Path

import pytest

from microsite.guide.guide import Guide, load_guide
from microsite.html.contents import CONTENTS_PLACE, Heading
from microsite.page.guide_view import view_guide
from microsite.page.site_context import SiteContext
from microsite.page.structured_data import SiteFacts
from microsite.page.view import RenderedPage
from support.small_guide import write_guide

ORDER = {"index.md": "", "teas.md": "teas/", "evidence.md": "evidence/", "sources.md": "sources/"}
NOTES = {"assets/notes/index.js": "assets/notes/index.js", "assets/notes/teas.js": "assets/notes/teas.js"}
HTML = f'<p>Lead</p><h2 id="a">A</h2><p>Text.</p>{CONTENTS_PLACE}'


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """The small guide, read."""
    return load_guide(tmp_path, pages=write_guide(tmp_path), name="docs")[0]


@pytest.fixture
def context(guide: Guide) -> SiteContext:
    """Four rendered pages on a site below a path."""
    return SiteContext(
        site=SiteFacts("Tea", "https://tea.example/all/", "en", "the tea team", ""),
        pages=[
            RenderedPage(path, url, HTML, (Heading("A", "#a"),), guide.pages[path].facts) for path, url in ORDER.items()
        ],
        urls={**ORDER, **NOTES},
        assets=Path("docs/assets"),
        urgent="teas.md",
        today=date(2027, 1, 4),
    )


def test_a_page_knows_its_neighbors_by_name_and_address(guide: Guide, context: SiteContext):
    page = view_guide(guide, "teas.md", context).page
    assert (page.previous.title, page.previous.url) == ("All of tea", "../")
    assert (page.next.title, page.next.url) == ("How sure we are", "../evidence/")


def test_the_first_page_has_none_before_it_and_the_last_none_after(guide: Guide, context: SiteContext):
    assert view_guide(guide, "index.md", context).page.previous is None
    assert view_guide(guide, "sources.md", context).page.next is None


def test_the_trail_leads_home_from_every_page_but_home(guide: Guide, context: SiteContext):
    assert [step.url for step in view_guide(guide, "teas.md", context).page.breadcrumb] == ["../"]
    assert view_guide(guide, "index.md", context).page.breadcrumb == ()


def test_the_contents_list_every_page_with_its_sections(guide: Guide, context: SiteContext):
    html = view_guide(guide, "index.md", context).page.body_html
    assert CONTENTS_PLACE not in html
    assert all(f'href="{url}#a"' in html for url in ORDER.values() if url)


def test_a_review_that_is_past_is_overdue(guide: Guide, context: SiteContext):
    assert view_guide(guide, "teas.md", context).page.review.overdue


def test_what_stands_before_the_first_section_is_the_lead(guide: Guide, context: SiteContext):
    assert view_guide(guide, "teas.md", context).page.lead_html == "<p>Lead</p>"


def test_the_urgent_page_is_named_from_where_the_reader_is(guide: Guide, context: SiteContext):
    assert view_guide(guide, "evidence.md", context).urgent.url == "../teas/"


def test_the_page_for_what_is_not_found_names_pages_from_the_root(guide: Guide, context: SiteContext):
    view = view_guide(guide, None, context)
    assert (view.page, view.home_url, view.urgent.url) == (None, "/all/", "/all/teas/")
