import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from microsite.guide.claim_uses import marks_by_page
from microsite.guide.guide import Guide, load_guide
from microsite.guide.marker_renderers import render_markers
from microsite.html.contents import CONTENTS_PLACE, Heading
from microsite.page.comments import CommentServer
from microsite.page.feedback import FeedbackSettings
from microsite.page.guide_view import view_guide
from microsite.page.owner import Owner
from microsite.page.site_context import SiteContext
from microsite.page.structured_data import SiteFacts
from microsite.page.view import RenderedPage
from support.small_guide import FILES, write_guide

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


def styles_of(guide: Guide, path: str | None, context: SiteContext) -> str:
    return str(view_guide(guide, path, context).styles)


COMMENTS = replace(FeedbackSettings(), comments=CommentServer(server="https://talk.example"))


@pytest.mark.parametrize(
    ("path", "has", "lacks"),
    [
        ("evidence.md", "data-table", ".care{"),
        ("teas.md", ".care{", "data-table"),
        ("teas.md", ".habit dl{", ".bibliography li{"),
        ("sources.md", ".bibliography li{", ".habit dl{"),
        (None, ".page{", ".care{"),
    ],
)
def test_a_page_carries_the_styles_of_its_own_components(
    path, has: str, lacks: str, guide: Guide, context: SiteContext
):
    styles = styles_of(guide, path, context)
    assert has in styles
    assert lacks not in styles


@pytest.mark.parametrize("path", ["teas.md", None])
def test_every_page_has_the_colors_first_and_the_paper_last(path: str | None, guide: Guide, context: SiteContext):
    """What a component says of paper or of a color must not win over what the whole site says."""
    styles = styles_of(guide, path, context)
    assert styles.index("--paper") < styles.index(".site-header") < styles.index(".mark{") < styles.rindex("@page{")


def test_the_rules_of_a_table_s_columns_come_with_the_table(guide: Guide, context: SiteContext):
    pages = [replace(page, html=page.html + '<data-table name="claims">') for page in context.pages]
    rules = 'data-table[name=claims] .data td:nth-child(2)::before{content:"'
    assert rules in styles_of(guide, "evidence.md", replace(context, pages=pages))
    assert rules not in styles_of(guide, "teas.md", context)


@pytest.mark.parametrize(
    ("path", "table", "defined"),
    [
        ("evidence.md", '<data-table name="claims">', True),
        ("evidence.md", '<data-table name="claims" still>', False),
        ("teas.md", "", False),
        (None, "", False),
    ],
)
def test_an_element_is_defined_in_the_head_where_it_is_alive(
    path, table: str, defined: bool, guide: Guide, context: SiteContext
):
    """Before the table is read, so that no reader sees it change."""
    context = replace(context, pages=[replace(page, html=page.html + table) for page in context.pages])
    assert ('customElements.define("data-table"' in view_guide(guide, path, context).head) is defined


@pytest.mark.parametrize(("path", "cards"), [("teas.md", True), ("teas.md", False), (None, True)])
def test_a_page_names_its_card_where_cards_are_drawn(path, cards: bool, guide: Guide, context: SiteContext):
    head = view_guide(guide, path, replace(context, cards=cards)).head
    assert ('property="og:image" content="https://tea.example/all/' in head) is bool(cards and path)


@pytest.mark.parametrize("path", ["teas.md", None])
def test_every_page_begins_with_the_script_that_sets_its_colors(path, guide: Guide, context: SiteContext):
    assert view_guide(guide, path, context).loader


@pytest.mark.parametrize("server", [COMMENTS, FeedbackSettings()])
def test_comments_cost_nothing_where_there_are_none(server: FeedbackSettings, guide: Guide, context: SiteContext):
    view = view_guide(guide, "teas.md", replace(context, feedback=server))
    assert bool(view.scripts) is (server is COMMENTS)
    assert (".comments" in view.styles) is (server is COMMENTS)
    assert ('data-server="https://talk.example"' in view.article) is (server is COMMENTS)


def test_the_page_for_what_is_not_found_has_no_comments(guide: Guide, context: SiteContext):
    assert view_guide(guide, None, replace(context, feedback=COMMENTS)).scripts == ""


@pytest.mark.parametrize("owner", [Owner(name="Us", contact="us@tea.example", interests="Paid by nobody"), None])
def test_interests_stand_on_every_page_or_the_line_is_left_out(owner, guide: Guide, context: SiteContext):
    article = view_guide(guide, "teas.md", replace(context, owner=owner)).article
    assert ("<dt>Interests</dt><dd>Paid by nobody</dd>" in article) is (owner is not None)
    assert ("<dt>Interests</dt>" in article) is (owner is not None)


def test_the_marks_of_the_key_message_are_the_first_of_the_page(tmp_path: Path, context: SiteContext):
    """They are counted first, and the text goes on counting."""
    key = "key_message: {says: Tea is warm., claim: tea-is-warm}\nkey_points: [{says: A.}, {says: B.}, {says: C.}]\n"
    index = FILES["index.md"].replace("published:", f"{key}published:")
    guide = load_guide(tmp_path, pages=write_guide(tmp_path, index=index), name="docs")[0]
    assert [mark.anchor for mark in marks_by_page(guide)["index.md"]] == ["mark-1", "mark-2"]
    rendered = replace(context.pages[0], facts=guide.pages["index.md"].facts)
    message = view_guide(guide, "index.md", replace(context, pages=[rendered, *context.pages[1:]])).page.key_message
    assert 'id="mark-1"' in message.mark
    text = render_markers("index.md", guide, urls={**context.urls, **{page: page for page in ORDER}})
    assert re.findall(r'id="(mark-\d)"', text) == ["mark-2"]
